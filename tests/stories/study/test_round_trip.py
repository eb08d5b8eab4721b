# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study that is written and read again is the same study, whatever REFI-QDA has no place for."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.stories.example import LENGTH, NOW, full_study
from wijkverhaal.stories.date_shift import DateShift
from wijkverhaal.stories.hit_decision import HitDecision, pseudonymised
from wijkverhaal.stories.offset_map import OffsetMap
from wijkverhaal.stories.pseudonym import RosterEntry
from wijkverhaal.stories.pseudonym_register import Person, PseudonymRegister
from wijkverhaal.stories.qda_project import QdaProject
from wijkverhaal.stories.refi_read import read_qdpx
from wijkverhaal.stories.refi_write import qdpx_bytes
from wijkverhaal.stories.study.companion import companion_records
from wijkverhaal.stories.study.exchange import qda_project_of
from wijkverhaal.stories.study.project_records import ProjectRecords, project_records
from wijkverhaal.stories.study.record import (
    Child,
    Coding,
    Consent,
    Family,
    Following,
    Informant,
    Interview,
    Memo,
    Outcome,
    Record,
    Statement,
    ToldEvent,
)
from wijkverhaal.stories.study.record_json import record_json
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.study.telling import Allowed, tellings_of
from wijkverhaal.stories.time_expression import BIRTH, CALENDAR

RAW = "Linda zei dat het te laat was, en dat niemand kwam. 😟 ".ljust(LENGTH, ".")
NAMES = (HitDecision(0, 5, True, "[moeder-A]", "anna"),)
REGISTER = PseudonymRegister(
    "s1", {"A": (Person(RosterEntry(("Linda",), "[moeder-A]"), "A-mother"),)}, {"A": DateShift(2, 4)}
)
ALLOWED = Allowed("verteller", date(2025, 4, 1), "onderzoek", quotations=True)


def _study() -> Study:
    """With a help history in which two accounts clash."""
    study = full_study()
    for one in (
        Child("A-tweede", "A", "kind B", date(2010, 5, 6)),
        ToldEvent("start", "A", "start"),
        ToldEvent("move", "A", "move", "naar Linda's moeder"),
        Statement("u1", "A-mother", "start", "in 2013", CALENDAR, 100.0, 112.0, "A1", 10, 20),
        Statement("u2", "A-school", "start", "toen Linda drie was", BIRTH, 36.0, 48.0),
        Statement("u3", "A-mother", "move", "een half jaar na het begin", "start", 5.0, 7.0),
        Following("f1", "A", ("u2",), "Linda weet het nog precies", "anna"),
        Outcome("o5", "A", None, "A-school", "half"),
    ):
        study = study.changed(one.id, one)
    return study


def _texts(study: Study) -> dict[str, tuple[str, OffsetMap]]:
    return {one.id: pseudonymised(RAW, NAMES) for one in study.all(Interview)}


def _raw(study: Study) -> dict[str, tuple[str, OffsetMap]]:
    return {one.id: (RAW, OffsetMap()) for one in study.all(Interview)}


def _again(project: QdaProject, folder: Path) -> QdaProject:
    path = folder / "studie.qdpx"
    path.write_bytes(qdpx_bytes(project))
    return read_qdpx(path)


def _brought(read: QdaProject, **more: Any) -> tuple[Study, ProjectRecords]:
    numbers = count()
    tellings = [
        replace(one, role=one.role or "ouder", allowed=one.allowed or ALLOWED) for one in tellings_of(read)
    ]
    found = project_records(read, tellings, "anna", NOW, lambda: f"id{next(numbers)}", **more)
    study = Study("s2", "Terug", date(2030, 1, 1))
    for record in found.records:
        study = study.changed(record.id, record)
    return study, found


def _kinds(study: Study) -> Counter[str]:
    return Counter(type(one).__name__ for one in study.records.values() if not isinstance(one, Consent))


def _plain(study: Study) -> Counter[str]:
    """The records with the ids that they point to written out, so that two studies can be compared."""

    def words(record: Record, depth: int = 0) -> dict[str, Any]:
        told = record_json(record)
        return {
            name: value if name == "kind" else _pointed(study, value, words, depth)
            for name, value in told.items()
            if name not in ("id", "sha256", "length", "coder", "author")
        }

    return Counter(str(words(one)) for one in study.records.values() if not isinstance(one, Consent))


def _pointed(study: Study, value: Any, words: Any, depth: int) -> Any:
    if isinstance(value, list):
        return [_pointed(study, one, words, depth) for one in value]
    known = study.records.get(value) if isinstance(value, str) else None
    if known is None:
        return "anna" if value == "coder 1" else value
    return words(known, depth + 1) if depth < 4 else type(known).__name__


def test_with_names_it_is_the_same_study(tmp_path: Path) -> None:
    study = _study()
    read = _again(qda_project_of(study, _raw(study), True, True), tmp_path)
    again, found = _brought(read, coders={"coder 1": "anna"})
    assert set(found.texts.values()) == {RAW}
    assert _plain(again) == _plain(study)
    assert {one.coder for one in again.all(Coding)} == {"anna"}


def _consents(study: Study) -> set[tuple[str, Allowed]]:
    return {
        (
            f"{study.one(Family, who.family).label} {who.role}",
            Allowed(one.given_by, one.given, one.purpose, one.until, one.quotations),
        )
        for one in study.all(Consent)
        for who in [study.one(Informant, one.informant)]
    }


def test_what_everybody_allowed_comes_back_and_is_never_widened(tmp_path: Path) -> None:
    refusal = Consent("c3", "B-mother", "moeder", date(2025, 4, 3), "onderzoek", date(2027, 1, 1))
    earlier = Consent("c4", "B-mother", "moeder", date(2025, 1, 1), "onderzoek", quotations=True)
    study = _study().changed("c3", refusal).changed("c4", earlier)
    read = _again(qda_project_of(study, _raw(study)), tmp_path)
    again, _found = _brought(read)
    mine = {one for one in _consents(again) if one[1] != ALLOWED}
    assert mine == {one for one in _consents(study) if one[1] != ALLOWED}
    assert {who for who, one in _consents(again) if one == ALLOWED} >= {"gezin C moeder", "gezin D school"}
    said = Allowed("verteller", date(2026, 1, 1), "onderzoek")
    numbers = count()
    tellings = [replace(one, allowed=said) for one in tellings_of(read)]
    found = project_records(read, tellings, "anna", NOW, lambda: f"id{next(numbers)}")
    assert {one.given for one in found.records if isinstance(one, Consent)} == {said.given}


def test_without_names_nothing_else_is_lost(tmp_path: Path) -> None:
    study = _study()
    whole = qdpx_bytes(qda_project_of(study, _texts(study), True, True, REGISTER))
    assert b"Linda" not in whole
    (tmp_path / "studie.qdpx").write_bytes(whole)
    read = read_qdpx(tmp_path / "studie.qdpx")
    assert "Linda" not in read.companion
    again, found = _brought(read)
    kinds = Counter(type(one).__name__ for one in study.records.values() if not isinstance(one, Consent))
    assert (
        Counter(type(one).__name__ for one in again.records.values() if not isinstance(one, Consent)) == kinds
    )
    told = {study.one(ToldEvent, one.event).kind: one for one in study.all(Statement) if one.interview}[
        "start"
    ]
    after = next(one for one in again.all(Statement) if one.interview)
    shifted = REGISTER.shifts["A"]
    assert after.low == pytest.approx(told.low + 12 * shifted.years + shifted.days / 30.4375)
    assert after.said == "in 2015"
    assert found.texts[after.interview][after.start : after.end] == RAW[told.start : told.end]
    reasons = {one.reason for one in again.all(Following)}
    assert reasons == {"[moeder-A] weet het nog precies"}
    assert {one.born for one in again.all(Child)} == {None, date(2012, 5, 10)}


def test_what_says_that_it_was_not_so_comes_back(tmp_path: Path) -> None:
    study = full_study()
    again, _found = _brought(_again(qda_project_of(study, _texts(study)), tmp_path))
    assert Counter(one.present for one in again.all(Coding)) == Counter(
        one.present for one in study.all(Coding)
    )
    assert not list(again.all(Memo))
    assert {one.role for one in again.all(Informant)} == {"moeder", "school"}
    assert {one.held for one in again.all(Interview)} == {one.held for one in study.all(Interview)}


def test_who_stays_behind_is_in_no_part_of_the_file(tmp_path: Path) -> None:
    study = _study()
    texts = {name: text for name, text in _texts(study).items() if name != "A1"}
    again, _found = _brought(_again(qda_project_of(study, texts, True, True, REGISTER), tmp_path))
    mothers = [one for one in again.all(Informant) if one.role == "moeder"]
    assert len(mothers) == 3
    assert [one.said for one in again.all(Statement)] == ["toen [moeder-A] drie was"]
    assert "Zij twijfelt hier." not in {one.text for one in again.all(Memo)}


def test_a_part_that_no_longer_agrees_is_passed_by(tmp_path: Path) -> None:
    study = full_study()
    read = _again(qda_project_of(study, _texts(study)), tmp_path)
    source = next(one for one in read.sources if one.selections)
    others = tuple(one for one in read.sources if one is not source)
    recoded = replace(read, sources=(*others, replace(source, selections=())))
    assert companion_records(recoded) is None
    again, _found = _brought(replace(recoded, cases=read.cases))
    assert all(one.present for one in again.all(Coding))


@pytest.mark.parametrize(
    "companion",
    [
        "",
        "{",
        "[]",
        '{"format": 2, "records": []}',
        '{"format": 1, "records": [{"type": "Factor"}]}',
        '{"format": 1, "records": [{"type": "Object", "id": "a"}]}',
        '{"format": 1, "records": [{"type": "Factor", "id": 3, "name": "x"}]}',
        '{"format": 1, "records": [{"type": "Factor", "id": "\\ud800", "name": "x"}]}',
        '{"format": 1, "records": [{"type": "Family", "id": "a", "label": "x"},'
        ' {"type": "Family", "id": "a", "label": "y"}]}',
        "[" * 100_000,
    ],
)
def test_a_part_by_a_stranger_is_passed_by(companion: str) -> None:
    assert companion_records(QdaProject("x", companion=companion)) is None


def test_families_with_the_same_letter_become_one(tmp_path: Path) -> None:
    study = full_study()
    read = replace(_again(qda_project_of(study, _texts(study)), tmp_path), companion="", cases=())
    numbers = count()
    tellings = [
        replace(one, family="gezin Z", role="ouder", held=NOW.date(), allowed=ALLOWED)
        for one in tellings_of(read)
    ]
    there = Study("s2", "Er al", date(2030, 1, 1), {"z": Family("z", "gezin Z", "al bekend")})
    found = project_records(read, tellings, "anna", NOW, lambda: f"id{next(numbers)}", there)
    assert not [one for one in found.records if isinstance(one, Family)]
    assert {one.family for one in found.records if isinstance(one, Informant)} == {"z"}


def test_every_text_keeps_its_codings_on_their_words(tmp_path: Path) -> None:
    study = full_study()
    texts: Mapping[str, tuple[str, OffsetMap]] = _texts(study)
    project = qda_project_of(study, texts)
    assert sorted(_again(project, tmp_path).quotations()) == sorted(project.quotations())
