# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a program counts when it writes where a quotation begins: found from the borders of words.

The standard says Unicode code points, but programs count UTF-16 units, bytes, a line end as one or two,
and a byte order mark or not. People mostly select whole words; so the right way of counting puts most
beginnings and ends on borders of words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.foundation.language import _

Whole = NDArray[np.int64]
Unit = Literal["code point", "utf-16", "utf-8"]
_BOM = "\ufeff"


@dataclass(frozen=True)
class OffsetConvention:
    """A way of counting.

    Attributes
    ----------
    unit : "code point", "utf-16" or "utf-8"
    crlf : int
        What a line end of two characters counts: 2 or 1.
    bom : bool
        Whether a byte order mark counts.
    end_included : bool
        Whether the last position is that of the last character, and not the one after it.
    """

    unit: Unit = "code point"
    crlf: int = 2
    bom: bool = False
    end_included: bool = False

    def label(self, line_ends: bool, bom: bool) -> str:
        """What was found, for a person.

        Parameters
        ----------
        line_ends, bom : bool
            Whether the text has line ends of two characters, and a byte order mark: only then is it known
            what they count.
        """
        unit = {
            "code point": _("tekens (zoals de standaard zegt)"),
            "utf-16": _("UTF-16-eenheden (zoals NVivo)"),
            "utf-8": _("bytes (zoals Taguette)"),
        }[self.unit]
        told = [_("posities tellen {unit}").format(unit=unit)]
        if line_ends:
            told.append(_("een regeleinde telt {crlf}").format(crlf=self.crlf))
        if bom:
            told.append(
                _("het teken aan het begin van het bestand telt mee")
                if self.bom
                else _("het teken aan het begin van het bestand telt niet mee")
            )
        if self.end_included:
            told.append(_("het laatste teken hoort erbij"))
        return ", ".join(told)

    def table(self, raw: str) -> tuple[Whole, Whole]:
        """Per character of the file, and for its end, the offset in this counting and the place.

        Places are in the text with line ends of one character and without byte order mark.
        """
        codes = np.frombuffer(raw.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
        widths = np.ones(len(codes), dtype=np.int64)
        if self.unit == "utf-16":
            widths += codes > 0xFFFF
        elif self.unit == "utf-8":
            widths += (codes > 0x7F).astype(np.int64) + (codes > 0x7FF) + (codes > 0xFFFF)
        steps = np.ones(len(codes), dtype=np.int64)
        returns = np.flatnonzero((codes[:-1] == 13) & (codes[1:] == 10))
        steps[returns] = 0
        widths[returns] = self.crlf - 1
        if raw.startswith(_BOM):
            steps[0], widths[0] = 0, widths[0] if self.bom else 0
        return _summed(widths), _summed(steps)


def _summed(steps: Whole) -> Whole:
    return np.concatenate([[0], np.cumsum(steps)]).astype(np.int64)


@dataclass(frozen=True)
class FoundConvention:
    """The convention that fits best.

    Attributes
    ----------
    convention : OffsetConvention
    share, next_share : float
        The share of borders that it puts right, and that of the next.
    label : str
        What was found, for a person.
    """

    convention: OffsetConvention
    share: float
    next_share: float
    label: str


#: A source as it stands in its file, with the offsets of its passages and the text they are said to hold.
RawPassages = tuple[str, Sequence[tuple[int, int, str]]]


def plain_text(raw: str) -> str:
    """The text with line ends of one character and no byte order mark."""
    return raw.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def find_convention(sources: Sequence[RawPassages]) -> FoundConvention:
    """The way of counting that puts the most beginnings and ends on borders of words."""
    everything = "".join(raw for raw, _passages in sources)
    units = get_args(Unit) if not everything.isascii() else get_args(Unit)[:1]
    line_ends = (2, 1) if "\r\n" in everything else (2,)
    marks = (False, True) if _BOM in everything else (False,)
    candidates = [
        OffsetConvention(unit, crlf, bom, included)
        for included, bom, crlf, unit in product((False, True), marks, line_ends, units)
    ]
    scored: list[tuple[float, OffsetConvention, tuple[tuple[int, int] | None, ...]]] = []
    for one in candidates:
        spans = tuple(span for raw, passages in sources for span in applied(one, raw, passages))
        scored.append((_score(sources, spans), one, spans))
    best = max(scored, key=lambda item: item[0])
    others = [score for score, _one, spans in scored if spans != best[2]]
    label = best[1].label(line_ends=len(line_ends) > 1, bom=len(marks) > 1)
    return FoundConvention(best[1], best[0], max(others, default=0.0), label)


def applied(
    convention: OffsetConvention, raw: str, passages: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int] | None]:
    """The passages as places in the plain text; None where an offset is no place in it."""
    offsets, positions = convention.table(raw)

    def place_of(offset: int) -> int | None:
        here = int(np.searchsorted(offsets, offset))
        known = offset >= 0 and here < len(offsets) and offsets[here] == offset
        return int(positions[here]) if known else None

    extra = 1 if convention.end_included else 0
    spans: list[tuple[int, int] | None] = []
    for start, end, _name in passages:
        first, last = place_of(start), place_of(end)
        if first is None or last is None or last < first:
            spans.append(None)
        else:
            spans.append((first, last + extra))
    return spans


def _score(sources: Sequence[RawPassages], spans: Sequence[tuple[int, int] | None]) -> float:
    good = total = 0.0
    place = 0
    for raw, passages in sources:
        text = plain_text(raw)
        for _start, _end, name in passages:
            span = spans[place]
            place += 1
            total += 2
            if span is None or span[1] > len(text):
                continue
            good += _begins(text, span[0]) + _ends(text, span[1])
            if len(name) > 3 and name != text[span[0] : span[1]] and name in text:
                good -= 1
    return good / total if total else 0.0


def _begins(text: str, place: int) -> bool:
    inside = place < len(text) and not text[place].isspace()
    return inside and (place == 0 or not (text[place - 1].isalnum() and text[place].isalnum()))


def _ends(text: str, place: int) -> bool:
    inside = place > 0 and not text[place - 1].isspace()
    return inside and (place == len(text) or not (text[place - 1].isalnum() and text[place].isalnum()))
