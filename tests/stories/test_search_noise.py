# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who searches many factors finds a clean table in noise."""

from math import comb

import pytest

from wijkverhaal.stories.search_noise import search_noise


def test_one_factor_of_one_by_hand() -> None:
    """Two cases, one with the outcome: clean where the factor differs, in half of the draws."""
    assert search_noise(2, 1, 1, 1, draws=2000) == pytest.approx(0.5, abs=0.04)


def test_three_of_fifteen_nearly_always_and_one_of_fifteen_nearly_never() -> None:
    """Ten cases, five with the outcome: measured apart as 3%, 26% and 98%."""
    assert search_noise(10, 5, 15, 1, draws=1000) == pytest.approx(1 - (1 - 2 / 2**10) ** 15, abs=0.02)
    assert search_noise(10, 5, 15, 2, draws=1000) == pytest.approx(0.26, abs=0.05)
    assert search_noise(10, 5, 15, 3, draws=1000) == pytest.approx(0.98, abs=0.02)


def test_more_to_choose_from_is_easier() -> None:
    chances = [search_noise(10, 4, factors, 2) for factors in (3, 8, 20, 40)]
    assert chances == sorted(chances)
    assert chances[-1] > chances[0]


def test_more_sets_than_can_be_looked_at() -> None:
    assert comb(80, 3) > 20_000
    assert search_noise(10, 5, 80, 3, draws=20) == 1.0


@pytest.mark.parametrize(("cases", "factors", "chosen"), [(0, 3, 1), (5, 3, 0), (5, 2, 3)])
def test_where_there_is_nothing_to_choose(cases: int, factors: int, chosen: int) -> None:
    assert search_noise(cases, 0, factors, chosen) == 0.0
