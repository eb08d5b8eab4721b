# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who opens a study, and who does not."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.stories.vault.conftest import ANNA, BO, Vault
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.stories.vault.key_bytes import key_bytes, load_key_file, read_key_bytes, save_key_file
from wijkverhaal.stories.vault.key_change import (
    admit,
    ask,
    change_passphrase,
    new_recovery,
    remove_holder,
)
from wijkverhaal.stories.vault.key_file import KeyFile
from wijkverhaal.stories.vault.opening import new_key_file, unlock, unlock_with_code
from wijkverhaal.stories.vault.refusal import LockedError, TamperedError, WrongPassphraseError


def test_a_holder_opens_it(vault: Vault) -> None:
    assert unlock(vault.file, "anna", ANNA) == vault.key
    assert unlock(vault.file, "anna", f"  {ANNA.replace(' ', '   ')} ") == vault.key


@pytest.mark.parametrize(("holder", "passphrase"), [("anna", BO), ("bo", ANNA), ("recovery", ANNA)])
def test_nobody_else_does(vault: Vault, holder: str, passphrase: str) -> None:
    with pytest.raises(WrongPassphraseError):
        unlock(vault.file, holder, passphrase)


@pytest.mark.parametrize("passphrase", ["", "kort", "aaaaaaaaaaaaaaaaaaaa", "ababababababababab"])
def test_an_easy_passphrase_is_refused(passphrase: str) -> None:
    with pytest.raises(InputError):
        new_key_file("s1", "anna", passphrase)


def test_the_code_on_paper_opens_it_as_people_type_it(vault: Vault) -> None:
    assert unlock_with_code(vault.file, vault.code.lower().replace("-", " ")) == vault.key


def _with_bo(vault: Vault) -> KeyFile:
    asked = ask(vault.file, "bo", BO)
    return admit(asked, vault.key, "bo", asked.asking[0].fingerprint.lower())


def test_a_second_holder_asks_and_is_admitted(vault: Vault) -> None:
    asked = ask(vault.file, "bo", BO)
    with pytest.raises(WrongPassphraseError):
        unlock(asked, "bo", BO)
    assert unlock(_with_bo(vault), "bo", BO) == vault.key


def test_nobody_is_admitted_in_anothers_name(vault: Vault) -> None:
    meant = ask(vault.file, "bo", BO).asking[0].fingerprint
    forged = ask(vault.file, "bo", "iemand anders die zich voordoet als bo")
    with pytest.raises(InputError):
        admit(forged, vault.key, "bo", meant)
    with pytest.raises(NotFoundError):
        admit(vault.file, vault.key, "bo", meant)


def test_another_passphrase_for_one_leaves_the_other(vault: Vault) -> None:
    file = change_passphrase(_with_bo(vault), "anna", ANNA, "zeven lange lepels in de la")
    with pytest.raises(WrongPassphraseError):
        unlock(file, "anna", ANNA)
    assert unlock(file, "anna", "zeven lange lepels in de la") == vault.key
    assert unlock(file, "bo", BO) == vault.key


def test_who_left_opens_nothing_any_more(vault: Vault) -> None:
    file, key = remove_holder(_with_bo(vault), vault.key, "bo")
    with pytest.raises(WrongPassphraseError):
        unlock(file, "bo", BO)
    assert unlock(file, "anna", ANNA) == key != vault.key
    assert unlock_with_code(file, vault.code) == key
    with pytest.raises(LockedError):
        admit(file, vault.key, "bo", "")


def test_the_last_holder_stays(vault: Vault) -> None:
    with pytest.raises(InputError):
        remove_holder(vault.file, vault.key, "anna")


def test_a_new_code_ends_the_old(vault: Vault) -> None:
    file, code = new_recovery(vault.file, vault.key)
    assert unlock_with_code(file, code) == vault.key
    with pytest.raises(WrongPassphraseError):
        unlock_with_code(file, vault.code)


def test_the_file_is_the_same_after_writing_and_reading(vault: Vault, tmp_path: Path) -> None:
    path = tmp_path / "keys" / "s1.json"
    save_key_file(path, vault.file)
    assert load_key_file(path) == vault.file
    assert path.stat().st_mode & 0o077 == 0
    for word in (ANNA.encode(), vault.key.key, vault.code.encode()):
        assert word not in path.read_bytes()


def test_an_old_file_put_back_is_seen(vault: Vault, tmp_path: Path) -> None:
    path = tmp_path / "s1.json"
    save_key_file(path, vault.file)
    with pytest.raises(TamperedError):
        load_key_file(path, least_change=vault.file.change + 1)
    with pytest.raises(NotFoundError):
        load_key_file(tmp_path / "elders.json")


def test_a_change_over_somebody_elses_is_refused(vault: Vault, tmp_path: Path) -> None:
    path = tmp_path / "s1.json"
    save_key_file(path, vault.file)
    first, _code = new_recovery(vault.file, vault.key)
    second, _other = new_recovery(vault.file, vault.key)
    save_key_file(path, first)
    with pytest.raises(InputError):
        save_key_file(path, second)
    assert load_key_file(path) == first


def test_a_file_that_no_holder_made_is_seen(vault: Vault) -> None:
    other, _key, _code = new_key_file("s1", "bo", BO)
    for changed in (
        replace(vault.file, keys={"interview/1": vault.file.keys["interview/2"]}),
        replace(vault.file, change=99),
        replace(vault.file, holders=(*vault.file.holders, *other.holders[:1])),
        replace(vault.file, recovery_due=True),
    ):
        with pytest.raises(TamperedError):
            unlock(changed, "anna", ANNA)


def test_a_changed_holder_is_seen(vault: Vault) -> None:
    anna, paper = vault.file.holders
    for holder in (
        replace(anna, study_key=b""),
        replace(anna, study_key=anna.study_key[:-1] + b"x"),
        replace(anna, study_key=paper.study_key),
    ):
        with pytest.raises(TamperedError):
            unlock(replace(vault.file, holders=(holder, paper)), "anna", ANNA)
    content = json.loads(key_bytes(ask(vault.file, "bo", BO)))
    content["asking"][0]["public"] = "AAAA"
    with pytest.raises(TamperedError):
        read_key_bytes(json.dumps(content).encode())


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"format": 2}', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_key_file_is_refused(content: bytes) -> None:
    with pytest.raises(TamperedError):
        read_key_bytes(content)


def test_a_file_cannot_make_the_machine_stop_or_guessing_easy(vault: Vault) -> None:
    for cost in (b"2000000000", b"1"):
        weakened = key_bytes(vault.file).replace(b"19456", cost)
        with pytest.raises(TamperedError):
            unlock(read_key_bytes(weakened), "anna", ANNA)
