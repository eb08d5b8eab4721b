# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Raw tables: any csv, spreadsheet or parquet file as text, with its file and row numbers known."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import fastexcel
import polars as pl

from wijkverhaal.foundation.column_name import stem
from wijkverhaal.foundation.decimal_text import numbers, without_missing
from wijkverhaal.foundation.delimited import header_position, read_delimited
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.raw_file import FileForm, file_form

_TOP = 20
_CELLS = 200_000_000


@dataclass(frozen=True)
class RawTable:
    """A table as it stands in a file.

    Attributes
    ----------
    cells : pl.DataFrame
        Text without blanks around it, null where missing; column names without blanks around them.
    rows : pl.Series
        For every row its number in the file, from 1.
    file : str
        The name of the file, without its folder.
    sheet : str
        The name of the sheet; empty where there are no sheets.
    header : int
        The row in the file that holds the names, from 1.
    """

    cells: pl.DataFrame
    rows: pl.Series
    file: str
    sheet: str = ""
    header: int = 1

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return self.cells.columns

    def find(self, stems: set[str] | frozenset[str]) -> str | None:
        """The first column whose name has one of `stems` as its stem."""
        return next(iter(self.find_all(stems)), None)

    def find_all(self, stems: set[str] | frozenset[str]) -> list[str]:
        """Every column whose name has one of `stems` as its stem, in order."""
        return [column for column in self.columns if stem(column) in stems]

    def text(self, column: str) -> pl.Series:
        """A column as text."""
        return self.cells[column]

    def numbers(self, column: str) -> pl.Series:
        """A column as numbers, Float64.

        Raises
        ------
        InputError
            When a cell holds something that is neither a number nor missing.
        """
        text = self.cells[column]
        found = numbers(text)
        wrong = (text.is_not_null() & found.is_null()).arg_true()
        if wrong.len():
            where = int(wrong[0])
            raise InputError(
                _(
                    'In {file}, rij {row}, kolom {column} staat "{value}" en dat is geen getal; verbeter het.'
                ).format(file=self.place, row=self.rows[where], column=column, value=text[where])
            )
        return found

    def filter(self, keep: pl.Series) -> "RawTable":
        """The rows for which `keep` is true."""
        return RawTable(self.cells.filter(keep), self.rows.filter(keep), self.file, self.sheet)

    @property
    def place(self) -> str:
        """The file, and the sheet where there are sheets."""
        if not self.sheet:
            return self.file
        return _("{file} (blad {sheet})").format(file=self.file, sheet=self.sheet)


def read_tables(path: Path) -> list[RawTable]:
    """Every table in a file: one, or one per sheet.

    Raises
    ------
    InputError
        When the file is empty, too large, damaged or no table at all.
    """
    readers: dict[FileForm, Callable[[Path], list[RawTable]]] = {
        "text": _text,
        "spreadsheet": _spreadsheet,
        "parquet": _parquet,
    }
    form = file_form(path)
    if form not in readers:
        raise InputError(
            _("Het bestand {file} is een kaart en geen tabel; importeer het als grenzen.").format(
                file=path.name
            )
        )
    return readers[form](path)


def _text(path: Path) -> list[RawTable]:
    cells, header = read_delimited(path)
    return [_with_header(cells, header, path.name)]


def _spreadsheet(path: Path) -> list[RawTable]:
    try:
        book = fastexcel.read_excel(path)
        sheets = {
            name: book.load_sheet(name, header_row=None, dtypes="string").to_polars()
            for name in book.sheet_names
        }
    except (fastexcel.FastExcelError, pl.exceptions.PolarsError, OSError, ValueError) as error:
        raise InputError(
            _(
                "Het rekenblad {file} is niet te lezen; open het, sla het opnieuw op en probeer het nog eens."
            ).format(file=path.name)
        ) from error
    tables = []
    for name, cells in sheets.items():
        if cells.is_empty():
            continue
        top = [sum(bool(cell and cell.strip()) for cell in row) for row in cells.head(_TOP).rows()]
        start = header_position(top)
        tables.append(_with_header(cells.slice(start), start + 1, path.name, name))
    if not tables:
        raise InputError(_("Het rekenblad {file} is leeg; download het opnieuw.").format(file=path.name))
    return tables


def _parquet(path: Path) -> list[RawTable]:
    try:
        lazy = pl.scan_parquet(path)
        width = len(lazy.collect_schema())
        height = int(lazy.select(pl.len()).collect().item())
        if width * height > _CELLS:
            raise InputError(
                _("De tabel {file} heeft te veel cellen; laat weg wat niet nodig is.").format(file=path.name)
            )
        cells = lazy.collect().cast(pl.String, strict=False)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise InputError(
            _("Het parquet-bestand {file} is niet te lezen; download het opnieuw.").format(file=path.name)
        ) from error
    names = _unique_names(cells.columns)
    rows = pl.Series("row", range(2, cells.height + 2), pl.Int64)
    return [_cleaned(cells.rename(dict(zip(cells.columns, names, strict=True))), rows, path.name, "")]


def _with_header(cells: pl.DataFrame, header: int, file: str, sheet: str = "") -> RawTable:
    names = _unique_names(["" if name is None else str(name) for name in cells.row(0)])
    body = cells.slice(1)
    body.columns = names
    rows = pl.Series("row", range(header + 1, header + 1 + body.height), pl.Int64)
    return replace(_cleaned(body, rows, file, sheet), header=header)


def _cleaned(cells: pl.DataFrame, rows: pl.Series, file: str, sheet: str) -> RawTable:
    if not cells.width:
        return RawTable(cells, rows.head(0), file, sheet)
    bare = cells.select(without_missing(pl.col(name)) for name in cells.columns)
    filled = bare.select(keep=pl.any_horizontal(pl.all().is_not_null()))["keep"]
    bare, rows = bare.filter(filled), rows.filter(filled)
    body = bare.height - _footer(bare)
    return RawTable(bare.head(body), rows.head(body), file, sheet)


def _footer(cells: pl.DataFrame) -> int:
    """How many last rows are no data but a remark, as StatLine writes: "Bron: CBS"."""
    if cells.width < 3:
        return 0
    first = pl.col(cells.columns[0])
    remark = cells.select(
        pl.all_horizontal(pl.col(cells.columns[1:]).is_null()) & first.str.contains(r"[\s:©]")
    ).to_series()
    data = remark.not_().arg_true()
    return cells.height - (int(data[-1]) + 1 if data.len() else 0)


def _unique_names(names: list[str]) -> list[str]:
    """Names without blanks around them; an empty or repeated one gets its position.

    >>> _unique_names([" a_inw ", "", "a_inw"])
    ['a_inw', 'kolom 2', 'a_inw (3)']
    """
    unique: list[str] = []
    for position, name in enumerate(names, start=1):
        bare = name.strip(" \t\r\n\u00a0\ufeff") or _("kolom {position}").format(position=position)
        unique.append(f"{bare} ({position})" if bare in unique else bare)
    return unique
