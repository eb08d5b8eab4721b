# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The count that CBS would publish of a wijk, foretold without looking at its own count.

For a wijk without a row this is the posterior prediction. For the others the wijk's own share of
the information is taken out of the Laplace approximation (Vehtari, Mononen, Tolvanen, Sivula and
Winther 2016, "Bayesian leave-one-out cross-validation approximations for Gaussian latent variable
models", JMLR 17), point by point of the design of hyperparameters.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from wijkverhaal.expectation.engine.posterior import LeaveOneOut
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.figures.published_count import LARGEST_SECRET, STEP

_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(9)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()
_DRAWS = 2000


@dataclass(frozen=True)
class CountPrediction:
    """Per wijk: the mean of the predicted count and its 90% bounds."""

    mean: Floats
    low: Floats
    high: Floats


def predict_counts(
    leave_one_out: LeaveOneOut, youths: Ints, coverage: Floats, seed: int, fresh: float = 1.0
) -> CountPrediction:
    """Predict the number of users that CBS could place in each wijk.

    Parameters
    ----------
    leave_one_out
        The linear predictor of every wijk, known without its own count.
    youths
        Whole numbers, shape (wijken,).
    coverage
        Share of users that is placed in a wijk, shape (wijken,).
    seed
        Of the draws from which the bounds are read.
    fresh
        Share of the variance of a count that is drawn anew in its year; the rest is in the linear
        predictor already (`staying_users`).

    Notes
    -----
    The bounds are 5% and 95% quantiles of the count as CBS would round it, spread evenly over half
    a youth to either side, so that they hold 90% and not, as bounds on whole numbers would, more.
    """
    mean = np.zeros(youths.size)
    for points in range(leave_one_out.mean.shape[0]):
        for node, weight in zip(_NODES, _WEIGHTS, strict=True):
            predictor = leave_one_out.mean[points] + leave_one_out.sd[points] * node
            mean += leave_one_out.weight[points] * weight * expit(predictor)
    generator = np.random.default_rng(seed)
    predictor = draw_predictor(leave_one_out, _DRAWS, generator)
    chance = np.clip(coverage * expit(predictor), 0.0, 1.0)
    middle = youths * chance
    users = middle + np.sqrt(fresh) * (generator.binomial(youths, chance) - middle)
    counts = published_value(np.round(np.maximum(users, 0.0)).astype(np.int64)) + generator.uniform(
        -0.5, 0.5, chance.shape
    )
    low, high = np.quantile(counts, (0.05, 0.95), axis=0)
    top = youths.astype(float)
    return CountPrediction(youths * coverage * mean, np.clip(low, 0.0, top), np.clip(high, 0.0, top))


def draw_predictor(leave_one_out: LeaveOneOut, draws: int, generator: np.random.Generator) -> Floats:
    """Draws of every wijk's linear predictor, shape (draws, wijken)."""
    wijken = leave_one_out.mean.shape[1]
    cumulative = np.cumsum(leave_one_out.weight, axis=0)
    chosen = (generator.random((draws, 1, wijken)) > cumulative[None]).sum(1)
    chosen = np.minimum(chosen, leave_one_out.weight.shape[0] - 1)
    column = np.arange(wijken)[None, :]
    noise = generator.standard_normal((draws, wijken))
    return np.asarray(leave_one_out.mean[chosen, column] + leave_one_out.sd[chosen, column] * noise)


def published_value(counts: Ints) -> Floats:
    """Counts as CBS shows them: in multiples of five; a secret count stays as it is, it is not shown."""
    return np.where(counts > LARGEST_SECRET, STEP * np.floor(counts / STEP + 0.5), counts.astype(float))
