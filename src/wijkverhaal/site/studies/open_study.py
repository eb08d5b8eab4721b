# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study that is open for the length of one request or command: its row, its keys, and who works in it."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.db import transaction
from django.utils import timezone

from wijkverhaal.site.studies import key_store
from wijkverhaal.site.studies.models import StoredStudy, Tries
from wijkverhaal.stories.study.action_log import LOG_ITEM
from wijkverhaal.stories.study.item import study_item
from wijkverhaal.stories.vault.attempts import Attempts, check_attempt
from wijkverhaal.stories.vault.item_key import add_item, item_keys
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey
from wijkverhaal.stories.vault.opening import unlock, unlock_with_code
from wijkverhaal.stories.vault.refusal import DestroyedKeyError


@dataclass(frozen=True)
class OpenStudy:
    """An open study; keep it no longer than the request.

    Attributes
    ----------
    stored : StoredStudy
    file : KeyFile
    study_key : StudyKey
    actor : str
        Who works in it: the number of the account as text; what records call coder, author and by.
    """

    stored: StoredStudy
    file: KeyFile
    study_key: StudyKey
    actor: str

    @property
    def id(self) -> str:
        return str(self.stored.id)

    @property
    def common(self) -> str:
        """The item of what belongs to nobody in particular."""
        return study_item(self.stored.item_number)

    @cached_property
    def keys(self) -> dict[str, bytes]:
        return item_keys(self.file, self.study_key)

    def key(self, item: str) -> bytes:
        """The key of an item.

        Raises
        ------
        DestroyedKeyError
        """
        try:
            return self.keys[item]
        except KeyError:
            raise DestroyedKeyError(item) from None

    def with_items(self, items: list[str]) -> "OpenStudy":
        """The same study with a key for each of these items; saved before anything is sealed with them."""
        if all(item in self.file.keys for item in items):
            return self

        def add(file: KeyFile) -> tuple[KeyFile, StudyKey]:
            for item in items:
                if item not in file.keys:
                    file = add_item(file, self.study_key, item)
            return file, self.study_key

        file, study_key = key_store.change_keys(self.stored, add)
        return replace(self, file=file, study_key=study_key)


def open_with_passphrase(stored: StoredStudy, account: int | str, passphrase: str) -> OpenStudy:
    """Open a study for an account that holds a key of it.

    Raises
    ------
    WrongPassphraseError, InputError
        When it does not fit, or was wrong too often lately: then with how long to wait.
    """
    file, actor = key_store.load_keys(stored), str(account)
    with_care = guarded(stored, actor)
    study_key = unlock(file, actor, passphrase)
    with_care.clear()
    return _finished(OpenStudy(stored, file, study_key, actor))


def open_with_code(stored: StoredStudy, account: int | str, code: str) -> OpenStudy:
    """Open a study with the recovery code; give a new code at once (`key_change.new_recovery`)."""
    file = key_store.load_keys(stored)
    with_care = guarded(stored, "recovery")
    study_key = unlock_with_code(file, code)
    with_care.clear()
    return _finished(OpenStudy(stored, file, study_key, str(account)))


@dataclass(frozen=True)
class Guard:
    """A try that was counted as wrong before it was made."""

    tries: Tries

    def clear(self) -> None:
        """It fitted."""
        Tries.objects.filter(pk=self.tries.pk).update(wrong=0, last=None)


def guarded(stored: StoredStudy, holder: str) -> Guard:
    """Count a try before it is made, or refuse it.

    Raises
    ------
    InputError
    """
    now = timezone.now()
    Tries.objects.get_or_create(study=stored, holder=holder)
    with transaction.atomic():
        tries = Tries.objects.select_for_update().get(study=stored, holder=holder)
        attempts = Attempts(tries.wrong, tries.last)
        check_attempt(attempts, now)
        after = attempts.after_wrong(now)
        Tries.objects.filter(pk=tries.pk).update(wrong=after.wrong, last=after.last)
    return Guard(tries)


def _finished(opened: OpenStudy) -> OpenStudy:
    """Destroy the keys that a withdrawal left when it was cut off."""
    if not opened.stored.to_destroy:
        return opened
    from wijkverhaal.site.studies.withdrawing import destroy_pending

    return destroy_pending(opened)


FIRST_ITEMS = [study_item(1), LOG_ITEM]
