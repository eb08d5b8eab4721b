# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What several statements about time together say: the tightest window of each event.

A simple temporal problem: R. Dechter, I. Meiri and J. Pearl (1991), Temporal constraint networks,
Artificial Intelligence 49:61-95. Shortest paths by Floyd and Warshall; a negative cycle means that
the statements cannot all be true.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from math import inf

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.foundation.errors import FitError
from wijkverhaal.foundation.language import _

Numbers = NDArray[np.float64]
#: Moments are months, and what differs by less than a minute is the same.
ROOM = 1e-7


@dataclass(frozen=True)
class TimeStatement:
    """Somebody says how long after one event another came.

    Attributes
    ----------
    earlier, later : hashable
        Events; `later` minus `earlier` lies between `low` and `high` (both included, and negative when
        it came before).
    low, high : float
        In the unit of the network, for help histories months; infinite where not said.
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


@dataclass(frozen=True)
class Window:
    """The least and the most that a moment can be."""

    low: float
    high: float


@dataclass(frozen=True)
class TemporalNetwork:
    """Events and the tightest bounds between every two of them.

    Attributes
    ----------
    events : tuple
    distance : array (e, e)
        The most that the event of the column can come after that of the row.
    """

    events: tuple[Hashable, ...]
    distance: Numbers

    def between(self, earlier: Hashable, later: Hashable) -> Window:
        """The tightest bounds on `later` minus `earlier`."""
        i, j = self.events.index(earlier), self.events.index(later)
        return Window(float(-self.distance[j, i]) + 0.0, float(self.distance[i, j]))

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
    distance = tightened(order, statements)
    if distance is None:
        raise FitError(
            _("Deze uitspraken kunnen niet allemaal waar zijn; kies welke u volgt of laat er een weg.")
        )
    return TemporalNetwork(order, distance)


def event_order(statements: Sequence[TimeStatement], events: Sequence[Hashable] = ()) -> tuple[Hashable, ...]:
    """Every event once, in the order in which it is first named."""
    named = [event for one in statements for event in (one.earlier, one.later)]
    return tuple(dict.fromkeys([*events, *named]))


def tightened(order: Sequence[Hashable], statements: Sequence[TimeStatement]) -> Numbers | None:
    """The shortest paths between all events; None where the statements clash."""
    place = {event: number for number, event in enumerate(order)}
    distance = np.full((len(order), len(order)), inf)
    np.fill_diagonal(distance, 0.0)
    for one in statements:
        i, j = place[one.earlier], place[one.later]
        distance[i, j] = min(distance[i, j], one.high)
        distance[j, i] = min(distance[j, i], -one.low)
    for middle in range(len(order)):
        np.minimum(distance, distance[:, [middle]] + distance[[middle], :], out=distance)
    return None if (np.diag(distance) < -ROOM).any() else distance


def is_consistent(statements: Sequence[TimeStatement]) -> bool:
    """Whether the statements can all be true."""
    return tightened(event_order(statements), statements) is not None
