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

from wijkverhaal.expectation.latent_gaussian import LatentGaussianModel, Mode
from wijkverhaal.expectation.sparse_kernels import Floats


@dataclass
class LaplacePoint:
    """The model at one theta: log posterior density of theta, mode, and marginal variances."""

    theta: Floats
    log_density: float
    mode: Mode
    predictor_variance: Floats  # of each observation's linear predictor, shape (observations,)
    prior_covariance: Floats  # posterior covariance at the entries of Q


def laplace_point(
    model: LatentGaussianModel, theta: Floats, start: tuple[Floats, Floats] | None = None
) -> LaplacePoint:
    """Mode, log density (up to a constant) and variances at theta."""
    mode = model.mode(theta, start)
    log_density = mode.log_joint - 0.5 * mode.curvature.log_determinant
    log_density += 0.5 * float(np.log(model.fixed_precision).sum())
    for position, member in enumerate(model.members):
        own = model.theta_of(position, theta)
        log_density += 0.5 * member.effect.log_determinant(own)[0] + member.effect.log_prior(own)[0]
    variance, covariance = _variances(model, mode)
    return LaplacePoint(theta, log_density, mode, variance, covariance)


def _variances(model: LatentGaussianModel, mode: Mode) -> tuple[Floats, Floats]:
    curvature = mode.curvature
    inverse = curvature.factor.inverse_at(
        np.concatenate([model.prior_rows, model.pair_rows]),
        np.concatenate([model.prior_columns, model.pair_columns]),
    )
    entries = model.prior_rows.size
    sparse_part = (inverse[entries:] * model.pair_weights * model.pair_multiplicity).reshape(
        -1, model.observations
    )
    rest = model.design - model.gather(curvature.solved_border)
    border_part = np.einsum("ij,ij->i", rest @ curvature.schur_inverse, rest)
    solved = curvature.solved_border
    spread = solved @ curvature.schur_inverse
    covariance = inverse[:entries] + np.einsum(
        "ij,ij->i", spread[model.prior_rows], solved[model.prior_columns]
    )
    return sparse_part.sum(0) + border_part, covariance


def gradient(model: LatentGaussianModel, point: LaplacePoint) -> Floats:
    """Derivative of the log density with respect to theta."""
    mode = point.mode
    pull = point.predictor_variance * mode.terms.weight_slope
    moved, _ = mode.curvature.solve(model.scatter(pull), model.design.T @ pull)
    rows, columns = model.prior_rows, model.prior_columns
    quadratic = mode.latent[rows] * mode.latent[columns]
    # the effect of theta on the mode, felt through the curvature of the likelihood
    through_mode = 0.5 * (moved[rows] * mode.latent[columns] + moved[columns] * mode.latent[rows])
    per_entry = model.prior_multiplicity * (quadratic + point.prior_covariance - through_mode)
    slopes, start = [], 0
    for position, member in enumerate(model.members):
        own = model.theta_of(position, point.theta)
        entries = slice(start, start + member.effect.positions()[0].size)
        start = entries.stop
        log_determinant = member.effect.log_determinant(own)[1]
        log_prior = member.effect.log_prior(own)[1]
        for k, change in enumerate(member.effect.precision_derivatives(own)):
            slopes.append(0.5 * log_determinant[k] + log_prior[k] - 0.5 * float(change @ per_entry[entries]))
    return np.array(slopes)
