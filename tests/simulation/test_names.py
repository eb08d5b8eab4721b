# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import re
from itertools import product
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from wijkverhaal.simulation import names
from wijkverhaal.simulation.country import Country

REAL = Path(__file__).parents[3] / "shared" / "data" / "cbs" / "kwb_2022.parquet"


def test_names_are_unique_where_they_must_be(country: Country) -> None:
    areas = country.geography.areas
    assert areas["gemeente_name"].n_unique() == 340
    assert not areas.select("gemeente", "wijk_name").is_duplicated().any()


def test_codes_cannot_be_real_ones(country: Country) -> None:
    areas = country.geography.areas
    assert areas["gemeente"].str.contains(r"^GM9\d{3}$").all()
    assert areas["wijk"].str.contains(r"^WK9\d{5}$").all()
    assert not areas["region"].str.starts_with("JZ").any()
    assert (areas["wijk"].str.slice(2, 4) == areas["gemeente"].str.slice(2)).all()


def test_the_number_in_a_name_is_that_of_the_code(country: Country) -> None:
    areas = country.geography.areas
    assert (areas["wijk_name"].str.slice(5, 2) == areas["wijk"].str.slice(6, 2)).all()
    assert names.wijk_numbers(np.array([0, 1, 0, 1, 0])).tolist() == [1, 1, 2, 2, 3]


@pytest.mark.skipif(not REAL.exists(), reason="the real names are not here (../shared/data)")
def test_no_name_that_could_ever_be_drawn_is_that_of_a_real_place() -> None:
    table = pl.read_parquet(REAL)
    real = {name.strip().lower() for column in ("regio", "gm_naam") for name in table[column]}
    real |= {re.sub(r"^wijk \w+ ", "", name) for name in real}
    for last in (names._GEMEENTE_LAST, names._WIJK_LAST):
        invented = {"".join(parts).lower() for parts in product(names._FIRST, names._MIDDLE, last)}
        assert not invented & real


def test_well_known_names_are_not_among_the_invented() -> None:
    invented = {"".join(p).lower() for p in product(names._FIRST, names._MIDDLE, names._GEMEENTE_LAST)}
    assert not invented & {
        "zwolle",
        "utrecht",
        "dordrecht",
        "hoogeveen",
        "barendrecht",
        "heerenveen",
        "hoorn",
    }
    assert names.COUNTRY_NAME.lower() not in {"nederland", "holland", "belgië"}
