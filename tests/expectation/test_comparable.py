# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Comparable wijken are alike in what matters, and live elsewhere."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.comparable import COMPARABLES, comparable_table, most_alike, weights_of
from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.expectation.run_columns import COMPARABLE_COLUMNS


@pytest.fixture(scope="module")
def table(fitted: FittedYear) -> pl.DataFrame:
    return comparable_table(fitted)


def test_the_nearest_are_those_that_counting_finds() -> None:
    random = np.random.default_rng(4)
    points, group = random.normal(size=(700, 5)), random.integers(0, 60, 700)
    may = random.random(700) < 0.8
    other, distance = most_alike(points, group, may)
    for one in range(0, 700, 7):
        away = np.sqrt(((points - points[one]) ** 2).sum(1))
        away[(group == group[one]) | ~may] = np.inf
        assert other[one].tolist() == np.argsort(away)[:COMPARABLES].tolist()
        assert distance[one] == pytest.approx(np.sort(away)[:COMPARABLES], abs=1e-6)


def test_with_few_others_the_rest_stays_empty() -> None:
    other, distance = most_alike(np.array([[0.0], [1.0], [2.0]]), np.array([0, 0, 1]), number=4)
    assert other.tolist() == [[2, -1, -1, -1], [2, -1, -1, -1], [1, 0, -1, -1]]
    assert np.isinf(distance[:, 2:]).all()


def test_what_matters_little_still_counts() -> None:
    assert weights_of(np.array([0.4, -0.1, 0.0])) == pytest.approx([0.4, 0.1, 0.04])
    assert weights_of(np.zeros(2)).tolist() == [1.0, 1.0]
    assert weights_of(np.zeros(0)).size == 0


def test_every_wijk_has_ten_others_in_order(table: pl.DataFrame, fitted: FittedYear) -> None:
    assert tuple(table.columns) == COMPARABLE_COLUMNS
    assert table.height == COMPARABLES * fitted.panel.areas.height
    for _area, rows in table.group_by("area"):
        assert rows["rank"].to_list() == list(range(1, COMPARABLES + 1))
        assert rows["distance"].is_sorted()
        assert rows["other"].n_unique() == COMPARABLES


def test_others_lie_elsewhere_and_have_a_figure(table: pl.DataFrame, fitted: FittedYear) -> None:
    areas = fitted.panel.areas.select("area", "gemeente", "status")
    both = table.join(areas, on="area").join(areas, left_on="other", right_on="area", suffix="_of_other")
    assert (both["gemeente"] != both["gemeente_of_other"]).all()
    assert both["status_of_other"].unique().to_list() == ["shown"]
    assert (both["other_gemeente"] == both["gemeente_of_other"]).all()


def test_rates_are_those_of_the_other(table: pl.DataFrame, fitted: FittedYear) -> None:
    means = pl.DataFrame(
        {
            "other": fitted.panel.areas["area"],
            "actual": fitted.answers.actual.mean(0),
            "expected": fitted.answers.expected_here.mean(0),
        }
    )
    both = table.join(means, on="other")
    assert (both["other_actual"] - both["actual"]).abs().max() < 1e-9
    assert (both["other_expected_here"] - both["expected"]).abs().max() < 1e-9


def test_comparable_wijken_are_expected_to_use_alike(table: pl.DataFrame, fitted: FittedYear) -> None:
    """Of wijken with a figure: the others often lack determinants, and what that tells is no population."""
    shown = fitted.specification.shown
    expected = fitted.answers.expected_population.mean(0)
    value = dict(zip(fitted.panel.areas["area"].to_list(), expected.tolist(), strict=True))
    own = table.filter(pl.col("area").is_in(fitted.panel.areas["area"].filter(pl.Series(shown)).implode()))
    away = [abs(value[a] - value[b]) for a, b in own.select("area", "other").iter_rows()]
    anybody = np.abs(expected[shown, None] - expected[None, shown]).mean()
    assert np.mean(away) < 0.5 * anybody


def test_what_differs_is_told_in_its_own_unit(table: pl.DataFrame, fitted: FittedYear) -> None:
    panel = fitted.panel
    place = {code: k for k, code in enumerate(panel.areas["area"].to_list())}
    indicators = {one.id: (k, one) for k, one in enumerate(panel.indicators)}
    logs = 0
    for row in table.gather_every(17).iter_rows(named=True):
        names = [row[f"differs_{number}"] for number in (1, 2, 3)]
        assert len(set(names)) == 3
        for number, name in enumerate(names, 1):
            k, indicator = indicators[name]
            here, there = panel.values[place[row["area"]], k], panel.values[place[row["other"]], k]
            if indicator.transform == "log":
                logs += 1
                here, there = np.exp(here), np.exp(there)
            assert row[f"differs_{number}_here"] == pytest.approx(here)
            assert row[f"differs_{number}_there"] == pytest.approx(there)
            assert row[f"differs_{number}_label"] == indicator.text
    assert logs > 0


def test_an_unknown_value_is_no_difference(fitted: FittedYear) -> None:
    values = fitted.panel.values.copy()
    values[0] = np.nan
    panel = replace(fitted.panel, values=values)
    table = comparable_table(replace(fitted, specification=replace(fitted.specification, panel=panel)))
    first = table.filter(pl.col("area") == panel.areas["area"][0])
    assert first.height == COMPARABLES
    names = [name for name in table.columns if name.startswith("differs_")]
    assert first.select(names).null_count().row(0) == (COMPARABLES,) * len(names)
    assert table.filter(pl.col("area") == panel.areas["area"][5])["differs_1"].null_count() == 0


def test_percentages_have_comparable_wijken_too(fitted_scp: FittedYear) -> None:
    assert comparable_table(fitted_scp).height == COMPARABLES * fitted_scp.panel.areas.height
