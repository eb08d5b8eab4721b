# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draws of the hyperparameters follow their Laplace density, also where that is skew."""

import numpy as np
import pytest

from wijkverhaal.expectation.engine.hyperparameter_marginal import hyperparameter_draws
from wijkverhaal.expectation.engine.hyperparameters import integration_design, most_likely
from wijkverhaal.expectation.engine.laplace import laplace_point

from .engine_models import counts, nested


@pytest.mark.parametrize("weighed", [0, 3000])
def test_quantiles_are_those_of_a_dense_grid(weighed: int) -> None:
    """Forty wijken in eight gemeenten: the spread of gemeenten may as well be nothing."""
    model = nested(counts(sd=0.2))
    design = integration_design(model, most_likely(model))
    drawn = hyperparameter_draws(model, design, 20_000, weighed=weighed)
    first, second = np.linspace(-3.5, 0.5, 41), np.linspace(-7.0, 1.0, 61)
    density = np.array([[laplace_point(model, np.array([a, b])).log_density for b in second] for a in first])
    weight = np.exp(density - density.max())
    for k, (grid, axis) in enumerate(((first, 1), (second, 0))):
        below = np.cumsum(weight.sum(axis)) / weight.sum()
        for chance in (0.25, 0.5, 0.95):
            exact = np.interp(chance, below, grid)
            reached = np.interp(exact, grid, below) - (drawn[:, k] < exact).mean()
            assert abs(reached) < 0.07


def test_the_same_seed_gives_the_same_draws() -> None:
    model = nested(counts())
    design = integration_design(model, most_likely(model))
    first, again, other = (hyperparameter_draws(model, design, 50, seed=s) for s in (1, 1, 2))
    assert np.array_equal(first, again)
    assert (first != other).any()
