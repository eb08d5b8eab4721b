# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Prior of the share of a wijk's effect that it has in common with its neighbours.

Penalised-complexity prior with "nothing in common" as base model (Riebler, Sorbye, Simpson and Rue
2016, "An intuitive Bayesian spatial model for disease mapping that accounts for scaling",
Statistical Methods in Medical Research 25). The distance from the base model needs the determinant
of (1 - phi) I + phi S, with S the covariance of the spatial effect; it is found from sparse
factorisations on a grid of phi, and interpolated.
"""

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import CubicSpline
from scipy.special import expit

from wijkverhaal.expectation.engine.neighbour_graph import NeighbourGraph

#: Of the logit of phi: 0.002 to 0.998.
MIXING_BOUNDS = (-6.0, 6.0)
_GRID = np.linspace(MIXING_BOUNDS[0] - 0.5, MIXING_BOUNDS[1] + 0.5, 27)


@dataclass(frozen=True)
class MixingPrior:
    """Density of the logit of phi on one map.

    Parameters
    ----------
    log_distance
        Spline of the logarithm of the distance from the base model.
    rate
        Of that distance.
    """

    log_distance: CubicSpline
    rate: float

    @classmethod
    def of(cls, graph: NeighbourGraph, upper: float = 0.5, probability: float = 2.0 / 3.0) -> "MixingPrior":
        """The prior with P(phi < upper) = probability."""
        diagonal, off_diagonal = graph.scaled_precision
        factor, parts = graph.pattern(), len(graph.zero_sums())
        distances = []
        for phi in expit(_GRID):
            factor.refactor(np.concatenate([(1.0 - phi) * diagonal + phi, (1.0 - phi) * off_diagonal]))
            log_determinant = factor.log_determinant() - graph.log_pseudo_determinant
            log_determinant += parts * (np.log1p(-phi) - np.log(phi))
            twice_divergence = phi * graph.nodes * (graph.mean_variance - 1.0) - log_determinant
            distances.append(np.sqrt(max(twice_divergence, 1e-12)))
        spline = CubicSpline(_GRID, np.log(np.maximum.accumulate(distances)))
        at_upper = float(np.exp(spline(np.log(upper / (1.0 - upper)))))
        return cls(spline, -float(np.log1p(-probability)) / at_upper)

    def log_density(self, logit: float) -> tuple[float, float]:
        """Log density of the logit of phi, and its derivative."""
        log_distance = float(self.log_distance(logit))
        slope = max(float(self.log_distance(logit, 1)), 1e-6)
        bend = float(self.log_distance(logit, 2))
        distance = float(np.exp(log_distance))
        value = float(np.log(self.rate)) - self.rate * distance + log_distance + float(np.log(slope))
        return value, -self.rate * distance * slope + slope + bend / slope
