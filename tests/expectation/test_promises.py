# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The statistical promises, kept on a fictional country of full size whose truth is known."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.multilevel import fit_panels
from wijkverhaal.expectation.result_tables import area_table
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.panel import count_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.simulation.country import CountrySettings, simulate_country
from wijkverhaal.simulation.published_files import publish
from wijkverhaal.simulation.settings import TrueDifference

FULL = CountrySettings()
Results = Callable[..., pl.DataFrame]
_MARKED = (pl.col("probability_higher_here") > 0.975) | (pl.col("probability_higher_here") < 0.025)


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Results beside the truth of a country: one row per inhabited wijk and year."""

    def of(settings: CountrySettings, seed: int = 1) -> pl.DataFrame:
        folder = tmp_path_factory.mktemp("country")
        files = publish(simulate_country(settings, seed), folder / "published")
        workspace = Workspace(folder / "werkmap")
        import_files(workspace, files)
        store = FigureStore(workspace)
        panels = [count_panel(store, "jeugdzorg", year) for year in settings.years]
        found = pl.concat([area_table(one) for one in fit_panels(panels)])
        truth = pl.read_parquet(folder / "published" / "truth" / "wijken.parquet")
        columns = ("year", "rate", "placed", "true_difference", pl.col("expected_here").alias("true_here"))
        truth = truth.select(pl.col("wijk").alias("area"), *columns)
        keys = [pl.col(name).cast(pl.Int64).alias(name) for name in ("year",)]
        joined = found.with_columns(keys).join(truth.with_columns(keys), on=["area", "year"])
        return joined.filter(pl.col("youths") > 0)

    return of


@pytest.fixture(scope="session")
def full(results: Results) -> pl.DataFrame:
    return results(FULL)


def holds(table: pl.DataFrame, name: str, truth: pl.Expr) -> np.ndarray:
    """Whether the bounds of `name` hold the truth, per row."""
    inside = truth.is_between(pl.col(f"{name}_low"), pl.col(f"{name}_high"))
    return table.select(inside.cast(pl.Float64)).to_series().to_numpy()


def test_intervals_of_actual_hold_nine_in_ten(full: pl.DataFrame) -> None:
    assert 0.88 <= holds(full, "actual", 100.0 * pl.col("rate")).mean() <= 0.92


def test_intervals_of_actual_hold_in_small_and_in_large_wijken(full: pl.DataFrame) -> None:
    inside = holds(full, "actual", 100.0 * pl.col("rate"))
    fifths = np.array_split(np.argsort(full["youths"].to_numpy(), kind="stable"), 5)
    shares = [float(inside[fifth].mean()) for fifth in fifths]
    assert all(0.85 <= share <= 0.95 for share in shares), shares


def test_intervals_of_expected_here_hold_what_was_to_be_expected_here(full: pl.DataFrame) -> None:
    assert 0.85 <= holds(full, "expected_here", 100.0 * pl.col("true_here")).mean() <= 0.95


def test_predictions_without_the_own_count_hold_nine_in_ten(full: pl.DataFrame) -> None:
    shown = full.filter(pl.col("status") == "shown")
    assert 0.88 <= holds(shown, "published_predicted", pl.col("placed")).mean() <= 0.92


def test_predictions_for_gemeenten_without_rows_hold_about_nine_in_ten(results: Results) -> None:
    """Many silent gemeenten, because the wijken of one are wrong together."""
    silent = replace(FULL, gemeenten=170, wijken=1650, missing_gemeenten=0.4)
    blind = results(silent, seed=2).filter(pl.col("status") == "no_row")
    assert blind["gemeente"].n_unique() == 68
    assert 0.86 <= holds(blind, "published_predicted", pl.col("placed")).mean() <= 0.94


def test_where_no_wijk_differs_hardly_any_is_marked(results: Results) -> None:
    found = results(replace(FULL, wijk_sd=0.0))
    assert found.select(_MARKED.mean()).item() <= 0.05


def test_a_true_difference_of_thirty_percent_is_mostly_found_in_large_wijken(
    full: pl.DataFrame,
) -> None:
    """A difference of at least 30% of what was to be expected here, in wijken with a figure to see it by."""
    away = (pl.col("rate") / pl.col("true_here") - 1.0).abs()
    large = full.filter(pl.col("youths") >= 1000, pl.col("status") != "no_row", away >= 0.30)
    assert large.height > 100
    assert large.select(_MARKED.mean()).item() >= 0.80


def test_a_difference_of_exactly_thirty_percent_is_found_in_four_of_five(
    results: Results,
) -> None:
    found = results(replace(FULL, true_difference=TrueDifference(share=0.05, size=0.30)))
    large = found.filter(pl.col("youths") >= 1000, pl.col("true_difference").is_not_null())
    assert large.height > 40
    assert large.select(_MARKED.mean()).item() >= 0.80
