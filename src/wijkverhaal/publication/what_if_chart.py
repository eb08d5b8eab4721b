# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is expected of wijken like this one with other values, beside what is expected of it now."""

from collections.abc import Mapping
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.what_if import Expected, WhatIfAnswer
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.publication.interval_plot import Interval, interval_plot
from wijkverhaal.publication.sentence import (
    fictional_label,
    figure,
    margin,
    outcome_name,
    rate,
    signed,
    source,
)

_BLUE, _GREY = "#1d5b99", "#7d8791"


def what_if_chart(
    run: FinishedRun, row: Mapping[str, Any], answer: WhatIfAnswer, changed: Mapping[str, tuple[float, str]]
) -> Chart:
    """The two expectations, now and with other values.

    Parameters
    ----------
    run, row
        The wijk in a year.
    answer
        What is expected with the other values.
    changed
        By label the other value and its unit.
    """
    area, year, place = row["area"], row["year"], row["name"] or row["area"]
    name = f"wat-als-{area}-{year}"
    title = _("Verwacht gebruik in wijken zoals {place}, nu en met andere kenmerken, {year}").format(
        place=place, year=year
    )
    sentence = f"{_told(run, row, answer, changed)} {source(run, year)}"
    drawn = [
        _now(row, "expected_population", _("Bij deze bevolking: zoals nu")),
        _other(answer.population, _("Bij deze bevolking: met andere kenmerken")),
        _now(row, "expected_here", _("Hier: zoals nu")),
        _other(answer.here, _("Hier: met andere kenmerken")),
    ]
    columns = (Column(_("Verwacht")), Column(_("Deel van de jeugdigen"), True), Column(_("90%-marge"), True))
    rows = [(one.label, rate(one.value), margin(one.low, one.high) + "%") for one in drawn]
    difference = answer.difference
    rows.append(
        (
            _("Verschil hier, in procentpunt"),
            signed(difference.value),
            margin(difference.low, difference.high, signed),
        )
    )
    return Chart(
        name,
        interval_plot(drawn, name, title, sentence),
        Table(title, columns, rows),
        sentence,
        fictional_label() if run.fictional else "",
    )


def _now(row: Mapping[str, Any], column: str, label: str) -> Interval:
    return Interval(label, row[column], row[f"{column}_low"], row[f"{column}_high"], colour=_GREY)


def _other(expected: Expected, label: str) -> Interval:
    return Interval(label, expected.value, expected.low, expected.high, colour=_BLUE)


def _told(
    run: FinishedRun,
    row: Mapping[str, Any],
    answer: WhatIfAnswer,
    changed: Mapping[str, tuple[float, str]],
) -> str:
    what = ", ".join(_valued(label, value, unit) for label, (value, unit) in changed.items())
    return _(
        "Wijken zoals {place}, maar met {what}, hebben in {year} naar verwachting {value} van de jeugdigen"
        " in {outcome} (90%-marge {margin}%). Dat is {difference} procentpunt (90%-marge {bounds}) anders dan"
        " wat hier nu verwacht is. Dit zegt wat samengaat, niet wat er gebeurt als iemand iets verandert."
    ).format(
        place=row["name"] or row["area"],
        what=what,
        year=row["year"],
        value=rate(answer.here.value),
        margin=margin(answer.here.low, answer.here.high),
        outcome=outcome_name(run.outcome),
        difference=signed(answer.difference.value),
        bounds=margin(answer.difference.low, answer.difference.high, signed),
    )


def _valued(label: str, value: float, unit: str) -> str:
    """A characteristic with its value: ‘Koopwoningen’ 40,0% van woningen."""
    space = "" if unit.startswith("%") else " "
    return f"‘{label}’ {figure(value)}{space}{unit}".strip()
