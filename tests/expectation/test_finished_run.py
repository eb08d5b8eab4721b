# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A run is read whole, checked, and never gives away a secret count."""

import json
import shutil
from pathlib import Path

import polars as pl
import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.run_columns import AREA_COLUMNS, EXTRA_COLUMNS
from wijkverhaal.foundation.errors import InputError, NotFoundError


@pytest.fixture
def folder(run_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(run_folder, tmp_path / "run"))


def test_reads_every_table(run: FinishedRun) -> None:
    assert run.years == [2022, 2021]
    assert run.areas.columns == [*AREA_COLUMNS, *EXTRA_COLUMNS]
    assert run.boundaries is not None
    per_year = run.model["summary"]["per_year"]
    assert run.country_rate(2022) == per_year["2022"]["country_rate"]
    names = run.areas.filter(pl.col("gemeente") == "GM9002")["gemeente_name"]
    assert run.gemeente_name("GM9002") == names[0]
    assert (run.id, run.outcome, run.family, run.fictional) == (run.card["id"], "jeugdzorg", "cbs", True)
    assert set(run.of_year(2021)["year"]) == {2021}


def test_the_sources_of_a_run_give_no_folders_away(folder: Path) -> None:
    card = json.loads((folder / "run.json").read_text("utf-8"))
    card["inputs"][0]["file"] = "C:\\Users\\iemand\\kwb.csv"
    (folder / "run.json").write_text(json.dumps(card))
    assert FinishedRun.read(folder).inputs[0]["file"] == "kwb.csv"


def test_fictional_figures_are_never_said_to_be_a_publishers(folder: Path) -> None:
    for one in FinishedRun.read(folder).inputs:
        assert one["title"].startswith("Verzonnen: ")
        assert one["licence"] == "verzonnen, geen licentie"
    card = json.loads((folder / "run.json").read_text("utf-8"))
    (folder / "run.json").write_text(json.dumps({**card, "fictional": False}))
    for one, written in zip(FinishedRun.read(folder).inputs, card["inputs"], strict=True):
        assert "erzonnen" not in one["title"]
        assert one["licence"] == written["licence"]


def test_country_rate_comes_from_the_explanation_where_the_summary_lacks_it(folder: Path) -> None:
    model = json.loads((folder / "model.json").read_text())
    del model["summary"]
    (folder / "model.json").write_text(json.dumps(model))
    found = FinishedRun.read(folder)
    of_2021 = found.explanation.filter(pl.col("year") == 2021)["country_rate"]
    assert found.country_rate(2021) == of_2021[0]
    assert FinishedRun.read(folder).country_rate(1999) is None


def test_a_secret_count_in_the_file_is_not_read(folder: Path) -> None:
    leaking = pl.read_parquet(folder / "areas.parquet").with_columns(
        published=pl.lit(5.0), true_count=pl.lit(4)
    )
    leaking.write_parquet(folder / "areas.parquet")
    areas = FinishedRun.read(folder).areas
    assert "true_count" not in areas.columns
    assert areas.filter(pl.col("status") == "secret")["published"].null_count() == areas[
        "status"
    ].to_list().count("secret")
    assert areas.filter(pl.col("status") == "shown")["published"].null_count() == 0


def test_a_run_without_names_of_gemeenten_is_read(folder: Path) -> None:
    areas = pl.read_parquet(folder / "areas.parquet").drop("gemeente_name", "status")
    areas.write_parquet(folder / "areas.parquet")
    assert FinishedRun.read(folder).gemeente_name("GM9001") == "GM9001"


def test_an_unknown_gemeente_is_refused_with_an_example(run: FinishedRun) -> None:
    with pytest.raises(NotFoundError, match=r"GM0001.*zoals GM9001"):
        run.gemeente_name("GM0001")


def test_an_empty_folder_is_no_run(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="wijkverhaal estimate"):
        FinishedRun.read(tmp_path)


def test_an_unfinished_run_is_refused(folder: Path) -> None:
    (folder / "run.json").write_text('{"status": "running"}')
    with pytest.raises(NotFoundError, match="niet afgemaakt"):
        FinishedRun.read(folder)


@pytest.mark.parametrize("name", ["run.json", "model.json", "areas.parquet", "explanation.parquet"])
def test_a_broken_file_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"[]")
    with pytest.raises(InputError, match=name):
        FinishedRun.read(folder)


def test_a_missing_column_is_named(folder: Path) -> None:
    pl.read_parquet(folder / "areas.parquet").drop("actual_low").write_parquet(folder / "areas.parquet")
    with pytest.raises(InputError, match="actual_low"):
        FinishedRun.read(folder)
