# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The posterior: hyperparameters integrated, means corrected for skewness, joint draws."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from wijkverhaal.expectation.engine.design_point import DesignPoint, design_point, draw_at, without_itself
from wijkverhaal.expectation.engine.hyperparameters import IntegrationDesign, integration_design, most_likely
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel
from wijkverhaal.expectation.engine.model_pool import ModelPool, model_pool
from wijkverhaal.expectation.engine.sparse_kernels import Floats

Progress = Callable[[float], None]
_MOST_IN_DOUBLE = 30_000_000  # numbers; beyond it draws are kept in single precision, to spare memory


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
        """Draws of one effect, shape (draws, what it has to draw); its members come first."""
        sizes = [member.effect.visible for member in model.members]
        start = sum(sizes[:position])
        return np.asarray(self.latent[:, start : start + sizes[position]], dtype=np.float64)

    def hyperparameters(self, model: LatentGaussianModel, position: int) -> Floats:
        """Draws of the hyperparameters of one effect, shape (draws, their number)."""
        return np.stack([model.theta_of(position, theta) for theta in self.theta])


@dataclass(frozen=True)
class LeaveOneOut:
    """The linear predictor of each observation as known without that observation's own figure.

    A mixture over the points of the design: mean, standard deviation and weight, each of shape
    (points, observations); without points where it was not asked for.
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
    design: IntegrationDesign

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
        Number of joint draws; rounded up to an even number.
    seed
        Of the draws.
    progress
        Called with the share of the work that is done.
    leave_one_out
        Whether to find what is known of each observation without its own figure.
    """
    tell = progress or (lambda share: None)
    peak = most_likely(model)
    tell(0.4)
    with model_pool(model) as pool:
        design = integration_design(model, peak, pool)
        tell(0.6)
        points = []
        for point in pool.each(lambda own, theta: design_point(own, theta, design.trail), design.points):
            points.append(point)
            tell(0.6 + 0.25 * len(points) / len(design.points))
        densities = np.array([point.log_density for point in points])
        weights = design.posterior_weights(densities)
        without = _without_themselves(pool, points, weights) if leave_one_out else _nothing(model)
        tell(0.9)
        drawn = _draws(pool, points, weights, draws, seed)
    tell(1.0)
    top = densities.max()
    return Posterior(
        model,
        weights,
        np.array([point.theta for point in points]),
        design.points[0],
        np.stack([point.mean[1] for point in points]),
        np.stack([point.fixed_covariance for point in points]),
        np.stack([point.predictor for point in points]),
        np.stack([point.variance for point in points]),
        drawn,
        without,
        float(top + np.log((design.base_weights * np.exp(densities - top)).sum())),
        design,
    )


def _without_themselves(pool: ModelPool, points: list[DesignPoint], weights: Floats) -> LeaveOneOut:
    found = list(pool.each(without_itself, points))
    mean, sd, scores = (np.stack([part[k] for part in found]) for k in range(3))
    # without its own figure the hyperparameters would have had other weights
    own = weights[:, None] * np.exp(scores.min(0) - scores)
    return LeaveOneOut(mean, sd, own / own.sum(0))


def _nothing(model: LatentGaussianModel) -> LeaveOneOut:
    return LeaveOneOut(*(np.zeros((0, model.observations)) for _part in range(3)))


def _draws(pool: ModelPool, points: list[DesignPoint], weights: Floats, draws: int, seed: int) -> Draws:
    counts = 2 * _pairs_per_point(weights, draws).astype(np.int64)
    ends = np.cumsum(counts)
    model = pool.model
    shape = (int(ends[-1]), model.visible.size)
    latent = np.empty(shape, np.float32 if shape[0] * shape[1] > _MOST_IN_DOUBLE else np.float64)
    fixed = np.empty((int(ends[-1]), model.coefficients))
    tasks = [
        (point, np.random.default_rng([seed, k + 1]), slice(int(end - count), int(end)))
        for k, (point, count, end) in enumerate(zip(points, counts, ends, strict=True))
    ]
    for _done in pool.each(lambda own, task: draw_at(own, *task[:2], latent[task[2]], fixed[task[2]]), tasks):
        pass
    return Draws(np.repeat(np.array([point.theta for point in points]), counts, axis=0), latent, fixed)


def _pairs_per_point(weights: Floats, draws: int) -> Floats:
    """Whole numbers of antithetic pairs, in proportion to the weights, adding up."""
    ideal = np.cumsum(weights) * np.ceil(draws / 2.0)
    return np.diff(np.concatenate([[0.0], np.round(ideal)]))
