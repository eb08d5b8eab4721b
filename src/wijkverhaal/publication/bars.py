# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Horizontal bars from a line at zero, each with its margin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from wijkverhaal.publication.sentence import figure, signed

_WIDTH, _ROW, _BAR = 380, 44, 14
_RAISES, _LOWERS = "#5b9bd8", "#cfe2f4"


@dataclass(frozen=True)
class Part:
    """One bar: what it stands for, and its effect with margin in percentage points."""

    label: str
    effect: float
    low: float
    high: float
    unexplained: bool = False


def bars(parts: Sequence[Part], name: str, title: str, description: str, with_sign: bool = True) -> Markup:
    """Horizontal bars from a line at zero, each under its label, with a line for its margin."""
    low = min(0.0, *(min(part.effect, part.low) for part in parts))
    high = max(0.0, *(max(part.effect, part.high) for part in parts))
    span = max(high - low, 1e-9)

    def at(value: float) -> float:
        return round(4 + (value - low) / span * (_WIDTH - 8), 1)

    height = _ROW * len(parts) + 6
    drawn = [
        Markup(
            '<svg role="img" aria-labelledby="{n}-t {n}-d" viewBox="0 0 {w} {h}" class="bars">'
            '<title id="{n}-t">{t}</title><desc id="{n}-d">{d}</desc><defs>'
            '<pattern id="{n}-p" width="5" height="5" patternUnits="userSpaceOnUse"'
            ' patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/>'
            '<rect width="5" height="1.5" fill="#7d8b99"/></pattern></defs>'
        ).format(n=name, w=_WIDTH, h=height, t=title, d=description)
    ]
    for place, part in enumerate(parts):
        drawn.append(_bar(part, place * _ROW, at, name, with_sign))
    drawn.append(Markup("</svg>"))
    return Markup("").join(drawn)


def _bar(part: Part, top: int, at: Callable[[float], float], name: str, with_sign: bool) -> Markup:
    left, right = sorted((at(0), at(part.effect)))
    fill = f"url(#{name}-p)" if part.unexplained else _RAISES if part.effect >= 0 else _LOWERS
    middle = top + 20 + _BAR / 2
    return Markup(
        '<text x="4" y="{ty}" font-size="14" fill="#1b2733" class="halo">{label}</text>'
        '<text x="{w}" y="{ty}" font-size="14" font-weight="600" text-anchor="end" fill="#1b2733"'
        ' class="halo">{v}</text>'
        '<rect x="{x}" y="{y}" width="{bw:g}" height="{bh}" fill="{f}" stroke="#1d5b99"/>'
        '<path d="M{a} {m}H{b}M{a} {m0}v8M{b} {m0}v8" stroke="#1b2733" stroke-width="1.5"/>'
        '<path d="M{z} {y0}v22" stroke="#1b2733"/>'
    ).format(
        ty=top + 14,
        label=part.label,
        w=_WIDTH - 4,
        v=signed(part.effect) if with_sign else figure(part.effect),
        x=left,
        y=top + 20,
        bw=round(right - left, 1),
        bh=_BAR,
        f=fill,
        a=at(part.low),
        b=at(part.high),
        m=middle,
        m0=middle - 4,
        z=at(0),
        y0=top + 16,
    )
