# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A funnel as SVG: wijken by size and difference, between the walls from which on they stand out."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.svg import drawing, piece
from wijkverhaal.publication.sentence import figure, signed

_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 640, 400, 56, 14, 74
_STEPS = (5, 10, 20, 25, 50, 100, 200, 500)
_MOST_TICKS = 9
_SIZES = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000)
_WALL_POINTS = 40
_WALL = "#1d5b99"
_HIGHER, _LOWER, _GREY, _INK = "#0c3c6e", "#3f86c6", "#7d8791", "#1b2733"


@dataclass(frozen=True)
class FunnelPoint:
    """A wijk: how many youths, and its difference in percent; without one where it is withheld."""

    label: str
    youths: float
    difference: float | None
    way: str


def funnel_plot(
    points: Sequence[FunnelPoint],
    wall: Callable[[float], float],
    name: str,
    title: str,
    description: str,
) -> Markup:
    """The whole `<svg>`: youths from left to right on a scale of doublings, differences up and down."""
    low, high = _span(points)
    reach = max([abs(point.difference) for point in points if point.difference is not None] + [20.0])
    step = next((step for step in _STEPS if 2 * reach / step <= _MOST_TICKS), 1000)
    top = step * math.ceil(1.02 * reach / step)

    def across(youths: float) -> float:
        share = (math.log(youths) - math.log(low)) / (math.log(high) - math.log(low))
        return round(_LEFT + share * (_WIDTH - _LEFT - 12), 1)

    def up(value: float) -> float:
        return round(_TOP + (top - value) / (2 * top) * (_HEIGHT - _TOP - _BOTTOM), 1)

    ticks = [_level(step * place, up) for place in range(-round(top / step), round(top / step) + 1)]
    sizes = [_size(size, across) for size in _SIZES if low <= size <= high]
    walls = [_wall(wall, sign, (low, high, top), across, up) for sign in (1, -1)]
    drawn = [_point(point, across, up) for point in sorted(points, key=lambda point: point.way != "unclear")]
    pieces = [*ticks, *sizes, *walls, _axis(), *drawn]
    return drawing(name, "funnel", (_WIDTH, _HEIGHT), title, description, pieces)


def _span(points: Sequence[FunnelPoint]) -> tuple[float, float]:
    sizes = [point.youths for point in points if point.youths > 0] or [100.0]
    return 0.85 * min(sizes), max(1.15 * max(sizes), 2.0 * min(sizes))


def _level(value: float, up: Callable[[float], float]) -> str:
    stroke = _INK if value == 0 else "#e1e7ec"
    return piece(
        '<path d="M{l} {y}H{r}" stroke="{s}"/><text x="{x}" y="{ty}" font-size="12.5" text-anchor="end"'
        ' fill="#4a5866">{v}%</text>',
        l=_LEFT,
        r=_WIDTH - 12,
        y=up(value),
        s=stroke,
        x=_LEFT - 6,
        ty=up(value) + 4,
        v=signed(value, 0),
    )


def _size(size: int, across: Callable[[float], float]) -> str:
    return piece(
        '<path d="M{x} {y}v5" stroke="#4a5866"/><text x="{x}" y="{ty}" font-size="12.5" text-anchor="middle"'
        ' fill="#4a5866">{v}</text>',
        x=across(size),
        y=_HEIGHT - _BOTTOM,
        ty=_HEIGHT - _BOTTOM + 18,
        v=figure(size, 0),
    )


def _wall(
    wall: Callable[[float], float],
    sign: int,
    span: tuple[float, float, float],
    across: Callable[[float], float],
    up: Callable[[float], float],
) -> str:
    low, high, top = span
    sizes = [low * (high / low) ** (place / _WALL_POINTS) for place in range(_WALL_POINTS + 1)]
    inside = [(across(size), up(sign * wall(size))) for size in sizes if wall(size) <= top]
    if len(inside) < 2:
        return ""
    path = "M" + "L".join(f"{x} {y}" for x, y in inside)
    return piece(
        '<path d="{d}" fill="none" stroke="{c}" stroke-width="1.5" stroke-dasharray="6 4"/>', d=path, c=_WALL
    )


def _axis() -> str:
    return piece(
        '<path d="M{l} {y}H{r}" stroke="#4a5866"/><text x="{r}" y="{ty}" font-size="12.5" text-anchor="end"'
        ' fill="#4a5866">{words}</text>',
        l=_LEFT,
        r=_WIDTH - 12,
        y=_HEIGHT - _BOTTOM,
        ty=_HEIGHT - 8,
        words=_("aantal jeugdigen"),
    )


def _point(point: FunnelPoint, across: Callable[[float], float], up: Callable[[float], float]) -> str:
    x = across(point.youths)
    return _shape(point, x, up) + piece("><title>{t}</title></path>", t=point.label)


def _shape(
    point: FunnelPoint, x: float, up: Callable[[float], float], withheld: float = _HEIGHT - _BOTTOM + 28
) -> str:
    """An open path: higher points up, lower points down, withheld is a hollow square under the plot."""
    if point.difference is None:
        return piece(
            '<path d="M{x} {y}h7v7h-7z" fill="#fff" stroke="{c}"', x=round(x - 3.5, 1), y=withheld, c=_GREY
        )
    y = up(point.difference)
    if point.way == "higher":
        return piece(
            '<path d="M{x} {y}l6 11h-12z" fill="{c}" stroke="#fff"', x=x, y=round(y - 7, 1), c=_HIGHER
        )
    if point.way == "lower":
        return piece(
            '<path d="M{x} {y}l6 -11h-12z" fill="{c}" stroke="#fff"', x=x, y=round(y + 7, 1), c=_LOWER
        )
    return piece(
        '<path d="M{x} {y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z" fill="{c}" fill-opacity=".75"',
        x=round(x - 4, 1),
        y=y,
        c=_GREY,
    )


def funnel_legend() -> list[tuple[Markup, str]]:
    """A swatch of each shape, with what it means."""

    box = '<svg class="swatch" viewBox="0 0 28 20" width="28" height="20" aria-hidden="true">'

    def key(way: str, difference: float | None) -> Markup:
        point = FunnelPoint("", 1.0, difference, way)
        return Markup(f"{box}{_shape(point, 14.0, lambda _value: 10.0, 6.5)}/></svg>")  # noqa: S704 (ours)

    across = piece('<path d="M0 10H28" stroke="{c}" stroke-width="1.5" stroke-dasharray="6 4"', c=_WALL)
    wall = Markup(f"{box}{across}/></svg>")  # noqa: S704 (ours)
    return [
        (key("higher", 0.0), _("valt op: hoger")),
        (key("lower", 0.0), _("valt op: lager")),
        (key("unclear", 0.0), _("valt niet op")),
        (key("unclear", None), _("geheim of geen cijfer: alleen de grootte is getekend")),
        (wall, _("hierbuiten valt een wijk van die grootte meestal op")),
    ]
