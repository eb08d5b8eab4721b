# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The paired gain: its arithmetic, and a verdict that owns up to what could not be seen."""

import numpy as np
import pytest

from wijkverhaal.expectation.held_out_scores import HeldOutScores
from wijkverhaal.expectation.paired_gain import Gain, paired_gain
from wijkverhaal.expectation.question_rule import CLEAR


def scores(log_score: np.ndarray, slope: float = 1.0, bend: float = 1.0, seed: int = 1) -> HeldOutScores:
    signs = np.random.default_rng(seed).choice([-1.0, 1.0], log_score.size)
    return HeldOutScores(log_score, slope * signs, np.full(log_score.size, bend))


def compare(
    difference: np.ndarray, gemeente: np.ndarray, clustered: bool, bend: float = 1.0, columns: int = 1
) -> Gain:
    added = np.random.default_rng(2).standard_normal((difference.size, columns))
    return paired_gain(
        scores(np.zeros(difference.size), np.sqrt(bend), bend),
        scores(difference),
        added,
        np.ones((difference.size, 1)),
        gemeente,
        np.ones(difference.size, dtype=bool),
        clustered,
    )


@pytest.fixture
def difference() -> np.ndarray:
    return 0.1 + np.random.default_rng(3).standard_normal(60)


def test_the_standard_error_is_that_of_a_paired_mean(difference: np.ndarray) -> None:
    gain = compare(difference, np.arange(60) // 3, clustered=False)
    assert gain.difference == pytest.approx(difference.mean())
    assert gain.standard_error == pytest.approx(difference.std(ddof=1) / np.sqrt(60))
    assert (gain.wijken, gain.gemeenten) == (60, 20)


def test_wijken_of_one_gemeente_count_together() -> None:
    per_gemeente = np.random.default_rng(4).standard_normal(20)
    gemeente = np.arange(60) // 3
    gain = compare(per_gemeente[gemeente], gemeente, clustered=True)
    assert gain.standard_error == pytest.approx(per_gemeente.std(ddof=1) / np.sqrt(20))
    assert (
        gain.standard_error > 1.5 * compare(per_gemeente[gemeente], gemeente, clustered=False).standard_error
    )


def test_only_wijken_that_both_models_were_scored_on_count(difference: np.ndarray) -> None:
    holed = np.where(np.arange(60) < 10, np.nan, difference)
    gain = compare(holed, np.arange(60), clustered=False)
    assert gain.wijken == 50
    assert gain.difference == pytest.approx(difference[10:].mean())


def test_twice_the_standard_error_is_a_gain_and_a_loss_never_is() -> None:
    assert Gain(0.021, 0.01, 900, 90, 5.0).verdict == "gain"
    assert Gain(0.019, 0.01, 900, 90, 5.0).verdict == "none"
    assert Gain(-0.05, 0.01, 900, 90, 5.0).verdict == "none"
    assert Gain(0.0, 0.0, 1, 1, 0.0).verdict == "too_few"


def test_without_a_gain_few_wijken_tell_nothing_and_many_do() -> None:
    none = np.zeros(100) + 1e-6 * np.random.default_rng(5).standard_normal(100)
    assert compare(none, np.arange(100), clustered=False, bend=5.0).verdict == "too_few"
    many = np.repeat(none, 60)
    assert compare(many, np.arange(6000), clustered=False, bend=5.0).verdict == "none"


def test_more_columns_and_less_information_make_it_harder_to_see() -> None:
    none = 1e-6 * np.random.default_rng(5).standard_normal(4000)
    wijken = np.arange(4000)
    one = compare(none, wijken, False, bend=5.0)
    assert one.expected > compare(none, wijken, False, bend=5.0, columns=8).expected
    assert one.expected > compare(none, wijken, False, bend=1.0).expected
    assert one.expected > CLEAR


def test_it_is_what_a_column_says_beyond_the_smaller_model_that_counts() -> None:
    column = np.random.default_rng(6).standard_normal((3000, 1))
    own = np.random.default_rng(7).standard_normal((3000, 1))
    rows, wijken = np.ones(3000, dtype=bool), np.arange(3000)
    nothing = scores(np.zeros(3000), np.sqrt(5.0), 5.0)

    def expected(added: np.ndarray, known: np.ndarray) -> float:
        base = np.column_stack([np.ones(3000), known])
        return paired_gain(nothing, nothing, added, base, wijken, rows, False).expected

    alone = expected(own, column)
    assert alone > CLEAR
    assert expected(10.0 * column + own, column) == pytest.approx(alone)
    assert expected(column, column) == 0.0
