# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How well a factor goes with the outcome, at least and at most, whatever is true of what is not known."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Bound:
    """A share from 0 to 1, at least and at most; None where there may be nothing to take a share of."""

    least: float | None
    most: float | None


@dataclass(frozen=True)
class FactorBounds:
    """A factor and the outcome.

    Attributes
    ----------
    consistency : Bound
        Of the cases with the factor: which share has the outcome?
    coverage : Bound
        Of the cases with the outcome: which share has the factor?
    with_both, with_factor, with_outcome, unknown : int
        Cases where it is known; and those where the factor, the outcome or both are not.
    """

    consistency: Bound
    coverage: Bound
    with_both: int
    with_factor: int
    with_outcome: int
    unknown: int


def factor_bounds(factor: Sequence[bool | None], outcome: Sequence[bool | None]) -> FactorBounds:
    """The bounds over every way to fill in what is not known (None).

    >>> factor_bounds([True, True, None], [True, False, True]).consistency
    Bound(least=0.5, most=0.6666666666666666)
    """
    pairs = list(zip(factor, outcome, strict=True))
    return FactorBounds(
        _share(pairs),
        _share([(there, good) for good, there in pairs]),
        sum(one is True and other is True for one, other in pairs),
        sum(one is True for one in factor),
        sum(one is True for one in outcome),
        sum(one is None or other is None for one, other in pairs),
    )


def _share(pairs: Sequence[tuple[bool | None, bool | None]]) -> Bound:
    """The share of the cases with the first that have the second."""
    both = sum(one is True and other is True for one, other in pairs)
    only = sum(one is True and other is False for one, other in pairs)
    open_first = [other for one, other in pairs if one is None]
    open_second = sum(one is True and other is None for one, other in pairs)
    may_both = sum(other is not False for other in open_first)
    may_only = sum(other is not True for other in open_first)
    return Bound(
        _ratio(both, both + only + open_second + may_only, may_both),
        _ratio(both + open_second + may_both, both + only + open_second + may_both, -may_only),
    )


def _ratio(part: int, whole: int, otherwise: int) -> float | None:
    """The share; where nothing need be there, the share of what may be (all of it, or none of it)."""
    if whole:
        return part / whole
    if otherwise:
        return 1.0 if otherwise > 0 else 0.0
    return None
