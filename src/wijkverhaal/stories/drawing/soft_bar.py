# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Stretches of time of which the ends are not certain: hatched, and fading towards the edge."""

from math import isinf

from wijkverhaal.foundation.svg import piece
from wijkverhaal.stories.drawing.age_words import EXACT_MONTHS
from wijkverhaal.stories.drawing.time_axis import TimeAxis
from wijkverhaal.stories.temporal_network import Window

BLUE, INK, GREY = "#1d5b99", "#1b2733", "#52606d"
_CORE = "#5b9bd8"
_LEAST = 4.0


def definitions(name: str) -> str:
    """The gradients and the hatching that the bars of a drawing use."""
    return piece(
        '<defs><linearGradient id="{n}-both"><stop offset="0" stop-color="{c}" stop-opacity=".1"/>'
        '<stop offset=".5" stop-color="{c}" stop-opacity=".75"/>'
        '<stop offset="1" stop-color="{c}" stop-opacity=".1"/></linearGradient>'
        '<linearGradient id="{n}-in"><stop offset="0" stop-color="{c}" stop-opacity=".05"/>'
        '<stop offset="1" stop-color="{c}"/></linearGradient>'
        '<linearGradient id="{n}-out"><stop offset="0" stop-color="{c}"/>'
        '<stop offset="1" stop-color="{c}" stop-opacity=".05"/></linearGradient>'
        '<pattern id="{n}-hatch" width="5" height="5" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><rect width="1.4" height="5" fill="{b}"/></pattern></defs>',
        n=name,
        c=_CORE,
        b=BLUE,
    )


def moment_bar(window: Window, axis: TimeAxis, top: float, name: str, height: int = 12) -> str:
    """An event: a firm stroke where its moment is known, else all that it can be, fading to both sides."""
    if isinf(window.low) and isinf(window.high):
        return ""
    left, right = axis.at(window.low), axis.at(window.high)
    if window.high - window.low <= EXACT_MONTHS:
        return _rect((left + right) / 2 - _LEAST / 2, _LEAST, top, height, BLUE)
    fill = "in" if isinf(window.low) else "out" if isinf(window.high) else "both"
    return _soft(left, right, top, height, f"url(#{name}-{fill})", name) + _open_ends(
        window, axis, top, height
    )


def period_bar(start: Window, end: Window, axis: TimeAxis, top: float, name: str, height: int = 14) -> str:
    """A stretch: firm where it certainly was, hatched and fading where it may have begun or ended."""
    begins, goes = axis.at(start.low), axis.at(end.high)
    sure_from, sure_to = axis.at(start.high), axis.at(end.low)
    if isinf(start.high) or isinf(end.low) or sure_from >= sure_to:
        sure_from = sure_to = min(max((begins + goes) / 2, begins), goes)
    pieces = [
        _soft(begins, sure_from, top, height, f"url(#{name}-in)", name),
        _soft(sure_to, goes, top, height, f"url(#{name}-out)", name),
    ]
    if sure_to > sure_from:
        pieces.append(_rect(sure_from, sure_to - sure_from, top, height, _CORE))
    return "".join(pieces) + _open_ends(Window(start.low, end.high), axis, top, height)


def _soft(left: float, right: float, top: float, height: int, fill: str, name: str) -> str:
    width = right - left
    if width <= 0:
        return ""
    hatched = _rect(left, max(width, _LEAST), top, height, f"url(#{name}-hatch)")
    return _rect(left, max(width, _LEAST), top, height, fill) + hatched


def _rect(x: float, width: float, top: float, height: int, fill: str) -> str:
    return piece(
        '<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{f}"/>',
        x=round(x, 1),
        y=round(top, 1),
        w=round(width, 1),
        h=height,
        f=fill,
    )


def _open_ends(window: Window, axis: TimeAxis, top: float, height: int) -> str:
    """An arrow where it can be earlier or later than the axis shows."""
    middle = round(top + height / 2, 1)
    arrows = ""
    if isinf(window.low):
        arrows += _arrow(axis.at(axis.low), middle, -1)
    if isinf(window.high):
        arrows += _arrow(axis.at(axis.high), middle, 1)
    return arrows


def _arrow(x: float, y: float, way: int) -> str:
    return piece(
        '<path d="M{x} {a}l{d} 5l{e} 5" fill="none" stroke="{c}" stroke-width="1.8"/>',
        x=x - way * 2,
        a=y - 5,
        d=6 * way,
        e=-6 * way,
        c=INK,
    )
