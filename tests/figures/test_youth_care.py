# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""CBS's table of youths with care, in every form in which it is downloaded."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from wijkverhaal.figures.recognise import read_file
from wijkverhaal.figures.tidy import FIGURES, YOUTH_CARE_USERS
from wijkverhaal.foundation.errors import InputError

Write = Callable[[str, str], Path]
COLUMNS = ["area", "care_form", "year", "value", "low", "high", "status"]

EXPECTED = [
    ("NL00", "all", 2021, None, None, None, "missing"),
    ("GM0363", "all", 2021, 60.0, 58.0, 62.0, "shown"),
    ("WK036300", "all", 2021, 25.0, 23.0, 27.0, "shown"),
    ("WK036301", "all", 2021, 10.0, 8.0, 12.0, "shown"),
    ("WK0363AA", "all", 2021, None, 0.0, 7.0, "secret"),
]


def test_the_file_as_cbs_gives_it(youth_care: Path) -> None:
    reading = read_file(youth_care)
    assert reading.kind == "youth-care"
    assert reading.figures is not None
    assert reading.figures.schema == FIGURES
    assert reading.figures["measure"].unique().to_list() == [YOUTH_CARE_USERS]
    assert reading.figures.select(COLUMNS).rows() == EXPECTED
    assert (reading.years, reading.year_from) == ((2021,), "content")
    assert reading.not_understood == ["Huisarts_11"]


@pytest.mark.parametrize(
    ("change", "to"),
    [
        (";", ","),
        ("InNatura_1", "InNatura_98"),
        ("TotaalJongerenMetJeugdzorgInNatura_1", "Totaal jongeren met jeugdzorg in natura (aantal)"),
        ("TotaalJongerenMetJeugdzorgInNatura_1", "JongerenMetJeugdzorgInNatura_91 "),
        ("Codering", "RegioS"),
        ("Codering", "WijkenEnBuurten"),
        ("Codering", "Codering_3"),
        ("WK036300", "WK036300  "),
        ("NL00", "NL01  "),
        ("WK0363AA;Wijk;2021JJ00;", "WK0363AA;Wijk;2021JJ00;       ."),
        ("WK0363AA;Wijk;2021JJ00;", "WK0363AA;Wijk;2021JJ00;-99997"),
        (";60;", ";60.0;"),
        (";60;", ";60,0;"),
        ("2021JJ00", "2021"),
        ("2021JJ00", "2021*"),
    ],
)
def test_every_form_of_the_file_means_the_same(
    write: Write, youth_care_text: str, change: str, to: str
) -> None:
    assert change in youth_care_text
    reading = read_file(write("naamloos.csv", youth_care_text.replace(change, to)))
    assert reading.kind == "youth-care"
    assert reading.figures is not None
    assert reading.figures.select(COLUMNS).rows() == EXPECTED


def test_a_row_per_form_of_care(write: Write) -> None:
    path = write(
        "vormen.csv",
        "RegioS;VormenVanJeugdzorg;Perioden;JongerenMetJeugdzorgInNatura_1\n"
        "WK036300;Totaal jeugdzorg;2022JJ00;40\nWK036300;Totaal jeugdhulp;2022JJ00;35\n"
        "WK036300;Jeugdhulp zonder verblijf;2022JJ00;.\nWK036300;Jeugdhulp met verblijf;2022JJ00;10\n",
    )
    reading = read_file(path)
    assert reading.figures is not None
    assert reading.figures.select("care_form", "value", "high").rows() == [
        ("all", 40.0, 42.0),
        ("help", 35.0, 37.0),
        ("help_without_residence", None, 7.0),
    ]
    assert "Jeugdhulp met verblijf" in reading.notes[0]


def test_a_column_per_form_of_care(write: Write) -> None:
    text = (
        "wijkcode,jaar,JongerenMetJeugdhulpInNatura_1,JongerenMetJeugdhulpZonderVerblijf_2\n"
        "36300,2022,43,40\n"
    )
    reading = read_file(write("a.csv", text))
    assert reading.figures is not None
    assert reading.figures.select("care_form", "low", "high").rows() == [
        ("help", 43.0, 43.0),
        ("help_without_residence", 38.0, 42.0),
    ]
    assert reading.completed == 1


def test_forms_as_codes_are_refused_with_what_to_do(write: Write) -> None:
    text = "RegioS;VormenVanJeugdzorg;Perioden;JongerenMetJeugdzorg_1\nWK036300;T001027;2022JJ00;40\n"
    with pytest.raises(InputError, match="titels"):
        read_file(write("a.csv", text))


def test_provinces_are_passed_over(write: Write, youth_care_text: str) -> None:
    reading = read_file(write("a.csv", youth_care_text + "PV20;Provincie;2021JJ00;400;\n"))
    assert reading.rows == 5
    assert "1 rijen" in reading.notes[0]


@pytest.mark.parametrize(
    ("change", "to", "says"),
    [
        (";25;", ";-25;", "rij 4.*negatief"),
        (";25;", ";25,5;", "rij 4.*heel getal"),
        ("WK036301", "WK036300", r"WK036300 \(2021\) twee keer"),
        ("WK036301", "Havenkant", "rij 5.*Havenkant"),
        ("2021JJ00", "2021KW01", "heel jaar"),
        ("WK036301", "BU036301", "BU036301.*geen code"),
    ],
)
def test_what_cannot_be_true_is_refused(
    write: Write, youth_care_text: str, change: str, to: str, says: str
) -> None:
    assert change in youth_care_text
    with pytest.raises(InputError, match=says):
        read_file(write("a.csv", youth_care_text.replace(change, to)))


@pytest.mark.parametrize(
    ("file", "year", "wijken", "secret"),
    [
        ("85075NED_jeugdzorg_wijk_2021.csv", 2021, 2607, 385),
        ("85335NED_jeugdzorg_wijk_2022.csv", 2022, 2693, 420),
    ],
)
def test_the_real_tables(real: Callable[[str], Path], file: str, year: int, wijken: int, secret: int) -> None:
    reading = read_file(real(f"cbs/{file}"))
    assert reading.figures is not None
    rows = reading.figures.filter(pl.col("area").str.starts_with("WK"))
    assert (reading.years, rows.height) == ((year,), wijken)
    assert rows.filter(pl.col("status") == "secret").height == secret
    assert reading.figures.filter(pl.col("area") == "NL00")["status"].to_list() == ["missing"]


def test_codes_that_became_numbers_are_completed_by_soort_regio(write: Write, youth_care_text: str) -> None:
    numbers = youth_care_text.replace("NL00;", "0;").replace("GM0", "").replace("WK0", "")
    reading = read_file(write("jeugdzorg.csv", numbers))
    assert reading.figures is not None
    assert reading.figures.select(COLUMNS).rows() == EXPECTED
    assert reading.completed == 4


def test_codes_that_became_numbers_are_refused_where_no_row_tells_its_level(
    write: Write, youth_care_text: str
) -> None:
    numbers = youth_care_text.replace("SoortRegio", "Iets").replace("GM0", "").replace("WK0", "")
    with pytest.raises(InputError, match='rij 3, kolom Codering is "363"'):
        read_file(write("jeugdzorg.csv", numbers))
