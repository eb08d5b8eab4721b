# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A long text in parts that a page can hold, cut into numbered passages and marked where it is coded."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.intake.speaker import SpeakerTurn, speaker_turns
from wijkverhaal.stories.search.passage import passages
from wijkverhaal.stories.study.record import Coding

#: Characters on one page, more or less.
PART = 8_000
Span = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """Words of a passage between two borders of codings."""

    start: int
    text: str
    coded: bool


@dataclass(frozen=True)
class Line:
    """A numbered passage, with who begins to speak there and the codings that begin in it."""

    number: int
    start: int
    end: int
    speaker: str
    pieces: tuple[Piece, ...]
    codings: tuple[Coding, ...] = ()


def lines_of(text: str) -> list[Span]:
    """The passages of a text, from 1 in the order of this list."""
    return [(one.start, one.end) for one in passages("", text)]


def part_of(spans: Sequence[Span], start: int) -> int:
    """On which part a place of the text stands, from 1."""
    borders = part_borders(spans)
    place = bisect_right([one[0] for one in spans], start) - 1
    return max(1, bisect_right(borders, max(place, 0)))


def part_borders(spans: Sequence[Span]) -> list[int]:
    """With which passage each part begins."""
    borders: list[int] = []
    room = 0
    for number, (start, end) in enumerate(spans):
        if not borders or room + end - start > PART:
            borders.append(number)
            room = 0
        room += end - start
    return borders or [0]


def shown_part(
    text: str, spans: Sequence[Span], part: int, labels: Iterable[str], codings: Iterable[Coding]
) -> tuple[list[Line], int]:
    """The lines of one part, and how many parts there are."""
    borders = part_borders(spans)
    part = min(max(part, 1), len(borders))
    first = borders[part - 1]
    last = borders[part] if part < len(borders) else len(spans)
    turns = speaker_turns(text, list(labels))
    marked = sorted(codings, key=lambda one: (one.start, one.end))
    lines = [_line(text, number + 1, spans[number], turns, marked) for number in range(first, last)]
    return lines, len(borders)


def span_between(spans: Sequence[Span], first: str, last: str) -> Span:
    """The characters from one numbered passage to another.

    Raises
    ------
    InputError
    """
    try:
        begin, end = int(first), int(last or first)
    except ValueError:
        raise InputError(_("Kies een stuk tekst, of typ de nummers van de regels.")) from None
    if not 1 <= begin <= end <= len(spans):
        raise InputError(_("Deze regels zijn er niet; kijk naar de nummers voor de tekst."))
    return spans[begin - 1][0], spans[end - 1][1]


def _line(text: str, number: int, span: Span, turns: Sequence[SpeakerTurn], marked: Sequence[Coding]) -> Line:
    start, end = span
    place = bisect_right([one.start for one in turns], start) - 1
    speaker = ""
    if place >= 0 and turns[place].start >= start and turns[place].said < end:
        speaker = turns[place].speaker
        start = turns[place].said
    here = [one for one in marked if one.start < end and one.end > start]
    cuts = sorted({start, end, *(cut for one in here for cut in (one.start, one.end) if start < cut < end)})
    pieces = tuple(
        Piece(a, text[a:b], any(one.start <= a and b <= one.end for one in here)) for a, b in pairwise(cuts)
    )
    begun = tuple(one for one in here if span[0] <= one.start)
    return Line(number, start, end, speaker, pieces, begun)
