# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long a family waited: from the first signal to the first help of any sort, or to fitting help."""

from collections.abc import Collection
from math import inf, isfinite

from wijkverhaal.stories.delay import Delay
from wijkverhaal.stories.event_kind import FIRST_SIGNAL, FITTING, START
from wijkverhaal.stories.history_timeline import PlacedEvent, Timeline
from wijkverhaal.stories.time_expression import INTERVIEW

#: The kinds of event with which help of any sort begins, and help that fits.
HELP = frozenset({START.id, FITTING.id})
FITTING_HELP = frozenset({FITTING.id})


def first_of(timeline: Timeline, kinds: Collection[str]) -> PlacedEvent | None:
    """The first event of any of these kinds, in the order of the timeline."""
    return next((placed for placed in timeline.events if placed.event.kind in kinds), None)


def wait_until(timeline: Timeline, kinds: Collection[str], untold_is_later: bool = False) -> Delay | None:
    """The months from the first signal until the first event of these kinds, at least and at most.

    Where several events may be the first, the least is that of whichever can be soonest, and the most
    that of whichever must have come soonest. None where nobody tells a signal; without end where nobody
    tells such an event.

    Parameters
    ----------
    untold_is_later : bool
        Where nobody tells such an event, take it that it had not come at the last interview: somebody would
        have told. Without it such a family says nothing.
    """
    signal = timeline.first(FIRST_SIGNAL.id)
    if signal is None:
        return None
    windows = [
        timeline.between(signal.event.id, placed.event.id)
        for placed in timeline.events
        if placed.event.kind in kinds
    ]
    if not windows:
        least = _until_last_interview(timeline, signal) if untold_is_later else 0.0
        return Delay(timeline.history.family, least, inf)
    shortest, longest = min(one.low for one in windows), min(one.high for one in windows)
    return Delay(timeline.history.family, max(0.0, shortest), max(0.0, longest))


def _until_last_interview(timeline: Timeline, signal: PlacedEvent) -> float:
    """The least months from a signal to the last interview; 0 where that cannot be said."""
    talks = [(INTERVIEW, who) for who in timeline.history.interviewed]
    known = [one for one in talks if one in timeline.network.events]
    least = [timeline.network.between(signal.event.id, one).low for one in known]
    return max([0.0, *(one for one in least if isfinite(one))])
