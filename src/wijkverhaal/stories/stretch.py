# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A stretch of time that has a name: a year, a summer, an age, a group at school."""

from dataclasses import dataclass, replace
from math import inf


@dataclass(frozen=True)
class Stretch:
    """Between which two moments something named lies.

    Attributes
    ----------
    low, high : float
        In months; the high one is not part of it.
    lasting : float
        How many months it surely lasts: a child is a year in group 4, though that can be anywhere in more
        than two years.
    """

    low: float
    high: float
    lasting: float

    def wider(self, room: float) -> "Stretch":
        """The same, said with "ongeveer"."""
        return replace(self, low=self.low - room, high=self.high + room)

    def or_else(self, other: "Stretch") -> "Stretch":
        """One of the two, or what lies between."""
        return Stretch(min(self.low, other.low), max(self.high, other.high), min(self.lasting, other.lasting))

    def beside(self, side: str, near: float = inf) -> tuple[float, float]:
        """What lies before or after it, or begins or ends in it.

        Parameters
        ----------
        side : str
            na, voor, vanaf, sinds or tot.
        near : float
            How many months away at most.

        >>> Stretch(12, 24, 12).beside("na"), Stretch(12, 24, 12).beside("voor", near=3)
        ((24, inf), (9, 12))
        """
        if side == "na":
            return self.low + self.lasting, self.high + near
        if side in ("voor", "vóór"):
            return self.low - near, self.high - self.lasting
        return (-inf, self.high) if side.startswith("tot") else (self.low, inf)
