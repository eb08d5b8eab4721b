# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study in the database: what was put in comes out, and what was taken back is back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import Site
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.study.record import Coding, Family, Informant

from ..raw_file import raw
from .conftest import MOTHER, NAME, PASSPHRASE, SCHOOL, Cast, Filled

if TYPE_CHECKING:
    from wijkverhaal.site.studies.models import StoredStudy


def _stored(filled: Filled) -> StoredStudy:
    filled.opened.stored.refresh_from_db()
    return filled.opened.stored


def test_what_was_put_in_comes_out_in_another_visit(filled: Filled) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.keeping.opening import open_with_passphrase

    again = open_with_passphrase(_stored(filled), 1, PASSPHRASE)
    study = storage.load_study(again)
    assert study.records == filled.study.records
    assert storage.interview_text(again, filled.mother).text == MOTHER
    assert storage.interview_text(again, filled.school).text == SCHOOL


def test_only_the_codings_of_one_interview_are_read(filled: Filled) -> None:
    from wijkverhaal.site.studies.keeping import storage

    storage.put(
        filled.opened,
        filled.study,
        Coding("k1", filled.mother.id, "late", "1", 0, 5),
        Coding("k2", filled.school.id, "late", "1", 0, 5),
    )
    part = storage.load_study(filled.opened, [filled.mother.id])
    assert {one.id for one in part.all(Coding)} == {"k1"}
    assert {one.id for one in storage.load_study(filled.opened).all(Coding)} == {"k1", "k2"}


def test_everything_is_taken_back_and_done_again(filled: Filled) -> None:
    from wijkverhaal.site.studies.keeping import storage

    before = storage.load_study(filled.opened).records
    opened, study, _action = storage.put(
        filled.opened, filled.study, Coding("k1", filled.mother.id, "late", "1", 0, 5)
    )
    opened, study, _action = storage.put(opened, study, Family("A", "gezin A", "anders"))
    after = study.records
    for _time in range(2):
        opened, study, _action = storage.undo_last(opened)
    assert storage.load_study(opened).records == before
    for _time in range(2):
        opened, study, _action = storage.redo_last(opened)
    assert storage.load_study(opened).records == after
    with pytest.raises(InputError):
        storage.redo_last(opened)


def test_somebody_elses_change_is_not_overwritten(filled: Filled) -> None:
    from wijkverhaal.site.studies.keeping import storage

    storage.put(filled.opened, filled.study, Family("A", "gezin A", "de een"))
    with pytest.raises(InputError, match="Iemand anders"):
        storage.put(filled.opened, filled.study, Family("A", "gezin A", "de ander"))


def test_wrong_passphrases_make_one_wait_over_visits(filled: Filled) -> None:
    from wijkverhaal.site.studies.keeping.opening import open_with_passphrase
    from wijkverhaal.stories.vault.refusal import WrongPassphraseError

    for _time in range(3):
        with pytest.raises(WrongPassphraseError):
            open_with_passphrase(_stored(filled), 1, "vijf rode stoelen samen")
    with pytest.raises(InputError, match="te vaak fout"):
        open_with_passphrase(_stored(filled), 1, PASSPHRASE)


def test_tampering_with_the_log_is_found(filled: Filled) -> None:
    from wijkverhaal.site.studies.keeping import log_store, storage
    from wijkverhaal.site.studies.models import LogLine

    assert log_store.broken_at(filled.opened, storage.head(filled.opened)) is None
    line = LogLine.objects.filter(study=filled.opened.stored, number=2)
    for change in ({"actor": "2"}, {"digest": "0" * 64}, {"moment": "2020-01-01T00:00:00"}):
        was = line.values(*change).get()
        line.update(**change)
        assert log_store.broken_at(filled.opened) == 2
        line.update(**was)
    last = storage.head(filled.opened)
    LogLine.objects.filter(seal=last).delete()
    assert log_store.broken_at(filled.opened, last) is not None


def test_the_database_and_the_key_files_hold_no_readable_text(filled: Filled, site: Site) -> None:
    from django.db import connection

    from wijkverhaal.site.studies import models

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for model in (models.StoredRecord, models.StoredText, models.LogLine, models.Draft):
        for row in model.objects.filter(study=filled.opened.stored).values():
            cells = [bytes(cell) if isinstance(cell, memoryview) else cell for cell in row.values()]
            assert not any(word in str(cells) for word in (NAME, "Niemand deed", "gezin A", "Te laat"))
    words = (NAME, "Niemand deed", "geen tijd", "gezin A", "moeder", "Te laat", "onderzoek")
    files = [one for one in (site.root / "site").rglob("*") if one.is_file()]
    assert any(one.parent.name == "keys" for one in files)
    for file in files:
        content = raw(file)
        for word in words[:4]:
            assert word.encode() not in content, (file.name, word)
    folder = site.root / "site"
    for file in [*(folder / "keys").iterdir(), *(folder / "recovery").iterdir()]:
        assert not any(word.encode() in file.read_bytes() for word in words)
        assert file.stat().st_mode & 0o077 == 0


def test_who_withdraws_is_gone_everywhere_also_for_an_old_backup(filled: Filled) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.keeping.opening import open_with_passphrase
    from wijkverhaal.site.studies.keeping.withdrawing import withdraw_informant
    from wijkverhaal.site.studies.models import LogLine, StoredRecord, StoredText
    from wijkverhaal.stories.study.item import informant_item, interview_item

    storage.put(filled.opened, filled.study, Coding("k1", filled.mother.id, "late", "1", 0, 5))
    old_rows = StoredRecord.objects.filter(study=filled.opened.stored).count()
    opened, done = withdraw_informant(filled.opened, "A-mother")
    assert "k1" in done.removed
    again = open_with_passphrase(_stored(filled), 1, PASSPHRASE)
    study = storage.load_study(again)
    assert {one.id for one in study.all(Informant)} == {"A-school"}
    assert StoredRecord.objects.filter(study=opened.stored).count() == old_rows - len(done.removed)
    items = {informant_item("A-mother"), interview_item(filled.mother.id), "study/1"}
    assert not items & set(again.file.keys)
    assert items <= {one.item for one in again.file.destroyed}
    assert not StoredText.objects.filter(item__in=items).exists()
    assert not LogLine.objects.filter(study=opened.stored, item__in=items).exists()
    last = LogLine.objects.filter(study=opened.stored).last()
    assert last is not None
    assert last.kind == "withdrawn"
    assert again.file.recovery_due


def test_a_withdrawal_that_was_cut_off_is_finished_by_who_opens_the_study(filled: Filled) -> None:
    from wijkverhaal.site.studies.keeping.opening import open_with_passphrase

    stored = _stored(filled)
    stored.to_destroy = ["informant/A-mother"]
    stored.save()
    again = open_with_passphrase(stored, 1, PASSPHRASE)
    assert "informant/A-mother" not in again.file.keys
    assert _stored(filled).to_destroy == []


def test_nothing_is_left_of_an_erased_study(filled: Filled, site: Site) -> None:
    from wijkverhaal.site.studies import models
    from wijkverhaal.site.studies.keeping.withdrawing import erase_study

    study = filled.opened.id
    erase_study(_stored(filled))
    for model in (models.StoredRecord, models.StoredText, models.LogLine, models.Member, models.Tries):
        assert not model.objects.filter(study_id=study).exists()
    assert not list((site.root / "site").rglob(f"*{study}*"))


def test_an_old_key_file_that_was_put_back_is_refused(filled: Filled) -> None:
    from wijkverhaal.site.studies.keeping import key_store, storage
    from wijkverhaal.stories.vault.refusal import TamperedError

    path = key_store.key_path(filled.opened.id)
    old = path.read_bytes()
    storage.put(filled.opened, filled.study, Informant("A-new", "A", "tante"))
    path.write_bytes(old)
    with pytest.raises(TamperedError):
        key_store.load_keys(_stored(filled))


def test_a_missing_or_changed_key_file_is_told_and_nothing_breaks(cast: Cast) -> None:
    from wijkverhaal.site.studies.keeping import key_store

    path = key_store.key_path(cast.filled.opened.id)
    good = path.read_bytes()
    for content in (b"{}", good.replace(b'"change": ', b'"change": 9')):
        path.write_bytes(content)
        for address in (cast.home, f"{cast.home}openen/"):
            assert cast.researcher.get(address).status_code in (200, 302, 400)
        answer = cast.researcher.post(f"{cast.home}openen/", {"wachtzin": PASSPHRASE})
        assert answer.status_code == 400
        assert "klopt niet" in answer.content.decode()
    path.unlink()
    assert "herstelkopie" in cast.researcher.get(f"{cast.home}openen/").content.decode()


def test_a_copy_of_the_database_opens_nothing_once_the_key_is_gone(cast: Cast, site: Site) -> None:
    """An old backup with today's key file: the text of who withdrew stays shut, that of others opens."""
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.keeping.opening import open_with_passphrase
    from wijkverhaal.site.studies.models import StoredStudy, StoredText
    from wijkverhaal.stories.study.item import interview_item
    from wijkverhaal.stories.vault.refusal import DestroyedKeyError

    mine = interview_item(cast.filled.mother.id)
    old = StoredText.objects.filter(item=mine, field="text").values().get()
    cast.researcher.post(f"{cast.home}verteller/A-mother/terugtrekken/", {"zeker": "ja"})
    StoredText.objects.create(**old)
    stored = StoredStudy.objects.get(pk=cast.filled.opened.id)
    opened = open_with_passphrase(stored, cast.filled.opened.actor, PASSPHRASE)
    with pytest.raises(DestroyedKeyError):
        storage.read_text(opened, mine, "text")
    assert storage.read_text(opened, interview_item(cast.filled.school.id), "text") == SCHOOL
