# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Joint draws on request: what they are made of is what the run says."""

from pathlib import Path

import polars as pl
import pytest

from wijkverhaal.expectation.draw_table import draw_table, write_draws
from wijkverhaal.expectation.estimate import Request, estimate
from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.expectation.pairwise_chance import pairwise_chances
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.foundation.workspace import Workspace


def test_draws_are_kept_only_on_request_and_agree_with_the_run(workspace: Workspace) -> None:
    usual = estimate(workspace, Request(settings=Settings(draws=40)))
    assert not list(usual.glob("draws_*.parquet"))
    folder = estimate(workspace, Request(settings=Settings(draws=40), keep_draws=True))
    assert sorted(path.name for path in folder.glob("draws_*")) == [
        "draws_2021.parquet",
        "draws_2022.parquet",
    ]
    draws = pl.read_parquet(folder / "draws_2022.parquet").with_columns(pl.col("area").cast(pl.String))
    areas = pl.read_parquet(folder / "areas.parquet").filter(pl.col("year") == 2022, pl.col("youths") > 0)
    means = draws.group_by("area").agg(pl.col("actual", "expected_here").mean())
    joined = areas.join(means, on="area", suffix="_drawn")
    assert joined.height == areas.height
    for name in ("actual", "expected_here"):
        assert joined[f"{name}_drawn"].to_list() == pytest.approx(joined[name].to_list(), rel=1e-4)


def test_only_the_actual_use_is_kept_for_comparing(fitted: FittedYear, tmp_path: Path) -> None:
    write_draws([fitted], tmp_path, whole=False)
    (kept,) = tmp_path.glob("draws_*.parquet")
    table = pl.read_parquet(kept)
    assert table.columns == ["area", "year", "series", "draw", "actual"]
    assert table["actual"].to_list() == draw_table(fitted)["actual"].to_list()
    one, other = table["area"].cast(pl.String).unique().sort().head(2)
    assert pairwise_chances(tmp_path, fitted.panel.year, (one, other)) is not None


def test_a_sum_of_draws_is_the_sum_of_the_country(fitted: FittedYear) -> None:
    """The mean over the country, made draw by draw, has the spread of the explanation's country rate."""
    table = draw_table(fitted).with_columns(pl.col("area").cast(pl.String))
    youths = fitted.panel.areas.select("area", "youths")
    weighted = (
        table.join(youths, on="area")
        .group_by("draw")
        .agg((pl.col("actual") * pl.col("youths")).sum() / pl.col("youths").sum())
    )
    assert weighted["actual"].mean() == pytest.approx(fitted.explanation.country_rate, rel=1e-4)
