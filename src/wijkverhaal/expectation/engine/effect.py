# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Latent effects: groups of unknowns that share a distribution with few hyperparameters.

An effect tells the engine three things about its precision matrix: where its entries stand,
what they are at given hyperparameters, and how both they and its log determinant change with
each of them. Effects with neighbours or years are in `neighbour_effect` and `yearly_effect`.
"""

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from wijkverhaal.expectation.engine.prior import ExponentialScalePrior
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints


class Effect(Protocol):
    """A block of the latent vector with a Gaussian prior of sparse precision."""

    @property
    def name(self) -> str:
        """Noun of what a member is."""

    @property
    def size(self) -> int:
        """Number of unknowns."""

    @property
    def visible(self) -> int:
        """Number of unknowns to draw: the members first; any others help to describe their prior."""

    @property
    def hyperparameters(self) -> tuple[str, ...]:
        """Their names."""

    def positions(self) -> tuple[Ints, Ints]:
        """Rows and columns of the entries of the precision matrix, one half only."""

    def zero_sums(self) -> list[Ints]:
        """Sets of unknowns of which each must add up to zero."""

    def initial(self) -> Floats:
        """Where to start the search for the hyperparameters."""

    def bounds(self) -> list[tuple[float, float]]:
        """Between which values to search, per hyperparameter."""

    def precision(self, theta: Floats) -> Floats:
        """Values of the precision matrix at its positions."""

    def precision_derivatives(self, theta: Floats) -> list[Floats]:
        """One array per hyperparameter, at the same positions."""

    def log_determinant(self, theta: Floats) -> tuple[float, Floats]:
        """Log determinant of the precision, and its derivatives."""

    def log_prior(self, theta: Floats) -> tuple[float, Floats]:
        """Log density of the hyperparameters on the scale of theta, and its derivatives."""


#: Of the logarithm of a standard deviation: e^-7 is as good as zero.
LOG_SD_BOUNDS = (-7.0, 4.0)


@dataclass(frozen=True)
class IndependentEffect:
    """Independent normal effects with one standard deviation; theta is its logarithm.

    Parameters
    ----------
    name
        Noun of the thing each member of the block is: "gemeente", "jeugdregio", "wijk".
    size
        Number of members.
    prior
        Prior of the standard deviation.
    start
        Standard deviation at which the search starts.
    """

    name: str
    size: int
    prior: ExponentialScalePrior = field(default_factory=ExponentialScalePrior)
    start: float = 0.2

    @property
    def hyperparameters(self) -> tuple[str, ...]:
        return (f"sd_{self.name}",)

    @property
    def visible(self) -> int:
        return self.size

    def zero_sums(self) -> list[Ints]:
        return []

    def bounds(self) -> list[tuple[float, float]]:
        return [LOG_SD_BOUNDS]

    def positions(self) -> tuple[Ints, Ints]:
        members = np.arange(self.size, dtype=np.int64)
        return members, members

    def initial(self) -> Floats:
        return np.array([np.log(self.start)])

    def precision(self, theta: Floats) -> Floats:
        return np.full(self.size, np.exp(-2.0 * theta[0]))

    def precision_derivatives(self, theta: Floats) -> list[Floats]:
        return [-2.0 * self.precision(theta)]

    def log_determinant(self, theta: Floats) -> tuple[float, Floats]:
        return -2.0 * self.size * float(theta[0]), np.array([-2.0 * self.size])

    def log_prior(self, theta: Floats) -> tuple[float, Floats]:
        value, slope = self.prior.log_density(float(theta[0]))
        return value, np.array([slope])


@dataclass(frozen=True)
class KnownEffect:
    """Independent normal effects whose standard deviations are known beforehand, one each.

    The uncertain part of a gemeente's coverage is such an effect.
    """

    name: str
    standard_deviations: tuple[float, ...]

    @property
    def hyperparameters(self) -> tuple[str, ...]:
        return ()

    @property
    def size(self) -> int:
        return len(self.standard_deviations)

    @property
    def visible(self) -> int:
        return self.size

    def zero_sums(self) -> list[Ints]:
        return []

    def bounds(self) -> list[tuple[float, float]]:
        return []

    def positions(self) -> tuple[Ints, Ints]:
        members = np.arange(self.size, dtype=np.int64)
        return members, members

    def initial(self) -> Floats:
        return np.empty(0)

    def precision(self, theta: Floats) -> Floats:
        return np.asarray(np.array(self.standard_deviations) ** -2.0)

    def precision_derivatives(self, theta: Floats) -> list[Floats]:
        return []

    def log_determinant(self, theta: Floats) -> tuple[float, Floats]:
        return float(np.log(self.precision(theta)).sum()), np.empty(0)

    def log_prior(self, theta: Floats) -> tuple[float, Floats]:
        return 0.0, np.empty(0)
