# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where each place of a text went when pieces of it were replaced, and back: codings stay on their words."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True)
class Replacement:
    """A piece of the old text and the piece of the new one that took its place; ends not included."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True)
class OffsetMap:
    """Replacements in order, not overlapping.

    >>> moved = OffsetMap((Replacement(4, 7, 4, 12),))
    >>> moved.to_new(0, 10), moved.to_new(5, 6), moved.to_old(0, 15)
    ((0, 15), (4, 12), (0, 10))
    """

    replacements: tuple[Replacement, ...] = ()

    def to_new(self, start: int, end: int) -> tuple[int, int]:
        """A passage of the old text in the new one; what was replaced in part comes along whole."""
        spans = [(one.old_start, one.old_end, one.new_start, one.new_end) for one in self.replacements]
        return _moved(start, spans, False), _moved(end, spans, True)

    def to_old(self, start: int, end: int) -> tuple[int, int]:
        """A passage of the new text in the old one."""
        spans = [(one.new_start, one.new_end, one.old_start, one.old_end) for one in self.replacements]
        return _moved(start, spans, False), _moved(end, spans, True)


def _moved(place: int, spans: list[tuple[int, int, int, int]], is_end: bool) -> int:
    """A border: inside a replaced piece it goes to that piece's beginning or, for an end, its end."""
    starts = [span[0] for span in spans]
    before = (bisect_right(starts, place - 1) if is_end else bisect_right(starts, place)) - 1
    if before < 0:
        return place
    _start, end, new_start, new_end = spans[before]
    if place < end:
        return new_end if is_end else new_start
    return place + new_end - end
