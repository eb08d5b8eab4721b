# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The mode is a mode, and under normal noise everything is what dense algebra says."""

import numpy as np
import pytest

from wijkverhaal.expectation.engine.effect import IndependentEffect
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel, Member, NoModeError
from wijkverhaal.expectation.engine.likelihood import LikelihoodTerms
from wijkverhaal.expectation.engine.sparse_kernels import Floats

from .engine_models import Dense, counts, design, nested, rates


@pytest.mark.parametrize("theta", [[-1.5, -1.0], [-5.0, 0.5], [0.5, -6.0]])
def test_the_mode_is_stationary(theta: list[float]) -> None:
    model, theta_ = nested(counts()), np.array(theta)
    mode = model.mode(theta_)
    slope = model.likelihood.terms(model.predictor(mode.latent, mode.fixed)).slope
    pull = model.scatter(slope) - model.times_prior(model.prior_precision(theta_), mode.latent)
    pull_fixed = model.design.T @ slope - model.fixed_precision * mode.fixed
    assert np.abs(pull).max() < 1e-3
    assert np.abs(pull_fixed).max() < 1e-3
    step, step_fixed = mode.curvature.solve(pull, pull_fixed)
    assert np.abs(model.predictor(step, step_fixed)).max() < 1e-5


def test_the_mode_does_not_depend_on_the_start() -> None:
    model, theta = nested(counts()), np.array([-1.5, -1.0])
    cold = model.mode(theta)
    far = model.mode(theta, (np.full(model.latent_size, 0.5), np.array([1.0, 1.0, -1.0])))
    assert model.predictor(far.latent, far.fixed) == pytest.approx(
        model.predictor(cold.latent, cold.fixed), abs=1e-5
    )


def test_under_normal_noise_the_mode_is_the_dense_mean() -> None:
    model, theta = nested(rates()), np.array([-1.2, -0.7])
    mode, dense = model.mode(theta), Dense.of(model, theta)
    assert np.concatenate([mode.latent, mode.fixed]) == pytest.approx(dense.mean, abs=1e-9)
    inverse = np.linalg.inv(dense.covariance)
    assert mode.curvature.log_determinant == pytest.approx(np.linalg.slogdet(inverse)[1])
    assert mode.curvature.schur_inverse == pytest.approx(
        dense.covariance[model.latent_size :, model.latent_size :], abs=1e-10
    )


def test_a_member_that_does_not_apply_leaves_an_observation_alone() -> None:
    model = nested(rates())
    latent = np.zeros(model.latent_size)
    latent[model.offsets[1] : model.offsets[2]] = 1.0
    applies = model.members[1].index >= 0
    assert not applies.all()
    assert model.gather(latent).tolist() == applies.astype(float).tolist()


def test_gathering_and_scattering_are_each_others_transpose() -> None:
    model, chance = nested(rates()), np.random.default_rng(3)
    latent, values = chance.normal(size=model.latent_size), chance.normal(size=model.observations)
    assert model.gather(latent) @ values == pytest.approx(latent @ model.scatter(values))


class Bottomless:
    """A likelihood without a top."""

    def terms(self, predictor: Floats) -> LikelihoodTerms:
        one = np.ones_like(predictor)
        return LikelihoodTerms(1e9 * predictor, 1e9 * one, 1e-10 * one, 0.0 * one)

    def start(self) -> float:
        return float("nan")


def test_without_a_mode_there_is_an_error_and_no_answer() -> None:
    effect = Member(IndependentEffect("wijk", 5), np.arange(5))
    model = LatentGaussianModel(Bottomless(), design(5, 1), np.full(1, 0.04), [effect])
    with pytest.raises(NoModeError):
        model.mode(model.initial())
