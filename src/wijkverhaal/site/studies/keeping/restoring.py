# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The keys of a study back from a recovery copy, with the code on paper, when the key file is gone."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError, WijkverhaalError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.keeping import key_store
from wijkverhaal.site.studies.keeping.guard import guarded
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.models import LogLine, StoredRecord, StoredStudy, StoredText
from wijkverhaal.stories.study.action_log import LOG_ITEM
from wijkverhaal.stories.study.item import study_item
from wijkverhaal.stories.vault.item_key import destroy_items
from wijkverhaal.stories.vault.key_bytes import read_key_bytes
from wijkverhaal.stories.vault.key_change import new_recovery
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey
from wijkverhaal.stories.vault.passphrase import check_passphrase
from wijkverhaal.stories.vault.recovery_copy import recover
from wijkverhaal.stories.vault.register_file import REGISTER_ITEM
from wijkverhaal.stories.vault.secret_file import alone, destroy_file

_ROWS = (StoredRecord, StoredText, LogLine)


@dataclass(frozen=True)
class Restored:
    """A study that opens again.

    Attributes
    ----------
    opened : OpenStudy
    code : str
        The new code on paper; the old one was used.
    lost : int
        Parts that came after the copy was made: nobody can read them.
    gone : int
        Keys in the copy of what had been removed since; they were destroyed again.
    """

    opened: OpenStudy
    code: str
    lost: int
    gone: int


def may_restore(stored: StoredStudy) -> bool:
    """Whether the key file is missing, damaged, or older than it should be."""
    try:
        key_store.load_keys(stored)
    except WijkverhaalError:
        return True
    return False


def restore(stored: StoredStudy, account: int | str, copy: bytes, code: str, passphrase: str) -> Restored:
    """Put the keys back, for an account that becomes the first holder; the others ask for a key again.

    Parameters
    ----------
    copy : bytes
        Of the recovery copy; empty for the one on this server.

    Raises
    ------
    InputError, TamperedError, WrongPassphraseError
        When the key file is still there, the copy is of another study, or the code does not fit.
    """
    if not may_restore(stored):
        raise InputError(_("Het sleutelbestand is er nog en is goed; terugzetten is niet nodig."))
    check_passphrase(passphrase)
    content = copy or _own_copy(stored.id)
    if read_key_bytes(content).study != stored.id:
        raise InputError(_("Deze herstelkopie hoort bij een ander onderzoek; kies de goede."))
    with_care = guarded(stored, "recovery")
    file, study_key, new_code = recover(content, code, str(account), passphrase)
    with_care.clear()
    used = _used(stored)
    kept = {LOG_ITEM, REGISTER_ITEM, study_item(stored.item_number)}
    gone = sorted(set(file.keys) - used - kept)
    if gone:
        file, study_key = destroy_items(file, study_key, gone, timezone.now())
        file, new_code = new_recovery(file, study_key)
    _keep(stored, file, study_key, used)
    opened = OpenStudy(stored, file, study_key, str(account))
    return Restored(opened, new_code, len(used - set(file.keys)), len(gone))


def _own_copy(study: str) -> bytes:
    try:
        return key_store.recovery_path(study).read_bytes()
    except FileNotFoundError:
        raise InputError(
            _("Op de server ligt geen herstelkopie; kies het bestand dat u zelf bewaarde.")
        ) from None


def _used(stored: StoredStudy) -> set[str]:
    """Every item under whose key something is sealed."""
    return {
        str(item)
        for rows in _ROWS
        for item in rows.objects.filter(study=stored).values_list("item", flat=True).distinct()
        if item
    }


def _keep(stored: StoredStudy, file: KeyFile, study_key: StudyKey, used: set[str]) -> None:
    path = key_store.key_path(stored.id)
    number = stored.item_number
    past = {*used, *(one.item for one in file.destroyed)}
    while study_item(number) not in file.keys and study_item(number) in past:
        number += 1  # a key that is lost is never made again under the same name
    with alone(path), transaction.atomic():
        destroy_file(path)
        StoredStudy.objects.filter(pk=stored.pk).update(item_number=number)
        stored.item_number = number
        key_store.keep_keys(stored, file, study_key)
