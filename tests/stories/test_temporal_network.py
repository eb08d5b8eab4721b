# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tightest windows and clashes: the published network, and accounts that differ."""

from collections.abc import Callable
from itertools import combinations
from math import inf
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.foundation.errors import FitError
from wijkverhaal.stories.clash import clashes
from wijkverhaal.stories.temporal_network import (
    TimeStatement,
    Window,
    event_order,
    is_consistent,
    temporal_network,
)


def test_published_network(published_json: Callable[[str], Any]) -> None:
    example = published_json("time/stn_dechter1991.json")
    names = example["points"]
    statements = [
        TimeStatement(names[i], names[j], low, high) for i, j, low, high in example["constraints_i_j_lo_hi"]
    ]
    network = temporal_network(statements, names)
    assert network.distance.tolist() == example["shortest_path_matrix"]
    windows = network.windows(names[0])
    assert {name: [windows[name].low, windows[name].high] for name in names[1:]} == example[
        "minimal_windows_minutes_after_7"
    ]


SAYS = [
    TimeStatement("geboorte", "signaal", 0, 36, "moeder"),
    TimeStatement("geboorte", "hulp", 48, 71, "hulpverlener"),
    TimeStatement("signaal", "hulp", 0, 18, "school"),
    TimeStatement("verhuizing", "hulp", 5, 7, "moeder"),
]


def test_windows_by_hand() -> None:
    network = temporal_network(SAYS)
    windows = network.windows("geboorte")
    assert windows["signaal"] == Window(30, 36)
    assert windows["hulp"] == Window(48, 54)
    assert windows["verhuizing"] == Window(41, 49)
    assert network.between("signaal", "hulp") == Window(12, 18)


def test_an_event_that_nobody_placed_has_no_bounds() -> None:
    assert temporal_network(SAYS, ["crisis"]).windows("geboorte")["crisis"] == Window(-inf, inf)


def test_two_accounts_that_clash() -> None:
    other = TimeStatement("geboorte", "hulp", 84, 95, "jongere")
    with pytest.raises(FitError, match="niet allemaal waar"):
        temporal_network([*SAYS, other])
    found = clashes([*SAYS, other])
    assert {one.statements for one in found} == {(SAYS[1], other), (SAYS[0], SAYS[2], other)}
    assert found[0].sources == ("hulpverlener", "jongere")


def test_one_statement_can_clash_with_itself() -> None:
    wrong = TimeStatement("a", "b", 5, 3, "moeder")
    assert [one.statements for one in clashes([*SAYS, wrong])] == [(wrong,)]


def test_no_clash() -> None:
    assert clashes(SAYS) == []


@st.composite
def accounts(draw: st.DrawFn) -> list[TimeStatement]:
    return [
        TimeStatement(
            draw(st.sampled_from("abc")),
            draw(st.sampled_from("abcd")),
            (low := draw(st.integers(-6, 6))),
            low + draw(st.integers(0, 4)),
            str(number),
        )
        for number in range(draw(st.integers(2, 7)))
    ]


@settings(max_examples=80, deadline=None)
@given(accounts())
def test_clashes_are_exactly_the_minimal_impossible_sets(statements: list[TimeStatement]) -> None:
    impossible = [
        set(chosen)
        for size in range(1, len(statements) + 1)
        for chosen in combinations(statements, size)
        if not is_consistent(chosen)
    ]
    minimal = {frozenset(one) for one in impossible if not any(other < one for other in impossible)}
    assert {frozenset(one.statements) for one in clashes(statements)} == minimal


@settings(max_examples=80, deadline=None)
@given(accounts())
def test_windows_are_the_tightest(statements: list[TimeStatement]) -> None:
    """Both ends of a window can be true together with all statements; what lies beyond cannot."""
    if not is_consistent(statements):
        return
    first, *others = event_order(statements)
    for event, window in temporal_network(statements).windows(first).items():
        for end, beyond in ((window.low, window.low - 1), (window.high, window.high + 1)):
            if abs(end) < inf:
                assert is_consistent([*statements, TimeStatement(first, event, end, end)])
                assert not is_consistent([*statements, TimeStatement(first, event, beyond, beyond)])
    assert len(others) == len(temporal_network(statements).windows(first))
