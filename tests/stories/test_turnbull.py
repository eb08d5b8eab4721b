# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Durations between bounds: the published masses, and cases with an answer known by hand."""

from collections.abc import Callable
from itertools import pairwise
from math import inf
from typing import Any

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.delay import Delay, delay_distribution, envelope
from wijkverhaal.stories.turnbull import still_waiting, turnbull


def test_published_masses(published_json: Callable[[str], Any]) -> None:
    example = published_json("time/turnbull_breast_cosmesis.json")
    found = turnbull(example["lo"], example["hi"])
    printed = [[one.low, one.high, round(one.mass, 4)] for one in found]
    assert printed == example["npmle_intervals_and_mass"]


def test_exact_durations_give_their_own_shares() -> None:
    found = turnbull([2, 5, 5, 9], [2, 5, 5, 9])
    assert [(one.low, one.high) for one in found] == [(2, 2), (5, 5), (9, 9)]
    assert [one.mass for one in found] == pytest.approx([0.25, 0.5, 0.25])


def test_right_censored_durations_give_kaplan_and_meier() -> None:
    """At 3 one of four ends; after 5 one is lost; at 7 one of the two left ends."""
    found = turnbull([3, 5, 7, 8], [3, None, 7, None])
    assert [one.low for one in found] == [3, 7, 8]
    assert [one.mass for one in found] == pytest.approx([0.25, 0.375, 0.375], abs=1e-6)
    assert found[-1].high == inf


def test_two_overlapping_intervals_share_their_overlap() -> None:
    (one,) = turnbull([0, 4], [6, 10])
    assert (one.low, one.high, one.mass) == (4, 6, pytest.approx(1))


def test_an_open_interval_does_not_hold_the_point_where_it_begins() -> None:
    found = turnbull([5, 5], [5, 9])
    assert [(one.low, one.high) for one in found] == [(5, 5), (5, 9)]


def test_the_share_still_waiting_has_two_bounds() -> None:
    found = turnbull([0, 6, 6], [4, 12, None])
    assert still_waiting(found, 5) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert still_waiting(found, 8) == (0, pytest.approx(2 / 3))


@pytest.mark.parametrize(("lows", "highs"), [([], []), ([3], [2]), ([float("nan")], [2])])
def test_impossible_durations_are_refused(lows: list[float], highs: list[float | None]) -> None:
    with pytest.raises(InputError):
        turnbull(lows, highs)


def test_the_envelope_holds_the_estimate() -> None:
    delays = [Delay("Berk", 6, 24), Delay("Eik", 12, 18), Delay("Els", 30, 54), Delay("Iep", 3, inf)]
    shape = envelope(delays)
    assert all(one.least <= one.most for one in shape)
    assert all(a.most >= b.most and a.least >= b.least for a, b in pairwise(shape))
    assert shape[0].least == 1
    masses = delay_distribution(delays)
    for one in shape:
        least, most = still_waiting(masses, one.months)
        assert one.least - 1e-6 <= most
        assert least <= one.most + 1e-6
