# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hyperparameters are shown once per series of years."""

from dataclasses import replace
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.model_story import model_story
from wijkverhaal.publication.spread import spreads
from wijkverhaal.publication.terminal import summary_lines


def _entry(label: str, years: list[int], estimate: float) -> dict[str, Any]:
    return {"label": label, "years": years, "estimate": estimate, "low": 0.1, "high": 0.9}


def _with_series(run: FinishedRun) -> FinishedRun:
    """Two years of one series with three hyperparameters; the persistence comes before a spread."""
    entries = {
        "sd_wijk": _entry("Spreiding tussen wijken", [2021, 2022], 0.25),
        "persistence_wijk": _entry("Samenhang met een jaar eerder", [2021, 2022], 0.5),
        "sd_gemeente": _entry("Spreiding tussen gemeenten", [2021, 2022], 0.15),
    }
    values = {f"{name}_{year}": entry for year in (2021, 2022) for name, entry in entries.items()}
    return replace(run, model=run.model | {"hyperparameters": values})


def test_years_of_one_series_are_told_once(run: FinishedRun) -> None:
    found = spreads(_with_series(run))
    assert [one.label for one in found] == [
        "Spreiding tussen wijken",
        "Samenhang met een jaar eerder",
        "Spreiding tussen gemeenten",
    ]
    assert {one.years for one in found} == {"2021, 2022"}


def test_years_apart_are_told_each(run: FinishedRun) -> None:
    values = {f"sd_wijk_{year}": _entry("Spreiding", [year], 0.2) for year in (2021, 2022)}
    found = spreads(replace(run, model=run.model | {"hyperparameters": values}))
    assert [one.years for one in found] == ["2021", "2022"]


def test_a_run_from_before_series_is_shown_as_it_is(run: FinishedRun) -> None:
    values = {"sd_wijk_2022": {"label": "Spreiding, 2022", "estimate": 0.2, "low": 0.1, "high": 0.3}}
    (found,) = spreads(replace(run, model=run.model | {"hyperparameters": values}))
    assert (found.label, found.years, found.newest) == ("Spreiding, 2022", "", 2022)


def test_the_page_has_one_row_each(run: FinishedRun) -> None:
    table = model_story(_with_series(run)).hyperparameters
    assert table is not None
    assert [row[0] for row in table.rows] == [
        "Spreiding tussen wijken, 2021, 2022",
        "Samenhang met een jaar eerder, 2021, 2022",
        "Spreiding tussen gemeenten, 2021, 2022",
    ]


def test_the_terminal_shows_numbers_first_and_standard_deviations_before_the_rest(run: FinishedRun) -> None:
    lines = [line.plain for line in summary_lines(_with_series(run))]
    start = lines.index("Spreiding (90%-marge)")
    assert lines[start + 1 : start + 4] == [
        "  0,250 (0,100 - 0,900)  Spreiding tussen wijken",
        "  0,150 (0,100 - 0,900)  Spreiding tussen gemeenten",
        "  0,500 (0,100 - 0,900)  Samenhang met een jaar eerder",
    ]
