# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The posterior against brute force, refits and its own covariance."""

import numpy as np
import pytest

from wijkverhaal.expectation.engine.effect import KnownEffect
from wijkverhaal.expectation.engine.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel, Member
from wijkverhaal.expectation.engine.posterior import Posterior, fit
from wijkverhaal.expectation.engine.published_rate import PublishedRateLikelihood
from wijkverhaal.expectation.engine.sparse_kernels import Floats

from .brute_force import TinyCountry
from .engine_models import Dense, counts, design, gemeente_of, nested

TINY = TinyCountry(
    youths=np.array([900, 300, 60, 1200, 500, 40]),
    low=np.array([98, 18, 0, 68, 53, 0]),
    high=np.array([102, 22, 7, 72, 57, 7]),
    gemeente=np.array([0, 0, 0, 1, 1, 1]),
)


def predictor_moments(posterior: Posterior) -> tuple[Floats, Floats]:
    """Mean and sd of the predictor, hyperparameters integrated out."""
    mean = posterior.weights @ posterior.predictor_mean
    second = posterior.weights @ (posterior.predictor_variance + posterior.predictor_mean**2)
    return mean, np.sqrt(second - mean**2)


@pytest.fixture(scope="module")
def exact() -> tuple[Floats, Floats, float]:
    return TINY.moments(np.linspace(-4.5, 1.2, 39))


@pytest.fixture(scope="module")
def tiny() -> Posterior:
    return fit(TINY.model, draws=4000)


@pytest.fixture(scope="module")
def fitted() -> Posterior:
    return fit(nested(counts()), draws=400, seed=4)


def test_means_and_spreads_are_those_of_numerical_integration(
    tiny: Posterior, exact: tuple[Floats, Floats, float]
) -> None:
    mean, sd = predictor_moments(tiny)
    assert np.abs((mean - exact[0]) / exact[1]).max() < 0.1
    assert sd == pytest.approx(exact[1], rel=0.1)


def test_draws_have_the_same_means_and_spreads(tiny: Posterior, exact: tuple[Floats, Floats, float]) -> None:
    drawn = tiny.model.predictor(tiny.draws.latent.T, tiny.draws.fixed.T)
    assert np.abs((drawn.mean(1) - exact[0]) / exact[1]).max() < 0.1
    assert drawn.std(1) == pytest.approx(exact[1], rel=0.12)


def test_the_evidence_is_that_of_numerical_integration(
    tiny: Posterior, exact: tuple[Floats, Floats, float]
) -> None:
    assert tiny.log_evidence == pytest.approx(exact[2], abs=0.1)


@pytest.mark.parametrize("left_out", [0, 7, 21])
def test_leaving_one_out_is_as_fitting_without_it(fitted: Posterior, left_out: int) -> None:
    full = counts()
    hide = np.arange(full.youths.size) == left_out
    without = IntervalCountLikelihood(
        *(np.where(hide, 0, column) for column in (full.youths, full.low, full.high)), full.coverage
    )
    mean, sd = (moment[left_out] for moment in predictor_moments(fit(nested(without), draws=2)))
    loo = fitted.leave_one_out
    weight, means = loo.weight[:, left_out], loo.mean[:, left_out]
    found = weight @ means
    spread = np.sqrt(weight @ (loo.sd[:, left_out] ** 2 + means**2) - found**2)
    assert weight.sum() == pytest.approx(1.0)
    assert abs(found - mean) < 0.15 * sd
    assert spread == pytest.approx(sd, rel=0.15)


def test_a_wijk_without_figures_is_left_out_already(fitted: Posterior) -> None:
    loo = fitted.leave_one_out
    assert loo.mean[:, -1] == pytest.approx(fitted.predictor_mean[:, -1])
    assert loo.sd[:, -1] ** 2 == pytest.approx(fitted.predictor_variance[:, -1])
    assert loo.weight[:, -1] == pytest.approx(fitted.weights)


def test_draws_have_the_covariance_of_the_posterior() -> None:
    wijken = 12
    likelihood = PublishedRateLikelihood(np.linspace(-3.0, -1.0, wijken), np.full(wijken, 0.3))
    effects = [
        Member(KnownEffect("wijk", (0.4,) * wijken), np.arange(wijken)),
        Member(KnownEffect("gemeente", (0.3,) * 3), gemeente_of(wijken, 3)),
    ]
    model = LatentGaussianModel(likelihood, design(wijken, 2), np.array([0.04, 4.0]), effects)
    posterior, dense = fit(model, draws=40_000, seed=9), Dense.of(model, np.empty(0))
    drawn = np.hstack([posterior.draws.latent, posterior.draws.fixed])
    scale = np.sqrt(np.diag(dense.covariance))
    assert drawn.mean(0) == pytest.approx(dense.mean, abs=1e-8)
    away = (np.cov(drawn.T, bias=True) - dense.covariance) / np.outer(scale, scale)
    assert np.abs(away).max() < 0.03


def test_antithetic_pairs_average_to_the_mean_of_their_point(fitted: Posterior) -> None:
    draws = fitted.draws
    assert np.array_equal(draws.theta[0::2], draws.theta[1::2])
    predictor = fitted.model.predictor(draws.latent.T, draws.fixed.T)
    middle = 0.5 * (predictor[:, 0::2] + predictor[:, 1::2]).T
    point = [int(np.flatnonzero((fitted.thetas == theta).all(1))[0]) for theta in draws.theta[0::2]]
    assert middle == pytest.approx(fitted.predictor_mean[point], abs=1e-8)


def test_as_many_draws_as_asked_in_proportion_to_the_weights(fitted: Posterior) -> None:
    assert len(fitted.draws.latent) == len(fitted.draws.fixed) == 400
    share = [(fitted.draws.theta == theta).all(1).mean() for theta in fitted.thetas]
    assert share == pytest.approx(fitted.weights, abs=0.006)
    assert len(fit(nested(counts()), draws=2).draws.fixed) == 2


def test_the_same_seed_gives_the_same_draws_and_another_seed_others(fitted: Posterior) -> None:
    again, other = fit(nested(counts()), 400, seed=4), fit(nested(counts()), 400, seed=5)
    assert np.array_equal(again.draws.latent, fitted.draws.latent)
    assert np.array_equal(again.draws.fixed, fitted.draws.fixed)
    assert (other.draws.latent != fitted.draws.latent).all()
    assert other.predictor_mean == pytest.approx(fitted.predictor_mean)


def test_the_hyperparameters_average_over_the_design(fitted: Posterior) -> None:
    assert fitted.hyperparameter_mean() == pytest.approx(fitted.draws.theta.mean(0), abs=0.02)


def test_progress_is_told_until_the_end() -> None:
    told: list[float] = []
    fit(nested(counts()), draws=2, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1.0)
