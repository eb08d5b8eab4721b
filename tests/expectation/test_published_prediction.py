# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The count that CBS would publish: mean, bounds and draws against what is known to be true."""

import numpy as np
import pytest
from scipy.stats import binom

from wijkverhaal.expectation.engine.posterior import LeaveOneOut
from wijkverhaal.expectation.published_prediction import draw_predictor, predict_counts


def certain(predictor: float, wijken: int = 1) -> LeaveOneOut:
    shape = (1, wijken)
    return LeaveOneOut(np.full(shape, predictor), np.full(shape, 1e-9), np.ones(shape))


def test_with_a_rate_that_is_known_the_bounds_are_binomial() -> None:
    found = predict_counts(certain(0.0, 3), np.array([100, 1000, 4000]), np.full(3, 0.8), seed=1)
    assert found.mean == pytest.approx([40.0, 400.0, 1600.0])
    for k, youths in enumerate((100, 1000, 4000)):
        close = 1.0 + 2.5 + 0.15 * binom.std(youths, 0.4)  # as CBS rounds, to multiples of five
        assert found.low[k] == pytest.approx(binom.ppf(0.05, youths, 0.4), abs=close)
        assert found.high[k] == pytest.approx(binom.ppf(0.95, youths, 0.4), abs=close)


def test_the_bounds_hold_nine_in_ten() -> None:
    chance, wijken = np.random.default_rng(1), 2000
    mean, sd = chance.normal(-2.2, 0.3, wijken), chance.uniform(0.1, 0.5, wijken)
    youths, coverage = chance.integers(20, 3000, wijken), chance.uniform(0.6, 1.0, wijken)
    rate = 1.0 / (1.0 + np.exp(-chance.normal(mean, sd)))
    counts = chance.binomial(youths, coverage * rate)
    loo = LeaveOneOut(mean[None], sd[None], np.ones((1, wijken)))
    found = predict_counts(loo, youths, coverage, seed=2)
    inside = (found.low <= counts) & (counts <= found.high)
    assert 0.88 < inside.mean() < 0.92
    for fifth in np.array_split(np.argsort(youths), 5):
        assert 0.86 < inside[fifth].mean() < 0.945


def test_a_mixture_is_drawn_in_proportion_to_its_weights() -> None:
    mixture = LeaveOneOut(
        np.array([[-5.0, 0.0], [5.0, 3.0]]), np.full((2, 2), 0.1), np.array([[0.25, 1], [0.75, 0]])
    )
    draws = draw_predictor(mixture, 20_000, np.random.default_rng(1))
    assert (draws[:, 0] > 0).mean() == pytest.approx(0.75, abs=0.015)
    assert draws[:, 1].mean() == pytest.approx(0.0, abs=0.01)
    assert draws[:, 1].std() == pytest.approx(0.1, abs=0.005)


def test_a_wijk_without_youths_has_no_users() -> None:
    found = predict_counts(certain(-2.0), np.array([0]), np.ones(1), seed=1)
    assert (found.mean[0], found.low[0], found.high[0]) == (0.0, 0.0, 0.0)


def test_bounds_stay_between_none_and_all_youths() -> None:
    wide = LeaveOneOut(np.array([[-2.0, 2.0]]), np.full((1, 2), 4.0), np.ones((1, 2)))
    found = predict_counts(wide, np.array([12, 12]), np.ones(2), seed=1)
    assert (found.low >= 0).all()
    assert (found.high <= 12).all()


def test_the_seed_decides_the_bounds_and_not_the_mean() -> None:
    wide = LeaveOneOut(np.full((1, 2), -2.0), np.full((1, 2), 0.4), np.ones((1, 2)))
    youths, coverage = np.array([500, 900]), np.ones(2)
    first, same, other = (predict_counts(wide, youths, coverage, seed) for seed in (1, 1, 2))
    assert np.array_equal(first.low, same.low)
    assert (first.high != other.high).all()
    assert np.array_equal(first.mean, other.mean)
