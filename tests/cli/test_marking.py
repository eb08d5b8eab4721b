# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Marks, comparable wijken and change as a person or a script meets them."""

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from wijkverhaal.cli.main import run
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.run import find_run
from wijkverhaal.foundation.language import speaking
from wijkverhaal.foundation.workspace import open_workspace


def _json(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert run([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def finished(workspace: Path) -> FinishedRun:
    return FinishedRun.read(find_run(open_workspace(workspace)).folder)


def test_the_rule_is_as_asked_and_stands_in_the_run(
    own_workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["estimate", "--year", "2022", "--workspace", str(own_workspace)]
    loose = _json(capsys, *words, "--fdr", "20", "--smallest", "0")["per_year"]["2022"]
    strict = _json(capsys, *words, "--fdr", "5", "--smallest", "15")["per_year"]["2022"]
    assert loose["rule"] == {"false_discovery_rate": 0.2, "smallest": 0.0}
    assert strict["rule"] == {"false_discovery_rate": 0.05, "smallest": 0.15}
    marks = [year["marked_higher"] + year["marked_lower"] for year in (loose, strict)]
    assert marks[0] > marks[1]
    assert loose["marked_wrongly"] <= 0.2 * marks[0]
    found = FinishedRun.read(find_run(open_workspace(own_workspace)).folder)
    assert found.card["settings"]["smallest"] == 0.15
    assert found.areas["marked"].is_in(["higher", "lower"]).sum() == marks[1]


@pytest.mark.parametrize(
    ("option", "value"), [("--fdr", "0"), ("--fdr", "60"), ("--smallest", "-1"), ("--smallest", "100")]
)
def test_a_rule_that_cannot_be_is_refused(
    workspace: Path, capsys: pytest.CaptureFixture[str], option: str, value: str
) -> None:
    capsys.readouterr()
    assert run(["estimate", option, value, "--workspace", str(workspace)]) == 2
    assert option in capsys.readouterr().err


def test_show_tells_whether_a_wijk_stands_out_and_whom_it_resembles(
    workspace: Path, finished: FinishedRun, capsys: pytest.CaptureFixture[str]
) -> None:
    row = finished.of_year(2022).filter(pl.col("status") == "shown").to_dicts()[0]
    words = ["show", row["area"], "--year", "2022", "--workspace", str(workspace)]
    data = _json(capsys, *words)
    assert [other["rank"] for other in data["comparable"]] == list(range(1, 11))
    assert all(other["other_gemeente"] != row["gemeente"] for other in data["comparable"])
    assert all(len(other["differs"]) == 3 for other in data["comparable"])
    assert data["marked"] in ("higher", "lower", "none")
    assert run(words) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("Deze wijk valt ") for line in lines)
    assert any(line.startswith("Sinds 2021 is het gebruik ") for line in lines)
    start = next(place for place, line in enumerate(lines) if line.startswith("Vergelijkbare wijken"))
    first = data["comparable"][0]["other_name"]
    assert lines[start + 1].startswith(first[:20])
    assert max(map(len, lines)) <= 80


def test_what_differs_is_read_in_either_language(workspace: Path) -> None:
    folder = find_run(open_workspace(workspace)).folder
    labels = []
    for language in ("nl", "en"):
        with speaking(language):
            table = FinishedRun.read(folder).comparable
        assert table is not None
        labels.append(table["differs_1_label"])
    assert (labels[0] != labels[1]).mean() > 0.9
