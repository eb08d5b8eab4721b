# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the engine asks of a likelihood: its value and three derivatives, area by area."""

from typing import NamedTuple, Protocol

import numpy as np

from wijkverhaal.expectation.engine.sparse_kernels import Floats


class LikelihoodTerms(NamedTuple):
    """Per observation: log likelihood, slope, minus curvature, and the change of that curvature."""

    value: Floats
    slope: Floats
    weight: Floats  # minus the second derivative
    weight_slope: Floats  # derivative of the weight


class Likelihood(Protocol):
    """A likelihood that factorises over observations given the linear predictor."""

    def terms(self, predictor: Floats) -> LikelihoodTerms:
        """Value and derivatives at a linear predictor of shape (observations,)."""

    def start(self) -> float:
        """A linear predictor, the same for all observations, from which to set out."""


_FEW_NODES, _FEW_WEIGHTS = np.polynomial.hermite_e.hermegauss(5)
_FEW_WEIGHTS = _FEW_WEIGHTS / _FEW_WEIGHTS.sum()


def expected_slope(likelihood: Likelihood, mean: Floats, sd: Floats) -> Floats:
    """Slope averaged over a normal linear predictor, by Gauss-Hermite quadrature."""
    total = np.zeros_like(mean)
    for node, weight in zip(_FEW_NODES, _FEW_WEIGHTS, strict=True):
        total += weight * likelihood.terms(mean + sd * node).slope
    return total
