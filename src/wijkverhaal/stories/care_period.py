# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Periods of help per organisation, and what lies between them: gaps, overlaps and hand-overs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal

from wijkverhaal.stories.event_kind import END, FITTING, START
from wijkverhaal.stories.history_timeline import Timeline
from wijkverhaal.stories.temporal_network import Window

#: A new organisation that begins within so many months after the last one ended took over.
HAND_OVER_MONTHS = 1.0

Between = Literal["gap", "overlap", "hand_over", "unknown"]


@dataclass(frozen=True)
class CarePeriod:
    """Help by one organisation: the ids of its first and last event; no last where nobody tells an end."""

    organisation: str
    start: str
    end: str | None


@dataclass(frozen=True)
class Transition:
    """From one period to the next.

    Attributes
    ----------
    before, after : CarePeriod
    months : Window
        From the end of the one to the start of the other; negative where they overlap.
    sort : "gap", "overlap", "hand_over" or "unknown"
        Unknown where the window leaves more than one possible.
    """

    before: CarePeriod
    after: CarePeriod
    months: Window
    sort: Between


def care_periods(timeline: Timeline) -> list[CarePeriod]:
    """The periods of help, by their start: each start with the first end of the same organisation."""
    starts = [p.event for p in timeline.events if p.event.kind in (START.id, FITTING.id)]
    ends = [p.event for p in timeline.events if p.event.kind == END.id]
    periods = []
    for start in starts:
        end = next(
            (
                one
                for one in ends
                if one.organisation == start.organisation and not timeline.between(start.id, one.id).is_before
            ),
            None,
        )
        if end is not None:
            ends.remove(end)
        periods.append(CarePeriod(start.organisation, start.id, end.id if end else None))
    return periods


def transitions(timeline: Timeline, periods: Sequence[CarePeriod] | None = None) -> list[Transition]:
    """What lies between each period and the next, and every other two that certainly overlap."""
    periods = care_periods(timeline) if periods is None else periods
    following = [_transition(timeline, before, after) for before, after in pairwise(periods)]
    apart = [
        _transition(timeline, periods[first], periods[later])
        for first, later in combinations(range(len(periods)), 2)
        if later > first + 1
    ]
    return [*following, *(one for one in apart if one.sort == "overlap")]


def _transition(timeline: Timeline, before: CarePeriod, after: CarePeriod) -> Transition:
    """Of an end that nobody tells nothing is known."""
    if before.end is None:
        return Transition(before, after, Window(float("-inf"), float("inf")), "unknown")
    months = timeline.between(before.end, after.start)
    return Transition(before, after, months, _sort(before, after, months))


def _sort(before: CarePeriod, after: CarePeriod, months: Window) -> Between:
    if months.is_before:
        return "overlap"
    if months.low > HAND_OVER_MONTHS:
        return "gap"
    if months.low >= 0 and months.high <= HAND_OVER_MONTHS:
        return "hand_over" if before.organisation != after.organisation else "gap"
    return "unknown"
