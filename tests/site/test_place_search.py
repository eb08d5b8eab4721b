# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A place is found by the name that people use, in the year that they look at."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import polars as pl
import pytest

from tests.publication.run_factory import fabricate_run

from .conftest import Site

if TYPE_CHECKING:
    from django.test import Client

_RUN = "20250102-namen"
_NAMES = {
    "GM9001": "'s-Gravenhage",
    "GM9002": "Vijfheerenlanden",
    "GM9003": "Súdwest-Fryslân",
    "GM9004": "Landerd",
}
_ONLY_2021, _ONLY_2021_WIJK = "GM9004", "WK900401"
_LINK = re.compile(r'href="/berekening/[^"]*?/(gemeente|wijk)/(\w+)/\?jaar=(\d+)"')


@pytest.fixture(scope="module")
def named(site: Site) -> Iterator[str]:
    """The address of an older run with these names, in which one gemeente is gone in the newest year."""
    folder = fabricate_run(
        site.root / "runs" / _RUN, wijken=32, boundaries=False, names={"WK900201": "Hoef en Haag"}
    )
    areas = pl.read_parquet(folder / "areas.parquet")
    areas = areas.with_columns(pl.col("gemeente").replace_strict(_NAMES).alias("gemeente_name"))
    gone = (pl.col("gemeente") == _ONLY_2021) & (pl.col("year") == 2022)
    areas.filter(~gone).write_parquet(folder / "areas.parquet")
    yield f"/berekening/{_RUN}/"
    shutil.rmtree(folder)


def _found(reader: Client, address: str, typed: str, kind: str) -> list[str]:
    text = reader.get(f"{address}zoeken/", {"zoek": typed}).text
    return [code for of, code, _year in _LINK.findall(text) if of == kind]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("den haag", "GM9001"),
        ("Den  Haag", "GM9001"),
        ("'s-gravenhage", "GM9001"),
        ("’s Gravenhage", "GM9001"),
        ("sudwest", "GM9003"),
        ("súdwest fryslan", "GM9003"),
        ("zuidwest-friesland", "GM9003"),
        ("gm9003", "GM9003"),
    ],
)
def test_a_gemeente_is_found_by_what_people_call_it(
    typed: str, code: str, named: str, reader: Client
) -> None:
    assert _found(reader, named, typed, "gemeente") == [code]


def test_the_nearest_name_comes_first(named: str, reader: Client) -> None:
    wijken = _found(reader, named, "den haag", "wijk")
    assert all(code.startswith("WK9001") for code in wijken[:10])
    assert wijken[10:] == ["WK900201"]  # "haag" in its own name, "den" in that of its gemeente
    assert _found(reader, named, "haag", "wijk")[0] == "WK900201"


def test_the_list_of_a_gemeente_is_searched_in_the_same_way(named: str, reader: Client) -> None:
    text = reader.get(f"{named}gemeente/GM9002/", {"zoek": "HOEF, en-haag"}).text
    assert re.findall(r'value="(WK\d{6})" id="k-', text) == ["WK900201"]


def test_what_is_only_in_another_year_is_named_and_leads_there(named: str, reader: Client) -> None:
    text = reader.get(f"{named}zoeken/").text
    assert [(code, year) for _of, code, year in _LINK.findall(text)] == [
        ("GM9001", "2022"),
        ("GM9003", "2022"),
        ("GM9002", "2022"),
        ("GM9004", "2021"),
    ]
    assert re.search(r"Landerd</a> <span[^>]*>in 2021<", text)
    for _of, code, year in _LINK.findall(text):
        assert reader.get(f"{named}gemeente/{code}/?jaar={year}").status_code == 200
    assert _found(reader, named, "landerd", "gemeente") == [_ONLY_2021]
    earlier = reader.get(f"{named}zoeken/", {"jaar": 2021}).text
    assert {year for _of, _code, year in _LINK.findall(earlier)} == {"2021"}


@pytest.mark.parametrize("rest", [f"gemeente/{_ONLY_2021}/", f"wijk/{_ONLY_2021_WIJK}/"])
def test_a_place_that_is_gone_is_shown_in_its_own_year(rest: str, named: str, reader: Client) -> None:
    assert "2021" in reader.get(f"{named}{rest}").text
    missed = reader.get(f"{named}{rest}?jaar=2022")
    assert missed.status_code == 404
    assert "staat in deze berekening niet in 2022" in missed.text
    assert 'href="?jaar=2021"' in missed.text


def test_gemeenten_are_counted_per_year(named: str, reader: Client) -> None:
    for year, count in ((2022, "3"), (2021, "4")):
        text = reader.get(f"{named}?jaar={year}").text
        assert re.search(rf"<dt>gemeenten</dt><dd>{count}</dd>", text), year
        assert ("Landerd" in text) == (year == 2021)


def test_a_jeugdregio_is_told_with_its_biggest_gemeenten(named: str, reader: Client) -> None:
    codes = {"GM9001": "JZ14", "GM9002": "JZ15", "GM9003": "JZ16"}
    start = reader.get(named).text
    for gemeente, code in codes.items():
        assert f">{code}: {_NAMES[gemeente].replace(chr(39), '&#39;')}</a>" in start
    found = reader.get(f"{named}zoeken/", {"zoek": "vijfheeren"}).text
    assert "JZ15: Vijfheerenlanden" in found
    assert "JZ16" not in found
    assert "Vijfheerenlanden" in reader.get(f"{named}regio/JZ15/").text.split('class="sentence"')[0]


def test_a_comparison_offers_only_wijken_of_its_year(named: str, reader: Client) -> None:
    gone = reader.get(f"{named}vergelijken/", {"zoek": _ONLY_2021_WIJK, "jaar": 2022}).text
    assert "Niets gevonden" in gone
    there = reader.get(f"{named}vergelijken/", {"zoek": _ONLY_2021_WIJK, "jaar": 2021}).text
    assert f"wijk={_ONLY_2021_WIJK}" in there
