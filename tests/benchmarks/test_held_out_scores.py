# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The paired standard error of a difference of two R2."""

import numpy as np
import pytest
from held_out_scores import paired_difference


def simulated(chance: np.random.Generator, gemeenten: int = 80, wijken: int = 6) -> tuple[np.ndarray, ...]:
    """Errors of two predictors that go wrong together within a gemeente, and the spread."""
    cluster = np.repeat(np.arange(gemeenten), wijken)
    common = chance.standard_normal(gemeenten)[cluster]
    truth = 2.0 * chance.standard_normal(cluster.size)
    one = common + 0.5 * chance.standard_normal(cluster.size)
    other = 0.5 * common + chance.standard_normal(cluster.size)
    return one**2 - other**2, (truth - truth.mean()) ** 2, cluster


def test_it_is_the_difference_of_two_r2() -> None:
    gain, spread, cluster = simulated(np.random.default_rng(1))
    difference, _error = paired_difference(gain, spread, cluster)
    assert difference == pytest.approx(gain.sum() / spread.sum())


def test_the_standard_error_is_how_much_it_varies() -> None:
    """Over many simulations, and more than without the clusters."""
    found, errors, without = [], [], []
    for seed in range(300):
        gain, spread, cluster = simulated(np.random.default_rng(seed))
        difference, error = paired_difference(gain, spread, cluster)
        found.append(difference)
        errors.append(error)
        without.append(paired_difference(gain, spread, np.arange(gain.size))[1])
    assert np.mean(errors) == pytest.approx(np.std(found), rel=0.12)
    assert np.mean(without) < 0.8 * np.std(found)
