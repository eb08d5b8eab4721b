# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of a history as it is drawn: lanes, the events in them, and who tells each of them when."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf, isinf
from typing import Literal

from wijkverhaal.foundation.language import _
from wijkverhaal.stories.drawing.account_window import account_window
from wijkverhaal.stories.drawing.informant_mark import InformantMark
from wijkverhaal.stories.drawing.time_axis import TimeAxis
from wijkverhaal.stories.event_kind import EVENT_KINDS
from wijkverhaal.stories.help_history import Event
from wijkverhaal.stories.history_timeline import PlacedEvent, Timeline
from wijkverhaal.stories.temporal_network import Window

#: What the lanes of a drawing stand for.
Lanes = Literal["domain", "organisation"]


@dataclass(frozen=True)
class Telling:
    """What one informant says of an event: their own window, and whether the history follows it."""

    mark: InformantMark
    window: Window | None
    followed: bool
    said: str


@dataclass(frozen=True)
class HistoryRow:
    """An event in its lane."""

    lane: str
    placed: PlacedEvent
    window: Window
    tellings: tuple[Telling, ...]

    @property
    def label(self) -> str:
        """What the event is called."""
        return event_label(self.placed.event)

    @property
    def shown(self) -> Window:
        """The window; where a clash leaves it open, all that the accounts say."""
        told = [one.window for one in self.tellings if one.window is not None and one.followed]
        low, high = self.window.low, self.window.high
        if not self.placed.disputed or not told:
            return self.window
        return Window(
            min(one.low for one in told) if isinf(low) else low,
            max(one.high for one in told) if isinf(high) else high,
        )

    @property
    def middle(self) -> float:
        """Where it stands among the others; what has no time stands last."""
        known = [end for end in (self.shown.low, self.shown.high) if not isinf(end)]
        return sum(known) / len(known) if known else inf

    @property
    def apart(self) -> tuple[Telling, ...]:
        """The tellings to draw one by one, because they clash or one was set aside."""
        split = self.placed.disputed or not all(one.followed for one in self.tellings)
        return tuple(one for one in self.tellings if one.window is not None) if split else ()


def event_label(event: Event) -> str:
    """The kind of an event and, where it adds something, what people call it."""
    kind = EVENT_KINDS[event.kind].label if event.kind in EVENT_KINDS else event.kind
    return kind if not event.name or event.name.lower() == kind.lower() else f"{kind} ({event.name})"


def history_rows(
    timeline: Timeline, marks: Mapping[str, InformantMark], axis: TimeAxis, lanes: Lanes = "domain"
) -> list[HistoryRow]:
    """The rows by lane, the lane with the earliest event first, in each the earliest event first."""
    rows = [_row(timeline, placed, marks, axis, lanes) for placed in timeline.events]
    rows.sort(key=lambda row: row.middle)
    order = list(dict.fromkeys(row.lane for row in rows))
    return sorted(rows, key=lambda row: order.index(row.lane))


def _row(
    timeline: Timeline,
    placed: PlacedEvent,
    marks: Mapping[str, InformantMark],
    axis: TimeAxis,
    lanes: Lanes,
) -> HistoryRow:
    event, history = placed.event, timeline.history
    lane = event.domain if lanes == "domain" else event.organisation
    followed = {account.id for account in history.followed()}
    tellings = tuple(
        Telling(
            marks[one.informant], account_window(timeline, one, axis.origin), one.id in followed, one.said
        )
        for one in history.accounts
        if one.event == event.id
    )
    window = timeline.between(str(axis.origin), event.id)
    return HistoryRow(lane or _("overig"), placed, window, tellings)
