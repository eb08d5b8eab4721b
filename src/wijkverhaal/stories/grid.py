# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small table from a file, every row kept: here an empty cell says something."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from wijkverhaal.foundation.decimal_text import numbers
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
    """

    names: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    file: str

    def column(self, place: int) -> list[str | None]:
        """One column."""
        return [row[place] for row in self.rows]

    def without_column(self, place: int) -> "Grid":
        """All but one column."""
        keep = [other for other in range(len(self.names)) if other != place]
        rows = tuple(tuple(row[other] for other in keep) for row in self.rows)
        return Grid(tuple(self.names[other] for other in keep), rows, self.file)


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
    else:
        table = read_tables(path)[0]
        names, rows = tuple(table.columns), list(table.cells.rows())
    filled = [cleaned for row in rows if any(cleaned := tuple(map(_cell, row)))]
    grid = Grid(tuple((name or "").strip() for name in names), tuple(filled), path.name)
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


def _cell(cell: object) -> str | None:
    text = "" if cell is None else str(cell).strip(" \t\r\n\u00a0\ufeff")
    return None if text in _EMPTY else text


def numeric(cells: Sequence[str | None]) -> list[float | None] | None:
    """The numbers in a column; None for the column when a cell holds something else.

    >>> numeric(["1", "0,5", None]), numeric(["1", "ja"])
    ([1.0, 0.5, None], None)
    """
    found = numbers(pl.Series("cells", cells, dtype=pl.String)).to_list()
    if any(cell is not None and number is None for cell, number in zip(cells, found, strict=True)):
        return None
    return found
