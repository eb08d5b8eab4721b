# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole way: a study sealed in a database, a backup, a withdrawal, and the backup put back."""

import json

import pytest

from tests.stories.example import NOW, full_study
from tests.stories.vault.conftest import ANNA, Vault
from wijkverhaal.foundation.errors import WijkverhaalError
from wijkverhaal.stories.study.item import informant_item, interview_item, item_of, study_item
from wijkverhaal.stories.study.record import Informant, Interview
from wijkverhaal.stories.study.record_json import record_json
from wijkverhaal.stories.study.sealed_record import SealedRecord, open_record, seal_record
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.study.withdrawal import withdraw
from wijkverhaal.stories.vault.item_key import add_item, destroy_items, item_key
from wijkverhaal.stories.vault.key_bytes import key_bytes
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey
from wijkverhaal.stories.vault.opening import unlock


def _items(study: Study) -> list[str]:
    texts = [interview_item(one.id) for one in study.all(Interview)]
    return [*texts, *(informant_item(one.id) for one in study.all(Informant)), study_item(1)]


def _rows(study: Study, file: KeyFile, key: StudyKey, number: int) -> list[SealedRecord]:
    rows = []
    for record in study.records.values():
        item = item_of(study, record) or study_item(number)
        rows.append(seal_record(study.id, record, item, item_key(file, key, item)))
    return rows


def _readable(rows: list[SealedRecord], file: KeyFile, key: StudyKey) -> set[str]:
    found = set()
    for row in rows:
        try:
            found.add(open_record("s1", row, item_key(file, key, row.item)).id)
        except WijkverhaalError:
            continue
    return found


def test_nothing_of_theirs_can_be_read_any_more(vault: Vault) -> None:
    file, key, study = vault.file, vault.key, full_study()
    for item in _items(study):
        file = add_item(file, key, item)
    backup = _rows(study, file, key, 1)
    assert _readable(backup, file, key) == set(study.records)

    done = withdraw(study, "A-mother")
    file = add_item(file, key, study_item(2))
    rows = _rows(done.study, file, key, 2)
    file, key = destroy_items(file, key, [*done.items, study_item(1)], NOW)

    assert _readable(rows, file, key) == set(done.study.records)
    key = unlock(file, "anna", ANNA)
    left = _readable(backup, file, key)
    assert not left & set(done.removed)
    assert not left & set(done.to_review)
    assert "B1" in left


def test_no_row_and_no_key_file_holds_a_readable_word(vault: Vault) -> None:
    file, key, study = vault.file, vault.key, full_study()
    for item in _items(study):
        file = add_item(file, key, item)
    stored = b"".join(row.sealed for row in _rows(study, file, key, 1)) + key_bytes(file)
    for word in ("moeder", "twijfelt", "verschillen", "Te laat", "stopte"):
        assert word in json.dumps([record_json(one) for one in study.records.values()])
        assert word.encode() not in stored


def test_a_row_does_not_open_as_another(vault: Vault) -> None:
    study = full_study()
    file = add_item(vault.file, vault.key, interview_item("A1"))
    own = item_key(file, vault.key, interview_item("A1"))
    one, other = (seal_record("s1", study.records[name], interview_item("A1"), own) for name in ("k1", "k8"))
    with pytest.raises(WijkverhaalError):
        open_record("s1", SealedRecord(one.record, one.item, 1, other.sealed), own)
    with pytest.raises(WijkverhaalError):
        open_record("s1", SealedRecord(one.record, one.item, 2, one.sealed), own)
    assert open_record("s1", one, own) == study.records["k1"]
