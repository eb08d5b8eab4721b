# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether one model foretells hidden figures better than another: a gain, none, or too few wijken.

The gain is the mean difference in log score over the same wijken, with a paired standard error;
where whole gemeenten were hidden, wijken of one gemeente count together. More than twice the
standard error is a gain. Otherwise the question is whether a gain worth having could have been
seen at all: what an indicator would have given that moves use by ten percent in a typical wijk,
beyond its population. docs/method/neighbourhood-question.md derives the rule and states its errors.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.held_out_scores import HeldOutScores
from wijkverhaal.expectation.question_rule import CLEAR, RELEVANT_EFFECT, Verdict

_NOTHING_NEW = 1e-6  # standard deviation of what a column says beyond the smaller model
#: A relevant effect must have been seen with this probability (its normal quantile).
_SEEN_IN_80_PERCENT = 0.8416


@dataclass(frozen=True)
class Gain:
    """A paired difference in log score, per wijk.

    Attributes
    ----------
    difference, standard_error : float
        Mean over the wijken; positive where the larger model foretells better.
    wijken, gemeenten : int
        Over how many.
    expected : float
        In standard errors: what a relevant effect would give with a probability of 80% or more.
    verdict : str
        "gain", "none" or "too_few".
    """

    difference: float
    standard_error: float
    wijken: int
    gemeenten: int
    expected: float

    @property
    def verdict(self) -> Verdict:
        if self.difference > CLEAR * self.standard_error and self.difference > 0.0:
            return "gain"
        return "none" if self.expected >= CLEAR else "too_few"


def paired_gain(
    smaller: HeldOutScores,
    larger: HeldOutScores,
    added: Floats,
    base: Floats,
    gemeente: NDArray[np.int64],
    rows: NDArray[np.bool_],
    clustered: bool,
    unit: float = 1.0,
) -> Gain:
    """Compare two models on the wijken `rows`.

    Parameters
    ----------
    smaller, larger
        Their scores on the same hidden wijken.
    added
        Columns of the design that only the larger model has, shape (wijken, columns).
    base
        Columns that both have, with the intercept.
    gemeente
        Number of the gemeente of each wijk.
    rows
        Which wijken count.
    clustered
        Whether wijken of one gemeente count together.
    unit
        Of the predictor: 1 for the logit, 10 for percentage points.
    """
    rows = rows & smaller.scored & larger.scored
    cluster = gemeente[rows] if clustered else np.arange(int(rows.sum()))
    difference = (larger.log_score - smaller.log_score)[rows]
    wijken = difference.size
    gemeenten = int(np.unique(gemeente[rows]).size)
    if wijken < 2 or np.unique(cluster).size < 2:
        return Gain(0.0, 0.0, wijken, gemeenten, 0.0)
    mean = float(difference.mean())
    spread = _of_clusters(difference - mean, cluster)
    groups = np.unique(cluster).size
    error = float(np.sqrt(groups / (groups - 1.0) * (spread**2).sum()) / wijken)
    strength = _strength(smaller, rows, added[rows], base[rows], cluster, unit)
    return Gain(mean, error, wijken, gemeenten, _expected(strength, added.shape[1]))


def _of_clusters(values: Floats, cluster: NDArray[np.int64]) -> Floats:
    _names, number = np.unique(cluster, return_inverse=True)
    return np.asarray(np.bincount(number, values), dtype=np.float64)


def _strength(
    smaller: HeldOutScores,
    rows: NDArray[np.bool_],
    added: Floats,
    base: Floats,
    cluster: NDArray[np.int64],
    unit: float,
) -> float:
    """How many standard errors from nothing a relevant effect of one of the columns would lie.

    It is the effect of what a column says beyond the smaller model. It adds its size times the slope
    of the log score, less half its square times the bend; the slope is the noise.
    """
    if added.shape[1] == 0:
        return 0.0
    size = np.log1p(RELEVANT_EFFECT) * unit
    slope, bend = smaller.slope[rows], smaller.bend[rows]
    own = added - base @ np.linalg.lstsq(base, added, rcond=None)[0]
    spread = own.std(0)
    own = own[:, spread > _NOTHING_NEW] / spread[spread > _NOTHING_NEW]
    squares = [0.0] if own.shape[1] == 0 else []
    for column in own.T:
        information = max(float(column**2 @ bend), 0.0)
        noise = float((_of_clusters(column * slope, cluster) ** 2).sum())
        squares.append((size * information) ** 2 / max(noise, 1e-300))
    return float(np.sqrt(np.mean(squares)))


def _expected(strength: float, columns: int) -> float:
    """The ratio of gain to standard error that such an effect gives in four of five cases.

    With `columns` coefficients estimated, the gain is half a square minus their number, and its
    standard error the root of that square.
    """
    distance = strength - _SEEN_IN_80_PERCENT
    return distance / 2.0 - columns / distance if distance > 0.0 else 0.0
