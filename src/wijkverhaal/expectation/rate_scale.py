# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""From linear predictor to rate: the logistic curve, or percentages as they are."""

import numpy as np
from numba import njit
from scipy.special import expit

from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.settings import Scale

_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(7)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()


def rate_of(predictor: Floats, scale: Scale) -> Floats:
    """Rate in percent at a linear predictor."""
    return predictor if scale == "percent" else np.asarray(100.0 * expit(predictor))


def predictor_of(rate: Floats, scale: Scale) -> Floats:
    """Linear predictor at a rate in percent."""
    return rate if scale == "percent" else np.log(rate / (100.0 - rate))


def mean_rate(predictor: Floats, sd: Floats, scale: Scale) -> Floats:
    """Rate in percent, averaged over a normal effect with standard deviation sd.

    Parameters
    ----------
    predictor
        Shape (draws, wijken).
    sd
        Shape (draws,).
    scale
        Of the linear predictor.
    """
    if scale == "percent":
        return predictor
    return np.asarray(_logistic_normal_mean(predictor, sd, _NODES, _WEIGHTS))


@njit(cache=True)  # pragma: no cover
def _logistic_normal_mean(predictor: Floats, sd: Floats, nodes: Floats, weights: Floats) -> Floats:
    result = np.empty_like(predictor)
    for draw in range(predictor.shape[0]):
        for wijk in range(predictor.shape[1]):
            total = 0.0
            for k in range(nodes.size):
                total += weights[k] / (1.0 + np.exp(-predictor[draw, wijk] - sd[draw] * nodes[k]))
            result[draw, wijk] = 100.0 * total
    return result
