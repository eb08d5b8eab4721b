# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A help history from what is in a study, and coders who do not see each other."""

from dataclasses import replace
from datetime import date

import pytest

from tests.stories.example import coding, families, full_study, study_of
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.history_timeline import timeline
from wijkverhaal.stories.study.blind import own_view
from wijkverhaal.stories.study.history import first_child, history_of, pinned_ages, statement
from wijkverhaal.stories.study.record import Child, Coding, Following, Memo, Record, ToldEvent
from wijkverhaal.stories.study.record_json import read_record, record_json
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.time_expression import read_time

RECORDS: list[Record] = [
    *families(),
    Child("A-kind", "A", "kind A", date(2010, 6, 1)),
    ToldEvent("move", "A", "move", "verhuizing"),
    ToldEvent("start", "A", "start"),
    statement("u1", "A-mother", "move", read_time("najaar 2013")),
    statement("u2", "A-mother", "start", read_time("een half jaar na de verhuizing", {"verhuizing": "move"})),
    statement("u3", "A-school", "start", read_time("tien jaar geleden"), interview="A2", start=0, end=9),
    statement("u4", "A-school", "start", None, "dat weet ik niet"),
    Following("f1", "A", ("u2", "weg"), "school heeft het dossier", "anna"),
]


def _study() -> Study:
    return study_of(*RECORDS)


def test_the_history_is_that_of_the_family() -> None:
    history = history_of(_study(), "A")
    assert history.born == date(2010, 6, 1)
    assert history.informants == ("A-mother", "A-school")
    assert [choice.set_aside for choice in history.choices] == [frozenset({"u2"})]
    assert history.accounts[2].passage == "A2:0-9"
    assert history.accounts[3].time is None
    assert history_of(_study(), "B").events == ()
    placed = {one.event.id: one for one in timeline(history).events}
    assert 50 <= placed["start"].window.low <= placed["start"].window.high <= 70


OTHER = Child("A-other", "A", "zusje", date(2012, 6, 1))


def _of_two_children() -> Study:
    study = _study().changed("A-other", OTHER)
    first = statement("u5", "A-mother", "start", read_time("toen hij vier was"), child="A-kind")
    study = study.changed("u5", first)
    return study.changed("u6", statement("u6", "A-school", "start", read_time("groep 8"), child="A-other"))


def test_by_whose_age_it_is_looked_at_changes_nothing_of_what_is_true() -> None:
    study = _of_two_children()
    views = [timeline(history_of(study, "A", child)) for child in ("", "A-kind", "A-other")]
    clashing = [
        {frozenset((s.source, s.text) for s in one.statements) for one in v.open_clashes} for v in views
    ]
    assert clashing[0] == clashing[1] == clashing[2] != set()
    by_one, by_other = ({p.event.id: p.window for p in one.events} for one in views[1:])
    # the sister is two years younger, so that the same moment is two years less of age
    assert by_one["move"].low - by_other["move"].low == 24
    assert by_one["move"].high - by_other["move"].high == 24


def test_an_age_without_a_child_is_that_of_the_first_with_a_birth() -> None:
    told = statement("u5", "A-mother", "start", read_time("toen hij vier was"))
    study = study_of(
        *families(),
        Child("A-none", "A", "kind zonder dag"),
        *RECORDS[len(families()) : -4],
        OTHER,
        told,
    )
    assert first_child(study, "A") == "A-kind"
    assert [one.child for one in history_of(study, "A").accounts][-1] == ""
    assert [one.child for one in history_of(study, "A", "A-other").accounts][-1] == "A-kind"
    assert pinned_ages(study, "A") == [replace(told, child="A-kind")]


def test_an_old_record_without_a_child_is_read() -> None:
    old = record_json(statement("u5", "A-mother", "start", read_time("toen hij vier was")))
    del old["child"]
    assert read_record(old).child == ""  # type: ignore[union-attr]


def test_a_child_whose_age_was_told_stays() -> None:
    with pytest.raises(InputError):
        _of_two_children().changed("A-other", None)


def test_an_event_that_is_counted_from_stays() -> None:
    study = _study().changed("u1", None)
    with pytest.raises(InputError):
        study.changed("move", None)


def test_a_decision_has_a_reason() -> None:
    with pytest.raises(InputError):
        _study().changed("f2", Following("f2", "A", ("u1",), "  ", "anna"))


def test_times_without_end_survive_json() -> None:
    for record in RECORDS:
        assert read_record(record_json(record)) == record


def test_blind_coders_see_their_own() -> None:
    study = full_study()
    study = study.changed("b1", replace(coding("b1", "A1", "late"), coder="bo"))
    study = study.changed("b2", Memo("b2", "bo", next(study.all(Memo)).written, "mijn idee"))
    seen = own_view(study, "bo")
    assert {one.id for one in seen.all(Coding)} == {"b1"}
    assert {one.id for one in seen.all(Memo)} == {"b2"}
    assert "j1" not in seen.records
    assert "b1" not in own_view(study, "anna").records
