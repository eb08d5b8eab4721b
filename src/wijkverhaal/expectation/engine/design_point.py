# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known at one point of the design of hyperparameters: corrected means, variances, draws."""

from dataclasses import dataclass

import numpy as np

from wijkverhaal.expectation.engine.hyperparameters import Trail
from wijkverhaal.expectation.engine.laplace import LaplacePoint, laplace_point
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel
from wijkverhaal.expectation.engine.likelihood import expected_slope
from wijkverhaal.expectation.engine.sparse_kernels import Floats

_CORRECTIONS = 2


@dataclass
class DesignPoint:
    """Moments at one point.

    Attributes
    ----------
    theta, log_density
        The hyperparameters and the log of their Laplace density.
    mode : tuple of effects and coefficients
        The posterior mode.
    mean : tuple of effects and coefficients
        The same, corrected for skewness.
    fixed_covariance
        Of the coefficients.
    predictor, variance
        Mean and variance of the linear predictor of each observation.
    slope, weight
        Of the likelihood at the mode.
    """

    theta: Floats
    log_density: float
    mode: tuple[Floats, Floats]
    mean: tuple[Floats, Floats]
    fixed_covariance: Floats
    predictor: Floats
    variance: Floats
    slope: Floats
    weight: Floats


def design_point(model: LatentGaussianModel, theta: Floats, trail: Trail) -> DesignPoint:
    """The moments at theta."""
    point = laplace_point(model, theta, trail.start(theta))
    mode, terms = point.mode, point.mode.terms
    mean = _corrected_mean(model, point)
    return DesignPoint(
        theta,
        point.log_density,
        (mode.latent, mode.fixed),
        mean,
        mode.curvature.schur_inverse,
        model.predictor(*mean),
        point.predictor_variance,
        terms.slope,
        terms.weight,
    )


def without_itself(model: LatentGaussianModel, point: DesignPoint) -> tuple[Floats, Floats, Floats]:
    """Mean and sd of each predictor as known without its own figure, and the log density of that figure.

    The observation's own share of the information is taken out at the mode.
    """
    kept = np.maximum(1.0 - point.weight * point.variance, 0.02)
    variance = point.variance / kept
    mean, sd = point.predictor - variance * point.slope, np.sqrt(variance)
    return mean, sd, _log_score(model, mean, sd)


def draw_at(
    model: LatentGaussianModel,
    point: DesignPoint,
    generator: np.random.Generator,
    latent: Floats,
    fixed: Floats,
) -> None:
    """Fill latent (draws, members) and fixed (draws, coefficients) with antithetic draws at the point."""
    pairs, visible = fixed.shape[0] // 2, model.visible
    if pairs == 0:
        return
    terms = model.likelihood.terms(model.predictor(*point.mode))
    curvature = model.curvature(model.prior_precision(point.theta), terms.weight)
    noise = generator.standard_normal((model.latent_size, pairs))
    latent_away, fixed_away = curvature.colour(noise, generator.standard_normal((model.coefficients, pairs)))
    for whole, mean, away in (
        (latent, point.mean[0][visible], latent_away[visible].T),
        (fixed, point.mean[1], fixed_away.T),
    ):
        whole[0::2] = mean + away
        whole[1::2] = mean - away


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
