# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Change is told where it can be told, and nowhere else."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.change import change_of, change_table
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.multilevel import FittedYear, fit_panels
from wijkverhaal.expectation.result_tables import area_table
from wijkverhaal.expectation.run_columns import CHANGE_COLUMNS
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.panel import count_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace


def _in_year(fitted: FittedYear, year: int, higher: float = 0.0, moved: Collection[str] = ()) -> FittedYear:
    """The same draws told of another year, with use everywhere `higher` percentage points higher.

    All wijken kept the boundary of the year before, but for those that `moved`.
    """
    kept = frozenset(fitted.panel.areas["area"]) - set(moved)
    panel = replace(fitted.panel, year=year, kept=kept)
    specification = replace(fitted.specification, panel=panel)
    answers = replace(fitted.answers, actual=fitted.answers.actual + higher)
    return replace(fitted, specification=specification, answers=answers)


def _known(fitted: FittedYear) -> Floats:
    return fitted.panel.areas.filter(pl.col("status") != "no_row", pl.col("youths") > 0)["area"].to_numpy()


def test_what_both_years_share_falls_away() -> None:
    random = np.random.default_rng(1)
    lasting = random.normal(0.0, 3.0, (4000, 2))
    change = change_of(lasting + random.normal([1.0, 0.0], 0.5, (4000, 2)), lasting)
    assert change.mean == pytest.approx([1.0, 0.0], abs=0.05)
    assert change.high - change.low == pytest.approx([1.645, 1.645], abs=0.1)
    assert change.probability_risen == pytest.approx([0.977, 0.5], abs=0.03)


def test_years_of_one_series_are_compared(fitted: FittedYear) -> None:
    before, now = _in_year(fitted, 2021), _in_year(fitted, 2022, higher=0.4)
    table = change_table([now, before])
    assert table["area"].to_list() == _known(fitted).tolist()
    assert table["year"].unique().to_list() == [2022]
    for name in ("change_here", "change_here_low", "change_here_high"):
        assert table[name].to_numpy() == pytest.approx(np.full(table.height, 0.4))
    assert (table["probability_risen"] == 1.0).all()


def test_another_boundary_is_another_wijk(fitted: FittedYear) -> None:
    codes = _known(fitted)
    table = change_table([_in_year(fitted, 2021), _in_year(fitted, 2022, moved=codes[:3])])
    assert set(codes) - set(table["area"]) == set(codes[:3])
    assert change_table([_in_year(fitted, 2021), _in_year(fitted, 2022, moved=codes)]).is_empty()


def test_across_a_break_a_gap_or_other_draws_there_is_no_change(fitted: FittedYear) -> None:
    before, now = _in_year(fitted, 2021), _in_year(fitted, 2022)
    assert change_table([before, now]).height > 0
    assert change_table([before, replace(now, series=before.series + 1)]).is_empty()
    assert change_table([_in_year(fitted, 2020), now]).is_empty()
    fewer = replace(now.answers, actual=now.answers.actual[:-1], expected_here=now.answers.expected_here[:-1])
    assert change_table([before, replace(now, answers=fewer)]).is_empty()
    assert change_table([now]).is_empty()


def test_a_wijk_that_one_year_lacks_has_no_change(fitted: FittedYear) -> None:
    gone = _known(fitted)[0]
    before = _in_year(fitted, 2021)
    renamed = before.panel.areas.with_columns(pl.col("area").replace(gone, "WK999999"))
    panel = replace(before.panel, areas=renamed)
    before = replace(before, specification=replace(before.specification, panel=panel))
    assert gone not in change_table([before, _in_year(fitted, 2022)])["area"]


def test_the_table_of_areas_tells_it(fitted: FittedYear) -> None:
    now = _in_year(fitted, 2022, higher=0.4)
    changes = change_table([_in_year(fitted, 2021), now])
    areas = area_table(now, changes=changes)
    assert areas.filter(pl.col("change_here").is_not_null())["area"].to_list() == changes["area"].to_list()
    assert area_table(now).select(CHANGE_COLUMNS).null_count().row(0) == (areas.height,) * 4


def test_years_that_were_fitted_together_have_a_change(imported: Workspace) -> None:
    """And its interval is narrower than that of two years that know nothing of each other."""
    panels = [count_panel(FigureStore(imported), "jeugdzorg", year) for year in (2021, 2022)]
    before, now = fit_panels(panels, Settings(draws=200))
    table = change_table([before, now])
    assert before.series == now.series
    assert table.height > 150
    assert table["probability_risen"].is_between(0, 1).all()
    assert (table["change_here_low"] <= table["change_here"]).all()
    assert (table["change_here"] <= table["change_here_high"]).all()
    both = table.join(area_table(now), on="area")
    widths = (both["difference_here_high"] - both["difference_here_low"]).mean()
    assert (table["change_here_high"] - table["change_here_low"]).mean() < widths * np.sqrt(2)
