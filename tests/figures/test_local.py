# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A gemeente's own table."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wijkverhaal.figures.recognise import read_file
from wijkverhaal.foundation.errors import InputError

Write = Callable[[str, str], Path]


def test_numeric_columns_become_local_measures(write: Write) -> None:
    reading = read_file(
        write("buurt 2023.csv", "wijkcode;naam;samenhang;Aantal verenigingen\n36300;Zeekant;6,5;3\n")
    )
    assert (reading.kind, reading.years, reading.year_from) == ("local", (2023,), "file name")
    assert reading.figures is not None
    assert reading.figures.select("area", "measure", "value").rows() == [
        ("WK036300", "local:samenhang", 6.5),
        ("WK036300", "local:Aantal verenigingen", 3.0),
    ]
    assert reading.not_understood == ["naam"]
    assert reading.completed == 1


def test_a_year_per_row(write: Write) -> None:
    reading = read_file(write("a.csv", "wijkcode,jaar,x\nWK036300,2021,1\nWK036300,2022,2\n"))
    assert reading.years == (2021, 2022)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("wijkcode,x\nWK036300,1\n", "--year"),
        ("wijkcode,jaar,naam\nWK036300,2021,Zeekant\n", "geen kolom met getallen"),
        ("wijkcode,jaar,perc_onveilig\nWK036300,2021,400\n", "rij 2, kolom local:perc_onveilig staat 400"),
        ("buurtcode,jaar,x\nBU03630000,2021,1\n", "per wijk"),
        ("wijkcode,jaar,x\nWK036300,2021,1\nWK036301,2021,2\nWK036302,2021,veel\n", 'rij 4.*"veel"'),
        ("naam,jaar,x\nZeekant,2021,1\n", "wijkcode"),
        ("wijkcode,jaar,x\n", "geen rijen"),
        ("wijkcode,jaar,x\nWK036300,2021,1\nWK036300,2021,2\n", "twee keer"),
    ],
)
def test_what_cannot_be_used_is_refused(write: Write, text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_file(write("eigen.csv", text))


def test_two_years_in_the_name_are_no_year(write: Write) -> None:
    with pytest.raises(InputError, match="--year"):
        read_file(write("van 2021 tot 2022.csv", "wijkcode,x\nWK036300,1\n"))


def test_a_year_that_is_none_is_refused(write: Write) -> None:
    with pytest.raises(InputError, match="21 is geen jaar"):
        read_file(write("a.csv", "wijkcode,x\nWK036300,1\n"), year=21)


def test_an_export_of_statline_with_english_names_is_read_as_own_figures(real: Callable[[str], Path]) -> None:
    reading = read_file(real("wire/statline_export_kwb_2024_amsterdam.csv"))
    assert (reading.kind, reading.years, reading.rows) == ("local", (2024,), 111)
    assert reading.figures is not None
    assert "local:Avg_Household_Size" in reading.figures["measure"]
