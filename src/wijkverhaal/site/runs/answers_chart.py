# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers about one wijk beside each other: expected, and estimated from the figures."""

from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.publication.interval_plot import Interval, interval_plot
from wijkverhaal.publication.predicted import is_predicted, use_of_wijk
from wijkverhaal.publication.sentence import (
    DASH,
    country_name,
    fictional_label,
    margin,
    rate,
    source,
)
from wijkverhaal.site.runs.place_answer import PlaceAnswer
from wijkverhaal.site.runs.rounded_youths import rounded_youths, youths_margin

_BLUE, _GREY = "#1d5b99", "#7d8791"


def answers(run: FinishedRun, row: dict[str, Any], with_place: PlaceAnswer | None = None) -> list[Interval]:
    """The answers about a wijk, from the country to the wijk itself.

    Parameters
    ----------
    run, row
        The wijk in a year.
    with_place
        What is expected of it with figures about the place itself, where that was asked.
    """
    country = run.country_rate(row["year"])
    own = _("Voorspeld, zonder cijfer") if is_predicted(row) else _("Werkelijk, naar schatting")
    return [
        Interval(_("{country} als geheel").format(country=_capital(country_name(run))), country, None, None),
        _interval(row, "expected_population", _("Verwacht bij deze bevolking"), _GREY),
        _interval(row, "expected_here", _("Verwacht hier"), _GREY),
        *_with_neighbourhood(with_place),
        _interval(row, "actual", own, _GREY if is_predicted(row) else _BLUE),
    ]


def _with_neighbourhood(found: PlaceAnswer | None) -> list[Interval]:
    if found is None or found.value is None:
        return []
    label = _("Verwacht met cijfers over de buurt")
    return [Interval(label, found.value, found.low, found.high, colour=_GREY)]


def answers_chart(run: FinishedRun, row: dict[str, Any], with_place: PlaceAnswer | None = None) -> Chart:
    """The answers as a drawing, a table in percent and numbers of youths, and a sentence."""
    name, year = f"antwoorden-{row['area']}-{row['year']}", row["year"]
    title = _("Verwacht en werkelijk gebruik in {place}, {year}").format(
        place=row["name"] or row["area"], year=year
    )
    sentence = f"{_told(run, row, row['name'] or row['area'])} {source(run, year)}"
    drawn = answers(run, row, with_place)
    return Chart(
        name,
        interval_plot(drawn, name, title, sentence),
        _table(drawn, row["youths"], title),
        sentence,
        fictional_label() if run.fictional else "",
    )


def _told(run: FinishedRun, row: dict[str, Any], place: str) -> str:
    if row["actual"] is None or row["actual_low"] is None:
        return _("Over {place} zijn er in {year} geen cijfers.").format(place=place, year=row["year"])
    use = use_of_wijk(run, row)
    expected = _("Hier verwacht was {value} (90%-marge {margin}%).").format(
        value=rate(row["expected_here"]), margin=margin(row["expected_here_low"], row["expected_here_high"])
    )
    return f"{use} {expected}"


def _interval(row: dict[str, Any], column: str, label: str, colour: str) -> Interval:
    return Interval(label, row[column], row[f"{column}_low"], row[f"{column}_high"], colour=colour)


def _table(drawn: list[Interval], youths: float | None, title: str) -> Table:
    columns = (
        Column(_("Antwoord")),
        Column(_("Deel van de jeugdigen"), True),
        Column(_("90%-marge"), True),
        Column(_("Aantal jeugdigen, ongeveer"), True),
        Column(_("90%-marge in aantal"), True),
    )
    return Table(title, columns, [_cells(one, youths if place else None) for place, one in enumerate(drawn)])


def _cells(one: Interval, youths: float | None) -> tuple[str, ...]:
    wide = DASH if one.low is None or one.high is None else margin(one.low, one.high) + "%"
    return (
        one.label,
        rate(one.value),
        wide,
        rounded_youths(one.value, youths),
        youths_margin(one.low, one.high, youths) or DASH,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
