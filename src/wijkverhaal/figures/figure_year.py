# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The year that figures are about: from the file, else as said, else from the file's name."""

import re
from dataclasses import dataclass

import polars as pl

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.table import RawTable

_COLUMNS = frozenset({"perioden", "periode", "periods", "period", "jaar", "year"})
_PERIOD = re.compile(r"((?:19|20)\d{2})(?:JJ00|\.0|\*{1,2})?")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
FIRST, LAST = 1990, 2100


@dataclass(frozen=True)
class FigureYear:
    """A year per row, and how it is known.

    Attributes
    ----------
    per_row : pl.Series
        Int16, one year per row of the table.
    known_from : str
        "content", "option" or "file name".
    column : str or None
        The column that says it.
    """

    per_row: pl.Series
    known_from: str
    column: str | None


def figure_year(table: RawTable, given: int | None) -> FigureYear:
    """The year of every row of a table.

    Raises
    ------
    InputError
        When no year is known, or a period is not a whole year.
    """
    column = table.find(_COLUMNS)
    if column is not None and table.text(column).null_count() < table.cells.height:
        return FigureYear(_from_column(table, column), "content", column)
    year, known_from = one_year(table.file, given)
    return FigureYear(pl.Series("year", [year] * table.cells.height, pl.Int16), known_from, None)


def one_year(file: str, given: int | None) -> tuple[int, str]:
    """The year of a whole file whose content does not say it, and how it is known.

    Raises
    ------
    InputError
        When nobody says it and the name of the file holds no year, or several.

    Examples
    --------
    >>> one_year("kwb-2021.csv", None), one_year("kwb-2021.csv", 2020)
    ((2021, 'file name'), (2020, 'option'))
    """
    if given is not None:
        if not FIRST <= given <= LAST:
            raise InputError(_("{year} is geen jaar; geef een jaar als --year 2021.").format(year=given))
        return given, "option"
    named = set(_IN_NAME.findall(file))
    if len(named) != 1:
        raise InputError(
            _(
                "Van {file} is niet bekend over welk jaar het gaat; zeg het met --year, zoals --year 2021."
            ).format(file=file)
        )
    return int(named.pop()), "file name"


def _from_column(table: RawTable, column: str) -> pl.Series:
    known = {cell: _PERIOD.fullmatch(cell or "") for cell in table.text(column).unique()}
    for cell, row in zip(table.text(column), table.rows, strict=True):
        if known[cell] is None:
            raise InputError(
                _(
                    'In {file}, rij {row}, kolom {column} is "{value}" geen heel jaar;'
                    " geef alleen jaarcijfers (zoals 2021JJ00)."
                ).format(file=table.place, row=row, column=column, value=cell or "")
            )
    years = [int(found[1]) if (found := known[cell]) else None for cell in table.text(column)]
    return pl.Series("year", years, pl.Int16)


def year_note(known_from: str, year: int) -> list[str]:
    """The sentence for a year that was taken from the name of the file."""
    if known_from != "file name":
        return []
    return [_("Het jaar {year} komt uit de naam van het bestand.").format(year=year)]
