# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study that is open for the length of one request or command: its row, its keys, and who works in it."""

from dataclasses import dataclass, replace
from functools import cached_property

from wijkverhaal.site.studies.keeping import key_store
from wijkverhaal.site.studies.models import StoredStudy
from wijkverhaal.stories.study.action_log import LOG_ITEM
from wijkverhaal.stories.study.item import study_item
from wijkverhaal.stories.vault.item_key import add_item, item_keys
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey
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


FIRST_ITEMS = [study_item(1), LOG_ITEM]
