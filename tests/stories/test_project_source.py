# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study from elsewhere: a folder of interviews, or a file of another program, known by its content."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest

from tests.stories.test_refi import PROJECT
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.stories.project_source import held_on, read_project
from wijkverhaal.stories.refi_write import write_qdc, write_qdpx
from wijkverhaal.stories.study.project_records import ProjectRecords, project_records
from wijkverhaal.stories.study.record import Coding, Factor, Family, Informant, Interview, Memo
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.study.telling import Allowed, tellings_of

NOW = datetime(2026, 4, 1, 12, tzinfo=UTC)
HELD = date(2026, 2, 3)
ALLOWED = Allowed("verteller", date(2026, 1, 1), "onderzoek")


def _interviews(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("I: Hoe ging het?\nMoeder: Goed, zei ze.\n", "utf-8")
    return folder


def _records(path: Path) -> tuple[ProjectRecords, Study]:
    numbers = count()
    project = read_project(path)
    told = [
        replace(
            one,
            family=one.family or "gezin",
            role=one.role or one.file_name,
            held=one.held or HELD,
            allowed=ALLOWED,
        )
        for one in tellings_of(project)
    ]
    found = project_records(project, told, "7", NOW, lambda: f"id{next(numbers)}")
    study = Study("s", "Terug", date(2030, 1, 1))
    for record in found.records:
        study = study.changed(record.id, record)
    return found, study


def test_a_folder_has_a_folder_per_family_and_a_file_per_interview(tmp_path: Path) -> None:
    folder = _interviews(
        tmp_path / "map", "gezin A/moeder 2026-03-10.txt", "gezin A/school.txt", "gezin B/vader.txt"
    )
    project = read_project(folder)
    assert [case.name for case in project.cases] == ["gezin A", "gezin B"]
    assert [(one.name, held_on(one)) for one in project.sources] == [
        ("moeder", date(2026, 3, 10)),
        ("school", None),
        ("vader", None),
    ]
    assert "gezin A/school.txt: sprekers I, Moeder" in project.findings
    found, study = _records(folder)
    days = {study.one(Informant, one.informant).role: one.held for one in study.all(Interview)}
    assert days == {"moeder": date(2026, 3, 10), "school": HELD, "vader": HELD}
    assert len(list(study.all(Family))) == 2
    assert set(found.texts) == {one.id for one in study.all(Interview)}


def test_a_file_outside_a_family_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"los\.txt staat niet in de map van een gezin"):
        read_project(_interviews(tmp_path, "los.txt"))
    (tmp_path / "leeg").mkdir()
    with pytest.raises(InputError, match="geen enkel gesprek"):
        read_project(tmp_path / "leeg")
    with pytest.raises(NotFoundError):
        read_project(tmp_path / "er-niet")


def test_a_project_keeps_its_words_tree_and_coders(tmp_path: Path) -> None:
    path = tmp_path / "zonder-achtervoegsel"
    write_qdpx(PROJECT, path)
    found, study = _records(path)
    texts = found.texts
    said = {
        (study.one(Factor, one.factor).name, texts[one.interview][one.start : one.end], one.coder)
        for one in study.all(Coding)
    }
    assert said == {
        ("te laat", "Hij was drie", "Codeur <1>"),
        ("geen klik", "👩‍👧 was moe", "Codeur <1>"),
    }
    late = next(one for one in study.all(Factor) if one.name == "te laat")
    assert study.one(Factor, late.parent).name == "hulp"
    assert {study.one(Informant, one.informant).family for one in study.all(Interview)} == {
        one.id for one in study.all(Family)
    }
    assert [one.label for one in study.all(Family)] == ["Gezin Berk"]
    assert [one.text for one in study.all(Memo)] == ["Signaal, dan hulp.\n"]


def test_no_id_of_another_program_comes_along(tmp_path: Path) -> None:
    path = tmp_path / "studie.qdpx"
    write_qdpx(PROJECT, path)
    _found, study = _records(path)
    assert all(name.startswith("id") for name in study.records)
    assert not any("0000" in str(one) for one in study.records)


def test_a_codebook_alone_and_nonsense(tmp_path: Path) -> None:
    codes = tmp_path / "codes"
    write_qdc(PROJECT.codes, codes)
    _found, study = _records(codes)
    assert {one.name for one in study.all(Factor)} == {"hulp", "te laat", "geen klik"}
    nonsense = tmp_path / "iets.qdpx"
    nonsense.write_bytes(b"SQLite format 3\x00" + b"x" * 100)
    with pytest.raises(InputError):
        read_project(nonsense)
