# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hyperparameters: where their density peaks, and a small design to integrate over them.

The design is central composite (Box and Wilson 1951; as Rue, Martino and Chopin 2009 use it):
the centre, two points on each axis and the corners, on a sphere, in the directions in which the
density is least correlated, each half axis stretched to the density's own width on that side.
From five hyperparameters on a regular fraction of the corners is enough.
"""

import itertools
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from wijkverhaal.expectation.engine.laplace import LaplacePoint, gradient, laplace_point, mode_and_density
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel
from wijkverhaal.expectation.engine.model_pool import ModelPool, model_pool
from wijkverhaal.expectation.engine.sparse_kernels import Floats

_RADIUS = 1.1  # of the design, times the square root of the number of hyperparameters
_DIFFERENCE = 0.05
_FIRST_STEP = 0.4  # of the search, in any hyperparameter
_CLOSE = 0.05  # the slope of the log density at which the search ends
_WIDEST, _NARROWEST = 2.0, 0.02  # bounds of a standard deviation of theta
#: Columns that are the product of others, by number of hyperparameters: fractions of resolution V.
_GENERATORS = {
    5: ((0, 1, 2, 3),),
    6: ((0, 1, 2, 3, 4),),
    7: ((0, 1, 2, 3, 4, 5),),
    8: ((0, 1, 2, 3), (0, 1, 4, 5)),
}
Start = tuple[Floats, Floats]  # effects and coefficients


@dataclass(frozen=True)
class Trail:
    """How the mode moves with the hyperparameters, to first order around their peak.

    Newton's method that starts on the trail needs one step less at every point.
    """

    theta: Floats
    mode: Start
    slope: Start  # shape (hyperparameters, unknowns) and (hyperparameters, coefficients)

    def start(self, theta: Floats) -> Start:
        """Where to look for the mode at theta."""
        away = theta - self.theta
        return self.mode[0] + away @ self.slope[0], self.mode[1] + away @ self.slope[1]


@dataclass(frozen=True)
class IntegrationDesign:
    """Points in the space of the hyperparameters, with the weight of each in the posterior.

    The first is the peak. `axes` has the principal directions in its columns, one standard
    deviation long; `below` and `above` are the half widths of the density along each.
    """

    points: tuple[Floats, ...]
    base_weights: Floats
    trail: Trail
    axes: Floats
    below: Floats
    above: Floats

    def posterior_weights(self, log_densities: Floats) -> Floats:
        weights = self.base_weights * np.exp(log_densities - log_densities.max())
        return np.asarray(weights / weights.sum())


def most_likely(model: LatentGaussianModel) -> LaplacePoint:
    """The hyperparameters at which their Laplace posterior density is highest."""
    start = model.initial()
    if start.size == 0:
        return laplace_point(model, start)
    search = _Search(model, start)
    found = minimize(
        search.objective,
        start,
        jac=True,
        method="L-BFGS-B",
        bounds=model.bounds(),
        options={"gtol": _CLOSE * search.scale, "ftol": 0.0, "maxiter": 60},
    )
    return search.at(np.asarray(found.x))


class _Search:
    """The function to minimise: minus the log density, scaled so that the first step is a small one."""

    def __init__(self, model: LatentGaussianModel, start: Floats) -> None:
        self._model = model
        self.mode: Start | None = None
        self.scale = 1.0
        self._first: tuple[Floats, tuple[float, Floats]] | None = None
        self._last: LaplacePoint | None = None
        value, slope = self.objective(start)
        self.scale = _FIRST_STEP / max(float(np.abs(slope).max()), _FIRST_STEP)
        self._first = (start.copy(), (self.scale * value, self.scale * slope))

    def objective(self, theta: Floats) -> tuple[float, Floats]:
        if self._first is not None and np.array_equal(theta, self._first[0]):
            return self._first[1]
        point = laplace_point(self._model, theta.copy(), self.mode)
        self.mode, self._last = (point.mode.latent, point.mode.fixed), point
        return -self.scale * point.log_density, -self.scale * gradient(self._model, point)

    def at(self, theta: Floats) -> LaplacePoint:
        """The point where the search ended."""
        if self._last is not None and np.array_equal(theta, self._last.theta):
            return self._last
        return laplace_point(self._model, theta, self.mode)


def integration_design(
    model: LatentGaussianModel, centre: LaplacePoint, pool: ModelPool | None = None
) -> IntegrationDesign:
    """The design around the most likely hyperparameters."""
    dimensions = centre.theta.size
    start = (centre.mode.latent, centre.mode.fixed)
    if dimensions == 0:
        still = (np.zeros((0, start[0].size)), np.zeros((0, start[1].size)))
        nothing = np.zeros(0)
        return IntegrationDesign(
            (centre.theta,), np.ones(1), Trail(centre.theta, start, still), np.zeros((0, 0)), nothing, nothing
        )
    if pool is None:
        with model_pool(model) as own:
            return integration_design(model, centre, own)
    bounds = model.bounds()
    axes, trail = _axes(pool, centre.theta, start)
    below, above = _half_widths(pool, centre, axes, trail)
    unit = _unit_points(dimensions)
    points = [centre.theta]
    middle = 0.5 * (below + above)  # of an axis along which a point does not move
    stretch = np.where(unit > 0, above, np.where(unit < 0, below, middle))
    for direction, scale in zip(unit, stretch, strict=True):
        points.append(np.clip(centre.theta + axes @ (direction * scale), *bounds.T))
    outer = 1.0 / (len(unit) * np.exp(-0.5 * dimensions * _RADIUS**2) * _RADIUS**2)
    volume = np.prod(stretch, axis=1)
    weights = np.concatenate([[(1.0 - _RADIUS**-2) * middle.prod()], outer * volume])
    weights *= (2.0 * np.pi) ** (dimensions / 2.0) * abs(np.linalg.det(axes))
    return IntegrationDesign(tuple(points), weights, trail, axes, below, above)


def _unit_points(dimensions: int) -> Floats:
    axis = _RADIUS * np.sqrt(dimensions) * np.eye(dimensions)
    if dimensions == 1:
        return np.vstack([axis, -axis])
    generators = _GENERATORS.get(dimensions, ())
    free = np.array(list(itertools.product([-1.0, 1.0], repeat=dimensions - len(generators))))
    products = [free[:, list(columns)].prod(1) for columns in generators]
    corners = _RADIUS * np.column_stack([free, *products])
    return np.vstack([axis, -axis, corners])


def _axes(pool: ModelPool, theta: Floats, start: Start) -> tuple[Floats, Trail]:
    """Columns: the principal directions of the density, one standard deviation long."""
    steps = _DIFFERENCE * np.eye(theta.size)

    def slope_at(model: LatentGaussianModel, there: Floats) -> tuple[Floats, Floats, Floats]:
        point = laplace_point(model, there, start)
        return gradient(model, point), point.mode.latent, point.mode.fixed

    found = list(pool.each(slope_at, [theta + sign * step for sign in (1.0, -1.0) for step in steps]))
    after, before = found[: theta.size], found[theta.size :]
    slope, latent, fixed = (
        np.array([(a[k] - b[k]) / (2.0 * _DIFFERENCE) for a, b in zip(after, before, strict=True)])
        for k in range(3)
    )
    values, vectors = np.linalg.eigh(-0.5 * (slope + slope.T))
    widths = np.clip(1.0 / np.sqrt(np.maximum(values, _WIDEST**-2)), _NARROWEST, _WIDEST)
    return np.asarray(vectors * widths), Trail(theta, start, (latent, fixed))


def _half_widths(pool: ModelPool, centre: LaplacePoint, axes: Floats, trail: Trail) -> tuple[Floats, Floats]:
    """Standard deviation of the density on either side of its peak, relative to the axes."""
    bounds = pool.model.bounds()

    def density_at(model: LatentGaussianModel, there: Floats) -> float:
        return mode_and_density(model, there, trail.start(there))[1]

    there = [
        np.clip(centre.theta + sign * np.sqrt(2.0) * axis, *bounds.T)
        for sign in (-1.0, 1.0)
        for axis in axes.T
    ]
    drops = centre.log_density - np.array(list(pool.each(density_at, there)))
    below, above = np.clip(1.0 / np.sqrt(np.maximum(drops, 1e-3)), 0.5, 2.0).reshape(2, -1)
    return below, above
