# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text with delimiters: its encoding, its delimiter and the lines before its header."""

import csv
import io
from pathlib import Path

import polars as pl

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

_DELIMITERS = ";,\t|"
_PREAMBLE = 20
#: A header fills at least this share of the widest line near the top.
_HEADER_FILLS = 0.6


def read_delimited(path: Path) -> tuple[pl.DataFrame, int]:
    """The lines of a text file as cells.

    Returns
    -------
    tuple of pl.DataFrame and int
        Cells as text, the first row being the header; and the number of that row in the file, from 1.

    Raises
    ------
    InputError
        When the lines do not make a table.
    """
    text = _decode(path.read_bytes()).replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n", _PREAMBLE)[:_PREAMBLE]
    delimiter = max(_DELIMITERS, key=lambda mark: max(_cells(line, mark) for line in lines))
    skipped = header_position([_filled(line, delimiter) for line in lines])
    body = text.split("\n", skipped)[-1] if skipped else text
    try:
        cells = pl.read_csv(
            io.BytesIO(body.encode()), separator=delimiter, has_header=False, infer_schema=False
        )
    except (pl.exceptions.PolarsError, ValueError) as error:
        raise InputError(
            _(
                "De regels van {file} hebben niet allemaal evenveel kolommen;"
                " sla de tabel opnieuw op als csv."
            ).format(file=path.name)
        ) from error
    return _as_wide_as_header(cells, skipped + 1, path.name), skipped + 1


def _as_wide_as_header(cells: pl.DataFrame, header: int, file: str) -> pl.DataFrame:
    """Leave out empty columns to the right of the header; refuse them when they hold something."""
    named = [position for position, name in enumerate(cells.row(0), start=1) if name and name.strip()]
    width = max(named, default=cells.width)
    beyond = cells.select(cells.columns[width:])
    if beyond.width:
        longer = beyond.select(longer=pl.any_horizontal(pl.all().is_not_null()))["longer"].arg_true()
        if longer.len():
            raise InputError(
                _(
                    "In {file} heeft rij {row} meer cellen dan de kop; sla de tabel opnieuw op als csv."
                ).format(file=file, row=header + int(longer[0]))
            )
    return cells.select(cells.columns[:width])


def header_position(filled: list[int]) -> int:
    """Which of the first rows is the header, from how many of their cells are filled.

    >>> header_position([1, 0, 5, 6, 6])
    2
    """
    enough = max(2.0, _HEADER_FILLS * max(filled))
    return next((i for i, count in enumerate(filled) if count >= enough), 0)


def _decode(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:  # one cell of more than 128 kB
        return [line]


def _cells(line: str, delimiter: str) -> int:
    return len(_split(line, delimiter))


def _filled(line: str, delimiter: str) -> int:
    return sum(bool(cell.strip()) for cell in _split(line, delimiter))
