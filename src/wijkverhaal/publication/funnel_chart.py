# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The funnel of a place as a chart: is a difference large for a wijk of this size?"""

from collections.abc import Sequence
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _, ngettext
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.publication.funnel_plot import FunnelPoint, funnel_legend, funnel_plot
from wijkverhaal.publication.marking_limits import MarkingLimits
from wijkverhaal.publication.marking_sentence import standing_out, way_of
from wijkverhaal.publication.predicted import is_predicted
from wijkverhaal.publication.sentence import DASH, fictional_label, figure, margin, rate, signed, source
from wijkverhaal.publication.wijk_table import published


def funnel_chart(
    run: FinishedRun,
    year: int,
    rows: Sequence[dict[str, Any]],
    limits: MarkingLimits | None,
    place: str,
) -> Chart | None:
    """Wijken by number of youths and difference in percent of what was expected here.

    A wijk of which no count was published is drawn apart and has no value. None where the youths
    are not known.
    """
    sized = [row for row in rows if row["youths"] and row["expected_here"]]
    if limits is None or not sized:
        return None
    points = [
        FunnelPoint(row["name"] or row["area"], row["youths"], _difference(row), way_of(row) or "")
        for row in sized
    ]
    name = f"trechter-{year}"
    title = _("Verschil met hier verwacht naar aantal jeugdigen in {place}, {year}").format(
        place=place, year=year
    )
    sentence = f"{_told(sized, limits, place, year)} {source(run, year)}"
    return Chart(
        name,
        funnel_plot(points, limits.at, name, title, sentence),
        _table(sized, limits, title),
        sentence,
        fictional_label() if run.fictional else "",
        legend=funnel_legend(),
    )


def _shown(row: dict[str, Any]) -> bool:
    return bool(row["status"] == "shown")


def _difference(row: dict[str, Any]) -> float | None:
    return 100 * row["difference_here"] / row["expected_here"] if _shown(row) else None


def _bounds(row: dict[str, Any]) -> tuple[float, float]:
    low, high = (100 * row[f"difference_here_{end}"] / row["expected_here"] for end in ("low", "high"))
    return low, high


def _told(rows: Sequence[dict[str, Any]], limits: MarkingLimits, place: str, year: int) -> str:
    known = [row for row in rows if _shown(row)]
    if not known:
        return _("In {place} is in {year} van geen wijk een aantal gepubliceerd.").format(
            place=place, year=year
        )
    row = max(known, key=lambda row: abs(_difference(row) or 0.0))
    low, high = _bounds(row)
    text = ngettext(
        "In {place} is in {year} van {number} wijk een aantal gepubliceerd.",
        "In {place} is in {year} van {number} wijken een aantal gepubliceerd.",
        len(known),
    ).format(place=place, year=year, number=len(known))
    most = _(
        "Het verst van hier verwacht ligt {wijk}: {value}% (90%-marge {margin}%). Met {youths} jeugdigen"
        " valt een wijk meestal pas op vanaf {limit}."
    ).format(
        wijk=row["name"] or row["area"],
        value=signed(_difference(row)),
        margin=margin(low, high, signed),
        youths=figure(row["youths"], 0),
        limit=rate(limits.at(row["youths"])),
    )
    return f"{text} {most}"


def _table(rows: Sequence[dict[str, Any]], limits: MarkingLimits, title: str) -> Table:
    columns = (
        Column(_("Wijk")),
        Column(_("Jeugdigen"), True),
        Column(_("Verschil, in % van verwacht (90%-marge)"), True),
        Column(_("Valt meestal op vanaf"), True),
        Column(_("Valt op")),
    )
    return Table(title, columns, [_cells(row, limits) for row in rows])


def _cells(row: dict[str, Any], limits: MarkingLimits) -> tuple[str, ...]:
    value = DASH
    if _shown(row):
        value = f"{signed(_difference(row))}% ({margin(*_bounds(row), signed)})".replace(" ", "\u00a0")
    return (
        row["name"] or row["area"],
        figure(row["youths"], 0),
        value if _shown(row) else published(row),
        DASH if is_predicted(row) else "± " + rate(limits.at(row["youths"])),
        standing_out(way_of(row)),
    )
