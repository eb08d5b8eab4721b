# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The spread of guesses beside the figure: a stack of dots per guess, and a line where the figure is."""

from math import inf, isfinite

from wijkverhaal.dialogue.figure_words import plain, with_unit
from wijkverhaal.dialogue.guess_spread import Dots, Spread, spread_sentence
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.svg import drawing, piece
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.site.conversations.screen.told_figure import ToldFigure

_WIDTH, _LEFT, _TOP = 560, 20, 34
_HIGHEST = 12
_DOT = "#5b9bd8"


def spread_chart(spread: Spread | None, figure: ToldFigure) -> Chart | None:
    """The drawing, the table and the sentence; None where nothing may be shown, or there is no figure."""
    if spread is None or figure.value is None:
        return None
    title = _("Wat we schatten: {figure}").format(figure=figure.question)
    sentence = spread_sentence(spread, figure.value, figure.unit)
    columns = (Column(_("Schatting")), Column(_("Mensen"), numeric=True))
    rows = [(_words(one, figure.unit), one.count) for one in spread.dots if one.count]
    svg = drawing(
        "schattingen", "spread", (_WIDTH, _height(spread)), title, sentence, _pieces(spread, figure)
    )
    return Chart(
        "spreiding",
        svg,
        Table(title, columns, [(words, str(count)) for words, count in rows]),
        sentence,
        figure.fictional,
    )


def _words(one: Dots, unit: str) -> str:
    if one.low == -inf:
        return _("minder dan {high}").format(high=with_unit(one.high, unit))
    if one.high == inf:
        return _("{low} of meer").format(low=with_unit(one.low, unit))
    return _("{low} tot {high}").format(low=plain(one.low), high=with_unit(one.high, unit))


def _height(spread: Spread) -> int:
    return _TOP + _stack(spread) * 20 + 30


def _stack(spread: Spread) -> int:
    return min(max(one.count for one in spread.dots), _HIGHEST)


def _pieces(spread: Spread, figure: ToldFigure) -> list[str]:
    value = figure.value or 0.0
    dots = [_with_ends(one, spread) for one in spread.dots]
    low = min(dots[0].low, value)
    high = max(dots[-1].high, value)
    span = max(high - low, 1e-9)

    def at(place: float) -> float:
        return round(_LEFT + (place - low) / span * (_WIDTH - 2 * _LEFT), 1)

    most, base = max(one.count for one in dots), _TOP + _stack(spread) * 20
    # of more people than fit one dot stands for several; the table has the numbers
    each = max(1, -(-most // _HIGHEST))
    width = at(dots[0].high) - at(dots[0].low)
    radius = round(max(2.5, min(8.0, width / 2 - 1)), 1)
    found = [
        piece(
            '<circle cx="{x}" cy="{y}" r="{r}" fill="{f}"/>',
            x=round((at(one.low) + at(one.high)) / 2, 1),
            y=base - 10 - 20 * k,
            r=radius,
            f=_DOT,
        )
        for one in dots
        for k in range(-(-one.count // each))
    ]
    anchor = "start" if at(value) < _WIDTH / 4 else "end" if at(value) > _WIDTH * 3 / 4 else "middle"
    found.append(
        piece(
            '<path d="M{l} {b}H{r}" stroke="#52606d"/>'
            '<path d="M{x} {t}V{b}" stroke="#0c3c6e" stroke-width="3"/>'
            '<text x="{x}" y="22" font-size="16" font-weight="700" text-anchor="{a}" fill="#1b2733">'
            "{v}</text>"
            '<text x="{l}" y="{y}" font-size="14" fill="#1b2733">{first}</text>'
            '<text x="{r}" y="{y}" font-size="14" text-anchor="end" fill="#1b2733">{last}</text>',
            l=_LEFT,
            r=_WIDTH - _LEFT,
            b=base,
            t=_TOP - 6,
            x=at(value),
            a=anchor,
            v=_("cijfer: {value}").format(value=with_unit(figure.value, figure.unit)),
            y=base + 20,
            first=_words(spread.dots[0], figure.unit) if spread.dots[0].low == -inf else plain(low),
            last=_words(spread.dots[-1], figure.unit)
            if spread.dots[-1].high == inf
            else with_unit(high, figure.unit),
        )
    )
    return found


def _with_ends(one: Dots, spread: Spread) -> Dots:
    """A stack that has no end gets the width of the others, so that it can be drawn beside them."""
    width = next(dots.high - dots.low for dots in spread.dots if isfinite(dots.high - dots.low))
    low = one.high - width if one.low == -inf else one.low
    return Dots(low, one.low + width if one.high == inf else one.high, one.count)
