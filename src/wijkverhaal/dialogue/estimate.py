# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An estimate with its 90% interval, and what may be said of two of them."""

from dataclasses import dataclass
from math import hypot, isfinite
from typing import Any

#: Half the width of a 90% interval in standard deviations.
Z_90 = 1.6448536269514722


@dataclass(frozen=True)
class Estimate:
    """A value with its 90% bounds; the same three where it is certain."""

    value: float
    low: float
    high: float

    @property
    def sd(self) -> float:
        """The standard deviation that belongs to the interval."""
        return (self.high - self.low) / (2.0 * Z_90)

    @property
    def tells(self) -> bool:
        """Whether the interval lies on one side of zero."""
        return self.low > 0.0 or self.high < 0.0


def estimate_in(row: dict[str, Any], name: str) -> Estimate | None:
    """The estimate under `name`, `name_low` and `name_high` of a row; None where it is not whole."""
    values = [row.get(name + ending) for ending in ("", "_low", "_high")]
    if any(value is None or not isfinite(value) for value in values):
        return None
    return Estimate(*(float(value) for value in values if value is not None))


def change_as_if_apart(before: Estimate, after: Estimate) -> Estimate:
    """The change between two estimates as if their errors had nothing to do with each other.

    Two years of one wijk share much of their error (coefficients, the wijk's own lasting effect), so
    the true interval is narrower: this one errs on the side of "we cannot tell".

    >>> change = change_as_if_apart(Estimate(10.0, 9.0, 11.0), Estimate(10.5, 9.5, 11.5))
    >>> change.value, round(change.low, 3), round(change.high, 3)
    (0.5, -0.914, 1.914)
    """
    value = after.value - before.value
    half = Z_90 * hypot(before.sd, after.sd)
    return Estimate(value, value - half, value + half)
