# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The use of a wijk over the years, with the breaks in its figures shown as breaks."""

from collections.abc import Mapping, Sequence
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.trend_breaks import TREND_BREAKS
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.publication.marking_sentence import standing_out, way_of
from wijkverhaal.publication.predicted import actual_heading, is_predicted, use_of_wijk
from wijkverhaal.publication.sentence import (
    DASH,
    fictional_label,
    margin,
    rate,
    signed,
    source,
)
from wijkverhaal.publication.wijk_table import published
from wijkverhaal.publication.years_plot import YearPoint, years_plot


def years_chart(run: FinishedRun, area: str) -> Chart | None:
    """Every year that the run has of a wijk; None where it has no estimate of it.

    Two years are joined only where they follow each other, the figures have no break between them
    and the run tells a change: it does not where the wijk was redrawn or the years were not
    estimated together.
    """
    rows = [row for year in sorted(run.years) if (row := run.area(area, year)) is not None]
    known = [row for row in rows if row["actual"] is not None]
    if not known:
        return None
    points = [
        YearPoint(
            row["year"],
            row["actual"],
            row["actual_low"],
            row["actual_high"],
            row["expected_here"],
            joined=before is not None and _joined(before, row),
        )
        for before, row in zip([None, *known], known, strict=False)
    ]
    newest = known[-1]
    place = newest["name"] or area
    name = f"jaren-{area}"
    title = _("Gebruik in {place} per jaar").format(place=place)
    sentence = " ".join(
        filter(None, (use_of_wijk(run, newest), break_sentence(rows), source(run, newest["year"])))
    )
    return Chart(
        name,
        years_plot(points, TREND_BREAKS, name, title, sentence),
        _table(rows, title),
        sentence,
        fictional_label() if run.fictional else "",
    )


def _joined(before: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    follows = row["year"] == before["year"] + 1
    return follows and row["year"] not in TREND_BREAKS and row["change_here"] is not None


def break_sentence(rows: Sequence[Mapping[str, Any]]) -> str:
    """Which years must not be compared; empty where all may."""
    years = [row["year"] for row in rows]
    told = []
    for first in TREND_BREAKS:
        if min(years) < first <= max(years):
            text = _("Vanaf {year} telt CBS anders: vergelijk de jaren daarvoor niet met de jaren daarna.")
            told.append(text.format(year=first))
    return " ".join(told)


def _table(rows: Sequence[Mapping[str, Any]], title: str) -> Table:
    columns = (
        Column(_("Jaar")),
        Column(_("Gepubliceerd"), True),
        Column(_("Verwacht hier"), True),
        Column(actual_heading(rows), True),
        Column(_("Verschil in procentpunt (90%-marge)"), True),
        Column(_("Valt op")),
    )
    return Table(title, columns, [_cells(dict(row)) for row in rows])


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    if row["actual"] is None or row["difference_here"] is None:
        return str(row["year"]), published(row), DASH, DASH, DASH, standing_out(way_of(row))
    use = f"{rate(row['actual'])} ({margin(row['actual_low'], row['actual_high'])}%)"
    bounds = margin(row["difference_here_low"], row["difference_here_high"], signed)
    return (
        str(row["year"]),
        published(row),
        rate(row["expected_here"]),
        _breaking_once(use),
        DASH if is_predicted(row) else _breaking_once(f"{signed(row['difference_here'])} ({bounds})"),
        standing_out(way_of(row)),
    )


def _breaking_once(text: str) -> str:
    """Keep a margin on one line, so that a narrow cell breaks before it."""
    return text.replace(" ", "\u00a0").replace("\u00a0(", " (")
