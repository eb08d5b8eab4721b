# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Chains of years: the precision of first-order autoregressions that may skip years.

Each unit (a wijk, a gemeente) has a value in every year in which it exists; values a gap of g
years apart have correlation rho^g. Values of different units are independent. The variance is
one; the effects that use a chain scale it.
"""

from dataclasses import dataclass

import numpy as np

from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints


@dataclass(frozen=True)
class ChainTerms:
    """Entries of the precision, or how they change with rho."""

    diagonal: Floats  # shape (members,)
    off_diagonal: Floats  # shape (links,)
    log_determinant: float


@dataclass(frozen=True)
class YearlyChain:
    """Members of the chains and the links between years that follow each other.

    Attributes
    ----------
    members
        How many there are, over all units.
    first, second
        Members of the same unit, one after the other, shape (links,).
    gap
        Years between them, shape (links,).
    """

    members: int
    first: Ints
    second: Ints
    gap: Floats

    @classmethod
    def of(cls, unit: Ints, year: Ints) -> "YearlyChain":
        """From the unit and the year of each member.

        Raises
        ------
        ValueError
            When a unit has a year twice.
        """
        order = np.lexsort((year, unit))
        same = unit[order][1:] == unit[order][:-1]
        first, second = order[:-1][same].astype(np.int64), order[1:][same].astype(np.int64)
        gap = (year[second] - year[first]).astype(np.float64)
        if (gap <= 0).any():
            raise ValueError("a unit has a year twice")
        return cls(unit.size, first, second, gap)

    def terms(self, rho: float) -> ChainTerms:
        """The precision at rho, and its log determinant."""
        power = rho**self.gap
        left = 1.0 - power**2
        diagonal = np.ones(self.members)
        for member in (self.first, self.second):
            diagonal += np.bincount(member, power**2 / left, self.members)
        return ChainTerms(diagonal, -power / left, -float(np.log(left).sum()))

    def slopes(self, rho: float) -> ChainTerms:
        """Derivatives of the same with respect to rho."""
        power, change = rho**self.gap, self.gap * rho ** (self.gap - 1.0)
        left = 1.0 - power**2
        along = 2.0 * power * change / left**2
        diagonal = np.zeros(self.members)
        for member in (self.first, self.second):
            diagonal += np.bincount(member, along, self.members)
        off_diagonal = -change * (1.0 + power**2) / left**2
        return ChainTerms(diagonal, off_diagonal, float((2.0 * power * change / left).sum()))
