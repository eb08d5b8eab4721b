# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""SCP's own file."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from wijkverhaal.figures.catalogue import catalogue
from wijkverhaal.figures.recognise import read_file
from wijkverhaal.figures.tidy import YOUTH_CARE_RATE
from wijkverhaal.foundation.errors import InputError

Cells = list[list[object]]

WIJK: Cells = [
    ["wijk", "wijknaam", "gemeentecode", "gemnaam_2017"],
    [300, "Zeekant", 3, "Duinstad"],
    [301, "Haven", 3, "Duinstad"],
]
USE: Cells = [["wijk", "perc_jhzv", "perc_przv", "residu"], [300, 12.5, 14.25, -1.75], [301, ".", 9.5, "."]]
DETERMINANTS: Cells = [
    ["wijk", "perc_1ouder", "woonwaarde", "kleinewijk"],
    [300, 24.3, 134, 0],
    [301, ".", 174, 1],
]


def book(path: Path, wijk: Cells = WIJK, use: Cells = USE, determinants: Cells = DETERMINANTS) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in (("wijk", wijk), ("gebruik", use), ("determinanten", determinants)):
        if rows:
            sheet = made.create_sheet(name)
            for row in rows:
                sheet.append(row)
    made.save(path)
    return path


def test_rates_determinants_and_the_expectation_are_read(tmp_path: Path) -> None:
    reading = read_file(book(tmp_path / "scp.xlsx"))
    assert (reading.kind, reading.years, reading.completed) == ("scp", (2017,), 3)
    figures = reading.figures
    assert figures is not None
    rates = figures.filter(pl.col("measure") == YOUTH_CARE_RATE)
    assert rates.select("area", "care_form", "value", "low", "status").rows() == [
        ("WK000300", "help_without_residence", 12.5, 12.5, "shown"),
        ("WK000301", "help_without_residence", None, None, "secret"),
    ]
    assert figures.filter(pl.col("measure") == "perc_przv")["value"].to_list() == [14.25, 9.5]
    assert figures.filter(pl.col("measure") == "perc_1ouder")["status"].to_list() == ["shown", "missing"]
    assert reading.areas is not None
    assert reading.areas.filter(pl.col("level") == "gemeente")["area"].to_list() == ["GM0003"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"use": [*USE, [301, 9, 9, 0]]}, "WK000301 twee keer"),
        ({"use": [*USE, [302, 9.0, 9.0, 0.0]]}, "WK000302 bij geen gemeente"),
        ({"use": [USE[0], [300, 400, 14.25, 0], [301, 9.5, 9.5, 0]]}, "rij 2, kolom perc_jhzv staat 400"),
        ({"use": [USE[0], ["Zeekant", 4, 14.25, 0]]}, "Zeekant"),
        ({"determinants": []}, "ontbreekt het blad"),
        (
            {"wijk": [WIJK[0], [300, "Zeekant", 5, "Duinstad"], WIJK[2]]},
            "hoort wijk WK000300 bij gemeente GM0005",
        ),
    ],
)
def test_what_cannot_be_true_is_refused(tmp_path: Path, change: dict[str, Cells], says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_file(book(tmp_path / "scp.xlsx", **change))


def test_a_percentage_that_lost_its_decimal_sign_is_warned_about(tmp_path: Path) -> None:
    rows = [[300 + i, 20.5 + i, 100, 0] for i in range(9)]
    names = [[300 + i, "Zeekant", 3, "Duinstad"] for i in range(9)]
    rows[4][1] = 245
    reading = read_file(
        book(
            tmp_path / "scp.xlsx",
            [WIJK[0], *names],
            [USE[0], *([300 + i, 9.5, 9.5, 0] for i in range(9))],
            [DETERMINANTS[0], *rows],
        )
    )
    assert len(reading.warnings) == 1
    assert "245" in reading.warnings[0]
    assert "24,5" in reading.warnings[0]


def test_the_real_file(real: Callable[[str], Path]) -> None:
    reading = read_file(real("scp/Wijkdata_Jeugdhulp_in_de_wijk.ods"))
    figures, areas = reading.figures, reading.areas
    assert figures is not None
    assert areas is not None
    rates = figures.filter(pl.col("measure") == YOUTH_CARE_RATE)
    assert dict(rates["status"].value_counts().rows()) == {"shown": 2632, "secret": 286}
    assert dict(areas["level"].value_counts().rows()) == {"wijk": 2918, "gemeente": 388}
    assert {i.id for i in catalogue("scp")} <= set(figures["measure"])
    assert reading.warnings == []
