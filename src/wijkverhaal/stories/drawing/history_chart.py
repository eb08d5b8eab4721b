# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A family's help history as a chart: the strip, its table and its sentence."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from wijkverhaal.foundation.chart import Chart, Column, Table
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.drawing.history_row import HistoryRow, Lanes, history_rows
from wijkverhaal.stories.drawing.history_sentence import history_sentence, listed
from wijkverhaal.stories.drawing.history_strip import history_strip
from wijkverhaal.stories.drawing.informant_mark import InformantMark, informant_marks
from wijkverhaal.stories.drawing.legend import soft_swatch, swatch
from wijkverhaal.stories.drawing.soft_bar import BLUE
from wijkverhaal.stories.drawing.time_axis import TimeAxis, axis_of
from wijkverhaal.stories.history_timeline import Timeline, timeline


def history_chart(
    found: Timeline,
    roles: Mapping[str, str],
    family: str,
    name: str = "geschiedenis",
    lanes: Lanes = "domain",
    label: str = "",
    with_words: bool = True,
) -> Chart:
    """What happened to a family.

    Parameters
    ----------
    found : Timeline
    roles : mapping of str to str
        The role of each informant of the family; it also says who is A, B and C.
    family : str
        What the family is called, such as "gezin A".
    name : str
        The id of the chart on its page.
    lanes : "domain" or "organisation"
    label : str
        Such as that the study is fictional.
    with_words : bool
        Whether the table holds the words about time as they were said; they may name somebody, so leave
        them out for who only reads what is pseudonymised.
    """
    marks = informant_marks(found.history, roles, tuple(roles))
    axis = axis_of(found)
    rows = history_rows(found, marks, axis, lanes)
    title = _("Wat er gebeurde: {family}").format(family=family)
    sentence = history_sentence(found, rows, marks, axis, family)
    svg = history_strip(rows, axis, name, title, sentence)
    table = history_table(rows, axis, title, with_words)
    telling = [marks[one] for one in found.history.informants]
    return Chart(name, svg, table, sentence, label, title, _legend(telling, rows, name))


def side_chart(
    found: Timeline,
    informant: str,
    roles: Mapping[str, str],
    family: str,
    name: str = "kant",
    label: str = "",
    lanes: Lanes = "domain",
) -> Chart:
    """The history as one informant tells it, with the letters of the whole family."""
    own = timeline(found.history.side_of(informant))
    side = _("{family}, zoals {role} het vertelt").format(family=family, role=roles.get(informant, informant))
    return history_chart(own, roles, side, name, lanes, label)


def history_table(rows: Sequence[HistoryRow], axis: TimeAxis, caption: str, with_words: bool = True) -> Table:
    """The events in order of time, with who tells them and in which words."""
    columns = (
        Column(_("Wat")),
        Column(_("Leeftijd") if axis.by_age else _("Wanneer")),
        Column(_("Domein")),
        Column(_("Organisatie")),
        Column(_("Wie vertelt het, en hoe")),
        Column(_("Verhalen")),
    )
    ordered = sorted(rows, key=lambda row: row.middle)
    return Table(caption, columns, [_cells(row, axis, with_words) for row in ordered])


def _cells(row: HistoryRow, axis: TimeAxis, with_words: bool) -> tuple[str, ...]:
    event = row.placed.event
    return (
        row.label,
        axis.words(row.shown),
        event.domain or "–",
        event.organisation or "–",
        "; ".join(_told(row, with_words)) or "–",
        _state(row),
    )


def _told(row: HistoryRow, with_words: bool) -> list[str]:
    told = []
    for one in row.tellings:
        words = f"{one.mark.label}: “{one.said}”" if one.said and with_words else one.mark.label
        told.append(words if one.followed else _("{words} (niet gevolgd)").format(words=words))
    return told


def _state(row: HistoryRow) -> str:
    if row.placed.disputed:
        return _("≠ verschillen, nog niet besloten")
    aside = [one.mark.label for one in row.tellings if not one.followed]
    if aside:
        return _("besloten; niet gevolgd: {who}").format(who=listed(aside))
    return _("spreken elkaar niet tegen") if len(row.tellings) > 1 else _("één verhaal")


def _legend(
    marks: Sequence[InformantMark], rows: Sequence[HistoryRow], name: str
) -> list[tuple[Markup, str]]:
    lines = [(mark.swatch(), mark.role) for mark in marks]
    lines.append((soft_swatch(name), _("ergens in deze tijd")))
    sure = swatch(f'<rect x="12" y="4" width="4" height="12" fill="{BLUE}"/>')
    lines.append((sure, _("bekend tot op de maand")))
    if any(row.placed.disputed for row in rows):
        sign = swatch('<text x="9" y="15" font-size="15" fill="#1b2733">≠</text>')
        lines.append((sign, _("de verhalen verschillen; elk verhaal staat eronder in een kader")))
    if any(not one.followed for row in rows for one in row.tellings):
        stroke = swatch('<path d="M5 17l18 -14" stroke="#1b2733" stroke-width="1.8"/>')
        lines.append((stroke, _("dit verhaal wordt niet gevolgd")))
    return lines
