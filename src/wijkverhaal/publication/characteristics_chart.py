# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The characteristics of a wijk beside gemeente and country, as dots on one scale and as a table."""

from collections.abc import Sequence

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.characteristic import Characteristic, written
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.publication.dot_plot import DotRow, dot_legend, dot_plot
from wijkverhaal.publication.sentence import country_name, fictional_label, source


def characteristics_chart(
    run: FinishedRun, area: str, year: int, shown: Sequence[Characteristic]
) -> Chart | None:
    """Of each characteristic how far wijk and gemeente lie from the country; None without any.

    These are published figures, without a margin of ours; the sentence says so.
    """
    row = run.area(area, year)
    if not shown or row is None:
        return None
    place, gemeente = row["name"] or area, row["gemeente_name"] or row["gemeente"]
    name = f"kenmerken-{area}-{year}"
    title = _("Kenmerken van {place} naast {gemeente} en {country}, {year}").format(
        place=place, gemeente=gemeente, country=country_name(run), year=year
    )
    sentence = f"{_told(shown, place, country_name(run))} {source(run, year)}"
    rows = [DotRow(one.label, one.away(one.wijk), one.away(one.gemeente)) for one in shown]
    return Chart(
        name,
        dot_plot(rows, name, title, sentence),
        _table(shown, title, place, gemeente, country_name(run)),
        sentence,
        fictional_label() if run.fictional else "",
        legend=dot_legend(),
    )


def _told(shown: Sequence[Characteristic], place: str, country: str) -> str:
    away = {one.id: one.away(one.wijk) for one in shown}
    known = [one for one in shown if away[one.id] is not None]
    if not known:
        return _("Van {place} zijn geen kenmerken bekend.").format(place=place)
    most = max(known, key=lambda one: abs(away[one.id] or 0.0))
    text = _(
        "Het verst van {country} ligt {place} bij ‘{label}’: {wijk} tegen {mean} ({unit}, cijfer van {year})."
        " Dit zijn gepubliceerde cijfers, waarbij geen marge is gegeven."
    )
    return text.format(
        country=country,
        place=place,
        label=most.label,
        wijk=written(most, most.wijk),
        mean=written(most, most.country),
        unit=most.unit,
        year=most.from_year,
    )


def _table(shown: Sequence[Characteristic], title: str, place: str, gemeente: str, country: str) -> Table:
    columns = (
        Column(_("Kenmerk")),
        Column(_("Eenheid")),
        Column(place, True),
        Column(gemeente, True),
        Column(country[:1].upper() + country[1:], True),
        Column(_("Jaar van het cijfer")),
    )
    rows = [
        (
            one.label,
            one.unit,
            written(one, one.wijk),
            written(one, one.gemeente),
            written(one, one.country),
            one.year_words,
        )
        for one in shown
    ]
    return Table(title, columns, rows)
