# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What several statements about time together say: the tightest window of each event.

A simple temporal problem: R. Dechter, I. Meiri and J. Pearl (1991), Temporal constraint networks,
Artificial Intelligence 49:61-95. Shortest paths by Floyd and Warshall; a negative cycle means that
the statements cannot all be true.

A bound may be open: "2013" is before 2014 begins, so it does not meet "2014". Lengths are whole ticks, and
behind them it is counted how many open bounds a path has; both are exact, so that a path of length nought
with an open bound in it is a contradiction and one without is not. That is the difference bound matrix of
D. Dill (1989), Timing assumptions and verification of finite-state concurrent systems, LNCS 407:197-212.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from math import inf

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.foundation.errors import FitError
from wijkverhaal.foundation.language import _

Numbers = NDArray[np.float64]
#: Every day of a month of 28, 29, 30 or 31 days begins on a whole tick.
_TICKS_PER_MONTH = 377_580
#: Beyond a hundred thousand years nothing was said, and numbers stay exact.
_MOST = 1_200_000.0
#: More open bounds than any path has.
_OPEN = 4096


@dataclass(frozen=True)
class TimeStatement:
    """Somebody says how long after one event another came.

    Attributes
    ----------
    earlier, later : hashable
        Events; `later` minus `earlier` lies between `low` and `high` (negative when it came before).
    low, high : float
        In the unit of the network, for help histories months; infinite where not said.
    open_low, open_high : bool
        Whether the bound itself is left out: "before 2014" comes near it and does not reach it.
    source : str
        Who says it.
    text : str
        The words it was said in.
    """

    earlier: Hashable
    later: Hashable
    low: float = -inf
    high: float = inf
    source: str = ""
    text: str = field(default="", compare=False)
    open_low: bool = False
    open_high: bool = False


@dataclass(frozen=True)
class Window:
    """The least and the most that a moment can be.

    Attributes
    ----------
    low, high : float
    open_low, open_high : bool
        Whether it comes near that bound and does not reach it.
    """

    low: float
    high: float
    open_low: bool = field(default=False, compare=False)
    open_high: bool = field(default=False, compare=False)

    @property
    def is_after(self) -> bool:
        """Whether all of it is above nought.

        >>> Window(0, 5).is_after, Window(0, 5, open_low=True).is_after
        (False, True)
        """
        return self.low > 0 or (self.low == 0 and self.open_low)

    @property
    def is_before(self) -> bool:
        """Whether all of it is below nought."""
        return self.high < 0 or (self.high == 0 and self.open_high)


@dataclass(frozen=True)
class TemporalNetwork:
    """Events and the tightest bounds between every two of them.

    Attributes
    ----------
    events : tuple
    distance : array (e, e)
        The most that the event of the column can come after that of the row.
    is_open : array (e, e)
        Whether it stays below that.
    """

    events: tuple[Hashable, ...]
    distance: Numbers
    is_open: NDArray[np.bool_]

    def between(self, earlier: Hashable, later: Hashable) -> Window:
        """The tightest bounds on `later` minus `earlier`."""
        i, j = self.events.index(earlier), self.events.index(later)
        low, high = float(-self.distance[j, i]) + 0.0, float(self.distance[i, j])
        return Window(low, high, bool(self.is_open[j, i]), bool(self.is_open[i, j]))

    def windows(self, origin: Hashable) -> dict[Hashable, Window]:
        """The tightest window of every event, counted from `origin`."""
        return {event: self.between(origin, event) for event in self.events if event != origin}


def temporal_network(statements: Sequence[TimeStatement], events: Sequence[Hashable] = ()) -> TemporalNetwork:
    """Put statements together.

    Parameters
    ----------
    events : sequence
        Their order, and events about which nothing was said; others follow as they are named.

    Raises
    ------
    FitError
        When the statements cannot all be true; see `clash`.
    """
    order = event_order(statements, events)
    paths = _shortest(order, statements)
    if paths is None:
        raise FitError(
            _("Deze uitspraken kunnen niet allemaal waar zijn; kies welke u volgt of laat er een weg.")
        )
    ticks = np.ceil(paths / _OPEN)
    return TemporalNetwork(order, ticks / _TICKS_PER_MONTH, np.isfinite(paths) & (paths != ticks * _OPEN))


def event_order(statements: Sequence[TimeStatement], events: Sequence[Hashable] = ()) -> tuple[Hashable, ...]:
    """Every event once, in the order in which it is first named."""
    named = [event for one in statements for event in (one.earlier, one.later)]
    return tuple(dict.fromkeys([*events, *named]))


def _shortest(order: Sequence[Hashable], statements: Sequence[TimeStatement]) -> Numbers | None:
    """The shortest paths between all events, each its ticks and its open bounds; None on a contradiction."""
    place = {event: number for number, event in enumerate(order)}
    paths = np.full((len(order), len(order)), inf)
    np.fill_diagonal(paths, 0.0)
    for one in statements:
        i, j = place[one.earlier], place[one.later]
        paths[i, j] = min(paths[i, j], _bound(one.high, one.open_high))
        paths[j, i] = min(paths[j, i], _bound(-one.low, one.open_low))
    for middle in range(len(order)):
        np.minimum(paths, paths[:, [middle]] + paths[[middle], :], out=paths)
    return None if (np.diag(paths) < 0).any() else paths


def _bound(most: float, is_open: bool) -> float:
    """A bound in whole numbers, of which the last digits say whether it is open."""
    if not most < _MOST:  # nor a number at all
        return inf
    return float(round(max(most, -_MOST) * _TICKS_PER_MONTH) * _OPEN - is_open)


def is_consistent(statements: Sequence[TimeStatement]) -> bool:
    """Whether the statements can all be true."""
    return _shortest(event_order(statements), statements) is not None
