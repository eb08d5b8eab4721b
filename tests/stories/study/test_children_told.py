# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose age was told goes along when a study leaves, and into a family where another child is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from tests.stories.example import full_study
from wijkverhaal.stories.offset_map import OffsetMap
from wijkverhaal.stories.refi_read import read_qdpx
from wijkverhaal.stories.refi_write import qdpx_bytes
from wijkverhaal.stories.study.exchange import qda_project_of
from wijkverhaal.stories.study.history import first_child, history_of, statement
from wijkverhaal.stories.study.project_records import project_records
from wijkverhaal.stories.study.record import Child, Family, Interview, Statement, ToldEvent
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.study.telling import Allowed, tellings_of
from wijkverhaal.stories.time_expression import read_time

NOW = datetime(2026, 6, 1, tzinfo=UTC)
ALLOWED = Allowed("zelf", date(2026, 1, 1), "onderzoek")
RAW = "woord " * 40


def _study(*, named: bool) -> Study:
    """The age of the second child (named), or of the only one."""
    study = full_study()
    records = [ToldEvent("start", "A", "start"), Child("A-een", "A", "kind", date(2010, 5, 6))]
    if named:
        records.append(Child("A-twee", "A", "zusje", date(2012, 5, 6)))
    three = read_time("toen ze drie was")
    told = statement("u1", "A-mother", "start", three, child="A-twee" if named else "")
    for one in (*records, told):
        study = study.changed(one.id, one)
    for interview in list(study.all(Interview)):
        study = study.changed(interview.id, replace(interview, length=len(RAW)))
    return study


def _brought(study: Study, folder: Path, there: Study) -> Study:
    texts = {one.id: (RAW, OffsetMap()) for one in study.all(Interview)}
    path = folder / "studie.qdpx"
    path.write_bytes(qdpx_bytes(qda_project_of(study, texts, True, True)))
    read = read_qdpx(path)
    numbers = count()
    tellings = [replace(one, role=one.role or "ouder", allowed=ALLOWED) for one in tellings_of(read)]
    found = project_records(read, tellings, "anna", NOW, lambda: f"id{next(numbers)}", there)
    for record in found.records:
        there = there.changed(record.id, record)
    return there


def test_the_child_of_an_age_goes_along(tmp_path: Path) -> None:
    again = _brought(_study(named=True), tmp_path, Study("s2", "Terug", date(2030, 1, 1)))
    (told,) = again.all(Statement)
    assert again.one(Child, told.child).label == "zusje"


def test_into_a_family_with_another_child_an_age_stays_that_of_its_own(tmp_path: Path) -> None:
    study = _study(named=False)
    label = study.one(Family, "A").label
    there = Study("s2", "Er al", date(2030, 1, 1))
    for one in (Family("z", label), Child("z-kind", "z", "een ander", date(2001, 1, 1))):
        there = there.changed(one.id, one)
    again = _brought(study, tmp_path, there)
    (told,) = again.all(Statement)
    assert first_child(again, "z") == "z-kind"
    assert again.one(Child, told.child).born == date(2010, 5, 6)
    assert history_of(again, "z").births == {told.child: date(2010, 5, 6)}
