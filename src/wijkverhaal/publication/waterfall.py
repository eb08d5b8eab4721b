# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A waterfall as SVG: from one value to another in steps that add up."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from wijkverhaal.foundation.svg import drawing, piece
from wijkverhaal.publication.bars import Part
from wijkverhaal.publication.sentence import figure, signed

_WIDTH, _ROW, _BAR, _TOP, _SIDE = 400, 36, 11, 22, 10
_RAISES, _LOWERS, _INK = "#5b9bd8", "#cfe2f4", "#1b2733"
_TICKS = (0.5, 1, 2, 5, 10, 20)
_MOST_TICKS = 8


@dataclass(frozen=True)
class Step:
    """One part with where it starts and ends; the next one starts there."""

    part: Part
    start: float
    end: float


def steps_of(start: float, parts: Sequence[Part]) -> list[Step]:
    """The parts one after the other.

    >>> [step.end for step in steps_of(9.0, [Part("a", 1.5, 1.0, 2.0), Part("b", -0.5, -1.0, 0.0)])]
    [10.5, 10.0]
    """
    steps = []
    for part in parts:
        steps.append(Step(part, start, start + part.effect))
        start += part.effect
    return steps


@dataclass(frozen=True)
class Waterfall:
    """What is drawn: the two ends with their words, the steps, and what was expected.

    Attributes
    ----------
    from_label, to_label : str
        What the first and the last value are.
    start, end : float
        These values, in percent.
    expected : float or None
        A line through the whole drawing.
    """

    from_label: str
    to_label: str
    start: float
    steps: Sequence[Step]
    end: float
    expected: float | None


def waterfall(drawn: Waterfall, name: str, title: str, description: str) -> Markup:
    """The whole `<svg>`: first the start, then a floating bar per step with its margin, last the end."""
    edges = [drawn.start, drawn.end, *([] if drawn.expected is None else [drawn.expected])]
    for step in drawn.steps:
        edges += [step.end, step.start + step.part.low, step.start + step.part.high]
    gap = next((gap for gap in _TICKS if (max(edges) - min(edges)) / gap <= _MOST_TICKS), 20)
    low, high = gap * math.floor(min(edges) / gap), gap * math.ceil(max(edges) / gap)
    span = max(high - low, gap)

    def at(value: float) -> float:
        return round(_SIDE + (value - low) / span * (_WIDTH - 3.2 * _SIDE), 1)

    height = _TOP + _ROW * (len(drawn.steps) + 2) + 4
    pieces = [
        piece(
            "<defs>"
            '<pattern id="{n}-p" width="5" height="5" patternUnits="userSpaceOnUse"'
            ' patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/>'
            '<rect width="5" height="1.5" fill="#7d8b99"/></pattern></defs>',
            n=name,
        )
    ]
    pieces += [_tick(low + gap * place, at, height) for place in range(round(span / gap) + 1)]
    if drawn.expected is not None:
        pieces.append(_line(drawn.expected, at, height))
    pieces.append(_end(drawn.from_label, drawn.start, _TOP, at))
    for place, step in enumerate(drawn.steps, 1):
        pieces.append(_step(step, _TOP + place * _ROW, at, name))
    pieces.append(_end(drawn.to_label, drawn.end, _TOP + _ROW * (len(drawn.steps) + 1), at))
    return drawing(name, "bars waterfall", (_WIDTH, height), title, description, pieces)


def _tick(value: float, at: Callable[[float], float], height: int) -> str:
    return piece(
        '<path d="M{x} 18V{h}" stroke="#e1e7ec"/>'
        '<text x="{x}" y="12" font-size="12" text-anchor="middle" fill="#4a5866">{v}%</text>',
        x=at(value),
        h=height,
        v=figure(value, 0 if value == int(value) else 1),
    )


def _line(value: float, at: Callable[[float], float], height: int) -> str:
    return piece(
        '<path d="M{x} 18V{h}" stroke="{c}" stroke-width="1.5" stroke-dasharray="2 3"/>',
        x=at(value),
        h=height,
        c=_INK,
    )


def _words(label: str, value: str, top: int) -> str:
    return piece(
        '<text x="4" y="{y}" font-size="13" fill="{c}" class="halo">{t}</text>'
        '<text x="{w}" y="{y}" font-size="13" font-weight="600" text-anchor="end" fill="{c}"'
        ' class="halo">{v}</text>',
        y=top + 13,
        t=label,
        v=value,
        c=_INK,
        w=_WIDTH - 2,
    )


def _end(label: str, value: float, top: int, at: Callable[[float], float]) -> str:
    middle = top + 18 + _BAR // 2
    return _words(label, figure(value) + "%", top) + piece(
        '<path d="M{x} {y}v{h}" stroke="{c}" stroke-width="2"/>'
        '<circle cx="{x}" cy="{m}" r="5.5" fill="{c}" stroke="#fff" stroke-width="1.5"/>',
        x=at(value),
        y=middle - 8,
        h=_ROW - 8 if top == _TOP else 12,
        m=middle,
        c=_INK,
    )


def _step(step: Step, top: int, at: Callable[[float], float], name: str) -> str:
    part, bar = step.part, top + 18
    left, right = sorted((at(step.start), at(step.end)))
    fill = f"url(#{name}-p)" if part.unexplained else _RAISES if part.effect >= 0 else _LOWERS
    return _words(part.label, signed(part.effect), top) + piece(
        '<rect x="{x}" y="{y}" width="{w:g}" height="{h}" fill="{f}" stroke="#1d5b99"/>'
        '<path d="M{a} {m}H{b}" stroke="{c}" stroke-width="1.5"/>'
        '<path d="M{e} {y}v{r}" stroke="#7d8791" stroke-dasharray="2 2"/>',
        x=left,
        y=bar,
        w=max(round(right - left, 1), 0.5),
        h=_BAR,
        f=fill,
        a=at(step.start + part.low),
        b=at(step.start + part.high),
        m=bar + _BAR / 2,
        c=_INK,
        e=at(step.end),
        r=_ROW,
    )
