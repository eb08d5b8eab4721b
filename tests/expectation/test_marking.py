# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Marks keep their promise: as many as the rate allows, and hardly ever more wrong ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.marking import (
    THRESHOLDS,
    MarkingRule,
    claims,
    mark,
    share_beyond,
    share_by_threshold,
)
from wijkverhaal.foundation.errors import InputError

ERRORS = st.lists(st.floats(0.0, 1.0), min_size=1, max_size=60).map(np.array)
RATES = st.floats(0.001, 0.5)


def _draws(chances_above: list[float], ratio: float = 1.3, draws: int = 100) -> tuple[Floats, Floats]:
    """Draws of wijken that lie `ratio` times above what is expected with these chances, else on it."""
    numbers = np.arange(draws)[:, None]
    above = numbers < np.round(np.array(chances_above) * draws)
    return np.where(above, ratio, 1.0) * 9.0, np.full((draws, len(chances_above)), 9.0)


def test_known_chances_give_the_known_set() -> None:
    """Mean errors are .01, .05 and .0967; with a fourth wijk it would be .1225."""
    marked = mark(*_draws([0.99, 0.91, 0.81, 0.80, 0.30]))
    assert marked.direction.tolist() == ["higher", "higher", "higher", "none", "none"]
    assert marked.probability == pytest.approx([0.99, 0.91, 0.81, 0.80, 0.30])
    assert marked.expected_wrong == pytest.approx(0.01 + 0.09 + 0.19)
    assert (marked.higher, marked.lower, marked.count) == (3, 0, 3)


def test_lower_is_marked_as_readily_as_higher() -> None:
    actual, expected = _draws([0.98, 0.98, 0.2])
    actual[:, 1] = 18.0 - actual[:, 1]
    assert mark(actual, expected).direction.tolist() == ["higher", "lower", "none"]


def test_a_difference_that_does_not_matter_is_not_marked() -> None:
    actual, expected = _draws([1.0], ratio=1.09)
    assert mark(actual, expected).direction.tolist() == ["none"]
    assert mark(actual, expected, MarkingRule(smallest=0.05)).direction.tolist() == ["higher"]


def test_a_claim_that_is_likelier_wrong_than_right_is_never_made() -> None:
    marked = mark(*_draws([1.0] * 20 + [0.45]), MarkingRule(0.5, 0.1))
    assert marked.count == 20


def test_who_is_no_candidate_is_not_marked_and_takes_no_room() -> None:
    candidates = np.array([True, False, True])
    marked = mark(*_draws([1.0, 1.0, 0.85]), candidates=candidates)
    assert marked.direction.tolist() == ["higher", "none", "higher"]
    assert marked.expected_wrong == pytest.approx(0.15)


def test_of_equal_chances_the_larger_difference_comes_first() -> None:
    actual, expected = _draws([0.9, 0.9, 0.9, 0.8], ratio=1.2)
    actual[:, 1] *= 1.001
    assert claims(np.array([0.19, 0.19, 0.0]), 0.1, np.array([1.0, 2.0, 0.0])).tolist() == [False, True, True]
    assert mark(actual, expected, MarkingRule(0.1, 0.1)).direction[1] == "higher"


@given(ERRORS, RATES)
def test_the_mean_error_of_a_set_is_within_the_rate_and_no_larger_set_is(error: Floats, rate: float) -> None:
    chosen = claims(error, rate)
    assert not chosen.any() or error[chosen].mean() <= rate + 1e-12
    assert (error[chosen] < 0.5).all()
    left = error[~chosen & (error < 0.5)]
    if left.size:
        assert left.min() >= error[chosen].max(initial=0.0)
        larger = np.append(error[chosen], left.min())
        assert larger.mean() > rate - 1e-12


@given(ERRORS, RATES, RATES)
def test_a_larger_rate_marks_all_that_a_smaller_one_does(error: Floats, one: float, other: float) -> None:
    few, many = claims(error, min(one, other)), claims(error, max(one, other))
    assert (many | ~few).all()


@given(st.integers(0, 10_000), RATES)
def test_a_larger_difference_never_marks_more(seed: int, rate: float) -> None:
    random = np.random.default_rng(seed)
    actual = 9.0 * np.exp(random.normal(random.normal(0.0, 0.2, 30), 0.1, (50, 30)))
    shares = list(share_by_threshold(actual, np.full_like(actual, 9.0), rate).values())
    assert len(shares) == len(THRESHOLDS)
    assert shares == sorted(shares, reverse=True)


@given(ERRORS, RATES)
def test_the_order_of_wijken_does_not_matter(error: Floats, rate: float) -> None:
    assert claims(error[::-1], rate).sum() == claims(error, rate).sum()


@pytest.mark.parametrize("smallest", [0.0, 0.1, 0.2])
def test_the_wrong_share_is_about_the_rate_at_most(smallest: float) -> None:
    """200 sets of 400 wijken whose posterior is right: truth and data from the same model."""
    random = np.random.default_rng(5)
    spread, noise, wrong, marks = 0.18, 0.12, 0, 0
    shrink = spread**2 / (spread**2 + noise**2)
    proportions = []
    for _set in range(200):
        truth = random.normal(0.0, spread, 400)
        centre = shrink * (truth + random.normal(0.0, noise, 400))
        draws = centre + np.sqrt(shrink) * noise * random.normal(size=(300, 400))
        marked = mark(9.0 * np.exp(draws), np.full((300, 400), 9.0), MarkingRule(0.1, smallest))
        right = np.where(
            marked.direction == "higher", np.exp(truth) > 1.0 + smallest, np.exp(truth) < 1.0 - smallest
        )
        chosen = marked.direction != "none"
        wrong, marks = wrong + int((chosen & ~right).sum()), marks + marked.count
        proportions.append((chosen & ~right).sum() / max(marked.count, 1))
    assert marks > 200 * 20
    assert 0.07 < wrong / marks < 0.12
    assert np.mean(proportions) < 0.12


@pytest.mark.parametrize("rate", [0.0, -0.1, 0.6, float("nan")])
def test_a_rate_that_promises_nothing_is_refused(rate: float) -> None:
    with pytest.raises(InputError, match="--fdr"):
        MarkingRule(false_discovery_rate=rate)


@pytest.mark.parametrize("smallest", [-0.01, 1.0, float("nan")])
def test_a_difference_that_cannot_be_is_refused(smallest: float) -> None:
    with pytest.raises(InputError, match="--smallest"):
        MarkingRule(smallest=smallest)


def test_beyond_counts_what_is_known() -> None:
    value = np.array([11.1, 9.9, 8.0, np.nan, 5.0])
    expected = np.array([10.0, 9.0, 10.0, 9.0, 0.0])
    assert share_beyond(value, expected, 0.105) == pytest.approx(2 / 3)
    assert share_beyond(value[3:], expected[3:], 0.1) is None
