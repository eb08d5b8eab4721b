# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What several coders made of the same units, and where they differ."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.grid import Grid, numeric, read_grid
from wijkverhaal.stories.unit_column import names_units

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class CoderTable:
    """Values of units by coders.

    Attributes
    ----------
    units, coders : tuple of str
    cells : tuple of tuple of str or None
        Per unit the value of each coder, as written; a number always in one way.
    ratings : array (units, coders)
        The same as numbers, NaN where missing; for text the place of the value among all values.
    numeric : bool
        Whether the values are numbers, so that order and distance mean something.
    unit_column : str or None
        The column from which the names of the units came.
    """

    units: tuple[str, ...]
    coders: tuple[str, ...]
    cells: tuple[tuple[str | None, ...], ...]
    ratings: Numbers
    numeric: bool
    unit_column: str | None = None

    @property
    def categories(self) -> tuple[str, ...]:
        """The distinct values, in order."""
        found = {cell for row in self.cells for cell in row if cell is not None}
        return tuple(sorted(found, key=_sort_key))


@dataclass(frozen=True)
class Difference:
    """A unit on which the coders differ: its name and the value of every coder who coded it."""

    unit: str
    values: dict[str, str]


def differences(table: CoderTable) -> list[Difference]:
    """The units on which coders differ, to talk about."""
    found = []
    for unit, row, ratings in zip(table.units, table.cells, table.ratings, strict=True):
        if len(np.unique(ratings[~np.isnan(ratings)])) > 1:
            given = zip(table.coders, row, strict=True)
            found.append(Difference(unit, {coder: cell for coder, cell in given if cell is not None}))
    return found


def read_coder_table(path: Path, unit_column: str | None = None, no_unit_column: bool = False) -> CoderTable:
    """The codings in a csv file or spreadsheet: rows are units, columns are coders.

    Parameters
    ----------
    unit_column : str, optional
        The column with the names of the units. Without it the first column is taken for one when it
        `names_units`; else units are called by their place under the header.
    no_unit_column : bool
        Every column is a coder.

    Raises
    ------
    InputError
        When there are fewer than two coders, or nothing was coded by two.
    """
    grid = read_grid(path)
    place = _unit_place(grid, unit_column, no_unit_column)
    if place is None:
        named, units = None, [str(number) for number in grid.numbers]
    else:
        named = grid.names[place]
        units = [cell or str(n) for n, cell in zip(grid.numbers, grid.column(place), strict=True)]
        grid = grid.without_column(place)
    return coder_table(units, grid, named)


def coder_table(units: list[str], grid: Grid, unit_column: str | None = None) -> CoderTable:
    """The codings in a grid of which every column is a coder."""
    if len(grid.names) < 2:
        raise InputError(
            _("In {file} staat maar één codeur; er zijn minstens twee kolommen met codeurs nodig.").format(
                file=grid.file
            )
        )
    columns = [numeric(grid.column(place)) for place in range(len(grid.names))]
    ratings = _ratings(grid, columns)
    if not ((~np.isnan(ratings)).sum(axis=1) >= 2).any():
        raise InputError(
            _("In {file} is niets door twee codeurs gecodeerd; er valt dus niets te vergelijken.").format(
                file=grid.file
            )
        )
    names = tuple(name or _("codeur {number}").format(number=n) for n, name in enumerate(grid.names, start=1))
    all_numbers = all(column is not None for column in columns)
    cells = _one_writing(grid.rows, ratings) if all_numbers else grid.rows
    return CoderTable(tuple(units), names, cells, ratings, all_numbers, unit_column)


def _one_writing(
    rows: tuple[tuple[str | None, ...], ...], ratings: Numbers
) -> tuple[tuple[str | None, ...], ...]:
    """The same number always as it is written shortest: `1`, `1.0` and `01` are one value."""
    written: dict[float, str] = {}
    for row, numbers in zip(rows, ratings, strict=True):
        for cell, number in zip(row, numbers, strict=True):
            if cell is not None and len(cell) < len(written.get(number, cell + " ")):
                written[number] = cell
    return tuple(
        tuple(None if cell is None else written[number] for cell, number in zip(row, numbers, strict=True))
        for row, numbers in zip(rows, ratings, strict=True)
    )


def _ratings(grid: Grid, columns: list[list[float | None] | None]) -> Numbers:
    if all(column is not None for column in columns):
        return np.array(columns, dtype=float).T
    known = sorted({cell for row in grid.rows for cell in row if cell is not None})
    place = {cell: float(number) for number, cell in enumerate(known)}
    return np.array([[np.nan if cell is None else place[cell] for cell in row] for row in grid.rows])


def _sort_key(cell: str) -> tuple[bool, float, str]:
    found = numeric([cell])
    return (found is None, found[0] or 0.0 if found else 0.0, cell)


def _unit_place(grid: Grid, unit_column: str | None, no_unit_column: bool) -> int | None:
    if no_unit_column:
        return None
    if unit_column is not None:
        if unit_column not in grid.names:
            raise InputError(
                _("Er is geen kolom {name}; kies uit {known}.").format(
                    name=unit_column, known=", ".join(grid.names)
                )
            )
        return grid.names.index(unit_column)
    return 0 if names_units(grid) else None
