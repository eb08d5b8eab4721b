# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Years side by side: a line where they may be compared, and none across a break."""

from dataclasses import replace

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.years_chart import years_chart

WIJK = "WK900201"


def _of_years(run: FinishedRun, shift: int) -> FinishedRun:
    """The run, as if its years were earlier."""
    moved = pl.col("year") - shift
    return replace(run, areas=run.areas.with_columns(moved), explanation=run.explanation.with_columns(moved))


def test_years_that_were_estimated_together_are_joined(run: FinishedRun) -> None:
    chart = years_chart(run, WIJK)
    assert chart is not None
    assert str(chart.svg).count('class="joined"') == 1
    assert 'class="break"' not in chart.svg
    assert [row[0] for row in chart.table.rows] == ["2021", "2022"]


def test_no_line_crosses_a_break(run: FinishedRun) -> None:
    chart = years_chart(_of_years(run, 1), WIJK)
    assert chart is not None
    assert 'class="joined"' not in chart.svg
    assert str(chart.svg).count('class="break"') == 1
    assert "Vanaf 2021 telt CBS anders" in chart.sentence


def test_a_wijk_that_was_redrawn_is_not_joined(run: FinishedRun) -> None:
    areas = run.areas.with_columns(pl.lit(None, pl.Float64).alias("change_here"))
    chart = years_chart(replace(run, areas=areas), WIJK)
    assert chart is not None
    assert 'class="joined"' not in chart.svg


def test_a_secret_count_stays_secret_in_the_table(run: FinishedRun) -> None:
    chart = years_chart(run, "WK900204")
    assert chart is not None
    assert {row[1] for row in chart.table.rows} == {"geheim"}


def test_a_wijk_without_estimates_has_no_plot(run: FinishedRun) -> None:
    assert years_chart(run, "WK000000") is None
