# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kerncijfers wijken en buurten, with CBS's short names and its OData names."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from wijkverhaal.figures.kwb_column import STEMS, kwb_columns
from wijkverhaal.figures.recognise import read_file
from wijkverhaal.figures.tidy import AREAS, FIGURES
from wijkverhaal.foundation.errors import InputError

Write = Callable[[str, str], Path]


def value(figures: pl.DataFrame, area: str, measure: str) -> tuple[float, float, float, str]:
    row = figures.filter(pl.col("area") == area, pl.col("measure") == measure)
    return row.select("value", "low", "high", "status").row(0)


def test_figures_keep_their_rounding(kwb: Path) -> None:
    reading = read_file(kwb)
    assert reading.kind == "kwb"
    figures = reading.figures
    assert figures is not None
    assert figures.schema == FIGURES
    assert value(figures, "WK036300", "a_15_24") == (125.0, 123.0, 127.0, "shown")
    assert value(figures, "WK036300", "a_inw") == (1000.0, 995.0, 1005.0, "shown")
    assert value(figures, "WK0363AA", "a_15_24") == (0.0, 0.0, 2.0, "shown")
    assert value(figures, "GM0363", "a_inw") == (4000.0, 4000.0, 4000.0, "shown")
    assert value(figures, "WK0363AA", "g_hhgro") == (None, None, None, "missing")


def test_areas_keep_their_name_and_whether_they_changed(kwb: Path) -> None:
    areas = read_file(kwb).areas
    assert areas is not None
    assert areas.schema == AREAS
    assert areas.filter(pl.col("area") == "WK0363AA").row(0) == (
        "WK0363AA", "wijk", "Eiland", "GM0363", "Duinstad", 2021, 3,
    )  # fmt: skip
    assert areas.filter(pl.col("area") == "NL00").row(0)[1:4] == ("country", "Nederland", None)


def test_parquet_and_xlsx_mean_the_same_as_csv(tmp_path: Path, kwb: Path) -> None:
    expected = read_file(kwb).figures
    assert expected is not None
    table = pl.read_csv(kwb, null_values=".")
    table.write_parquet(tmp_path / "kwb_2021.parquet")
    import openpyxl

    book = openpyxl.Workbook()
    for row in [table.columns, *table.rows()]:
        book.active.append(row)
    book.save(tmp_path / "kwb_2021.xlsx")
    for name in ("kwb_2021.parquet", "kwb_2021.xlsx"):
        found = read_file(tmp_path / name).figures
        assert found is not None
        assert found.sort("area", "measure").equals(expected.sort("area", "measure"))


def test_odata_names_become_the_short_ones(write: Write) -> None:
    reading = read_file(
        write(
            "odata.csv",
            "ID,WijkenEnBuurten,Gemeentenaam_1,SoortRegio_2,Codering_3,AantalInwoners_5,k_0Tot15Jaar_8,"
            "k_15Tot25Jaar_9,EuropaExclusiefNederland_18,EuropaExclusiefNederland_21,GemiddeldeWOZWaardeVanWoningen_39\n"
            "0,WK036300  ,Duinstad  ,Wijk,WK036300  ,1000,150,125,90,80,310\n",
        ),
        year=2024,
    )
    assert (reading.kind, reading.year_from) == ("kwb", "option")
    assert reading.figures is not None
    assert dict(reading.figures.select("measure", "value").rows()) == {
        "a_inw": 1000.0, "a_00_14": 150.0, "a_15_24": 125.0, "a_eur_al": 90.0, "g_wozbag": 310.0,
    }  # fmt: skip
    assert reading.not_understood == ["EuropaExclusiefNederland_21"]


def test_columns_without_any_figure_are_said_not_kept(write: Write, kwb_text: str) -> None:
    lines = kwb_text.splitlines()
    reading = read_file(
        write("kwb_2022.csv", "\n".join([lines[0] + ",p_hh_li", *(line + ",." for line in lines[1:])]))
    )
    assert reading.figures is not None
    assert "p_hh_li" not in reading.figures["measure"]
    assert "p_hh_li" in reading.notes[-1]


def test_buurten_are_passed_over(write: Write, kwb_text: str) -> None:
    text = kwb_text + "BU03630000,Plein,Duinstad,Buurt,1,500,75,60,225,2.1,45,310\n"
    assert read_file(write("kwb_2021.csv", text)).rows == 5


@pytest.mark.parametrize(
    ("change", "to", "says"),
    [
        ("1000,150", "-1000,150", "rij 4, kolom a_inw.*negatief"),
        ("2.1,45,310", "2.1,400,310", "rij 4, kolom p_koopw staat 400,0"),
        ("WK036301", "WK036300", "twee keer"),
        ("1000,150", "veel,150", 'rij 4, kolom a_inw staat "veel"'),
    ],
)
def test_what_cannot_be_true_is_refused(write: Write, kwb_text: str, change: str, to: str, says: str) -> None:
    assert change in kwb_text
    with pytest.raises(InputError, match=says):
        read_file(write("kwb_2021.csv", kwb_text.replace(change, to)))


def test_a_lost_decimal_sign_is_warned_about(write: Write, kwb_text: str) -> None:
    reading = read_file(write("kwb_2021.csv", kwb_text.replace("450,2.1", "450,21")))
    assert len(reading.warnings) == 1
    assert reading.warnings[0].startswith("In kwb_2021.csv, rij 4, kolom g_hhgro staat 21;")
    assert "(2,1)" in reading.warnings[0]


def test_a_whole_column_without_decimal_signs_is_warned_about(write: Write, kwb_text: str) -> None:
    text = kwb_text.replace(",2.1,", ",21,").replace(",2.2,", ",22,").replace(",2.3,", ",23,")
    assert "middelste waarde van g_hhgro" in read_file(write("kwb_2021.csv", text)).warnings[0]


def test_every_name_leads_to_one_column(kwb: Path) -> None:
    from wijkverhaal.foundation.table import read_tables

    assert list(kwb_columns(read_tables(kwb)[0])) == [
        "ind_wbi", "a_inw", "a_00_14", "a_15_24", "a_hh", "g_hhgro", "p_koopw", "g_wozbag",
    ][1:]  # fmt: skip
    assert all(name == name.lower() for name in STEMS)


@pytest.mark.parametrize(("year", "wijken", "gemeenten"), [(2021, 3248, 352), (2022, 3340, 345)])
def test_the_real_tables(real: Callable[[str], Path], year: int, wijken: int, gemeenten: int) -> None:
    reading = read_file(real(f"cbs/kwb_{year}.parquet"))
    assert reading.areas is not None
    assert dict(reading.areas["level"].value_counts().rows()) == {
        "wijk": wijken,
        "gemeente": gemeenten,
        "country": 1,
    }
    assert (reading.years, reading.year_from, reading.warnings) == ((year,), "file name", [])


@pytest.mark.parametrize("column", ["a_00_14", "a_15_24"])
def test_more_people_of_an_age_than_inhabitants_are_refused(write: Write, kwb_text: str, column: str) -> None:
    ages = {"a_00_14": "1015,125", "a_15_24": "150,1015"}[column]
    text = kwb_text.replace("1,1000,150,125", f"1,1000,{ages}")
    with pytest.raises(InputError, match=rf"rij 4, kolom {column} staat 1\.?015, maar er wonen daar 1\.?000"):
        read_file(write("kwb_2021.csv", text))


def test_an_age_above_the_inhabitants_by_rounding_is_kept(write: Write, kwb_text: str) -> None:
    text = kwb_text.replace("1,1000,150,125", "1,1000,1010,125")
    figures = read_file(write("kwb_2021.csv", text)).figures
    assert figures is not None
    assert value(figures, "WK036300", "a_00_14")[0] == 1010.0


def test_codes_that_became_numbers_are_completed_by_recs(write: Write, kwb_text: str) -> None:
    expected = read_file(write("kwb_2021.csv", kwb_text))
    numbers = kwb_text.replace("NL00,", "0,").replace("GM0", "").replace("WK0", "")
    found = read_file(write("kwb_2021.csv", numbers))
    assert expected.figures is not None
    assert found.figures is not None
    assert found.figures.equals(expected.figures)
    assert (expected.completed, found.completed) == (0, 4)
