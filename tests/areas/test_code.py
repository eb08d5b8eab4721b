# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes: text as CBS writes it, whatever a spreadsheet did to them."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.areas.code import canonical_codes, complete_code, gemeente_of, level_of
from wijkverhaal.foundation.errors import InputError


def column(*cells: str | None, level: str | None = None) -> list[str | None]:
    rows = pl.Series(range(2, len(cells) + 2))
    return canonical_codes(
        pl.Series(cells, dtype=pl.String), rows, "tabel.csv", "wijk", level
    ).codes.to_list()


@given(st.integers(1, 9999), st.integers(0, 99))
def test_a_wijk_number_that_lost_its_zeros_gets_them_back(gemeente: int, wijk: int) -> None:
    whole = f"{gemeente:04d}{wijk:02d}"
    assert complete_code(str(int(whole)), "wijk") == "WK" + whole
    assert complete_code("WK" + whole + "  ") == "WK" + whole


@given(st.integers(1, 9999))
def test_a_gemeente_number_that_lost_its_zeros_gets_them_back(number: int) -> None:
    assert complete_code(f"{number}.0", "gemeente") == f"GM{number:04d}"


@pytest.mark.parametrize(
    ("cell", "code", "level", "gemeente"),
    [
        ("WK0363AA", "WK0363AA", "wijk", "GM0363"),
        ("wk036300", "WK036300", "wijk", "GM0363"),
        ("NL01  ", "NL00", "country", None),
        ("GM0363", "GM0363", "gemeente", "GM0363"),
        ("BU0363AA01", "BU0363AA01", "buurt", "GM0363"),
    ],
)
def test_a_code_tells_its_level_and_its_gemeente(
    cell: str, code: str, level: str, gemeente: str | None
) -> None:
    assert column(cell) == [code]
    assert level_of(code) == level
    assert gemeente_of(code) == gemeente


@pytest.mark.parametrize("cell", ["Zeekant", "300", "WK0000", "WK12345678", "12345678901", "3E+05"])
def test_a_code_that_cannot_be_completed_is_refused_with_its_row(cell: str) -> None:
    with pytest.raises(InputError, match=r"tabel\.csv, rij 3, kolom wijk"):
        column("WK036300", cell)


def test_a_row_without_a_code_is_refused() -> None:
    with pytest.raises(InputError, match="rij 2"):
        column(None)


def test_other_divisions_of_the_country_are_counted_not_refused() -> None:
    found = canonical_codes(pl.Series(["PV20", "WK036300", "LD01  "]), pl.Series([2, 3, 4]), "t", "k")
    assert found.codes.to_list() == [None, "WK036300", None]
    assert (found.others, found.completed) == (2, 0)


def test_completed_codes_are_counted() -> None:
    found = canonical_codes(pl.Series(["300", "WK036300", "363AA"]), pl.Series([2, 3, 4]), "t", "k", "wijk")
    assert found.codes.to_list() == ["WK000300", "WK036300", "WK0363AA"]
    assert found.completed == 2
