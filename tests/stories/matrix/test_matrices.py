# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Families beside each other: three states, by outcome, in pairs and in time."""

from dataclasses import replace

import pytest

from tests.stories.example import coding, families, full_study, study_of
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.help_history import Account, Choice, Event, HelpHistory
from wijkverhaal.stories.history_timeline import timeline
from wijkverhaal.stories.matrix.case_ordered import case_ordered
from wijkverhaal.stories.matrix.factor_bound import Bound
from wijkverhaal.stories.matrix.framework import framework_matrix
from wijkverhaal.stories.matrix.mention import State, mentions, per_event, roles
from wijkverhaal.stories.matrix.pair import most_different, most_similar
from wijkverhaal.stories.matrix.trace import Order, trace
from wijkverhaal.stories.study.record import Coding, Outcome
from wijkverhaal.stories.time_expression import read_time

STUDY = full_study()
FACTORS = ("late", "click")


def test_present_absent_disputed_and_not_mentioned() -> None:
    found = mentions(STUDY, "family", FACTORS)
    assert [found[case, "late"].state for case in "ABCD"] == [
        State.DISPUTED,
        State.PRESENT,
        State.ABSENT,
        State.NOT_MENTIONED,
    ]
    assert roles(STUDY, found["A", "late"].supported_by) == ("moeder",)
    assert roles(STUDY, found["A", "late"].denied_by) == ("school",)


def test_only_what_chosen_coders_coded() -> None:
    found = mentions(STUDY, "family", FACTORS, coders=["bo"])
    assert {one.state for one in found.values()} == {State.NOT_MENTIONED}


def test_the_framework_has_the_researchers_words() -> None:
    matrix = framework_matrix(STUDY, FACTORS)
    assert [case.id for case in matrix.cases] == list("ABCD")
    assert matrix.cells[0][0].summary == "Moeder en school verschillen."
    assert [one.id for one in matrix.cells[1][1].mention.codings] == ["k4"]


def test_another_unit() -> None:
    matrix = framework_matrix(STUDY, FACTORS, "episode")
    assert [case.id for case in matrix.cases] == ["A-thuis"]
    assert matrix.cells[0][0].mention.state is State.DISPUTED


def test_cases_by_their_outcome_with_bounds() -> None:
    matrix = case_ordered(STUDY, FACTORS)
    assert matrix.cases == ("C", "D", "A", "B")
    assert [one.known for one in matrix.outcomes] == [True, True, False, False]
    assert matrix.bounds[0].consistency == Bound(0.0, 0.5)
    assert matrix.bounds[1].consistency == Bound(1.0, 1.0)


def test_judges_who_differ_leave_it_open() -> None:
    study = STUDY.changed("o5", Outcome("o5", "A", True, "A-mother"))
    assert case_ordered(study, FACTORS).outcomes[-1] is State.DISPUTED
    assert case_ordered(study, FACTORS, judged_by=["anna"]).cases[-2:] == ("A", "B")


def test_only_complete_cases_go_to_the_truth_table() -> None:
    matrix = case_ordered(STUDY, FACTORS)
    assert matrix.complete(["click"]) == ("C", "D", "A", "B")
    assert matrix.complete(FACTORS) == ("C", "B")
    table = matrix.table(["click"])
    assert table.cases == ("C", "D", "A", "B")
    assert table.outcome.tolist() == [1, 1, 0, 0]
    assert matrix.table(["click"], negated=True).outcome.tolist() == [0, 0, 1, 1]
    with pytest.raises(InputError):
        matrix.table(["a", "b", "c", "d"])


def test_pairs_that_share_nothing_known_are_not_alike() -> None:
    """B and C differ in all that is known of both; of the others too little is."""
    matrix = case_ordered(STUDY, FACTORS)
    assert most_similar(matrix) == []
    assert all(pair.known and len(pair.differ) > len(pair.same) for pair in most_different(matrix))


def test_alike_is_more_the_same_than_different() -> None:
    one = [coding(str(place), "B1", factor) for place, factor in enumerate(("late", "click"))]
    judged = [Outcome("o1", "B", True, "anna"), Outcome("o2", "C", False, "anna")]
    other = [
        coding("8", "C1", "late"),
        coding("9", "C1", "click", present=False),
    ]
    study = study_of(*families(), *judged, *one, *other)
    assert most_similar(case_ordered(study, FACTORS)) == []  # one the same, one different
    (pair,) = most_similar(case_ordered(study, ["late"]))
    assert ({pair.one, pair.other}, pair.same, pair.known) == ({"B", "C"}, ("late",), 1)


HISTORY = HelpHistory(
    "A",
    (Event("start", "start"), Event("end", "end"), Event("crisis", "crisis")),
    (
        Account("u1", "A-mother", "start", read_time("toen hij drie was")),
        Account("u2", "A-mother", "end", read_time("toen hij acht was")),
        Account("u3", "A-school", "start", read_time("toen hij zes was")),
    ),
)


def test_a_factor_before_the_outcome_and_who_supports_it() -> None:
    followed = replace(HISTORY, choices=(Choice(frozenset({"u3"}), "school kwam later"),))
    found = [one for (case, _factor), one in mentions(STUDY, "family", FACTORS).items() if case == "A"]
    traces = {(one.factor, one.event): one for one in trace(timeline(followed), "end", found)}
    click = traces["click", "start"]
    assert (click.order, click.disputed, click.denied_by) == (Order.BEFORE, False, ("A-mother",))
    assert click.months is not None
    assert 48 <= click.months.low <= click.months.high <= 72
    assert traces["late", ""].order is Order.NOT_PLACED


def test_an_undecided_clash_shows() -> None:
    found = [one for (case, _factor), one in mentions(STUDY, "family", FACTORS).items() if case == "A"]
    (click,) = (one for one in trace(timeline(HISTORY), "end", found) if one.event)
    assert click.disputed
    assert click.order is Order.UNSURE
    later = next(one for one in trace(timeline(HISTORY), "crisis", found) if one.event)
    assert later.order is Order.UNSURE


def test_after_is_after() -> None:
    followed = replace(HISTORY, choices=(Choice(frozenset({"u3"}), "school kwam later"),))
    at_the_end = replace(STUDY.one(Coding, "k8"), event="end")
    found = mentions(STUDY.changed("k8", at_the_end), "family", ["click"])["A", "click"]
    (click,) = trace(timeline(followed), "start", [found])
    assert click.order is Order.AFTER


def test_help_that_helped_in_part_is_neither_yes_nor_no() -> None:
    study = STUDY.changed("o5", Outcome("o5", "D", None, "anna")).changed("o4", None)
    matrix = case_ordered(study, FACTORS)
    assert matrix.cases.index("D") == 1
    assert matrix.outcomes[1] is State.PARTLY
    assert "D" not in matrix.complete(["click"])
    for partly in (True, False):
        counted = case_ordered(study, FACTORS, partly=partly)
        assert counted.outcomes[1] is State.PARTLY
        assert counted.known[1] is partly
        table = counted.table(["click"])
        assert table.outcome[table.cases.index("D")] == float(partly)


def test_the_bounds_hold_however_a_partial_outcome_counts() -> None:
    study = STUDY.changed("o5", Outcome("o5", "D", None, "anna")).changed("o4", None)
    wide = case_ordered(study, FACTORS).bounds[1].consistency
    for partly in (True, False):
        narrow = case_ordered(study, FACTORS, partly=partly).bounds[1].consistency
        assert wide.least is not None
        assert narrow.least is not None
        assert wide.least <= narrow.least
        assert narrow.most is not None
        assert wide.most is not None
        assert narrow.most <= wide.most


def test_partly_against_yes_is_disputed() -> None:
    study = STUDY.changed("o5", Outcome("o5", "C", None, "C-mother"))
    matrix = case_ordered(study, FACTORS)
    assert matrix.outcomes[matrix.cases.index("C")] is State.DISPUTED


def test_who_supports_a_factor_is_told_per_event() -> None:
    mother = Coding("e1", "A1", "click", "anna", 0, 5, event="start")
    school = Coding("e2", "A2", "click", "anna", 0, 5, event="end")
    study = STUDY.changed("e1", mother).changed("e2", school)
    whole = mentions(study, "family", ["click"])["A", "click"]
    found = {one.codings[0].event: one for one in per_event(study, whole) if one.codings[0].event}
    assert found["start"].supported_by == ("A-mother",)
    assert found["end"].supported_by == ("A-school",)
