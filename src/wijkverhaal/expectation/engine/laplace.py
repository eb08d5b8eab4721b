# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Laplace approximation of the marginal likelihood of the hyperparameters, with gradient.

    log p(y | theta) ~ log p(y, x*, beta* | theta) - 1/2 log |H|

at the mode (x*, beta*), where H is the posterior precision there (Tierney and Kadane 1986; Rue,
Martino and Chopin 2009). The gradient is exact: the trace of H^-1 dH needs the inverse of H only
where H itself has entries, which the selected inverse gives.
"""

from dataclasses import dataclass

import numpy as np
from numba import njit

from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel, Mode
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints


@dataclass
class LaplacePoint:
    """The model at one theta: log posterior density of theta, mode, and marginal variances."""

    theta: Floats
    log_density: float
    mode: Mode
    predictor_variance: Floats  # of each observation's linear predictor, shape (observations,)
    prior_covariance: Floats  # posterior covariance at the entries of Q


def mode_and_density(
    model: LatentGaussianModel, theta: Floats, start: tuple[Floats, Floats] | None = None
) -> tuple[Mode, float]:
    """Mode and log density of theta, up to a constant."""
    mode = model.mode(theta, start)
    log_density = mode.log_joint - 0.5 * mode.curvature.log_determinant
    log_density += 0.5 * float(np.log(model.fixed_precision).sum())
    for position, member in enumerate(model.members):
        own = model.theta_of(position, theta)
        log_density += 0.5 * member.effect.log_determinant(own)[0] + member.effect.log_prior(own)[0]
    return mode, log_density


def laplace_point(
    model: LatentGaussianModel, theta: Floats, start: tuple[Floats, Floats] | None = None
) -> LaplacePoint:
    """Mode, log density (up to a constant) and variances at theta."""
    mode, log_density = mode_and_density(model, theta, start)
    variance, covariance = _variances(model, mode)
    return LaplacePoint(theta, log_density, mode, variance, covariance)


def _variances(model: LatentGaussianModel, mode: Mode) -> tuple[Floats, Floats]:
    curvature = mode.curvature
    inverse = curvature.factor.selected_inverse()
    variance = model.map.variance(inverse[model.pair_slots])
    rest = model.design - model.gather(curvature.solved_border)
    variance = variance + np.einsum("ij,ij->i", rest @ curvature.schur_inverse, rest)
    if curvature.sums.shape[1]:
        variance = variance - (model.gather(curvature.sums) ** 2).sum(1)
    covariance = inverse[model.prior_slots]
    low_rank, signs = curvature.low_rank()
    _add_low_rank(model.prior_rows, model.prior_columns, low_rank, signs, covariance)
    return variance, covariance


@njit(cache=True, nogil=True)  # pragma: no cover
def _add_low_rank(rows: Ints, columns: Ints, factor: Floats, signs: Floats, entries: Floats) -> None:
    for k in range(rows.size):
        total = 0.0
        for j in range(signs.size):
            total += signs[j] * factor[rows[k], j] * factor[columns[k], j]
        entries[k] += total


def gradient(model: LatentGaussianModel, point: LaplacePoint) -> Floats:
    """Derivative of the log density with respect to theta."""
    mode = point.mode
    pull = point.predictor_variance * mode.terms.weight_slope
    moved, _ = mode.curvature.solve(model.scatter(pull), model.design.T @ pull)
    rows, columns = model.prior_rows, model.prior_columns
    latent_rows, latent_columns = mode.latent[rows], mode.latent[columns]
    # the effect of theta on the mode, felt through the curvature of the likelihood
    through_mode = 0.5 * (moved[rows] * latent_columns + moved[columns] * latent_rows)
    per_entry = model.prior_multiplicity * (
        latent_rows * latent_columns + point.prior_covariance - through_mode
    )
    slopes, start = [], 0
    for position, member in enumerate(model.members):
        own = model.theta_of(position, point.theta)
        log_determinant = member.effect.log_determinant(own)[1]
        log_prior = member.effect.log_prior(own)[1]
        entries = slice(start, start + member.effect.precision(own).size)
        start = entries.stop
        for k, change in enumerate(member.effect.precision_derivatives(own)):
            slopes.append(0.5 * log_determinant[k] + log_prior[k] - 0.5 * float(change @ per_entry[entries]))
    return np.array(slopes)
