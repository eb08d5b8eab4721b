# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The commands about the neighbourhood, as a script or a person calls them."""

import json
from pathlib import Path

import pytest

from wijkverhaal.cli.main import run


def test_the_question_is_answered_and_kept(own_workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["neighbourhood", "--year", "2022", "--hold-out", "wijk", "--folds", "2"]
    capsys.readouterr()
    assert run([*words, "--workspace", str(own_workspace), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    verdicts = {step["gains"]["wijk"]["verdict"] for step in found["steps"]}
    assert verdicts <= {"gain", "no detectable gain", "too few wijken to tell"}
    kept = json.loads((Path(found["folder"]) / "question.json").read_text("utf-8"))
    assert Path(found["folder"]).parent == own_workspace / "questions"
    assert kept["steps"] == found["steps"]
    assert kept["fictional"] is True
    assert {source["kind"] for source in kept["inputs"]} >= {"kwb", "youth-care", "local"}


def test_a_person_reads_a_table_and_sentences(
    own_workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["neighbourhood", "--year", "2022", "--hold-out", "wijk", "--folds", "2"]
    groups = ["--group", "veiligheid=samenwerking", "--group", "sociale_samenhang=overig"]
    capsys.readouterr()
    assert run([*words, *groups, "--workspace", str(own_workspace)]) == 0
    shown = capsys.readouterr().out
    assert "Samenwerking: " in shown
    assert "Eigen cijfers van de gemeente: " in shown
    assert "Hierover zijn geen cijfers: Sociale samenhang en veiligheid" in shown


def test_a_local_model_of_a_region_and_of_gemeenten(
    own_workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--year", "2022", "--workspace", str(own_workspace)]
    capsys.readouterr()
    assert run(["local", "--region", "JV01", *where, "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert {row["label"] for row in found["coefficients"]} == {
        "sociale samenhang",
        "veiligheid",
        "voorzieningen",
    }
    assert (Path(found["folder"]) / "question.json").is_file()
    gemeenten = sorted({wijk["gemeente"] for wijk in found["wijken"]})
    typed = [word for code in gemeenten for word in ("--gemeente", code)]
    assert run(["local", *typed, *where]) == 0
    assert "Eigen cijfers: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["neighbourhood", "--hold-out", "buurt"], 2, "--hold-out"),
        (["neighbourhood", "--folds", "1"], 2, "--folds"),
        (["neighbourhood", "--group", "veiligheid=mooi"], 2, "KOLOM=GROEP"),
        (["local"], 2, "--region"),
        (["local", "--region", "JV01", "--gemeente", "GM9001"], 2, "--region"),
        (["local", "--gemeente", "GM0000"], 3, "GM0000"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    words: list[str], status: int, sentence: str, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run([*words, "--year", "2022", "--workspace", str(workspace)]) == status
    error = capsys.readouterr().err.strip().splitlines()[-1]
    assert sentence in error
