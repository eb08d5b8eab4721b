# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The commands as a script or a person calls them."""

import csv
import json
from pathlib import Path

import pytest

from wijkverhaal.cli.main import run
from wijkverhaal.expectation.run_columns import AREA_COLUMNS


def _json(capsys: pytest.CaptureFixture[str], *words: str) -> object:
    capsys.readouterr()
    assert run(list(words)) == 0
    return json.loads(capsys.readouterr().out)


def test_import_says_what_it_read(
    published: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = _json(capsys, "import", *map(str, published), "--workspace", str(tmp_path / "w"), "--json")
    assert isinstance(reports, list)
    kinds = {report["kind"] for report in reports}
    assert kinds == {"kwb", "youth-care", "boundaries", "adjacency", "regions", "local"}
    care = [report for report in reports if report["kind"] == "youth-care"]
    assert all(report["secret"] > 0 and report["levels"]["wijk"] > 50 for report in care)


def test_estimate_prints_one_screen(own_workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["estimate", "--year", "2022", "--workspace", str(own_workspace)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert "Verzonnen land" in lines[0]


def test_estimate_without_origin_leaves_the_group_out(
    own_workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = _json(
        capsys, "estimate", "--year", "2022", "--without-origin", "--workspace", str(own_workspace), "--json"
    )
    assert isinstance(summary, dict)
    target = tmp_path / "out"
    assert run(["export", summary["run"], "--to", str(target), "--workspace", str(own_workspace)]) == 0
    with (target / "explanation.csv").open(newline="") as text:
        parts = {row["part"] for row in csv.DictReader(text)}
    assert "origin" not in parts
    assert {"income", "gemeente", "region", "unexplained"} <= parts


def test_show_one_wijk(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wijk = _json(capsys, "show", "WK900101", "--year", "2022", "--workspace", str(workspace), "--json")
    assert isinstance(wijk, dict)
    assert wijk["area"] == "WK900101"
    effects = sum(part["effect"] for part in wijk["explanation"])
    assert effects == pytest.approx(wijk["explanation"][0]["total"], abs=1e-9)
    assert run(["show", "WK900101", "--workspace", str(workspace)]) == 0
    assert "Verwacht hier" in capsys.readouterr().out


def test_export_writes_the_six_files(workspace: Path, tmp_path: Path) -> None:
    target = tmp_path / "export"
    assert run(["export", "latest", "--to", str(target), "--workspace", str(workspace)]) == 0
    names = {"areas.csv", "explanation.csv", "coefficients.csv", "model.json", "areas.geojson", "report.html"}
    assert names <= {path.name for path in target.iterdir()}
    with (target / "areas.csv").open(newline="", encoding="utf-8") as text:
        rows = list(csv.DictReader(text))
    assert tuple(rows[0])[: len(AREA_COLUMNS)] == AREA_COLUMNS
    assert len({(row["area"], row["year"]) for row in rows}) == len(rows) == 240


def test_expected_and_actual_numbers_add_up_in_the_file(workspace: Path, tmp_path: Path) -> None:
    target = tmp_path / "export"
    assert run(["export", "latest", "--to", str(target), "--workspace", str(workspace)]) == 0
    with (target / "areas.csv").open(newline="", encoding="utf-8") as text:
        rows = [row for row in csv.DictReader(text) if row["published"]]
    for year in {row["year"] for row in rows}:
        total = {
            name: sum(float(r["youths"]) * float(r[name]) / 100 for r in rows if r["year"] == year)
            for name in ("expected_population", "expected_here", "actual")
        }
        assert total["expected_population"] == pytest.approx(total["actual"], abs=1e-6)
        assert total["expected_here"] == pytest.approx(total["actual"], abs=1e-6)


def test_validate_scores_every_predictor(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("validate", "--year", "2022", "--folds", "3", "--seeds", "1", "--hold-out", "gemeente")
    found = _json(capsys, *words, "--workspace", str(workspace), "--json")
    assert isinstance(found, list)
    assert {"wijkverhaal", "without_region_and_gemeente", "national_mean", "population_glm"} <= set(
        found[0]["scores"]
    )
    for scores in found[0]["scores"].values():
        assert set(scores["coverage"]) == {"50", "80", "90", "95"}
        assert scores["log_score"] < 0


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("demo", "import", "estimate", "show", "export", "validate"):
        assert run([command, "--help"]) == 0
        text = capsys.readouterr().out
        assert "--workspace" in text
        assert "--json" in text
