# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A csv is safe to open in a spreadsheet, also in one that splits at semicolons."""

import csv
from io import BytesIO, StringIO

import polars as pl
import pytest

from wijkverhaal.publication.csv_file import write_csv

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _written(text: str) -> str:
    file = BytesIO()
    write_csv(pl.DataFrame({"area": ["WK900101"], "name": [text], "year": [2022]}), file, False)
    return file.getvalue().decode("utf-8")


@pytest.mark.parametrize("start", _STARTS)
def test_no_cell_begins_like_a_formula(start: str) -> None:
    rows = list(csv.reader(StringIO(_written(f"{start}1+1"), newline="")))
    assert rows[1][1] == f"'{start}1+1"


@pytest.mark.parametrize("before", ["Wijk;", "Wijk; ", 'Wijk;"', "Wijk\t", "Wijk\n", "Wijk\r\n"])
def test_a_formula_cannot_hide_behind_a_separator(before: str) -> None:
    text = _written(before + '=HYPERLINK("x")')
    for separator in (";", "\t"):
        cells = [cell for row in csv.reader(StringIO(text, newline=""), delimiter=separator) for cell in row]
        assert [cell for cell in cells if cell.lstrip(' "\r\n').startswith("=")] == [], separator


@pytest.mark.parametrize("name", ["Wijk 01 Noord-Oost", "Oud-Zuid (west)", "'s-Gravenpolder", "A+B", "a; b"])
def test_an_ordinary_name_is_left_alone(name: str) -> None:
    assert list(csv.reader(StringIO(_written(name))))[1][1] == name


def test_numbers_keep_their_minus() -> None:
    file = BytesIO()
    write_csv(pl.DataFrame({"difference": [-1.5, float("nan")]}), file, False)
    assert file.getvalue() == b"difference\n-1.5\n\n"
