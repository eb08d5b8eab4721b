# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What gemeenten bring themselves, merged over files and years."""

import math

import numpy as np
import polars as pl

from wijkverhaal.figures.local_indicators import LocalIndicators, indicators_of_gemeenten

from .test_indicator_table import ONE, TWO, areas, figures

THREE = "WK036302"
Row = tuple[str, str, int, float | None]
Change = tuple[str, int, int | None]


def found(
    year: int, *rows: tuple[str, str, int, float | None], changes: tuple[Change, ...] = ()
) -> LocalIndicators:
    order = pl.Series([ONE, TWO, THREE])
    return indicators_of_gemeenten(figures(*rows), areas(*changes), year, order)


def column(local: LocalIndicators, name: str) -> list[float]:
    ids = [indicator.id for indicator in local.indicators]
    return list(local.values[:, ids.index(name)])


def test_files_of_several_gemeenten_make_one_column() -> None:
    local = found(2022, (ONE, "local:x", 2022, 1.0), (TWO, "local:x", 2022, 2.0), (ONE, "local:y", 2022, 9.0))
    assert [indicator.id for indicator in local.indicators] == ["local:x", "local:y"]
    assert column(local, "local:x")[:2] == [1.0, 2.0]
    assert math.isnan(column(local, "local:x")[2])
    assert local.values.shape == (3, 2)


def test_the_newest_value_of_at_most_the_year_counts_and_is_told() -> None:
    rows = [(ONE, "local:x", year, float(year)) for year in (2019, 2020, 2023)]
    local = found(2022, *rows, (TWO, "local:x", 2018, 5.0))
    assert column(local, "local:x")[:2] == [2020.0, 5.0]
    assert local.years == {"local:x": (2018, 2020)}


def test_only_later_values_are_no_indicator() -> None:
    local = found(2022, (ONE, "local:x", 2023, 1.0))
    assert local.indicators == ()
    assert local.values.shape == (3, 0)


def test_a_value_from_before_a_change_of_the_border_does_not_count() -> None:
    rows = [(area, "local:x", 2020, 1.0) for area in (ONE, TWO, THREE)]
    changes = ((ONE, 2021, 3), (TWO, 2020, 3), (THREE, 2021, 1))
    local = found(2022, *rows, changes=changes)
    assert np.isfinite(column(local, "local:x")).tolist() == [False, True, True]


def test_areas_that_are_not_asked_for_and_missing_values_are_passed_over() -> None:
    local = found(
        2022, ("GM0363", "local:x", 2022, 1.0), (ONE, "local:x", 2022, None), (ONE, "a_inw", 2022, 3.0)
    )
    assert local.indicators == ()
