# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Indicators per wijk."""

import math

import polars as pl
import pytest

from wijkverhaal.figures.catalogue import catalogue, indicators_of
from wijkverhaal.figures.indicator_group import GROUPS
from wijkverhaal.figures.indicator_table import carried_forward, indicator_table
from wijkverhaal.figures.tidy import AREAS, FIGURES
from wijkverhaal.figures.youths import approximate_youths
from wijkverhaal.foundation.language import use_language

Rows = list[tuple[str, str, int, float | None]]


def figures(*rows: tuple[str, str, int, float | None]) -> pl.DataFrame:
    full = [(a, m, None, y, v, v, v, "missing" if v is None else "shown", "s") for a, m, y, v in rows]
    return pl.DataFrame(full, schema=FIGURES, orient="row")


def areas(*rows: tuple[str, int, int | None]) -> pl.DataFrame:
    return pl.DataFrame(
        [(a, "wijk", None, "GM0363", None, y, c) for a, y, c in rows], schema=AREAS, orient="row"
    )


ONE, TWO = "WK036300", "WK036301"


def test_a_share_is_a_percentage_and_never_infinite() -> None:
    table = indicator_table(
        figures(
            (ONE, "a_gesch", 2021, 50),
            (ONE, "a_inw", 2021, 1000),
            (TWO, "a_gesch", 2021, 5),
            (TWO, "a_inw", 2021, 0),
        ),
        areas((ONE, 2021, 1), (TWO, 2021, 1), ("WK036302", 2021, 1)),
        "kwb",
        2021,
    )
    assert table["area"].to_list() == [ONE, TWO, "WK036302"]
    assert table["divorced"].to_list() == [5.0, None, None]
    assert set(table.columns[1:]) == {i.id for i in catalogue("kwb")}
    assert set(table.dtypes[1:]) == {pl.Float64}


@pytest.mark.parametrize(("name", "value"), [("g_woz", 200.0), ("g_wozbag", 200.0)])
def test_both_names_of_a_column_serve_and_the_logarithm_is_for_the_model(name: str, value: float) -> None:
    rows, where = (
        figures((ONE, name, 2021, value), (TWO, name, 2021, 0)),
        areas((ONE, 2021, 1), (TWO, 2021, 1)),
    )
    assert indicator_table(rows, where, "kwb", 2021)["property_value"].to_list() == [math.log(200), None]
    plain = indicator_table(rows, where, "kwb", 2021, transformed=False)
    assert plain["property_value"].to_list() == [200.0, 0.0]


@pytest.mark.parametrize(
    "names", [("a_opl_lg", "a_opl_md", "a_opl_hg"), ("a_opl_bvm", "a_opl_hvm", "a_opl_hw")]
)
def test_education_is_a_share_of_all_three(names: tuple[str, str, str]) -> None:
    low, middle, high = names
    rows = figures((ONE, low, 2021, 10), (ONE, middle, 2021, 20), (ONE, high, 2021, 70), (TWO, low, 2021, 10))
    table = indicator_table(rows, areas((ONE, 2021, 1), (TWO, 2021, 1)), "kwb", 2021)
    assert table["low_education"].to_list() == [10.0, None]
    assert table["high_education"].to_list() == [70.0, None]


def test_what_a_year_lacks_is_carried_only_where_the_boundary_stayed() -> None:
    rows = figures(
        (ONE, "p_hh_li", 2020, 30), (TWO, "p_hh_li", 2020, 40),
        (ONE, "a_gesch", 2020, 9), (ONE, "a_inw", 2020, 10),
        (ONE, "a_gesch", 2022, 1), (ONE, "a_inw", 2022, 10),
    )  # fmt: skip
    where = areas(
        (ONE, 2020, 1), (TWO, 2020, 1), (ONE, 2021, 1), (TWO, 2021, 1), (ONE, 2022, 1), (TWO, 2022, 3)
    )
    carried = carried_forward(rows, where, "kwb", 2022)
    assert carried.table["low_income_households"].to_list() == [30.0, None]
    assert carried.table["divorced"].to_list() == [10.0, None]
    assert carried.years == {"low_income_households": 2020}
    assert carried.areas == {ONE}
    unknown = carried_forward(rows, where.filter(pl.col("year") != 2021), "kwb", 2022)
    assert unknown.years == {}


def test_nothing_is_carried_into_a_year_that_has_it() -> None:
    rows = figures((ONE, "p_hh_li", 2021, 30), (TWO, "p_hh_li", 2022, 40))
    carried = carried_forward(rows, areas((ONE, 2022, 1), (TWO, 2022, 1)), "kwb", 2022)
    assert (carried.table["low_income_households"].to_list(), carried.years) == ([None, 40.0], {})


def test_own_figures_are_indicators_too() -> None:
    table = indicator_table(
        figures((ONE, "local:samenhang", 2021, 6.5)), areas((ONE, 2021, 1)), "local", 2021
    )
    assert table.rows() == [(ONE, 6.5)]


def test_every_indicator_is_complete_and_in_a_group() -> None:
    for family in ("scp", "kwb"):
        indicators = indicators_of(family)
        assert len({i.id for i in indicators}) == len(indicators)
        for indicator in indicators:
            assert indicator.group in GROUPS
            assert indicator.label
            assert indicator.label_english
            assert indicator.unit
            assert indicator.family == family
            assert indicator.denominator or indicator.unit != "%"


def test_labels_follow_the_language() -> None:
    indicator, group = catalogue("scp")[5], GROUPS["safety"]
    assert (indicator.text, group.text) == ("Eenoudergezinnen", "Veiligheid")
    use_language("en")
    try:
        assert (indicator.text, group.text) == ("One-parent families", "Safety")
    finally:
        use_language("nl")


def test_youths_are_an_approximation_of_two_ages() -> None:
    rows = figures((ONE, "a_00_14", 2021, 100), (ONE, "a_15_24", 2021, 50), (TWO, "a_00_14", 2021, 100))
    assert approximate_youths(rows).rows() == [(ONE, 2021, 140.0)]
