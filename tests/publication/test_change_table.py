# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The change of a gemeente's wijken on the page: what is told, and of whom nothing can be."""

from dataclasses import replace

import polars as pl
import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.change_table import change_section
from wijkverhaal.publication.report import report

GEMEENTE = "GM9002"


def _with_chance(run: FinishedRun, chances: list[float | None]) -> FinishedRun:
    """The run with these chances for the first wijken of the gemeente in 2022, one half for others."""
    own = (pl.col("gemeente") == GEMEENTE) & (pl.col("year") == 2022)
    codes = run.areas.filter(own)["area"].to_list()
    chance = pl.lit(0.5)
    for code, value in zip(codes, chances, strict=False):
        chance = pl.when(pl.col("area") == code).then(pl.lit(value, pl.Float64)).otherwise(chance)
    areas = run.areas.with_columns(pl.when(own).then(chance).alias("probability_risen"))
    return replace(run, areas=areas)


def test_what_is_clear_is_counted_and_named_per_wijk(run: FinishedRun) -> None:
    section = change_section(_with_chance(run, [0.99, 0.97, 0.01, 0.94, None]), 2022, GEMEENTE)
    assert section is not None
    assert section.table is not None
    assert "Van de 9 wijken is het gebruik sinds 2021 bij 2 gestegen en bij 1" in section.sentence
    assert "Van 1 wijk is het niet te zeggen." in section.sentence
    words = [row[3] for row in section.table.rows]
    assert words.count("gestegen") == 2
    assert words.count("gedaald") == 1
    assert len(section.table.rows) == 9
    assert all("tot" in row[1] for row in section.table.rows)


def test_where_nothing_is_clear_that_is_said(run: FinishedRun) -> None:
    section = change_section(_with_chance(run, []), 2022, GEMEENTE)
    assert section is not None
    assert "Bij geen van de 10 wijken" in section.sentence


def test_without_any_known_change_there_is_a_reason_and_no_table(run: FinishedRun) -> None:
    section = change_section(_with_chance(run, [None] * 10), 2022, GEMEENTE)
    assert section is not None
    assert section.table is None
    assert "niet samen geschat" in section.sentence


def test_the_first_year_has_no_change(run: FinishedRun) -> None:
    assert change_section(run, 2021, GEMEENTE) is None


@pytest.mark.parametrize(("gemeente", "times"), [(GEMEENTE, 1), (None, 0)])
def test_the_page_of_a_gemeente_tells_it(run: FinishedRun, gemeente: str | None, times: int) -> None:
    assert report(run, gemeente).count("<h3>Is het veranderd sinds 2021?</h3>") == times
