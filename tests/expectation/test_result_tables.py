# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of a run: what stands in them, and above all what must not."""

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.multilevel import FittedYear, fit_panel
from wijkverhaal.expectation.result_tables import area_table, coefficient_table, explanation_table, part_label
from wijkverhaal.expectation.run_columns import AREA_COLUMNS, COEFFICIENT_COLUMNS, EXPLANATION_COLUMNS
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.panel import Panel

from .panels import NO_ROW, changed

_BOUNDED = ("expected_population", "expected_here", "actual", "difference", "difference_here")


@pytest.fixture(scope="module")
def areas(fitted: FittedYear) -> pl.DataFrame:
    return area_table(fitted)


@pytest.fixture(scope="module")
def desert(panel: Panel) -> FittedYear:
    """The country with a wijk of no youths, and one of which their number is not known."""
    codes = panel.areas["area"][:2].to_list()
    empty = changed(panel, pl.col("area") == codes[0], NO_ROW | {"youths": 0})
    return fit_panel(
        changed(empty, pl.col("area") == codes[1], NO_ROW | {"youths": None}), Settings(draws=20)
    )


def test_the_columns_of_areas_come_first_and_in_order(areas: pl.DataFrame, panel: Panel) -> None:
    assert tuple(areas.columns[: len(AREA_COLUMNS)]) == AREA_COLUMNS
    assert areas["area"].to_list() == panel.areas["area"].to_list()
    assert areas["year"].unique().to_list() == [2022]


@pytest.mark.parametrize("name", _BOUNDED)
def test_means_lie_between_their_bounds(areas: pl.DataFrame, name: str) -> None:
    low, value, high = (areas[f"{name}{end}"].to_numpy() for end in ("_low", "", "_high"))
    assert ((low < value) & (value < high)).all()


def test_differences_are_actual_minus_expected(areas: pl.DataFrame) -> None:
    for suffix, expected in (("", "expected_population"), ("_here", "expected_here")):
        away = areas["actual"] - areas[expected] - areas[f"difference{suffix}"]
        assert away.abs().max() < 1e-9
        chance = areas[f"probability_higher{suffix}"]
        assert chance.is_between(0, 1).all()
        assert areas.filter(pl.col(f"difference{suffix}_low") > 0)[f"probability_higher{suffix}"].min() >= 0.9


def test_a_secret_count_is_zero_to_seven_and_nothing_else(areas: pl.DataFrame) -> None:
    secret = areas.filter(pl.col("status") == "secret")
    assert secret.height > 0
    assert secret["published"].null_count() == secret["published_rate"].null_count() == secret.height
    assert secret["published_low"].unique().to_list() == [0]
    assert secret["published_high"].unique().to_list() == [7]


def test_a_shown_count_is_what_was_published(areas: pl.DataFrame, published, panel: Panel) -> None:  # type: ignore[no-untyped-def]
    file = pl.read_csv(published / "jeugdzorg_wijk_2022.csv", separator=";")
    shown = areas.filter(pl.col("status") == "shown").join(file, left_on="area", right_on="Codering")
    assert shown.height == (panel.status == "shown").sum()
    assert (shown["published"] == shown["TotaalJongerenMetJeugdzorgInNatura_1"]).all()
    assert (shown["published"] - shown["published_low"] == 2).all()
    assert (shown["published_rate"] - 100 * shown["published"] / shown["youths"]).abs().max() < 1e-9


def test_where_nothing_was_published_there_is_only_a_prediction(areas: pl.DataFrame) -> None:
    silent = areas.filter(pl.col("status") == "no_row", pl.col("youths") > 0)
    assert silent.height > 0
    for name in ("published", "published_low", "published_high", "published_rate"):
        assert silent[name].null_count() == silent.height
    for name in ("actual", "actual_low", "expected_here", "published_predicted"):
        assert (silent[name] > 0).all()
    assert (silent["published_predicted_low"] < silent["published_predicted_high"]).all()
    assert not silent["coverage_known"].any()


def test_a_wijk_without_youths_has_no_rates(desert: FittedYear) -> None:
    table = area_table(desert)
    empty = table.head(2)
    for name in [*_BOUNDED, "published_predicted", "actual_high", "probability_higher", "published_rate"]:
        assert empty[name].null_count() == 2
        assert table.slice(2)[name].null_count() == table.slice(2)["published_rate"].null_count() * (
            name == "published_rate"
        )
    assert not set(empty["area"]) & set(explanation_table(desert)["area"])


def test_of_percentages_there_are_no_counts(fitted_scp: FittedYear) -> None:
    table = area_table(fitted_scp)
    counts = ["youths", "published", "published_low", "published_high", "coverage"]
    counts += [name for name in AREA_COLUMNS if name.startswith("published_predicted")]
    assert tuple(table.columns[: len(AREA_COLUMNS)]) == AREA_COLUMNS
    assert all(table[name].null_count() == table.height for name in counts)
    shown = table.filter(pl.col("status") == "shown")
    assert shown["published_rate"].null_count() == 0
    assert table["actual"].null_count() == 0
    assert explanation_table(fitted_scp)["area"].n_unique() == table.height


def test_explanations_add_up_in_the_table(fitted: FittedYear, areas: pl.DataFrame) -> None:
    table = explanation_table(fitted)
    assert set(table.columns) >= set(EXPLANATION_COLUMNS)
    sums = table.group_by("area").agg(pl.col("effect").sum(), pl.col("total", "country_rate").first())
    assert (sums["effect"] - sums["total"]).abs().max() < 1e-9
    both = sums.join(areas, on="area")
    assert both.height == areas.height
    assert (both["country_rate"] + both["total"] - both["actual"]).abs().max() < 1e-9


def test_every_part_has_a_label(fitted: FittedYear) -> None:
    labels = [part_label(part) for part in fitted.explanation.parts]
    assert len(set(labels)) == len(labels)
    assert explanation_table(fitted)["part_label"].unique().sort().to_list() == sorted(labels)


def test_coefficients_are_those_of_the_draws(fitted: FittedYear) -> None:
    table = coefficient_table(fitted)
    assert set(table.columns) >= set(COEFFICIENT_COLUMNS)
    assert table["term"][0] == "intercept"
    assert table["term"].n_unique() == table.height
    assert np.allclose(table["estimate"].to_numpy(), fitted.posterior.draws.fixed.mean(0))
    assert ((table["low"] < table["estimate"]) & (table["estimate"] < table["high"])).all()
    assert table["label"].null_count() == 0
    assert (table["label"].str.len_chars() > 0).all()
