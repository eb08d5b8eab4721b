# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small latent Gaussian models of wijken in gemeenten, and their dense algebra."""

from dataclasses import dataclass

import numpy as np

from wijkverhaal.expectation.engine.effect import Effect, IndependentEffect, KnownEffect
from wijkverhaal.expectation.engine.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel, Member
from wijkverhaal.expectation.engine.likelihood import Likelihood
from wijkverhaal.expectation.engine.prior import CoefficientPrior
from wijkverhaal.expectation.engine.published_rate import PublishedRateLikelihood
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints


def design(wijken: int, coefficients: int, seed: int = 1) -> Floats:
    chance = np.random.default_rng(seed)
    return np.column_stack([np.ones(wijken), chance.standard_normal((wijken, coefficients - 1))])


def gemeente_of(wijken: int, gemeenten: int) -> Ints:
    return np.arange(wijken, dtype=np.int64) % gemeenten


def counts(wijken: int = 40, gemeenten: int = 8, seed: int = 1, sd: float = 0.3) -> IntervalCountLikelihood:
    """Published counts: shown, secret and one wijk without a row."""
    chance = np.random.default_rng(seed)
    effect = (
        sd * chance.standard_normal(wijken)
        + sd * chance.standard_normal(gemeenten)[gemeente_of(wijken, gemeenten)]
    )
    youths = chance.integers(30, 1500, wijken)
    coverage = chance.uniform(0.7, 1.0, wijken)
    users = chance.binomial(youths, coverage / (1.0 + np.exp(2.2 - effect)))
    low = np.where(users < 8, 0, 5 * ((users + 2) // 5) - 2)
    high = np.minimum(np.where(users < 8, 7, low + 4), youths)
    youths[-1] = low[-1] = high[-1] = 0
    return IntervalCountLikelihood(youths, low, high, coverage)


def nested(
    likelihood: Likelihood, wijken: int = 40, gemeenten: int = 8, coefficients: int = 3
) -> LatentGaussianModel:
    """Wijken in gemeenten, with the uncertain part of coverage as a known effect."""
    group = gemeente_of(wijken, gemeenten)
    members = [
        Member(IndependentEffect("wijk", wijken), np.arange(wijken)),
        Member(IndependentEffect("gemeente", gemeenten), np.where(group == gemeenten - 1, -1, group)),
        Member(KnownEffect("coverage", tuple(np.linspace(0.01, 0.1, gemeenten))), group),
    ]
    precisions = CoefficientPrior(sd=0.5).precisions(coefficients)
    return LatentGaussianModel(likelihood, design(wijken, coefficients), precisions, members)


@dataclass(frozen=True)
class Dense:
    """The posterior of (effects, coefficients) under normal noise, by dense algebra."""

    mean: Floats
    covariance: Floats
    predictor_mean: Floats
    predictor_variance: Floats
    log_marginal: float

    @classmethod
    def of(cls, model: LatentGaussianModel, theta: Floats) -> "Dense":
        likelihood = model.likelihood
        assert isinstance(likelihood, PublishedRateLikelihood)
        known = np.isfinite(likelihood.response)
        loading = np.hstack([model.gather(np.eye(model.latent_size)), model.design])
        prior = np.concatenate([_diagonal(model, theta), model.fixed_precision])
        noise = np.where(known, likelihood.noise_sd**-2.0, 0.0)
        covariance = np.linalg.inv(np.diag(prior) + loading.T @ (loading * noise[:, None]))
        mean = covariance @ loading.T @ (noise * np.nan_to_num(likelihood.response))
        spread = (loading / prior) @ loading.T + np.diag(likelihood.noise_sd**2)
        spread, y = spread[np.ix_(known, known)], likelihood.response[known]
        log_marginal = -0.5 * (np.linalg.slogdet(2.0 * np.pi * spread)[1] + y @ np.linalg.solve(spread, y))
        variance = np.einsum("ij,jk,ik->i", loading, covariance, loading)
        return cls(mean, covariance, loading @ mean, variance, float(log_marginal))


def _diagonal(model: LatentGaussianModel, theta: Floats) -> Floats:
    effects: list[Effect] = [member.effect for member in model.members]
    return np.concatenate([e.precision(model.theta_of(k, theta)) for k, e in enumerate(effects)])


def rates(wijken: int = 40, seed: int = 2) -> PublishedRateLikelihood:
    chance = np.random.default_rng(seed)
    response = chance.normal(-2.0, 0.4, wijken)
    response[3] = np.nan
    return PublishedRateLikelihood(response, chance.uniform(0.05, 0.4, wijken))
