# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a workspace to a run that appears whole, or not at all."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from wijkverhaal.expectation.estimate import Request, estimate, panels_of
from wijkverhaal.expectation.run import find_run, finished_runs
from wijkverhaal.expectation.run_columns import AREA_COLUMNS, COEFFICIENT_COLUMNS, EXPLANATION_COLUMNS
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.slope_search import SlopeSearch
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.files import checksum, finished_folders
from wijkverhaal.foundation.workspace import Workspace

ONE_YEAR = Request(years=(2022,), settings=Settings(draws=20))

_KILLED_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from wijkverhaal.expectation import estimate as room
from wijkverhaal.expectation.specification import Settings
from wijkverhaal.foundation.workspace import Workspace

room.model_card = lambda *fitted: os.kill(os.getpid(), signal.SIGKILL)
request = room.Request(years=(2022,), settings=Settings(draws=20))
room.estimate(Workspace(Path(sys.argv[1])), request)
"""


def test_a_run_holds_all_its_tables(run_folder: Path) -> None:
    areas, explanation, coefficients = (
        pl.read_parquet(run_folder / f"{name}.parquet") for name in ("areas", "explanation", "coefficients")
    )
    assert tuple(areas.columns[: len(AREA_COLUMNS)]) == AREA_COLUMNS
    assert set(EXPLANATION_COLUMNS) <= set(explanation.columns)
    assert set(COEFFICIENT_COLUMNS) <= set(coefficients.columns)
    assert sorted(areas["year"].unique()) == [2021, 2022]
    assert set(pl.read_parquet(run_folder / "boundaries.parquet")["area"]) == set(areas["area"])
    assert isinstance(json.loads((run_folder / "model.json").read_text("utf-8")), dict)


def test_the_card_says_from_what_and_how(run_folder: Path, published: Path) -> None:
    card = json.loads((run_folder / "run.json").read_text("utf-8"))
    assert card["id"] == run_folder.name
    assert (card["status"], card["fictional"], card["family"]) == ("finished", True, "cbs")
    assert (card["outcome"], card["years"], card["seed"]) == ("jeugdzorg", [2021, 2022], 1)
    used = {entry["file"]: entry["checksum"] for entry in card["inputs"]}
    for name in ("kwb_2022.csv", "jeugdzorg_wijk_2021.csv", "gemeente_jeugdregio.csv"):
        assert used[name] == checksum(published / name)


def test_the_choices_of_the_model_stand_in_the_card(workspace: Workspace) -> None:
    settings = Settings(draws=4, neighbours=False, together=False)
    run = estimate(workspace, Request(settings=settings))
    card = json.loads((run / "run.json").read_text("utf-8"))["settings"]
    assert (card["neighbours"], card["together"], card["within_between"]) == (False, False, [])
    assert card["search_slopes"] is False
    model = json.loads((run / "model.json").read_text("utf-8"))
    assert model["together"] == [[2021], [2022]]
    assert not any(name.startswith(("neighbours", "persistence")) for name in model["hyperparameters"])


def test_the_slopes_that_were_found_are_used_and_kept(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = SlopeSearch(2022, frozenset({"low_incomes"}), {})
    monkeypatch.setattr(SlopeSearch, "on", lambda *_arguments: found)
    run = estimate(workspace, Request(years=(2022,), settings=Settings(draws=4), search_slopes=True))
    assert "low_incomes_between" in pl.read_parquet(run / "coefficients.parquet")["term"].to_list()
    assert json.loads((run / "run.json").read_text("utf-8"))["settings"]["within_between"] == ["low_incomes"]
    assert json.loads((run / "model.json").read_text("utf-8"))["within_between"]["chosen"] == ["low_incomes"]


def test_another_run_leaves_the_first_as_it_was(workspace: Workspace) -> None:
    first = estimate(workspace, ONE_YEAR)
    before = {path.name: checksum(path) for path in first.iterdir()}
    second = estimate(workspace, ONE_YEAR)
    assert first != second
    assert {path.name: checksum(path) for path in first.iterdir()} == before
    assert find_run(workspace).folder == second
    assert pl.read_parquet(first / "areas.parquet").equals(pl.read_parquet(second / "areas.parquet"))


def test_a_run_that_is_killed_leaves_nothing_and_latest_stays(workspace: Workspace) -> None:
    first = estimate(workspace, ONE_YEAR)
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED_WHILE_WRITING, str(workspace.root)], check=False, timeout=300
    )
    assert killed.returncode == -signal.SIGKILL
    left = [folder for folder in workspace.runs.iterdir() if folder != first]
    assert any((folder / "areas.parquet").exists() for folder in left)  # it was killed in the middle
    assert finished_folders(workspace.runs) == [first]
    assert [run.folder for run in finished_runs(workspace)] == [first]
    assert find_run(workspace).folder == first
    workspace.prepare(fictional=True)
    assert list(workspace.runs.iterdir()) == [first]


def test_a_run_that_fails_leaves_nothing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_fitted: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("wijkverhaal.expectation.estimate.model_card", fail)
    with pytest.raises(OSError, match="disk full"):
        estimate(workspace, ONE_YEAR)
    assert not workspace.runs.exists() or list(workspace.runs.iterdir()) == []


def test_progress_is_told_with_the_years(workspace: Workspace) -> None:
    told: list[tuple[str, float]] = []
    estimate(workspace, Request(settings=Settings(draws=4)), lambda what, share: told.append((what, share)))
    assert {what for what, _share in told} == {"Model 2021, 2022"}
    shares = [share for _what, share in told]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)


def test_all_years_unless_some_are_asked_for(imported: Workspace) -> None:
    store = FigureStore(imported)
    assert [panel.year for panel in panels_of(store, Request())] == [2021, 2022]
    assert [panel.year for panel in panels_of(store, Request(years=(2022, 2022)))] == [2022]


@pytest.mark.parametrize(
    ("request_", "error", "sentence"),
    [
        (Request(years=(2019,)), NotFoundError, "Over 2019 .* wel over 2021, 2022"),
        (Request(outcome="jeugdhulp"), NotFoundError, "nog geen cijfers over jeugdhulp"),
        (Request(outcome="zorg"), InputError, "zorg bestaat niet; kies uit jeugdzorg"),
        (Request(scp=True), NotFoundError, "SCP is nog niet"),
        (Request(scp=True, years=(2022,)), InputError, "gaat over 2017"),
        (Request(settings=Settings(like_scp=True)), InputError, "--like-scp samen met --scp"),
        (
            Request(scp=True, settings=Settings(like_scp=True), search_slopes=True),
            InputError,
            "laat --within-between weg",
        ),
    ],
)
def test_what_cannot_be_done_is_said(
    imported: Workspace, request_: Request, error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        panels_of(FigureStore(imported), request_)


def test_an_empty_workspace_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"wijkverhaal import.*wijkverhaal demo"):
        panels_of(FigureStore(Workspace(tmp_path)), Request())
