# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The events of a help history in time: each with its tightest window, and the clashes left open."""

from dataclasses import dataclass

from wijkverhaal.stories.clash import Clash, clashes
from wijkverhaal.stories.delay import Delay
from wijkverhaal.stories.help_history import Event, HelpHistory, statements_of
from wijkverhaal.stories.temporal_network import (
    TemporalNetwork,
    TimeStatement,
    Window,
    temporal_network,
)
from wijkverhaal.stories.time_expression import BIRTH, CALENDAR


@dataclass(frozen=True)
class PlacedEvent:
    """An event with its place in time.

    Attributes
    ----------
    event : Event
    window : Window
        In months since birth, at least and at most.
    informants : tuple of str
        Who tell it.
    disputed : bool
        Whether a clash that nobody decided touches it; those accounts do not narrow the window.
    """

    event: Event
    window: Window
    informants: tuple[str, ...]
    disputed: bool


@dataclass(frozen=True)
class Timeline:
    """The events of a history, the earliest first.

    Attributes
    ----------
    history : HelpHistory
    events : tuple of PlacedEvent
    open_clashes : tuple of Clash
        Between accounts that no choice has set aside.
    network : TemporalNetwork
    """

    history: HelpHistory
    events: tuple[PlacedEvent, ...]
    open_clashes: tuple[Clash, ...]
    network: TemporalNetwork

    def between(self, earlier: str, later: str) -> Window:
        """How many months `later` came after `earlier`, at least and at most."""
        return self.network.between(earlier, later)

    def first(self, kind: str) -> PlacedEvent | None:
        """The first event of a kind, by the middle of the order of the timeline."""
        return next((placed for placed in self.events if placed.event.kind == kind), None)

    def delay(self, earlier_kind: str, later_kind: str) -> Delay | None:
        """The months from the first event of one kind to the first of another; never below 0.

        None where the first did not happen; without end where the second did not.
        """
        start, end = self.first(earlier_kind), self.first(later_kind)
        if start is None:
            return None
        if end is None:
            return Delay(self.history.family, 0.0, float("inf"))
        window = self.between(start.event.id, end.event.id)
        return Delay(self.history.family, max(0.0, window.low), max(0.0, window.high))


def timeline(history: HelpHistory) -> Timeline:
    """Place the events of a history, as its choices say, and nothing decided that they do not."""
    said = statements_of(history.followed())
    fixed = history.fixed()
    found = clashes(list(said.values()), certain=fixed)
    disputed = {one for clash in found for one in clash.statements}
    certain = [one for one in said.values() if one not in disputed]
    order = [CALENDAR, BIRTH, *(event.id for event in history.events)]
    network = temporal_network([*fixed, *certain], order)
    placed = [_placed(history, event, network, disputed) for event in history.events]
    return Timeline(history, tuple(sorted(placed, key=_order)), tuple(found), network)


def _placed(
    history: HelpHistory, event: Event, network: TemporalNetwork, disputed: set[TimeStatement]
) -> PlacedEvent:
    who = tuple(dict.fromkeys(a.informant for a in history.accounts if a.event == event.id))
    touched = any(event.id in (one.earlier, one.later) for one in disputed)
    return PlacedEvent(event, network.between(BIRTH, event.id), who, touched)


def _order(placed: PlacedEvent) -> tuple[float, float]:
    low, high = placed.window.low, placed.window.high
    known = [end for end in (low, high) if abs(end) < float("inf")]
    return (sum(known) / len(known) if known else float("inf"), low)
