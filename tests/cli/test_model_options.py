# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Options that change the model reach the run."""

from pathlib import Path

import pytest

from wijkverhaal.cli.main import run
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.run import find_run
from wijkverhaal.foundation.workspace import open_workspace


def test_years_apart_and_without_neighbours(own_workspace: Path) -> None:
    words = ["estimate", "--apart", "--without-neighbours", "--within-between", "none"]
    assert run([*words, "--workspace", str(own_workspace)]) == 0
    found = FinishedRun.read(find_run(open_workspace(own_workspace)).folder)
    assert found.card["settings"]["together"] is False
    assert found.card["settings"]["neighbours"] is False
    assert found.card["settings"]["search_slopes"] is False
    assert found.model["together"] == [[year] for year in sorted(found.years)]


def test_an_unknown_choice_of_slopes_is_refused(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["estimate", "--within-between", "always", "--workspace", str(workspace)]) == 2
    assert "auto of none" in capsys.readouterr().err
