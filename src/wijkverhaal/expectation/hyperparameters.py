# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hyperparameters: where their density peaks, and a small design to integrate over them.

The design is central composite (Box and Wilson 1951; as Rue, Martino and Chopin 2009 use it):
the centre, two points on each axis and the corners, on a sphere, in the directions in which the
density is least correlated, each half axis stretched to the density's own width on that side.
"""

import itertools
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from wijkverhaal.expectation.laplace import LaplacePoint, gradient, laplace_point
from wijkverhaal.expectation.latent_gaussian import LatentGaussianModel
from wijkverhaal.expectation.sparse_kernels import Floats

_RADIUS = 1.1  # of the design, times the square root of the number of hyperparameters
_DIFFERENCE = 0.05
_WIDEST, _NARROWEST = 2.0, 0.02  # bounds of a standard deviation of theta
_LOWEST, _HIGHEST = -7.0, 4.0  # theta is a logarithm of a scale: e^-7 is as good as zero


@dataclass(frozen=True)
class IntegrationDesign:
    """Points in the space of the hyperparameters, with the weight of each in the posterior."""

    points: tuple[Floats, ...]
    base_weights: Floats
    centre: Floats

    def posterior_weights(self, log_densities: Floats) -> Floats:
        weights = self.base_weights * np.exp(log_densities - log_densities.max())
        return np.asarray(weights / weights.sum())


def most_likely(model: LatentGaussianModel) -> LaplacePoint:
    """The hyperparameters at which their Laplace posterior density is highest."""
    start = model.initial()
    if start.size == 0:
        return laplace_point(model, start)
    warm: dict[str, tuple[Floats, Floats] | None] = {"mode": None}

    def objective(theta: Floats) -> tuple[float, Floats]:
        point = laplace_point(model, theta, warm["mode"])
        warm["mode"] = (point.mode.latent, point.mode.fixed)
        return -point.log_density, -gradient(model, point)

    bounds = [(_LOWEST, _HIGHEST)] * start.size
    found = minimize(
        objective, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"gtol": 0.01, "maxiter": 60}
    )
    return laplace_point(model, np.asarray(found.x), warm["mode"])


def integration_design(model: LatentGaussianModel, centre: LaplacePoint) -> IntegrationDesign:
    """The design around the most likely hyperparameters."""
    dimensions = centre.theta.size
    if dimensions == 0:
        return IntegrationDesign((centre.theta,), np.ones(1), centre.theta)
    start = (centre.mode.latent, centre.mode.fixed)
    axes = _axes(model, centre.theta, start)
    below, above = _half_widths(model, centre, axes, start)
    unit = _unit_points(dimensions)
    points = [centre.theta]
    middle = 0.5 * (below + above)  # of an axis along which a point does not move
    stretch = np.where(unit > 0, above, np.where(unit < 0, below, middle))
    for direction, scale in zip(unit, stretch, strict=True):
        points.append(np.clip(centre.theta + axes @ (direction * scale), _LOWEST, _HIGHEST))
    outer = 1.0 / (len(unit) * np.exp(-0.5 * dimensions * _RADIUS**2) * _RADIUS**2)
    volume = np.prod(stretch, axis=1)
    weights = np.concatenate([[(1.0 - _RADIUS**-2) * middle.prod()], outer * volume])
    weights *= (2.0 * np.pi) ** (dimensions / 2.0) * abs(np.linalg.det(axes))
    return IntegrationDesign(tuple(points), weights, centre.theta)


def _unit_points(dimensions: int) -> Floats:
    axis = _RADIUS * np.sqrt(dimensions) * np.eye(dimensions)
    if dimensions == 1:
        return np.vstack([axis, -axis])
    corners = _RADIUS * np.array(list(itertools.product([-1.0, 1.0], repeat=dimensions)))
    return np.vstack([axis, -axis, corners])


def _axes(model: LatentGaussianModel, theta: Floats, start: tuple[Floats, Floats]) -> Floats:
    """Columns: the principal directions of the density, one standard deviation long."""
    slopes = []
    for k in range(theta.size):
        step = np.zeros(theta.size)
        step[k] = _DIFFERENCE
        after = gradient(model, laplace_point(model, theta + step, start))
        before = gradient(model, laplace_point(model, theta - step, start))
        slopes.append((after - before) / (2.0 * _DIFFERENCE))
    hessian = -0.5 * (np.array(slopes) + np.array(slopes).T)
    values, vectors = np.linalg.eigh(hessian)
    widths = np.clip(1.0 / np.sqrt(np.maximum(values, _WIDEST**-2)), _NARROWEST, _WIDEST)
    return np.asarray(vectors * widths)


def _half_widths(
    model: LatentGaussianModel, centre: LaplacePoint, axes: Floats, start: tuple[Floats, Floats]
) -> tuple[Floats, Floats]:
    """Standard deviation of the density on either side of its peak, relative to the axes."""
    sides = []
    for sign in (-1.0, 1.0):
        widths = []
        for axis in axes.T:
            there = np.clip(centre.theta + sign * np.sqrt(2.0) * axis, _LOWEST, _HIGHEST)
            drop = centre.log_density - laplace_point(model, there, start).log_density
            widths.append(np.clip(1.0 / np.sqrt(max(drop, 1e-3)), 0.5, 2.0))
        sides.append(np.array(widths))
    return sides[0], sides[1]
