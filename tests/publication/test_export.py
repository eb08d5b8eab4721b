# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What leaves the house is exact, safe, complete, and never half there."""

import csv
import json
import os
from pathlib import Path

import polars as pl
import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import current_language
from wijkverhaal.publication import export
from wijkverhaal.publication.export import EXPORTED_FILES, export_run

from .run_factory import fabricate_run

HEADER = (
    "area,name,gemeente,region,year,youths,published,published_low,published_high,published_rate,coverage,"
    "expected_population,expected_population_low,expected_population_high,expected_here,expected_here_low,"
    "expected_here_high,actual,actual_low,actual_high,difference,difference_low,difference_high,"
    "probability_higher,difference_here,difference_here_low,difference_here_high,probability_higher_here,"
    "published_predicted,published_predicted_low,published_predicted_high"
)
EXTRA = (
    ",gemeente_name,status,coverage_known,carried,marked,probability_marked,change_here,change_here_low,"
    "change_here_high,probability_risen"
)


@pytest.fixture(scope="module")
def exported(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("export") / "out"
    paths = export_run(run_folder, target)
    assert paths == [target / name for name in EXPORTED_FILES]
    return target


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_areas_has_exactly_the_promised_columns_first(exported: Path) -> None:
    first = (exported / "areas.csv").read_text("utf-8").split("\n", 1)[0]
    assert first == HEADER + EXTRA + ",fictional"


def test_real_figures_have_no_fictional_column(real_folder: Path, tmp_path: Path) -> None:
    export_run(real_folder, tmp_path / "out")
    for name in EXPORTED_FILES:
        text = (tmp_path / "out" / name).read_text("utf-8")
        assert "Verzonnen land" not in text
    assert (tmp_path / "out" / "areas.csv").read_text("utf-8").startswith(HEADER + EXTRA + "\n")


def test_every_file_of_the_fictional_country_says_so(exported: Path) -> None:
    for name in EXPORTED_FILES:
        assert "Verzonnen land: deze cijfers zijn niet echt" in (exported / name).read_text("utf-8")


def test_csv_keeps_every_digit(exported: Path, run: FinishedRun) -> None:
    read = _rows(exported / "areas.csv")
    assert len(read) == len(run.areas)
    for text, row in zip(read, run.areas.iter_rows(named=True), strict=True):
        for name, value in row.items():
            if value is None:
                assert text[name] == ""
            elif isinstance(value, float):
                assert float(text[name]) == value
            else:
                assert text[name] == str(value)


def test_parts_add_up_in_the_file(exported: Path) -> None:
    sums: dict[tuple[str, str], float] = {}
    totals: dict[tuple[str, str], float] = {}
    for row in _rows(exported / "explanation.csv"):
        key = (row["area"], row["year"])
        sums[key] = sums.get(key, 0.0) + float(row["effect"])
        totals[key] = float(row["total"])
    actual = {(row["area"], row["year"]): float(row["actual"]) for row in _rows(exported / "areas.csv")}
    assert sums.keys() == actual.keys()
    for key, total in totals.items():
        assert sums[key] == pytest.approx(total, abs=1e-9)
        assert actual[key] - 9.0 == pytest.approx(total, abs=1e-9)


def test_a_secret_count_is_empty_everywhere(exported: Path) -> None:
    secret = [row for row in _rows(exported / "areas.csv") if row["status"] == "secret"]
    assert secret
    for row in secret:
        for name in ("published", "published_low", "published_high", "published_rate"):
            assert row[name] == ""
    for feature in json.loads((exported / "areas.geojson").read_text("utf-8"))["features"]:
        if feature["properties"]["status"] == "secret":
            assert feature["properties"]["published"] is None
            assert feature["properties"]["published_rate"] is None


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_name_cannot_become_a_formula(tmp_path: Path, start: str) -> None:
    run = fabricate_run(tmp_path / "run", wijken=3, names={"WK900101": f"{start}HYPERLINK(1)"})
    export_run(run, tmp_path / "out")
    names = [row["name"] for row in _rows(tmp_path / "out" / "areas.csv")]
    assert names[0] == f"'{start}HYPERLINK(1)"
    assert names[1].startswith("Wijk")


def test_model_keeps_what_the_run_wrote(exported: Path, run: FinishedRun) -> None:
    model = json.loads((exported / "model.json").read_text("utf-8"))
    assert model["hyperparameters"] == run.model["hyperparameters"]
    assert model["run"]["seed"] == 7
    assert model["run"]["inputs"][0]["file"] == "jeugdzorg.csv"


def test_geojson_has_a_feature_per_area_and_year(exported: Path, run: FinishedRun) -> None:
    collection = json.loads((exported / "areas.geojson").read_text("utf-8"))
    assert len(collection["features"]) == len(run.areas)
    assert {feature["geometry"]["type"] for feature in collection["features"]} == {"Polygon"}
    corner = collection["features"][0]["geometry"]["coordinates"][0][0]
    assert corner == pytest.approx([4.0, 51.5], abs=0.06)


def test_without_boundaries_the_geometry_is_null_and_that_is_said(tmp_path: Path) -> None:
    export_run(fabricate_run(tmp_path / "run", wijken=4, boundaries=False), tmp_path / "out")
    collection = json.loads((tmp_path / "out" / "areas.geojson").read_text("utf-8"))
    assert {feature["geometry"] for feature in collection["features"]} == {None}
    assert "geen wijkgrenzen" in collection["note"]
    assert "Er is geen kaart" in (tmp_path / "out" / "report.html").read_text("utf-8")


def test_nothing_appears_when_a_file_fails(
    run_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise RuntimeError("halverwege")

    monkeypatch.setattr(export, "report", fail)
    with pytest.raises(RuntimeError):
        export_run(run_folder, tmp_path / "new")
    (tmp_path / "there").mkdir()
    with pytest.raises(RuntimeError):
        export_run(run_folder, tmp_path / "there")
    assert not (tmp_path / "new").exists()
    assert list((tmp_path / "there").iterdir()) == []


def test_a_failing_move_puts_back_what_was_there(
    run_folder: Path, real_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out"
    export_run(run_folder, target)
    before = {path.name: path.read_bytes() for path in target.iterdir()}
    replace = os.replace

    def fail_late(source: Path, goal: Path) -> None:
        if Path(goal) == target / "report.html":
            raise OSError(28, "geen ruimte")
        replace(source, goal)

    monkeypatch.setattr(os, "replace", fail_late)
    with pytest.raises(InputError, match="geen ruimte"):
        export_run(real_folder, target)
    assert {path.name: path.read_bytes() for path in target.iterdir()} == before


def test_an_earlier_export_is_replaced_and_other_files_stay(
    run_folder: Path, real_folder: Path, tmp_path: Path
) -> None:
    export_run(run_folder, tmp_path / "out")
    (tmp_path / "out" / "notities.txt").write_text("van mij")
    export_run(real_folder, tmp_path / "out")
    assert "fictional" not in (tmp_path / "out" / "areas.csv").read_text("utf-8").split("\n")[0]
    assert (tmp_path / "out" / "notities.txt").read_text() == "van mij"


def test_a_file_of_somebody_else_is_not_overwritten(run_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "areas.csv").write_text("van mij")
    with pytest.raises(InputError, match=r"areas\.csv"):
        export_run(run_folder, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["areas.csv"]


def test_an_export_that_somebody_changed_is_not_overwritten(run_folder: Path, tmp_path: Path) -> None:
    export_run(run_folder, tmp_path / "out")
    (tmp_path / "out" / "areas.csv").write_text("aangepast")
    with pytest.raises(InputError, match="veranderd"):
        export_run(run_folder, tmp_path / "out")
    assert (tmp_path / "out" / "areas.csv").read_text() == "aangepast"


def test_a_target_that_is_a_file_is_refused(run_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(InputError, match="geen map"):
        export_run(run_folder, tmp_path / "out")


def test_an_unknown_gemeente_leaves_nothing_behind(run_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        export_run(run_folder, tmp_path / "out", gemeente="GM0001")
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("english")
def test_the_language_holds_for_one_export_only(run_folder: Path, tmp_path: Path) -> None:
    export_run(run_folder, tmp_path / "out", language="en")
    assert current_language() == "nl"
    assert "Fictional country" in (tmp_path / "out" / "areas.csv").read_text("utf-8")


def test_scp_has_no_counts_but_a_rate(tmp_path: Path) -> None:
    run = fabricate_run(tmp_path / "run", wijken=12, years=(2017,), family="scp")
    export_run(run, tmp_path / "out", gemeente="GM9001")
    areas = pl.read_csv(tmp_path / "out" / "areas.csv")
    assert areas["youths"].null_count() == areas["published_predicted"].null_count() == len(areas)
    assert areas["published_rate"].null_count() < len(areas)
    assert "elke wijk telt even zwaar" in (tmp_path / "out" / "report.html").read_text("utf-8")
