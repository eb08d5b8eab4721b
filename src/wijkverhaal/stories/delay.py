# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Delays per family: how long at least and at most between a signal and help."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from wijkverhaal.stories.turnbull import MassInterval, turnbull


@dataclass(frozen=True)
class Delay:
    """The time between two events of one family, in months.

    Attributes
    ----------
    family : str
    shortest, longest : float
        The least and the most it can have been; `longest` is infinite where it has not ended.
    """

    family: str
    shortest: float
    longest: float


@dataclass(frozen=True)
class Envelope:
    """For one moment the share of families still waiting: at least and at most, from 0 to 1."""

    months: float
    least: float
    most: float


def envelope(delays: Sequence[Delay]) -> list[Envelope]:
    """How many still wait after each moment, whatever the true delays are.

    >>> [(one.months, one.least, one.most) for one in envelope([Delay("a", 2, 6), Delay("b", 6, 6)])]
    [(0, 1.0, 1.0), (2, 0.5, 1.0), (6, 0.0, 0.0)]
    """
    moments = sorted({0, *(m for one in delays for m in (one.shortest, one.longest) if m < inf)})
    count = len(delays)
    return [
        Envelope(
            moment,
            sum(one.shortest > moment for one in delays) / count,
            sum(one.longest > moment for one in delays) / count,
        )
        for moment in moments
        if count
    ]


def delay_distribution(delays: Sequence[Delay]) -> list[MassInterval]:
    """The Turnbull estimate over families.

    The bounds of a delay both belong to it. The estimate leaves out the lower one, which for months
    that are not exact makes no difference that anybody could see.
    """
    return turnbull([one.shortest for one in delays], [one.longest for one in delays])
