# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Values with margins over the years; no line crosses a break."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from wijkverhaal.foundation.svg import drawing, piece
from wijkverhaal.publication.sentence import figure

_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 400, 230, 46, 14, 30
_STEPS = (0.5, 1, 2, 5, 10, 20)
_MOST_TICKS = 7
_BLUE, _INK = "#1d5b99", "#1b2733"


@dataclass(frozen=True)
class YearPoint:
    """A year: use with margin and what was expected; `joined` when a line may come from the year before."""

    year: int
    value: float
    low: float
    high: float
    expected: float | None
    joined: bool


def years_plot(
    points: Sequence[YearPoint], breaks: Sequence[int], name: str, title: str, description: str
) -> Markup:
    """The whole `<svg>`; a break is a dashed line before its first year."""
    first, last = points[0].year, points[-1].year
    edges = [edge for point in points for edge in (point.high, point.expected) if edge is not None]
    step = next((step for step in _STEPS if max(edges) / step <= _MOST_TICKS), 20)
    top = step * math.ceil(max(edges) / step)

    def across(year: float) -> float:
        return round(_LEFT + (year - first + 0.5) / (last - first + 1) * (_WIDTH - _LEFT - 8), 1)

    def up(value: float) -> float:
        return round(_HEIGHT - _BOTTOM - value / top * (_HEIGHT - _BOTTOM - _TOP), 1)

    pieces = [_level(step * place, up) for place in range(round(top / step) + 1)]
    pieces += [_break(across(year - 0.5)) for year in breaks if first < year <= last]
    for before, after in pairwise(points):
        if after.joined:
            pieces.append(_joined(before, after, across, up))
    pieces += [_point(point, across(point.year), up) for point in points]
    return drawing(name, "years-plot", (_WIDTH, _HEIGHT), title, description, pieces)


def _level(value: float, up: Callable[[float], float]) -> str:
    return piece(
        '<path d="M{l} {y}H{w}" stroke="#e1e7ec"/><text x="{x}" y="{ty}" font-size="12.5" text-anchor="end"'
        ' fill="#4a5866">{v}%</text>',
        l=_LEFT,
        w=_WIDTH,
        y=up(value),
        x=_LEFT - 6,
        ty=up(value) + 4,
        v=figure(value, 0 if value == int(value) else 1),
    )


def _break(x: float) -> str:
    return piece(
        '<path class="break" d="M{x} {t}V{b}" stroke="#4a5866" stroke-width="1.5" stroke-dasharray="5 4"/>',
        x=x,
        t=_TOP - 8,
        b=_HEIGHT - _BOTTOM,
    )


def _joined(
    before: YearPoint, after: YearPoint, across: Callable[[float], float], up: Callable[[float], float]
) -> str:
    return piece(
        '<path class="joined" d="M{a} {b}L{c} {d}" stroke="{k}" stroke-width="2"/>',
        a=across(before.year),
        b=up(before.value),
        c=across(after.year),
        d=up(after.value),
        k=_BLUE,
    )


def _point(point: YearPoint, x: float, up: Callable[[float], float]) -> str:
    drawn = piece(
        '<path d="M{x} {a}V{b}" stroke="{k}" stroke-width="3" stroke-linecap="round"/>'
        '<circle cx="{x}" cy="{y}" r="5.5" fill="{k}" stroke="#fff" stroke-width="1.5"/>'
        '<text x="{x}" y="{ty}" font-size="13" text-anchor="middle" fill="#1b2733">{year}</text>',
        x=x,
        a=up(point.low),
        b=up(point.high),
        y=up(point.value),
        k=_BLUE,
        ty=_HEIGHT - 8,
        year=point.year,
    )
    if point.expected is None:
        return drawn
    return drawn + piece(
        '<path d="M{l} {y}h18" stroke="{k}" stroke-width="2.5"/>',
        l=round(x - 9, 1),
        y=up(point.expected),
        k=_INK,
    )
