# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The axis of a history: the child's age, or the calendar where nobody knows the birth."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, isinf

from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.svg import piece
from wijkverhaal.stories.drawing.account_window import account_window
from wijkverhaal.stories.drawing.age_words import calendar_words, window_words
from wijkverhaal.stories.history_timeline import Timeline
from wijkverhaal.stories.temporal_network import Window
from wijkverhaal.stories.time_expression import BIRTH, CALENDAR

WIDTH, SIDE = 400, 14
_STEPS = (1, 2, 3, 5, 10, 20)
_MOST_TICKS = 8


@dataclass(frozen=True)
class TimeAxis:
    """An axis in months after `origin`.

    Attributes
    ----------
    origin : hashable
        `BIRTH` or `CALENDAR`.
    low, high : float
        Where it begins and ends, in whole years.
    """

    origin: Hashable
    low: float
    high: float

    @property
    def by_age(self) -> bool:
        """Whether it counts the child's age."""
        return self.origin == BIRTH

    def at(self, months: float) -> float:
        """The place of a moment across the drawing; what lies outside stands at the edge."""
        share = (min(max(months, self.low), self.high) - self.low) / (self.high - self.low)
        return round(SIDE + share * (WIDTH - 2 * SIDE), 1)

    def words(self, window: Window) -> str:
        """A window on this axis in words."""
        return window_words(window) if self.by_age else calendar_words(window)

    def drawn(self, height: int) -> list[str]:
        """Its lines, with a number above each."""
        years = (self.high - self.low) / 12
        step = next((one for one in _STEPS if years / one <= _MOST_TICKS), 50)
        first = ceil(self.low / 12 / step) * step
        marks = range(first, floor(self.high / 12) + 1, step)
        lines = [
            piece(
                '<path d="M{x} 34V{h}" stroke="#e1e7ec"/>'
                '<text x="{x}" y="29" font-size="12.5" text-anchor="middle" fill="#4a5866">{v}</text>',
                x=self.at(12 * year),
                h=height,
                v=str(year),
            )
            for year in marks
        ]
        name = _("leeftijd van het kind, in jaren") if self.by_age else _("jaar")
        title = piece('<text x="14" y="12" font-size="12.5" fill="#4a5866">{t}</text>', t=name)
        return [title, *lines]


def axis_of(timeline: Timeline) -> TimeAxis:
    """The child's age, or the calendar where that places them better: nobody told when the child was born."""
    by_age = _told(timeline, BIRTH)
    by_date = _told(timeline, CALENDAR)
    if _sharpness(by_age) >= _sharpness(by_date):
        return _around(BIRTH, by_age)
    return _around(CALENDAR, by_date)


def _sharpness(windows: Sequence[Window]) -> tuple[int, float]:
    """How many ends are known, and (negative) how wide the windows are."""
    widths = [one.high - one.low for one in windows if not isinf(one.low) and not isinf(one.high)]
    return len(_ends(windows)), -round(sum(widths), 6)


def _told(timeline: Timeline, origin: str) -> list[Window]:
    """The window of every event, and of every account that is drawn by itself."""
    placed = [timeline.between(origin, one.event.id) for one in timeline.events]
    followed = {account.id for account in timeline.history.followed()}
    apart = {one.event.id for one in timeline.events if one.disputed}
    apart |= {one.event for one in timeline.history.accounts if one.id not in followed}
    told = [account_window(timeline, one, origin) for one in timeline.history.accounts if one.event in apart]
    return [*placed, *(one for one in told if one is not None)]


def _ends(windows: Iterable[Window]) -> list[float]:
    return [end for one in windows for end in (one.low, one.high) if not isinf(end)]


def _around(origin: Hashable, windows: Sequence[Window]) -> TimeAxis:
    ends = _ends(windows) or [0.0, 216.0]
    low = 12 * floor((min(ends) - 3) / 12)
    high = 12 * ceil((max(ends) + 3) / 12)
    if origin == BIRTH and 0 <= min(ends) < 12:
        low = 0
    return TimeAxis(origin, float(low), float(max(high, low + 12)))
