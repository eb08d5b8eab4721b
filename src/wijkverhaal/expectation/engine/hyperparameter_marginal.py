# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draws of the hyperparameters themselves, for their bounds.

The points over which the effects are averaged are too few for that. Here the Laplace density is
followed along each principal axis, far into its tails, which may be long: a standard deviation can
be nearly zero. The axes are taken as independent (Martins, Simpson, Lindgren and Rue 2013, "Bayesian
computing with INLA: new features", Computational Statistics and Data Analysis 67).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator

from wijkverhaal.expectation.engine.hyperparameters import IntegrationDesign
from wijkverhaal.expectation.engine.laplace import mode_and_density
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel
from wijkverhaal.expectation.engine.model_pool import ModelPool, model_pool
from wijkverhaal.expectation.engine.sparse_kernels import Floats

_STEPS = np.array([0.7, 1.4, 2.2, 3.2, 4.5])  # in half widths of the density
_FAR = 12.0  # how far the tails are followed, by a straight line
_GRID = 2001
_LEAST_FALL = 0.05  # of the log density per standard deviation, in a tail
_WIDER = 1.5  # draws that are weighed come from a density as much flatter


def hyperparameter_draws(
    model: LatentGaussianModel, design: IntegrationDesign, count: int = 4000, seed: int = 1, weighed: int = 0
) -> Floats:
    """Draws of theta, shape (count, hyperparameters).

    Parameters
    ----------
    model, design
        The model and the design of its fit.
    count, seed
        Of the draws.
    weighed
        How many of them to weigh by the Laplace density itself, at the cost of a mode for each; the
        draws are then chosen from those. For few figures, where the axes are not independent.
    """
    if design.points[0].size == 0:
        return np.zeros((count, 0))
    generator, bounds = np.random.default_rng(seed), model.bounds()
    with model_pool(model) as pool:
        profiles = _profiles(pool, design)
        if not weighed:
            along = np.column_stack([profile.draw(count, 1.0, generator) for profile in profiles])
            return np.asarray(np.clip(design.points[0] + along @ design.axes.T, *bounds.T))
        along = np.column_stack([profile.draw(weighed, _WIDER, generator) for profile in profiles])
        theta = design.points[0] + along @ design.axes.T
        inside = ((theta > bounds[:, 0]) & (theta < bounds[:, 1])).all(1)
        theta, along = theta[inside], along[inside]
        density = np.array(list(pool.each(_density(design), theta)))
    proposed = sum(profile.log_density(along[:, k]) / _WIDER for k, profile in enumerate(profiles))
    weight = np.exp(density - proposed - (density - proposed).max())
    return np.asarray(theta[generator.choice(len(theta), count, p=weight / weight.sum())])


def _density(design: IntegrationDesign) -> Callable[[LatentGaussianModel, Floats], float]:
    return lambda own, there: mode_and_density(own, there, design.trail.start(there))[1]


@dataclass(frozen=True)
class _Profile:
    """The log density along one axis on a grid, its tails straight."""

    grid: Floats
    values: Floats

    def log_density(self, along: Floats) -> Floats:
        return np.interp(along, self.grid, self.values)

    def draw(self, count: int, wider: float, generator: np.random.Generator) -> Floats:
        below = np.cumsum(np.exp((self.values - self.values.max()) / wider))
        return np.interp(generator.random(count), below / below[-1], self.grid)


def _profiles(pool: ModelPool, design: IntegrationDesign) -> list[_Profile]:
    centre, bounds = design.points[0], pool.model.bounds()
    places = [
        np.concatenate([-below * _STEPS[::-1], [0.0], above * _STEPS])
        for below, above in zip(design.below, design.above, strict=True)
    ]
    theta = [
        np.clip(centre + z * axis, *bounds.T)
        for axis, along in zip(design.axes.T, places, strict=True)
        for z in along
    ]
    found = np.array(list(pool.each(_density(design), theta))).reshape(len(places), -1)
    return [_profile(along, values) for along, values in zip(places, found, strict=True)]


def _profile(z: Floats, log_density: Floats) -> _Profile:
    inner = PchipInterpolator(z, log_density)
    grid = np.linspace(z[0] - _FAR, z[-1] + _FAR, _GRID)
    left = max(float(inner(z[0], 1)), _LEAST_FALL)
    right = min(float(inner(z[-1], 1)), -_LEAST_FALL)
    tail = np.where(
        grid < z[0], log_density[0] + left * (grid - z[0]), log_density[-1] + right * (grid - z[-1])
    )
    outside = (grid < z[0]) | (grid > z[-1])
    return _Profile(grid, np.where(outside, tail, inner(np.clip(grid, z[0], z[-1]))))
