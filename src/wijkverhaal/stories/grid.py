# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small table from a file, every row kept: here an empty cell says something."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from wijkverhaal.foundation import decimal_text
from wijkverhaal.foundation.delimited import read_delimited
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.raw_file import file_form
from wijkverhaal.foundation.table import read_tables

#: What people write in a cell that they mean to leave empty.
_EMPTY = frozenset({"", ".", "*", "NA", "N/A", "nan", "NaN", "null", "NULL", "None", "#N/A"})


@dataclass(frozen=True)
class Grid:
    """Cells as text.

    Attributes
    ----------
    names : tuple of str
        Of the columns; the first may be empty.
    rows : tuple of tuple of str or None
    file : str
        Its name, without folder.
    numbers : tuple of int
        The place of each row under the header, from 1; empty rows were counted and left out.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    file: str
    numbers: tuple[int, ...]

    def column(self, place: int) -> list[str | None]:
        """One column."""
        return [row[place] for row in self.rows]

    def without_column(self, place: int) -> "Grid":
        """All but one column."""
        keep = [other for other in range(len(self.names)) if other != place]
        rows = tuple(tuple(row[other] for other in keep) for row in self.rows)
        return Grid(tuple(self.names[other] for other in keep), rows, self.file, self.numbers)


def read_grid(path: Path) -> Grid:
    """The table in a csv file or in the first sheet of a spreadsheet.

    Raises
    ------
    InputError
        When it cannot be read, has no rows, or has two columns with the same name.
    """
    if file_form(path) == "text":
        cells, _header = read_delimited(path)
        names, *rows = cells.rows()
        places: Iterable[int] = range(1, len(rows) + 1)
    else:
        table = read_tables(path)[0]
        names, rows = tuple(map(_given, enumerate(table.columns, start=1))), list(table.cells.rows())
        places = (row - table.header for row in table.rows)
    cleaned = ((place, tuple(map(_cell, row))) for place, row in zip(places, rows, strict=True))
    filled = [(place, row) for place, row in cleaned if any(row)]
    numbers, kept = tuple(place for place, _row in filled), tuple(row for _place, row in filled)
    grid = Grid(tuple((name or "").strip() for name in names), kept, path.name, numbers)
    if not grid.rows:
        raise InputError(_("In {file} staan geen gegevens onder de kop; vul het aan.").format(file=path.name))
    for name in grid.names:
        if grid.names.count(name) > 1:
            raise InputError(
                _("In {file} heten twee kolommen {name}; geef elke kolom een eigen naam.").format(
                    file=path.name, name=name or _("(leeg)")
                )
            )
    return grid


def _given(column: tuple[int, str]) -> str:
    """The name of a column of a spreadsheet; empty where it has only the one that reading gave it."""
    place, name = column
    return "" if name == _("kolom {position}").format(position=place) else name


def _cell(cell: object) -> str | None:
    text = "" if cell is None else str(cell).strip(" \t\r\n\u00a0\ufeff")
    return None if text in _EMPTY else text


def numeric(cells: Sequence[str | None]) -> list[float | None] | None:
    """The numbers in a column; None for the column when a cell holds something else.

    >>> numeric(["1", "0,5", None]), numeric(["1", "ja"])
    ([1.0, 0.5, None], None)
    """
    found = decimal_text.numbers(pl.Series("cells", cells, dtype=pl.String)).to_list()
    if any(cell is not None and number is None for cell, number in zip(cells, found, strict=True)):
        return None
    return found
