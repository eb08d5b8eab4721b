# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison from a file: the first column names the case, the others are conditions and outcome."""

from pathlib import Path

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.case_table import CaseTable, case_table
from wijkverhaal.stories.condition import read_literal
from wijkverhaal.stories.grid import Grid, numeric, read_grid


def read_case_table(path: Path, outcome: str, conditions: list[str]) -> CaseTable:
    """The cases in a csv file or spreadsheet.

    Raises
    ------
    InputError
        When the file or what was asked of it cannot be used; see `case_table`.
    """
    grid = read_grid(path)
    places = {name: place for place, name in enumerate(grid.names) if place}
    asked = {read_literal(outcome).name, *conditions}
    columns = {name: _column(grid, place) if name in asked else [] for name, place in places.items()}
    return case_table(_cases(grid), columns, outcome, conditions)


def _cases(grid: Grid) -> list[str]:
    for number, case in enumerate(grid.column(0), start=1):
        if case is None:
            raise InputError(
                _("In {file} heeft geval {number} geen naam in de eerste kolom; vul die in.").format(
                    file=grid.file, number=number
                )
            )
    return [str(case) for case in grid.column(0)]


def _column(grid: Grid, place: int) -> list[float | None]:
    found = numeric(grid.column(place))
    if found is not None:
        return found
    case, cell = next(
        (case, cell)
        for case, cell in zip(grid.column(0), grid.column(place), strict=True)
        if cell is not None and numeric([cell]) is None
    )
    raise InputError(
        _('Bij {case} staat in kolom {name} "{value}" en dat is geen getal; verbeter het.').format(
            case=case, name=grid.names[place], value=cell
        )
    )
