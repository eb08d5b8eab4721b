# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where each place of a text went when pieces of it were replaced, and back: codings stay on their words."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property


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
        return self._forward.moved(start, end)

    def to_old(self, start: int, end: int) -> tuple[int, int]:
        """A passage of the new text in the old one."""
        return self._back.moved(start, end)

    @cached_property
    def _forward(self) -> "_Way":
        return _Way([(one.old_start, one.old_end, one.new_start, one.new_end) for one in self.replacements])

    @cached_property
    def _back(self) -> "_Way":
        return _Way([(one.new_start, one.new_end, one.old_start, one.old_end) for one in self.replacements])


class _Way:
    """From one text to the other; made once for the thousands of passages of an interview."""

    def __init__(self, spans: list[tuple[int, int, int, int]]) -> None:
        self._spans = spans
        self._starts = [span[0] for span in spans]

    def moved(self, start: int, end: int) -> tuple[int, int]:
        """A passage of the one text in the other."""
        return self._moved(start, bisect_right(self._starts, start), False), self._moved(
            end, bisect_right(self._starts, end - 1), True
        )

    def _moved(self, place: int, after: int, is_end: bool) -> int:
        """A border: inside a replaced piece it goes to that piece's beginning or, for an end, its end."""
        if after == 0:
            return place
        _start, end, new_start, new_end = self._spans[after - 1]
        if place < end:
            return new_end if is_end else new_start
        return place + new_end - end
