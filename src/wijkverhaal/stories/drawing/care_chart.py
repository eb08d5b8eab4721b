# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who helped when: a lane per organisation, with the gaps, overlaps and hand-overs between them."""

from collections.abc import Sequence
from math import inf, isinf

from markupsafe import Markup

from wijkverhaal.foundation.chart import Chart, Column, Table
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.svg import drawing, piece
from wijkverhaal.stories.care_period import CarePeriod, Transition, care_periods, transitions
from wijkverhaal.stories.drawing.age_words import months_words
from wijkverhaal.stories.drawing.care_words import (
    SIGNS,
    between_label,
    between_months,
    care_sentence,
    organisation,
)
from wijkverhaal.stories.drawing.history_strip import shortened
from wijkverhaal.stories.drawing.legend import soft_swatch, swatch
from wijkverhaal.stories.drawing.soft_bar import INK, definitions, period_bar
from wijkverhaal.stories.drawing.time_axis import SIDE, WIDTH, TimeAxis, axis_of
from wijkverhaal.stories.history_timeline import Timeline
from wijkverhaal.stories.temporal_network import Window

_TOP, _ROW = 40, 44


def care_chart(found: Timeline, family: str, name: str = "zorg", label: str = "") -> Chart | None:
    """Who helped when; None where nobody tells that help began.

    A stretch is firm where help certainly was there, and hatched and fading where it may have been.
    """
    periods = care_periods(found)
    if not periods:
        return None
    between, axis = transitions(found, periods), axis_of(found)
    title = _("Wie hielp wanneer: {family}").format(family=family)
    lanes = list(dict.fromkeys(one.organisation for one in periods))
    sentence = care_sentence(family, len(lanes), between)
    pieces = [
        _lane(found, lane, periods, axis, _TOP + _ROW * place, name) for place, lane in enumerate(lanes)
    ]
    top = _TOP + _ROW * len(lanes)
    pieces += [_between(found, one, axis, top + _ROW * place) for place, one in enumerate(between)]
    height = top + _ROW * len(between) + 8
    svg = drawing(
        name, "care", (WIDTH, height), title, sentence, [definitions(name), *axis.drawn(height), *pieces]
    )
    return Chart(
        name, svg, care_table(found, periods, between, axis, title), sentence, label, title, _legend(name)
    )


def care_table(
    found: Timeline,
    periods: Sequence[CarePeriod],
    between: Sequence[Transition],
    axis: TimeAxis,
    caption: str,
) -> Table:
    """First the periods in order, then what lies between them."""
    columns = (Column(_("Wie")), Column(_("Wat")), Column(_("Van")), Column(_("Tot")), Column(_("Hoe lang")))
    rows = []
    for one in periods:
        start, end = _ends(found, one, axis)
        until = axis.words(end) if one.end else _("einde niet verteld")
        length = _length(found, one)
        rows.append((organisation(one.organisation), _("hulp"), axis.words(start), until, length))
    for change in between:
        pair = f"{organisation(change.before.organisation)} → {organisation(change.after.organisation)}"
        until = axis.words(_ends(found, change.before, axis)[1]) if change.before.end else "–"
        after = axis.words(_ends(found, change.after, axis)[0])
        words = f"{SIGNS[change.sort]} {between_label(change.sort)}"
        rows.append((pair, words, until, after, between_months(change)))
    return Table(caption, columns, rows)


def _length(found: Timeline, one: CarePeriod) -> str:
    return months_words(found.between(one.start, one.end)) if one.end else "–"


def _ends(found: Timeline, one: CarePeriod, axis: TimeAxis) -> tuple[Window, Window]:
    origin = str(axis.origin)
    start = found.between(origin, one.start)
    end = found.between(origin, one.end) if one.end else Window(start.low, inf)
    return start, Window(max(end.low, start.low), end.high)


def _lane(
    found: Timeline, lane: str, periods: Sequence[CarePeriod], axis: TimeAxis, top: int, name: str
) -> str:
    label = piece(
        '<text x="14" y="{y}" font-size="13.5" font-weight="600" fill="#1b2733" class="halo">{t}</text>',
        y=top + 16,
        t=shortened(organisation(lane), WIDTH - 2 * SIDE),
    )
    bars = []
    for one in periods:
        if one.organisation == lane:
            start, end = _ends(found, one, axis)
            bars.append(
                _unknown(top)
                if isinf(start.low) and isinf(start.high)
                else period_bar(start, end, axis, top + 23, name)
            )
    return label + "".join(bars)


def _unknown(top: int) -> str:
    return piece(
        '<text x="14" y="{y}" font-size="12.5" fill="#4a5866">{t}</text>', y=top + 35, t=_("tijd onbekend")
    )


def _between(found: Timeline, one: Transition, axis: TimeAxis, top: int) -> str:
    """A line from the end of the one to the start of the other, with what it is above."""
    words = f"{SIGNS[one.sort]} {between_label(one.sort)}: {between_months(one)}"
    label = piece(
        '<text x="14" y="{y}" font-size="12.5" fill="#1b2733" class="halo">{t}</text>',
        y=top + 16,
        t=shortened(words, WIDTH - 2 * SIDE),
    )
    until, after = _ends(found, one.before, axis)[1], _ends(found, one.after, axis)[0]
    if one.before.end is None or any(map(isinf, (until.low, until.high, after.low, after.high))):
        return label
    ends = sorted((axis.at((until.low + until.high) / 2), axis.at((after.low + after.high) / 2)))
    dash = "none" if one.sort in ("gap", "hand_over") else "3 3"
    return label + piece(
        '<path d="M{a} {y}H{b}M{a} {t}v10M{b} {t}v10" stroke="{c}" stroke-width="1.8"'
        ' stroke-dasharray="{dash}"/>',
        a=ends[0],
        b=ends[1],
        y=top + 29,
        t=top + 24,
        c=INK,
        dash=dash,
    )


def _legend(name: str) -> list[tuple[Markup, str]]:
    return [
        (swatch('<rect y="4" width="28" height="12" fill="#5b9bd8"/>'), _("zeker hulp in deze tijd")),
        (soft_swatch(name), _("misschien hulp in deze tijd")),
    ]
