# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Guess first: what counts, what is shown, and what is refused."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.dialogue.guess import Guess, guesses_that_count, read_guess
from wijkverhaal.dialogue.guess_spread import spread_of, spread_sentence
from wijkverhaal.foundation.errors import InputError

VALUES = st.lists(st.floats(0, 100, allow_nan=False), min_size=3, max_size=80)


def _guesses(*values: float) -> list[Guess]:
    return [Guess(f"p{k}", "f", value, k) for k, value in enumerate(values)]


def test_nothing_is_shown_before_the_figure_is() -> None:
    assert spread_of(_guesses(5, 10, 12, 15), "f", None) is None


def test_a_guess_after_the_figure_was_shown_does_not_count() -> None:
    guesses = [*_guesses(5, 10, 12), Guess("p0", "f", 11.0, 9), Guess("p9", "f", 11.0, 10)]
    assert [one.value for one in guesses_that_count(guesses, "f", 8)] == [5, 10, 12]


def test_a_changed_guess_counts_once() -> None:
    guesses = [*_guesses(5, 10, 12), Guess("p0", "f", 7.0, 5)]
    assert sorted(one.value for one in guesses_that_count(guesses, "f", 8)) == [7, 10, 12]


def test_of_two_people_nothing_is_shown() -> None:
    assert spread_of(_guesses(5, 10), "f", 8) is None
    assert "drie" in spread_sentence(None, 8.0, "%")


@settings(deadline=None)
@given(VALUES)
def test_every_guess_is_a_dot_in_its_stack(values: list[float]) -> None:
    spread = spread_of(_guesses(*values), "f", 1000)
    assert spread is not None
    assert sum(dots.count for dots in spread.dots) == len(values) == spread.people
    assert len(spread.dots) <= 22
    assert spread.dots[0].low <= min(values) + 1e-6
    assert spread.dots[-1].high >= max(values) - 1e-6


@settings(deadline=None)
@given(VALUES)
def test_quartiles_only_where_they_are_not_the_guesses_themselves(values: list[float]) -> None:
    spread = spread_of(_guesses(*values), "f", 1000)
    assert spread is not None
    assert (spread.half is None) == (len(values) < 8)


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [("12,5%", "percentage", 12.5), (" 7 ", "percentage", 7), ("1.200", "number", 1200), ("0", "number", 0)],
)
def test_numbers_as_people_type_them(typed: str, kind: str, value: float) -> None:
    assert read_guess(typed, kind) == value  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["", "veel", "-3", "101", "nan", "inf", "1e9", "<b>5</b>", "9" * 400])
def test_what_is_no_percentage_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match="percentage"):
        read_guess(typed, "percentage")


def test_the_spread_stands_beside_the_figure_in_words() -> None:
    few = spread_of(_guesses(5, 10, 12), "f", 8)
    many = spread_of(_guesses(*range(5, 15)), "f", 20)
    assert "middelste schatting is ongeveer 10,0%" in spread_sentence(few, 8.2, "%")
    assert "de helft ligt tussen 7,5 en 12,0%" in spread_sentence(many, 8.2, "%")
    assert spread_sentence(many, 8.2, "%").endswith("Het cijfer is 8,2%.")


@pytest.mark.parametrize(
    ("values", "unit", "told"),
    [((8, 10.5, 12.5, 15, 99), "%", "ongeveer 12,5%"), ((0.9, 1.2, 1.5, 1200), "km", "ongeveer 1,4 km")],
    ids=["percentage", "distance"],
)
def test_one_wild_guess_changes_neither_the_middle_nor_the_drawing(
    values: tuple[float, ...], unit: str, told: str
) -> None:
    spread = spread_of(_guesses(*values), "f", 20, values[0])
    assert told in spread_sentence(spread, values[0], unit)
    assert spread is not None
    assert (spread.dots[-1].high, spread.dots[-1].count) == (float("inf"), 1)
    assert sum(bool(one.count) for one in spread.dots) >= 3


@settings(deadline=None)
@given(st.lists(st.floats(0, 1e6, allow_nan=False), min_size=3, max_size=60), st.floats(0, 100))
def test_the_middle_is_right_within_a_tenth_of_itself(values: list[float], value: float) -> None:
    spread = spread_of(_guesses(*values), "f", 1000, value)
    assert spread is not None
    middle = float(np.median(values))
    assert abs(spread.middle - middle) <= max(0.05, middle / 10) + 1e-6
    assert len(spread.dots) <= 16
    assert all(one.count for one in (spread.dots[0], spread.dots[-1]) if not np.isfinite(one.high - one.low))


def test_a_middle_of_three_is_not_what_one_of_them_typed() -> None:
    assert spread_of(_guesses(3.21, 12.34, 33.3), "f", 9).middle == 12.5  # type: ignore[union-attr]
