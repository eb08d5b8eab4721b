# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plot of wijken with their margins: how far each lies from what was expected there."""

from collections.abc import Sequence
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.publication.interval_plot import Interval, interval_plot
from wijkverhaal.publication.marking import marking_of
from wijkverhaal.publication.marking_sentence import standing_out, way_of
from wijkverhaal.publication.predicted import (
    actual_heading,
    is_predicted,
    predicted_sentence,
)
from wijkverhaal.publication.sentence import (
    DASH,
    chance,
    fictional_label,
    figure,
    margin,
    rate,
    signed,
    source,
)
from wijkverhaal.publication.wijk_table import published

_COLOURS = {"higher": "#1d5b99", "lower": "#3f86c6", "unclear": "#7d8791"}


def wijken_chart(
    run: FinishedRun, year: int, rows: Sequence[dict[str, Any]], title: str, sentence: str
) -> Chart:
    """Wijken in the order given, with a table of every figure in the drawing."""
    name = f"marges-{year}"
    drawn = [
        Interval(
            row["name"] or row["area"],
            row["actual"],
            row["actual_low"],
            row["actual_high"],
            row["expected_here"],
            _COLOURS.get(way_of(row) or "", _COLOURS["unclear"]),
        )
        for row in rows
    ]
    return Chart(
        name,
        interval_plot(drawn, name, title, sentence),
        _table(rows, title),
        sentence,
        fictional_label() if run.fictional else "",
    )


def _table(rows: Sequence[dict[str, Any]], title: str) -> Table:
    columns = (
        Column(_("Wijk")),
        Column(_("Jeugdigen"), True),
        Column(_("Gepubliceerd"), True),
        Column(_("Verwacht hier"), True),
        Column(actual_heading(rows), True),
        Column(_("Verschil, in procentpunt (90%-marge)"), True),
        Column(_("Kans dat het hoger is"), True),
        Column(_("Valt op")),
    )
    return Table(title, columns, [_cells(row) for row in rows])


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    return (
        row["name"] or row["area"],
        figure(row["youths"], 0),
        published(row),
        rate(row["expected_here"]),
        actual(row),
        difference(row),
        higher(row),
        standing_out(way_of(row)),
    )


def difference(row: dict[str, Any]) -> str:
    """The difference with what was expected here, with its margin, in percentage points.

    None where nothing was published: there the use is predicted as what was expected was.
    """
    if is_predicted(row):
        return DASH
    low, high = row["difference_here_low"], row["difference_here_high"]
    if low is None or high is None:
        return signed(row["difference_here"])
    return f"{signed(row['difference_here'])} ({_together(margin(low, high, signed))})"


def actual(row: dict[str, Any]) -> str:
    """The use with its margin."""
    return with_margin(rate(row["actual"]), row["actual_low"], row["actual_high"], "%")


def higher(row: dict[str, Any]) -> str:
    """The chance that the use is higher than expected here; none where the use is predicted."""
    return DASH if is_predicted(row) else chance(row["probability_higher_here"])


def with_margin(value: str, low: float | None, high: float | None, unit: str = "") -> str:
    """A value as read with its margin behind it, where there is one."""
    return value if low is None or high is None else f"{value} ({_together(margin(low, high))}{unit})"


def _together(text: str) -> str:
    """Keep a margin on one line, so that a narrow cell breaks before it."""
    return text.replace(" ", "\u00a0")


def marking_key(row: dict[str, Any]) -> str:
    """The class of the map in which a wijk is drawn."""
    return marking_of(row).key


def margins_sentence(run: FinishedRun, year: int, rows: Sequence[dict[str, Any]], place: str) -> str:
    """What the plot shows, with its most certain value, the year and the source."""
    known = [row for row in rows if row["actual"] is not None and row["actual_low"] is not None]
    if not known:
        text = _("Over {place} zijn er in {year} geen cijfers.").format(place=place, year=year)
        return f"{text} {source(run, year)}"
    widest = max(known, key=lambda row: row["actual_high"] - row["actual_low"])
    predicted = predicted_sentence(rows, place, year)
    text = _(
        "Per wijk in {place} het geschatte gebruik in {year} met zijn 90%-marge. De breedste marge heeft"
        " {wijk}: {value} (90%-marge {margin}%)."
    ).format(
        place=place,
        year=year,
        wijk=widest["name"] or widest["area"],
        value=rate(widest["actual"]),
        margin=margin(widest["actual_low"], widest["actual_high"]),
    )
    return " ".join(filter(None, (text, predicted, source(run, year))))
