# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A gemeente's own, unrounded counts: nothing that leaves the house depends on more than the rounded ones.

Who holds every number of a run can then learn no more than from the rounded counts, whatever is combined:
two sets of counts that round alike give the same run, digit by digit.
"""

from __future__ import annotations

import random
from pathlib import Path

import polars as pl
import pytest

from wijkverhaal.expectation.estimate import Request, estimate
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.as_published import rounded_count
from wijkverhaal.figures.intake import import_files
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.publication.export import WRITERS

_FILE = "jeugdzorg_wijk_2022.csv"


def _counted(published: Path, folder: Path, seed: int) -> Path:
    """The files of 2022 with every count of jeugdzorg as a gemeente might have counted it itself."""
    chance = random.Random(seed)  # noqa: S311 (the same counts every time)
    folder.mkdir()
    for path in published.iterdir():
        if path.is_file() and "2021" not in path.name:
            (folder / path.name).write_bytes(path.read_bytes())
    table = pl.read_csv(folder / _FILE, separator=";", infer_schema=False)
    column = next(name for name in table.columns if "jeugdzorg" in name.lower())
    pairs = zip(table["Codering"], table[column], strict=True)
    counted = [_one(value, chance) if area.startswith("WK") or value else value for area, value in pairs]
    table.with_columns(pl.Series(column, counted, pl.String)).write_csv(folder / _FILE, separator=";")
    return folder


def _one(value: str | None, chance: random.Random) -> str | None:
    """A count that would be shown as this one: 15 may be 13 to 17, one that is kept back 0 to 7."""
    if value is None or not value.strip(". "):
        return str(chance.randrange(8))
    return str(int(float(value)) + chance.randrange(-2, 3))


@pytest.fixture(scope="module")
def runs(published: Path, tmp_path_factory: pytest.TempPathFactory) -> list[FinishedRun]:
    found = []
    for seed in (1, 2):
        folder = tmp_path_factory.mktemp("own")
        files = _counted(published, folder / "files", seed)
        workspace = Workspace(folder / "werkmap")
        import_files(workspace, sorted(files.iterdir()))
        found.append(FinishedRun.read(estimate(workspace, Request(settings=Settings(draws=200)))))
    return found


def test_the_files_do_differ(published: Path, tmp_path: Path) -> None:
    one, other = (_counted(published, tmp_path / str(seed), seed) / _FILE for seed in (1, 2))
    assert one.read_bytes() != other.read_bytes()


def test_counts_that_round_alike_give_the_same_run(runs: list[FinishedRun]) -> None:
    one, other = runs
    assert one.areas.equals(other.areas)
    assert one.explanation.equals(other.explanation)
    assert one.coefficients.equals(other.coefficients)
    assert one.places.equals(other.places)
    assert one.comparable is not None
    assert other.comparable is not None
    assert one.comparable.equals(other.comparable)
    assert one.model == other.model


def test_shown_counts_are_fives_and_small_ones_are_kept_back(runs: list[FinishedRun]) -> None:
    shown = runs[0].areas.filter(pl.col("status") == "shown")["published"]
    assert shown.len() > 20
    assert all(value >= 10 and value == rounded_count(value) for value in shown)
    secret = runs[0].areas.filter(pl.col("status") == "secret")
    assert secret.height > 0
    assert secret["published"].null_count() == secret.height
    assert secret["published_rate"].null_count() == secret.height


def test_files_that_leave_the_house_are_the_same(runs: list[FinishedRun], tmp_path: Path) -> None:
    texts = []
    for number, run in enumerate(runs):
        folder = tmp_path / str(number)
        folder.mkdir()
        texts.append(_exported(run, folder))
    for name in texts[0]:
        assert texts[0][name] == texts[1][name], name


def test_the_checksum_of_such_a_file_stays_in_the_house(runs: list[FinishedRun]) -> None:
    for run in runs:
        own = [one for one in run.inputs if one["kind"] == "youth-care"]
        others = [one for one in run.inputs if one["kind"] == "kwb"]
        inside = {one["kind"]: one["checksum"] for one in run.card["inputs"]}
        assert [one["checksum"] for one in own] == [None]
        assert inside["youth-care"][:8] not in str(run.inputs)
        assert all(one["checksum"] for one in others)


def _exported(run: FinishedRun, folder: Path) -> dict[str, str]:
    """Every file, without the name of the run and the moment of its making."""
    written = {}
    for name, write in WRITERS.items():
        write(run, folder / name)
        text = (folder / name).read_bytes().decode("utf-8", "replace")
        written[name] = text.replace(run.id, "RUN").replace(run.card["created"], "MOMENT")
    return written
