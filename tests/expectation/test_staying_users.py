# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Users who stay are seen in the counts, and two years then do not say twice as much as one."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.engine.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.multilevel import fit_panels
from wijkverhaal.expectation.result_tables import area_table
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.staying_users import TemperedLikelihood
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.panel import Panel, count_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.simulation.country import CountrySettings, simulate_country
from wijkverhaal.simulation.published_files import publish

COUNTRY = CountrySettings(gemeenten=200, wijken=2400, regions=20)
#: Of those who stay about one in nine cannot be placed in one of the years.
_PLACED = 0.89
World = tuple[list[Panel], pl.DataFrame]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Callable[[float], World]:
    """The panels of two years, and the truth, where users stay as much as is said."""

    def of(stay: float) -> World:
        folder = tmp_path_factory.mktemp("country")
        files = publish(simulate_country(replace(COUNTRY, users_stay=stay), 4), folder / "published")
        workspace = Workspace(folder / "werkmap")
        import_files(workspace, files)
        panels = [count_panel(FigureStore(workspace), "jeugdzorg", year) for year in COUNTRY.years]
        truth = pl.read_parquet(folder / "published" / "truth" / "wijken.parquet")
        return panels, truth.select(pl.col("wijk").alias("area"), pl.col("year").cast(pl.Int64), "rate")

    return of


@pytest.mark.parametrize("stay", [0.0, 0.6])
def test_the_share_that_stays_is_found_and_bounds_hold(world: Callable[[float], World], stay: float) -> None:
    panels, truth = world(stay)
    fitted = fit_panels(panels, Settings(neighbours=False))
    assert fitted[0].specification.staying == pytest.approx(_PLACED * stay, abs=0.15)
    table = pl.concat([area_table(one) for one in fitted]).with_columns(pl.col("year").cast(pl.Int64))
    joined = table.join(truth, on=["area", "year"]).filter(pl.col("youths") > 0)
    rate = 100.0 * pl.col("rate")
    held = joined.select(rate.is_between(pl.col("actual_low"), pl.col("actual_high")).mean()).item()
    assert 0.88 <= held <= 0.92


def test_a_power_multiplies_every_term() -> None:
    plain = IntervalCountLikelihood(np.array([500, 90]), np.array([38, 0]), np.array([42, 7]), np.ones(2))
    predictor = np.array([-2.3, -2.6])
    for one, other in zip(
        plain.terms(predictor), TemperedLikelihood(plain, 2.5).terms(predictor), strict=True
    ):
        assert other == pytest.approx(2.5 * one)
