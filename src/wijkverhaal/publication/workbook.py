# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A workbook for a spreadsheet: a sheet per table, and a first sheet that says what stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import polars as pl
import xlsxwriter

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.day import day_of
from wijkverhaal.publication.exported_column import (
    ExportedColumn,
    area_columns,
    coefficient_columns,
    comparable_columns,
    explanation_columns,
)
from wijkverhaal.publication.sentence import country_name, fictional_label, outcome_name, source

#: Of each wijk only so many comparable ones: a sheet is for reading, the csv has them all.
MOST_ALIKE = 5
#: The longest text that fits in a cell.
_LONGEST = 32_767
#: Text stays text: nothing becomes a formula, a link or a number by how it looks.
_PLAIN = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
}


@dataclass(frozen=True)
class Sheet:
    """A table with what its columns mean."""

    title: str
    told: str
    columns: Sequence[ExportedColumn]
    table: pl.DataFrame


def write_workbook(run: FinishedRun, target: Path | BinaryIO, gemeente: str | None = None) -> None:
    """Write the tables of a run; of one gemeente only its own wijken.

    Parameters
    ----------
    target : Path or file
        Where the xlsx goes.
    gemeente : str or None
        The code of a gemeente; None for all wijken.

    Raises
    ------
    NotFoundError
        When the run has no wijk in the gemeente.
    """
    place = run.gemeente_name(gemeente) if gemeente else country_name(run)
    sheets = _sheets(run, gemeente)
    book = xlsxwriter.Workbook(target if not isinstance(target, Path) else str(target), _PLAIN)
    book.set_properties(
        {
            "title": f"Wijkverhaal: {outcome_name(run.outcome)}, {place}",
            "author": "Wijkverhaal",
            "comments": fictional_label() if run.fictional else "",
            "created": _moment(run),
        }
    )
    _write_about(book, run, place, sheets)
    for sheet in sheets:
        _write_sheet(book, sheet, run.fictional)
    book.close()


def _sheets(run: FinishedRun, gemeente: str | None) -> list[Sheet]:
    areas, explanation, alike = run.areas, run.explanation, run.comparable
    if gemeente:
        areas = areas.filter(pl.col("gemeente") == gemeente)
        explanation = _among(explanation, areas)
        alike = None if alike is None else _among(alike, areas)
    sheets = [
        Sheet(_("Wijken"), _("een rij per wijk en jaar"), area_columns(), areas),
        Sheet(
            _("Verklaring"),
            _("een rij per wijk, jaar en onderdeel van de uitleg"),
            explanation_columns(),
            explanation,
        ),
        Sheet(
            _("Gewichten"),
            _("een rij per jaar en kenmerk: hoe zwaar het telt"),
            coefficient_columns(),
            run.coefficients,
        ),
    ]
    if alike is not None:
        told = _("per wijk de {number} wijken in andere gemeenten die het meest op haar lijken")
        near = alike.filter(pl.col("rank") <= MOST_ALIKE)
        sheets.append(Sheet(_("Vergelijkbaar"), told.format(number=MOST_ALIKE), comparable_columns(), near))
    return sheets


def _among(table: pl.DataFrame, areas: pl.DataFrame) -> pl.DataFrame:
    return table.join(areas.select("area", "year"), on=["area", "year"], how="semi")


def _write_about(book: Any, run: FinishedRun, place: str, sheets: list[Sheet]) -> None:
    page = book.add_worksheet(_("Uitleg"))
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 26)
    page.set_column(1, 1, 24)
    page.set_column(2, 2, 90)
    rows: list[tuple[tuple[str, ...], bool]] = [((_fit(_("Wijkverhaal")),), True)]
    if run.fictional:
        rows.append(((fictional_label(),), True))
    rows += [((words, value), False) for words, value in _facts(run, place)]
    rows.append(((), False))
    for sheet in sheets:
        rows.append(((_("Blad {title}").format(title=sheet.title), "", sheet.told), True))
        rows.append(((_("Kolom"), _("Eenheid"), _("Betekenis")), True))
        rows += [((one.name, one.unit, one.meaning), False) for one in sheet.columns]
        rows.append(((), False))
    for number, (cells, heading) in enumerate(rows):
        for place_in_row, text in enumerate(cells):
            page.write_string(number, place_in_row, _fit(text), bold if heading else wrapped)


def _facts(run: FinishedRun, place: str) -> list[tuple[str, str]]:
    years = ", ".join(str(year) for year in run.years)
    return [
        (_("Uitkomst"), outcome_name(run.outcome)),
        (_("Gebied"), place),
        (_("Jaren"), years),
        (_("Berekening"), run.id),
        (_("Gemaakt op"), day_of(run.card.get("created"))),
        *((_("Bron"), source(run, year)) for year in run.years),
        *((_("Bestand"), str(one.get("title") or one["file"])) for one in run.inputs),
        (_("Marge"), _("Kolommen op _low en _high zijn de grenzen van de 90%-marge.")),
        (
            _("Geheim"),
            _("Een geheim aantal staat er niet in: het is 0 tot en met 7. Een lege cel is onbekend."),
        ),
        (_("Let op"), _("Een verschil is geen oordeel, en zegt niets over een kind of een gezin.")),
    ]


def _write_sheet(book: Any, sheet: Sheet, fictional: bool) -> None:
    page = book.add_worksheet(sheet.title)
    bold = book.add_format({"bold": True, "bottom": 1})
    names = [one.name for one in sheet.columns]
    table = sheet.table.select(names).with_columns(pl.selectors.float().fill_nan(None))
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, min(max(len(column.name) + 2, 12), 32))
        page.write_string(0, place, column.name, bold)
    if fictional:
        page.set_column(len(names), len(names), 45)
        page.write_string(0, len(names), "fictional", bold)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(table.height, 1), len(names) - 1)
    label = fictional_label() if fictional else ""
    for number, row in enumerate(table.iter_rows(), start=1):
        for place, value in enumerate(row):
            _write_cell(page, number, place, value)
        if label:
            page.write_string(number, len(names), label)


def _write_cell(page: Any, row: int, place: int, value: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        page.write_boolean(row, place, value)
    elif isinstance(value, int | float):
        page.write_number(row, place, value)
    else:
        page.write_string(row, place, _fit(str(value)))


def _fit(text: str) -> str:
    return text[:_LONGEST]


def _moment(run: FinishedRun) -> datetime:
    """When the run was made, so that the same run gives the same workbook."""
    try:
        made = datetime.fromisoformat(str(run.card.get("created")))
    except ValueError:
        made = datetime(2000, 1, 1, tzinfo=UTC)
    return made.astimezone(UTC).replace(tzinfo=None)
