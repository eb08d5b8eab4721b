# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A place in a text that could tell who somebody is: a proposal, until a person has decided."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Hit:
    """A proposal.

    Attributes
    ----------
    start, end : int
        Characters; the end not included.
    text : str
        What stands there.
    replacement : str
        What could stand there instead; a genitive ending stays.
    rule : str
        "roster", "date", "capital", or the rule that found it.
    """

    start: int
    end: int
    text: str
    replacement: str
    rule: str


def not_overlapping(hits: Iterable[Hit]) -> list[Hit]:
    """The hits in order of place; of those that overlap only the one that came first."""
    taken: list[Hit] = []
    starts: list[int] = []
    for hit in hits:
        place = bisect_right(starts, hit.start)
        free = place == 0 or taken[place - 1].end <= hit.start
        if free and (place == len(taken) or hit.end <= starts[place]):
            taken.insert(place, hit)
            starts.insert(place, hit.start)
    return taken
