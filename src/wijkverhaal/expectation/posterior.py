# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The posterior: hyperparameters integrated, means corrected for skewness, joint draws."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from wijkverhaal.expectation.hyperparameters import Trail, integration_design, most_likely
from wijkverhaal.expectation.laplace import LaplacePoint, laplace_point
from wijkverhaal.expectation.latent_gaussian import LatentGaussianModel
from wijkverhaal.expectation.likelihood import expected_slope
from wijkverhaal.expectation.model_pool import model_pool
from wijkverhaal.expectation.sparse_kernels import Floats

_CORRECTIONS = 2
Progress = Callable[[float], None]


@dataclass(frozen=True)
class Draws:
    """Joint draws; antithetic pairs stand side by side.

    Attributes
    ----------
    theta
        Shape (draws, hyperparameters).
    latent
        Members of all effects, shape (draws, members).
    fixed
        Shape (draws, coefficients).
    """

    theta: Floats
    latent: Floats
    fixed: Floats

    def effect(self, model: LatentGaussianModel, position: int) -> Floats:
        """Draws of one effect, shape (draws, its size)."""
        sizes = [member.effect.visible for member in model.members]
        start = sum(sizes[:position])
        return self.latent[:, start : start + sizes[position]]


@dataclass(frozen=True)
class LeaveOneOut:
    """The linear predictor of each observation as known without that observation's own figure.

    A mixture over the points of the design: mean, standard deviation and weight, each of shape
    (points, observations).
    """

    mean: Floats
    sd: Floats
    weight: Floats


@dataclass
class Posterior:
    """The fitted model."""

    model: LatentGaussianModel
    weights: Floats  # of the points of the design, shape (points,)
    thetas: Floats  # shape (points, hyperparameters)
    most_likely: Floats
    fixed_mean: Floats  # shape (points, coefficients)
    fixed_covariance: Floats  # shape (points, coefficients, coefficients)
    predictor_mean: Floats  # shape (points, observations)
    predictor_variance: Floats
    draws: Draws
    leave_one_out: LeaveOneOut
    log_evidence: float

    def hyperparameter_mean(self) -> Floats:
        return self.weights @ self.thetas


def fit(
    model: LatentGaussianModel,
    draws: int = 1000,
    seed: int = 1,
    progress: Progress | None = None,
    leave_one_out: bool = True,
) -> Posterior:
    """Fit the model: find the hyperparameters, integrate over them and draw.

    Parameters
    ----------
    model
        The model with its figures.
    draws
        Number of joint draws; rounded up to an even number per point of the design.
    seed
        Of the draws.
    progress
        Called with the share of the work that is done.
    leave_one_out
        Whether the hyperparameters are weighed anew for each observation that is left out; else
        they are left as they are.
    """
    tell = progress or (lambda share: None)
    peak = most_likely(model)
    tell(0.4)
    with model_pool(model) as pool:
        design = integration_design(model, peak, pool)
        tell(0.6)
        count, trail = len(design.points), design.trail
        parts: list[_PointResult] = []
        found = pool.each(lambda own, theta: _moments(own, theta, trail, leave_one_out), design.points)
        for part in found:
            parts.append(part)
            tell(0.6 + 0.3 * len(parts) / count)
        densities = np.array([part.log_density for part in parts])
        weights = design.posterior_weights(densities)
        pairs = _pairs_per_point(weights, draws)
        tasks = [
            (part, int(number), np.random.default_rng([seed, k]))
            for k, (part, number) in enumerate(zip(parts, pairs, strict=True))
        ]
        drawn = list(pool.each(lambda own, task: _draw(own, *task), tasks))
    tell(1.0)
    return _combine(model, parts, drawn, weights, peak.theta, densities, design.base_weights)


@dataclass
class _PointResult:
    theta: Floats
    log_density: float
    mode_latent: Floats
    mode_fixed: Floats
    latent: Floats  # corrected mean
    fixed: Floats
    fixed_covariance: Floats
    predictor: Floats
    variance: Floats
    loo_mean: Floats
    loo_sd: Floats
    loo_log_score: Floats


def _moments(model: LatentGaussianModel, theta: Floats, trail: Trail, leave_one_out: bool) -> _PointResult:
    point = laplace_point(model, theta, trail.start(theta))
    mode, terms = point.mode, point.mode.terms
    latent, fixed = _corrected_mean(model, point)
    predictor = model.predictor(latent, fixed)
    # the observation's own share of the information, taken out at the mode
    kept = np.maximum(1.0 - terms.weight * point.predictor_variance, 0.02)
    loo_variance = point.predictor_variance / kept
    loo_mean, loo_sd = predictor - loo_variance * terms.slope, np.sqrt(loo_variance)
    return _PointResult(
        theta,
        point.log_density,
        mode.latent,
        mode.fixed,
        latent,
        fixed,
        mode.curvature.schur_inverse,
        predictor,
        point.predictor_variance,
        loo_mean,
        loo_sd,
        _log_score(model, loo_mean, loo_sd) if leave_one_out else np.zeros(predictor.size),
    )


def _draw(
    model: LatentGaussianModel, part: _PointResult, pairs: int, generator: np.random.Generator
) -> tuple[Floats, Floats]:
    """Antithetic draws at one point: of the members of the effects, and of the coefficients."""
    visible = model.visible
    if pairs == 0:
        return np.zeros((0, visible.size)), np.zeros((0, model.coefficients))
    terms = model.likelihood.terms(model.predictor(part.mode_latent, part.mode_fixed))
    curvature = model.curvature(model.prior_precision(part.theta), terms.weight)
    noise = generator.standard_normal((model.latent_size, pairs))
    latent_away, fixed_away = curvature.colour(noise, generator.standard_normal((model.coefficients, pairs)))
    return _antithetic(part.latent[visible], latent_away[visible]), _antithetic(part.fixed, fixed_away)


def _antithetic(mean: Floats, away: Floats) -> Floats:
    both = np.empty((2 * away.shape[1], mean.size))
    both[0::2], both[1::2] = mean + away.T, mean - away.T
    return both


def _corrected_mean(model: LatentGaussianModel, point: LaplacePoint) -> tuple[Floats, Floats]:
    """Move the mode to the mean of the best Gaussian with the curvature kept.

    The stationary point of the variational bound over the mean only (van Niekerk and Rue 2024,
    "Low-rank variational Bayes correction to the Laplace method", JMLR 25), here in full rank.
    """
    precision = model.prior_precision(point.theta)
    sd = np.sqrt(point.predictor_variance)
    latent, fixed = point.mode.latent, point.mode.fixed
    for _step in range(_CORRECTIONS):
        slope = expected_slope(model.likelihood, model.predictor(latent, fixed), sd)
        right = model.scatter(slope) - model.times_prior(precision, latent)
        right_fixed = model.design.T @ slope - model.fixed_precision * fixed
        step, step_fixed = point.mode.curvature.solve(right, right_fixed)
        latent, fixed = latent + step, fixed + step_fixed
    return latent, fixed


_NODES, _NODE_WEIGHTS = np.polynomial.hermite_e.hermegauss(11)
_NODE_WEIGHTS = _NODE_WEIGHTS / _NODE_WEIGHTS.sum()


def _log_score(model: LatentGaussianModel, mean: Floats, sd: Floats) -> Floats:
    """Log predictive density of each observation's own figure."""
    values = np.stack([model.likelihood.terms(mean + sd * node).value for node in _NODES])
    top = values.max(0)
    return np.asarray(top + np.log((_NODE_WEIGHTS[:, None] * np.exp(values - top)).sum(0)))


def _pairs_per_point(weights: Floats, draws: int) -> Floats:
    """Whole numbers of antithetic pairs, in proportion to the weights, adding up."""
    ideal = np.cumsum(weights) * np.ceil(draws / 2.0)
    return np.diff(np.concatenate([[0.0], np.round(ideal)]))


def _combine(
    model: LatentGaussianModel,
    parts: list[_PointResult],
    drawn: list[tuple[Floats, Floats]],
    weights: Floats,
    peak: Floats,
    densities: Floats,
    base_weights: Floats,
) -> Posterior:
    thetas = np.array([part.theta for part in parts])
    repeated = np.repeat(thetas, [fixed.shape[0] for _latent, fixed in drawn], axis=0)
    draws = Draws(
        repeated,
        np.concatenate([latent for latent, _fixed in drawn]),
        np.concatenate([fixed for _latent, fixed in drawn]),
    )
    scores = np.stack([part.loo_log_score for part in parts])
    # without its own figure the hyperparameters would have had other weights
    loo_weights = weights[:, None] * np.exp(scores.min(0) - scores)
    loo = LeaveOneOut(
        np.stack([part.loo_mean for part in parts]),
        np.stack([part.loo_sd for part in parts]),
        loo_weights / loo_weights.sum(0),
    )
    top = densities.max()
    return Posterior(
        model,
        weights,
        thetas,
        peak,
        np.stack([part.fixed for part in parts]),
        np.stack([part.fixed_covariance for part in parts]),
        np.stack([part.predictor for part in parts]),
        np.stack([part.variance for part in parts]),
        draws,
        loo,
        float(top + np.log((base_weights * np.exp(densities - top)).sum())),
    )
