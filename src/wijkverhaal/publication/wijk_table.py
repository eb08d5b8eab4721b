# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table of all wijken of a year: light enough for the whole country."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.chart import Column
from wijkverhaal.publication.marking_sentence import standing_out, way_of
from wijkverhaal.publication.predicted import actual_heading, is_predicted
from wijkverhaal.publication.sentence import DASH, chance, figure, margin, rate, signed


@dataclass(frozen=True)
class WijkTable:
    """All wijken of a year; `own` is how many rows at the top belong to the chosen gemeente."""

    year: int
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    own: int


def wijk_table(run: FinishedRun, year: int, gemeente: str | None) -> WijkTable:
    """The rows by gemeente and name, those of the chosen gemeente first."""
    frame = run.of_year(year).with_columns(
        own=(pl.col("gemeente") == gemeente).fill_null(False) if gemeente else pl.lit(False)
    )
    frame = frame.sort(
        pl.col("own").not_(),
        pl.col("gemeente_name").fill_null(pl.col("gemeente")),
        "name",
        "area",
        nulls_last=True,
    )
    counted = frame["youths"].is_not_null().any()
    return WijkTable(
        year,
        _columns(counted, actual_heading(frame.iter_rows(named=True), percent=True)),
        [_cells(row, counted) for row in frame.iter_rows(named=True)],
        int(frame["own"].sum()),
    )


def _columns(counted: bool, actual: str) -> list[Column]:
    return [
        Column(_("Wijk")),
        Column(_("Code")),
        Column(_("Gemeente")),
        *([Column(_("Jeugdigen"), True)] if counted else []),
        Column(_("Gepubliceerd"), True),
        Column(_("Verwacht bij deze bevolking (%)"), True),
        Column(_("Verwacht hier (%)"), True),
        Column(actual, True),
        Column(_("Verschil met hier verwacht (procentpunt, 90%-marge)"), True),
        Column(_("Kans dat het hoger is"), True),
        Column(_("Valt op")),
    ]


def _cells(row: dict[str, Any], counted: bool) -> list[str]:
    return [
        row["name"] or row["area"],
        row["area"],
        row["gemeente_name"] or row["gemeente"] or DASH,
        *([figure(row["youths"], 0)] if counted else []),
        published(row),
        figure(row["expected_population"]),
        figure(row["expected_here"]),
        _with_margin(figure(row["actual"]), row["actual_low"], row["actual_high"]),
        *_compared(row),
        _together(standing_out(way_of(row))),
    ]


def _compared(row: dict[str, Any]) -> tuple[str, str]:
    """The difference with what was expected and its chance; none where the use is predicted as well."""
    if is_predicted(row):
        return DASH, DASH
    low, high = row["difference_here_low"], row["difference_here_high"]
    return (
        _with_margin(signed(row["difference_here"]), low, high, signed),
        _together(chance(row["probability_higher_here"])),
    )


def published(row: dict[str, Any]) -> str:
    """What was published of a wijk; nothing of a count that was kept secret."""
    if row["status"] == "secret":
        return _("geheim")
    if row["status"] == "no_row" or (row["published"] is None and row["published_rate"] is None):
        return _("geen cijfer")
    if row["published"] is None:
        return rate(row["published_rate"])
    if row["published_rate"] is None:
        return figure(row["published"], 0)
    return f"{figure(row['published'], 0)} ({rate(row['published_rate'])})"


def _with_margin(
    value: str,
    low: float | None,
    high: float | None,
    write: Callable[[float | None], str] | None = None,
) -> str:
    if low is None or high is None:
        return value
    return value + " " + _together(f"({margin(low, high, write)})")


def _together(text: str) -> str:
    """Keep words on one line, so that a narrow cell breaks where it should."""
    return text.replace(" ", "\u00a0")
