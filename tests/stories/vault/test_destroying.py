# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Destroying a key reaches what it must reach, and spares the rest."""

from datetime import UTC, datetime

import pytest

from tests.stories.vault.conftest import ANNA, BO, Vault
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.vault.cipher import Place, seal_text, unseal_text
from wijkverhaal.stories.vault.item_key import add_item, destroy_items, item_key, item_keys
from wijkverhaal.stories.vault.key_change import new_recovery
from wijkverhaal.stories.vault.opening import unlock, unlock_with_code
from wijkverhaal.stories.vault.recovery_copy import recover, recovery_copy
from wijkverhaal.stories.vault.refusal import DestroyedKeyError, LockedError, WrongPassphraseError

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
PLACES = [Place("s1", f"interview/{number}", "text") for number in (1, 2)]


def _backup(vault: Vault) -> list[bytes]:
    """What a backup of the database holds: sealed texts and no key."""
    return [
        seal_text(item_key(vault.file, vault.key, place.item), f"tekst van {place.item}", place)
        for place in PLACES
    ]


def test_a_backup_from_before_opens_only_what_was_not_destroyed(vault: Vault) -> None:
    backup = _backup(vault)
    file, key = destroy_items(vault.file, vault.key, ["interview/1"], NOW)
    assert unlock(file, "anna", ANNA) == key
    with pytest.raises(DestroyedKeyError):
        item_key(file, key, "interview/1")
    assert unseal_text(item_key(file, key, "interview/2"), backup[1], PLACES[1]) == "tekst van interview/2"
    assert [gone.item for gone in file.destroyed] == ["interview/1"]


def test_all_keys_at_once_are_the_same_keys(vault: Vault) -> None:
    assert item_keys(vault.file, vault.key) == {
        item: item_key(vault.file, vault.key, item) for item in ("interview/1", "interview/2")
    }


def test_an_open_session_from_before_is_shut(vault: Vault) -> None:
    file, _key = destroy_items(vault.file, vault.key, ["interview/1"], NOW)
    with pytest.raises(LockedError):
        item_key(file, vault.key, "interview/2")


def test_the_name_of_a_destroyed_key_never_comes_back(vault: Vault) -> None:
    file, key = destroy_items(vault.file, vault.key, ["interview/1"], NOW)
    with pytest.raises(InputError):
        add_item(file, key, "interview/1")
    with pytest.raises(InputError):
        add_item(file, key, "interview/2")


def test_no_passphrase_opens_a_recovery_copy(vault: Vault) -> None:
    copy = recovery_copy(vault.file, vault.key)
    with pytest.raises(WrongPassphraseError):
        recover(copy, "0000-0000-0000-0000-0000-0000-0000", "bo", BO)
    file, key, _code = recover(copy, vault.code, "bo", BO)
    assert unlock(file, "bo", BO) == key
    with pytest.raises(WrongPassphraseError):
        unlock(file, "anna", ANNA)
    assert unseal_text(item_key(file, key, "interview/1"), _backup(vault)[0], PLACES[0])


def test_after_a_destruction_the_new_paper_does_not_open_an_old_copy(vault: Vault) -> None:
    old_copy = recovery_copy(vault.file, vault.key)
    file, key = destroy_items(vault.file, vault.key, ["interview/1"], NOW)
    assert file.recovery_due
    file, code = new_recovery(file, key)
    assert not file.recovery_due
    with pytest.raises(WrongPassphraseError):
        recover(old_copy, code, "bo", BO)
    assert unlock_with_code(file, code) == key
    recovered, recovered_key, _code = recover(recovery_copy(file, key), code, "bo", BO)
    with pytest.raises(DestroyedKeyError):
        item_key(recovered, recovered_key, "interview/1")


def test_the_used_paper_is_replaced(vault: Vault) -> None:
    file, _key, code = recover(recovery_copy(vault.file, vault.key), vault.code, "bo", BO)
    with pytest.raises(WrongPassphraseError):
        unlock_with_code(file, vault.code)
    assert unlock_with_code(file, code)
