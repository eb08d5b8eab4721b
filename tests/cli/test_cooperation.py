# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What surveys gave goes into a workspace as a gemeente's own figures, and the local question uses it."""

import json
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from wijkverhaal.cli.main import run
from wijkverhaal.dialogue.cooperation import Bounded, NetworkFigures
from wijkverhaal.dialogue.cooperation_indicators import COLUMNS, cooperation_table
from wijkverhaal.expectation.estimate import Request, panels_of
from wijkverhaal.figures.panel import Panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace

MEASURES = {f"local:{column}" for column in COLUMNS.values()}


def _panel(workspace: Path) -> Panel:
    return panels_of(FigureStore(Workspace(workspace)), Request())[-1]


def _invented(wijken: list[str]) -> dict[str, NetworkFigures]:
    random = np.random.default_rng(4)

    def one() -> Bounded:
        return Bounded(float(random.uniform(10, 90)), 0.0, 100.0)

    return {wijk: NetworkFigures(one(), one(), one(), one(), partners=6, people=8) for wijk in wijken}


def _brought_in(workspace: Path, wijken: list[str], year: int, *more: str) -> None:
    path = workspace / "samenwerking.csv"
    cooperation_table(_invented(wijken), year, fictional=True).write_csv(path)
    assert run(["import", str(path), "--workspace", str(workspace), *more]) == 0


def _region(panel: Panel) -> tuple[str, list[str]]:
    count = panel.areas.group_by("region").len().drop_nulls("region").sort("len", "region")
    region = str(count["region"][-1])
    return region, panel.areas.filter(pl.col("region") == region)["area"].to_list()


def test_a_survey_becomes_an_indicator_of_its_wijk(own_workspace: Path) -> None:
    before = _panel(own_workspace)
    wijk = before.areas["area"][0]
    _brought_in(own_workspace, [wijk], before.year)
    figures = FigureStore(Workspace(own_workspace)).figures()
    own = figures.filter(pl.col("measure").is_in(sorted(MEASURES)))
    assert set(own["measure"]) == MEASURES
    assert set(own["area"]) == {wijk}


@pytest.mark.parametrize("enough", [False, True], ids=["one wijk", "all wijken of the region"])
def test_the_local_question_counts_with_it_once_there_are_enough_wijken(
    own_workspace: Path, capsys: pytest.CaptureFixture[str], enough: bool
) -> None:
    panel = _panel(own_workspace)
    region, wijken = _region(panel)
    _brought_in(own_workspace, wijken[:1], panel.year)
    if enough:
        _brought_in(own_workspace, wijken, panel.year, "--replace")
    capsys.readouterr()
    asked = ["local", "--region", region, "--year", str(panel.year), "--workspace", str(own_workspace)]
    assert run([*asked, "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    groups = {row["group"] for row in found["coefficients"]}
    assert ("cooperation" in groups) == enough
