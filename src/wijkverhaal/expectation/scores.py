# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How well held-out figures were predicted."""

from dataclasses import asdict, dataclass

import numpy as np

from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.predictive import Prediction

LEVELS = (0.50, 0.80, 0.90, 0.95)
_FIFTHS = 5


@dataclass(frozen=True)
class Scores:
    """Scores of one predictor.

    Attributes
    ----------
    wijken : int
        How many were predicted.
    log_score : float
        Mean per wijk; higher is better.
    r2 : float
        Share of the variance of the published rate that was foretold.
    mean_absolute_error : float
        In percentage points.
    coverage : dict of str to float
        Share of wijken whose figure lies within the bounds, per level in percent.
    coverage_90_by_size : tuple of float
        The same at 90%, in each fifth of the wijken from few to many youths; empty where
        youths are not known.
    """

    wijken: int
    log_score: float
    r2: float
    mean_absolute_error: float
    coverage: dict[str, float]
    coverage_90_by_size: tuple[float, ...] = ()

    def to_json(self) -> dict[str, object]:
        return asdict(self)


def score(prediction: Prediction, rate: Floats, weight: Floats, size: Floats | None = None) -> Scores:
    """Score a prediction.

    Parameters
    ----------
    prediction
        Of the wijken, pooled over the folds.
    rate
        What was published, percent.
    weight
        Of each wijk in R2 and in the mean absolute error.
    size
        Youths, for coverage by size.
    """
    mean = np.average(rate, weights=weight)
    unexplained = np.average((rate - prediction.rate) ** 2, weights=weight)
    held = {level: _held(prediction, rate, level) for level in LEVELS}
    return Scores(
        wijken=rate.size,
        log_score=float(prediction.log_score.mean()),
        r2=float(1.0 - unexplained / np.average((rate - mean) ** 2, weights=weight)),
        mean_absolute_error=float(np.average(np.abs(rate - prediction.rate), weights=weight)),
        coverage={f"{100 * level:.0f}": float(inside.mean()) for level, inside in held.items()},
        coverage_90_by_size=() if size is None else _by_fifth(held[0.90], size),
    )


def _held(prediction: Prediction, rate: Floats, level: float) -> Floats:
    low, high = np.quantile(prediction.draws, (0.5 - level / 2.0, 0.5 + level / 2.0), axis=0)
    return np.asarray((low <= rate) & (rate <= high))


def _by_fifth(inside: Floats, size: Floats) -> tuple[float, ...]:
    order = np.argsort(size, kind="stable")
    return tuple(float(inside[part].mean()) for part in np.array_split(order, _FIFTHS))


def mean_scores(scores: list[Scores]) -> Scores:
    """The mean over repetitions with other folds."""
    return Scores(
        wijken=scores[0].wijken,
        log_score=float(np.mean([one.log_score for one in scores])),
        r2=float(np.mean([one.r2 for one in scores])),
        mean_absolute_error=float(np.mean([one.mean_absolute_error for one in scores])),
        coverage={
            level: float(np.mean([one.coverage[level] for one in scores])) for level in scores[0].coverage
        },
        coverage_90_by_size=tuple(
            float(value) for value in np.mean([one.coverage_90_by_size for one in scores], axis=0)
        )
        if scores[0].coverage_90_by_size
        else (),
    )
