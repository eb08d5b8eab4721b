# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dots on one common scale from far below to far above the country, a row per characteristic."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.svg import drawing, piece

_WIDTH, _ROW, _TOP, _LABEL = 640, 18, 24, 320
#: Further out than this many standard deviations a dot stands at the edge.
_REACH = 3.0
_BLUE, _GREY, _INK = "#1d5b99", "#7d8791", "#1b2733"


@dataclass(frozen=True)
class DotRow:
    """A characteristic: where the wijk and its gemeente lie, in standard deviations from the country."""

    label: str
    wijk: float | None
    gemeente: float | None


def dot_plot(rows: Sequence[DotRow], name: str, title: str, description: str) -> Markup:
    """The whole `<svg>`: the country is the line in the middle."""
    height = _TOP + _ROW * len(rows) + 4
    head = piece(
        '<path d="M{c} 18V{h}" stroke="{ink}" stroke-width="1.5"/>'
        '<text x="{l}" y="12" font-size="12" fill="#4a5866">{low}</text>'
        '<text x="{c}" y="12" font-size="12" text-anchor="middle" fill="#4a5866">{same}</text>'
        '<text x="{w}" y="12" font-size="12" text-anchor="end" fill="#4a5866">{high}</text>',
        w=_WIDTH,
        h=height,
        c=_at(0.0),
        l=_LABEL,
        ink=_INK,
        low=_("lager"),
        same=_("heel het land"),
        high=_("hoger"),
    )
    drawn = [_row(row, _TOP + place * _ROW) for place, row in enumerate(rows)]
    return drawing(name, "dots", (_WIDTH, height), title, description, [head, *drawn])


def _at(value: float) -> float:
    share = (max(-_REACH, min(_REACH, value)) + _REACH) / (2 * _REACH)
    return round(_LABEL + 8 + share * (_WIDTH - _LABEL - 16), 1)


def _row(row: DotRow, top: int) -> str:
    middle = top + _ROW / 2
    pieces = [
        piece(
            '<path d="M{l} {m}H{w}" stroke="#e1e7ec"/>'
            '<text x="0" y="{y}" font-size="12.5" fill="{ink}">{t}</text>',
            l=_LABEL,
            m=middle,
            w=_WIDTH,
            y=middle + 4,
            ink=_INK,
            t=row.label,
        )
    ]
    if row.gemeente is not None:
        pieces.append(
            piece(
                '<path d="M{x} {y}l5 5l-5 5l-5 -5z" fill="#fff" stroke="{c}" stroke-width="1.5"/>',
                x=_at(row.gemeente),
                y=middle - 5,
                c=_GREY,
            )
        )
    if row.wijk is not None:
        pieces.append(
            piece(
                '<circle cx="{x}" cy="{m}" r="5" fill="{c}" stroke="#fff"/>',
                x=_at(row.wijk),
                m=middle,
                c=_BLUE,
            )
        )
    return "".join(pieces)


def dot_legend() -> list[tuple[Markup, str]]:
    """A swatch of each mark, with what it means."""
    box = Markup('<svg class="swatch" viewBox="0 0 28 20" width="28" height="20" aria-hidden="true">{}</svg>')
    return [
        (box.format(Markup('<circle cx="14" cy="10" r="5" fill="#1d5b99"/>')), _("deze wijk")),
        (
            box.format(
                Markup('<path d="M14 5l5 5l-5 5l-5 -5z" fill="#fff" stroke="#7d8791" stroke-width="1.5"/>')
            ),
            _("gemiddeld in de gemeente"),
        ),
        (
            box.format(Markup('<path d="M14 1V19" stroke="#1b2733" stroke-width="1.5"/>')),
            _("gemiddeld in heel het land"),
        ),
    ]
