# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Values with their margins under each other on one scale, each under its name."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.svg import drawing, piece
from wijkverhaal.publication.sentence import figure

_WIDTH, _ROW, _TOP, _SIDE = 400, 38, 26, 14
_STEPS = (0.5, 1, 2, 5, 10, 20)
_MOST_TICKS = 7
#: More rows go on in a next drawing, with the scale above it again; this much fits on a page.
_MOST_ROWS = 35
#: With more than this they are dealt out over drawings that a wide screen puts beside each other.
_FEW_ROWS, _BESIDE = 14, 3


@dataclass(frozen=True)
class Interval:
    """One row: a value with its margin, all percentages, and what was expected where that is compared."""

    label: str
    value: float | None
    low: float | None
    high: float | None
    expected: float | None = None
    colour: str = "#52606d"


def interval_plot(rows: Sequence[Interval], name: str, title: str, description: str) -> Markup:
    """The whole `<svg>`: per row a label, a line for the margin, a dot and a small line for expected.

    Many rows take more than one, about equally long and on the same scale.
    """
    most = max([edge for row in rows for edge in (row.high, row.value, row.expected) if edge] or [1.0])
    step = next((step for step in _STEPS if most / step <= _MOST_TICKS), 20)
    top = step * math.ceil(most / step)

    def at(value: float) -> float:
        return round(_SIDE + value / top * (_WIDTH - 2.5 * _SIDE), 1)

    marks = [step * place for place in range(round(top / step) + 1)]
    parts = _parts(rows)
    drawn = []
    for number, part in enumerate(parts, 1):
        height = _TOP + _ROW * len(part) + 6
        pieces = [_tick(mark, at, height) for mark in marks]
        pieces += [_row(row, _TOP + place * _ROW, at) for place, row in enumerate(part)]
        own, called = (name, title) if number == 1 else (f"{name}-{number}", _part(title, number, len(parts)))
        drawn.append(drawing(own, "intervals", (_WIDTH, height), called, description, pieces))
    return Markup("").join(drawn)


def _parts(rows: Sequence[Interval]) -> list[Sequence[Interval]]:
    """The rows of each drawing, one after the other."""
    number = max(math.ceil(len(rows) / _MOST_ROWS), min(math.ceil(len(rows) / _FEW_ROWS), _BESIDE), 1)
    length = max(math.ceil(len(rows) / number), 1)
    return [rows[first : first + length] for first in range(0, max(len(rows), 1), length)]


def _part(title: str, number: int, parts: int) -> str:
    return _("{title}, deel {number} van {parts}").format(title=title, number=number, parts=parts)


def _tick(value: float, at: Callable[[float], float], height: int) -> str:
    return piece(
        '<path d="M{x} 20V{h}" stroke="#e1e7ec"/>'
        '<text x="{x}" y="13" font-size="12.5" text-anchor="middle" fill="#4a5866">{v}%</text>',
        x=at(value),
        h=height,
        v=figure(value, 0 if value == int(value) else 1),
    )


def _row(row: Interval, top: int, at: Callable[[float], float]) -> str:
    middle = top + 25
    pieces = [
        piece(
            '<text x="14" y="{y}" font-size="14" fill="#1b2733" class="halo">{t}</text>',
            y=top + 13,
            t=row.label,
        )
    ]
    if row.low is not None and row.high is not None:
        pieces.append(
            piece(
                '<path d="M{a} {m}H{b}" stroke="{c}" stroke-width="3" stroke-linecap="round"/>',
                a=at(row.low),
                b=at(row.high),
                m=middle,
                c=row.colour,
            )
        )
    if row.expected is not None:
        pieces.append(
            piece(
                '<path d="M{x} {a}V{b}" stroke="#1b2733" stroke-width="2.5"/>',
                x=at(row.expected),
                a=middle - 8,
                b=middle + 8,
            )
        )
    if row.value is None:
        pieces.append(
            piece(
                '<text x="14" y="{y}" font-size="13" fill="#4a5866" class="halo">{t}</text>',
                y=middle + 5,
                t=_("geen schatting"),
            )
        )
    else:
        pieces.append(
            piece(
                '<circle cx="{x}" cy="{m}" r="5.5" fill="{c}" stroke="#fff" stroke-width="1.5"/>',
                x=at(row.value),
                m=middle,
                c=row.colour,
            )
        )
    return "".join(pieces)
