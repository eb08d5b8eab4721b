# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an effect tells the engine of its precision agrees with the dense matrix."""

import numpy as np
import pytest

from wijkverhaal.expectation.engine.effect import Effect, IndependentEffect, KnownEffect
from wijkverhaal.expectation.engine.prior import ExponentialScalePrior
from wijkverhaal.expectation.engine.sparse_kernels import Floats

EFFECTS = [
    IndependentEffect("wijk", 4, ExponentialScalePrior(0.7), start=0.3),
    KnownEffect("coverage", (0.1, 0.2, 0.05)),
]
each_effect = pytest.mark.parametrize("effect", EFFECTS, ids=lambda effect: effect.name)
_STEP = 1e-6


def dense(effect: Effect, theta: Floats) -> Floats:
    rows, columns = effect.positions()
    matrix = np.zeros((effect.size, effect.size))
    matrix[rows, columns] = effect.precision(theta)
    return np.maximum(matrix, matrix.T) if (rows != columns).any() else matrix


def shifted(theta: Floats) -> list[tuple[Floats, Floats]]:
    return [(theta - step, theta + step) for step in _STEP * np.eye(theta.size)]


@each_effect
def test_there_is_a_start_for_every_hyperparameter(effect: Effect) -> None:
    assert effect.initial().size == len(effect.hyperparameters) == len(set(effect.hyperparameters))
    assert all(effect.name in name for name in effect.hyperparameters)


@each_effect
def test_the_log_determinant_and_its_derivatives(effect: Effect) -> None:
    theta = effect.initial() + 0.2
    value, slopes = effect.log_determinant(theta)
    assert value == pytest.approx(np.linalg.slogdet(dense(effect, theta))[1])
    for slope, (before, after) in zip(slopes, shifted(theta), strict=True):
        change = effect.log_determinant(after)[0] - effect.log_determinant(before)[0]
        assert slope == pytest.approx(change / (2 * _STEP), rel=1e-6)


@each_effect
def test_the_derivatives_of_the_precision(effect: Effect) -> None:
    theta = effect.initial() + 0.2
    for slope, (before, after) in zip(effect.precision_derivatives(theta), shifted(theta), strict=True):
        change = effect.precision(after) - effect.precision(before)
        assert slope == pytest.approx(change / (2 * _STEP), rel=1e-6)


@each_effect
def test_the_prior_of_the_hyperparameters(effect: Effect) -> None:
    theta = effect.initial() + 0.2
    for slope, (before, after) in zip(effect.log_prior(theta)[1], shifted(theta), strict=True):
        change = effect.log_prior(after)[0] - effect.log_prior(before)[0]
        assert slope == pytest.approx(change / (2 * _STEP), rel=1e-5)


def test_the_standard_deviation_is_the_exponent_of_theta() -> None:
    effect = IndependentEffect("gemeente", 3, start=0.25)
    assert np.diag(np.linalg.inv(dense(effect, effect.initial()))) == pytest.approx(np.full(3, 0.25**2))


def test_a_known_effect_keeps_each_standard_deviation() -> None:
    effect = KnownEffect("coverage", (0.1, 0.2))
    assert np.diag(np.linalg.inv(dense(effect, effect.initial()))) == pytest.approx([0.01, 0.04])
