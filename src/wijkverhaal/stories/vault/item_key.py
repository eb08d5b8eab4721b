# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key of one interview (or of anything else that may have to disappear by itself)."""

from collections.abc import Iterable
from datetime import datetime

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.vault.cipher import new_key
from wijkverhaal.stories.vault.key_change import check_open, item_from, renewed, sealed_item
from wijkverhaal.stories.vault.key_file import Destroyed, KeyFile, StudyKey
from wijkverhaal.stories.vault.refusal import DestroyedKeyError


def add_item(file: KeyFile, study_key: StudyKey, item: str) -> KeyFile:
    """A new key for a new item. Save the file before anything is sealed with the key.

    Raises
    ------
    InputError
        When the item has a key, or had one: a name is never used again.
    """
    check_open(file, study_key)
    if item in file.keys or any(gone.item == item for gone in file.destroyed):
        raise InputError(_("{item} heeft al een sleutel of heeft er een gehad.").format(item=item))
    return file.changed(study_key, keys={**file.keys, item: sealed_item(study_key, item, new_key())})


def item_key(file: KeyFile, study_key: StudyKey, item: str) -> bytes:
    """The key of an item, for `cipher.seal_text` and `cipher.unseal_text`.

    Raises
    ------
    DestroyedKeyError
        When there is none.
    """
    check_open(file, study_key)
    if item not in file.keys:
        raise DestroyedKeyError(item)
    return item_from(study_key, item, file.keys[item])


def item_keys(file: KeyFile, study_key: StudyKey) -> dict[str, bytes]:
    """The key of every item, for searching or comparing all of a study; keep them no longer than that."""
    check_open(file, study_key)
    return {item: item_from(study_key, item, sealed) for item, sealed in file.keys.items()}


def destroy_items(
    file: KeyFile, study_key: StudyKey, items: Iterable[str], now: datetime
) -> tuple[KeyFile, StudyKey]:
    """Destroy keys: whatever they locked is unreadable from here on, in every backup too.

    The key of the study is renewed, so that sessions that were open have to open again. Save the file,
    then ask for a new recovery code (`key_change.new_recovery`): until the old paper is shredded it can
    still open recovery copies from before.
    """
    check_open(file, study_key)
    gone = set(items)
    left = {item: key for item, key in file.keys.items() if item not in gone}
    proof = tuple(Destroyed(item, now.isoformat()) for item in sorted(gone & set(file.keys)))
    return renewed(
        file, study_key, file.holders, left, destroyed=(*file.destroyed, *proof), recovery_due=True
    )
