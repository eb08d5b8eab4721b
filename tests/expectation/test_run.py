# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding a run: the newest, one by its id, and a sentence where there is none."""

import json
from pathlib import Path

import pytest

from wijkverhaal.expectation.run import find_run, finished_runs
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.workspace import Workspace


def write(workspace: Workspace, name: str, created: str, status: str = "finished", folder: str = "") -> None:
    place = workspace.runs / (folder or name)
    place.mkdir(parents=True)
    card = {"id": name, "created": created, "status": status}
    (place / "run.json").write_text(json.dumps(card))


@pytest.fixture
def three(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path)
    write(workspace, "b", "2026-01-02T10:00:00.000002+00:00")
    write(workspace, "a", "2026-01-02T10:00:00.000003+00:00")
    write(workspace, "c", "2025-12-31T10:00:00.000001+00:00")
    return workspace


def test_latest_is_the_newest_by_its_moment_and_not_by_its_name(three: Workspace) -> None:
    assert [run.id for run in finished_runs(three)] == ["c", "b", "a"]
    assert find_run(three).id == find_run(three, "latest").id == "a"


def test_a_run_by_its_id(three: Workspace) -> None:
    run = find_run(three, "c")
    assert (run.id, run.folder) == ("c", three.runs / "c")


def test_what_is_not_finished_is_no_run(three: Workspace) -> None:
    write(three, "d", "2027-01-01T00:00:00+00:00", status="running")
    write(three, "e", "2027-01-01T00:00:00+00:00", folder=".unfinished-1-e")
    (three.runs / "empty").mkdir()
    assert find_run(three).id == "a"
    with pytest.raises(NotFoundError):
        find_run(three, "e")


def test_an_unknown_run_is_refused_with_the_newest_one(three: Workspace) -> None:
    with pytest.raises(NotFoundError, match=r"De berekening x bestaat niet .* de nieuwste is a\."):
        find_run(three, "x")


def test_a_workspace_without_runs_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="nog geen berekening; maak er een met 'wijkverhaal estimate'"):
        find_run(Workspace(tmp_path))
    assert finished_runs(Workspace(tmp_path)) == []
