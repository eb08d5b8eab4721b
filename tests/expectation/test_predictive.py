# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Predictive distributions against those that are known in closed form."""

import numpy as np
import pytest
from scipy.stats import binom, norm

from wijkverhaal.expectation.predictive import (
    Mixture,
    predict_counts,
    predict_rates,
    published_value,
    single,
)


def test_counts_are_shown_in_multiples_of_five() -> None:
    counts = np.array([7, 8, 10, 12, 13, 1002])
    assert published_value(counts).tolist() == [7.0, 10.0, 10.0, 10.0, 15.0, 1000.0]


def test_the_log_score_of_a_count_is_the_chance_of_its_interval() -> None:
    found = predict_counts(
        single(np.array([-2.0]), 1e-9), np.array([500]), np.array([48]), np.array([52]), np.array([0.9]), 1
    )
    chance = 0.9 / (1.0 + np.exp(2.0))
    assert found.log_score[0] == pytest.approx(np.log(binom.pmf(np.arange(48, 53), 500, chance).sum()))
    assert found.rate[0] == pytest.approx(100.0 * chance)
    assert found.draws.mean() == pytest.approx(100.0 * chance, rel=0.02)


def test_the_chances_of_all_intervals_add_up_to_one() -> None:
    low = np.array([0, *range(8, 198, 5)])
    high = np.array([7, *range(12, 200, 5), 200])[: low.size]
    high[-1] = 200
    wijken = np.ones(low.size)
    found = predict_counts(
        single(-2.0 * wijken, 0.5), (200 * wijken).astype(np.int64), low, high, 0.9 * wijken, 1
    )
    assert np.exp(found.log_score).sum() == pytest.approx(1.0, abs=1e-6)


def test_draws_of_published_counts_cover_nominally() -> None:
    chance, wijken = np.random.default_rng(3), 3000
    mean, youths = chance.normal(-2.2, 0.3, wijken), chance.integers(100, 2000, wijken)
    counts = chance.binomial(youths, 0.9 / (1.0 + np.exp(-chance.normal(mean, 0.3))))
    shown = counts >= 8
    low = np.where(shown, 5 * ((counts + 2) // 5) - 2, 0)
    high = np.where(shown, low + 4, 7)
    found = predict_counts(single(mean, 0.3), youths, low, high, np.full(wijken, 0.9), 1)
    rate = 100.0 * published_value(counts) / youths
    below, above = np.quantile(found.draws, (0.05, 0.95), axis=0)
    assert ((below <= rate) & (rate <= above))[shown].mean() == pytest.approx(0.9, abs=0.025)


def test_percentages_on_their_own_scale_are_normal() -> None:
    rate = np.array([8.0, 11.0])
    found = predict_rates(single(np.full(2, 9.0), 1.2), rate, "percent", np.full(2, 0.5), 1)
    assert found.log_score == pytest.approx(norm.logpdf(rate, 9.0, 1.3))
    assert found.rate == pytest.approx([9.0, 9.0])
    assert found.draws.std(0) == pytest.approx([1.3, 1.3], rel=0.1)


def test_the_density_of_a_percentage_on_the_logit_integrates_to_one() -> None:
    grid = np.linspace(0.2, 60.0, 3000)
    mixture = Mixture(
        np.stack([np.full(grid.size, -2.0), np.full(grid.size, -2.5)]),
        np.full((2, grid.size), 0.3),
        np.stack([np.full(grid.size, 0.4), np.full(grid.size, 0.6)]),
    )
    found = predict_rates(mixture, grid, "logit", np.full(grid.size, 0.2), 1)
    density = np.exp(found.log_score)
    spacing = grid[1] - grid[0]
    assert density.sum() * spacing == pytest.approx(1.0, abs=2e-3)
    assert (density * grid).sum() * spacing == pytest.approx(found.rate[0], rel=2e-3)


def test_the_same_seed_draws_the_same() -> None:
    one = [predict_rates(single(np.zeros(2), 1.0), np.ones(2), "percent", np.ones(2), s) for s in (1, 1, 2)]
    assert np.array_equal(one[0].draws, one[1].draws)
    assert (one[0].draws != one[2].draws).all()
