# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An effect per unit and year, that stays alike from year to year: autoregressive of order one."""

from dataclasses import dataclass, field

import numpy as np

from wijkverhaal.expectation.engine.effect import LOG_SD_BOUNDS
from wijkverhaal.expectation.engine.prior import ExponentialScalePrior, PersistencePrior
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.expectation.engine.yearly_chain import YearlyChain

#: Of the logit of the correlation between years: 0.02 to 0.998.
PERSISTENCE_BOUNDS = (-4.0, 6.0)
PERSISTENCE_START = 1.5


@dataclass(frozen=True)
class YearlyEffect:
    """Normal effects with one standard deviation, correlated within a unit from year to year.

    theta is the logarithm of the standard deviation and the logit of the correlation between two
    years that follow each other.

    Parameters
    ----------
    name
        Noun of the unit.
    chain
        The members, one per unit and year.
    """

    name: str
    chain: YearlyChain
    prior: ExponentialScalePrior = field(default_factory=ExponentialScalePrior)
    persistence_prior: PersistencePrior = field(default_factory=PersistencePrior)
    start: float = 0.2

    @property
    def size(self) -> int:
        return self.chain.members

    @property
    def visible(self) -> int:
        return self.size

    @property
    def hyperparameters(self) -> tuple[str, ...]:
        return (f"sd_{self.name}", f"persistence_{self.name}")

    def positions(self) -> tuple[Ints, Ints]:
        members = np.arange(self.size, dtype=np.int64)
        return np.concatenate([members, self.chain.first]), np.concatenate([members, self.chain.second])

    def zero_sums(self) -> list[Ints]:
        return []

    def initial(self) -> Floats:
        return np.array([np.log(self.start), PERSISTENCE_START])

    def bounds(self) -> list[tuple[float, float]]:
        return [LOG_SD_BOUNDS, PERSISTENCE_BOUNDS]

    def precision(self, theta: Floats) -> Floats:
        terms = self.chain.terms(_expit(theta[1]))
        return np.asarray(np.exp(-2.0 * theta[0]) * np.concatenate([terms.diagonal, terms.off_diagonal]))

    def precision_derivatives(self, theta: Floats) -> list[Floats]:
        rho = _expit(theta[1])
        slopes = self.chain.slopes(rho)
        along = np.exp(-2.0 * theta[0]) * rho * (1.0 - rho)
        return [
            -2.0 * self.precision(theta),
            along * np.concatenate([slopes.diagonal, slopes.off_diagonal]),
        ]

    def log_determinant(self, theta: Floats) -> tuple[float, Floats]:
        rho = _expit(theta[1])
        value = -2.0 * self.size * float(theta[0]) + self.chain.terms(rho).log_determinant
        slope = self.chain.slopes(rho).log_determinant * rho * (1.0 - rho)
        return value, np.array([-2.0 * self.size, slope])

    def log_prior(self, theta: Floats) -> tuple[float, Floats]:
        scale, scale_slope = self.prior.log_density(float(theta[0]))
        persistence, persistence_slope = self.persistence_prior.log_density(float(theta[1]))
        return scale + persistence, np.array([scale_slope, persistence_slope])


def _expit(logit: float) -> float:
    return float(1.0 / (1.0 + np.exp(-logit)))
