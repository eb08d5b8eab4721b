# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two runs compared: what went in, what moved, and never across definitions."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from tests.publication.run_factory import fabricate_run
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.workspace import Workspace

from ..chart_sentence import missing_of

if TYPE_CHECKING:
    from django.test import Client

A, B = "20260102-a", "20260103-b"
_MOVED = 0.3


def _change_card(folder: Path, **changes: object) -> None:
    card = json.loads((folder / "run.json").read_text())
    (folder / "run.json").write_text(json.dumps({**card, "id": folder.name, **changes}))


@pytest.fixture
def two_runs(empty: Workspace) -> Workspace:
    """The same run twice; in the second everything expected lies higher, and one wijk stands out anew."""
    first = fabricate_run(empty.runs / A, wijken=25)
    _change_card(first)
    second = Path(shutil.copytree(first, empty.runs / B))
    _change_card(second, seed=99)
    areas = pl.read_parquet(second / "areas.parquet")
    plain = areas.filter(pl.col("marked") == "none")["area"][0]
    areas.with_columns(
        pl.col("expected_here") + _MOVED,
        pl.col("difference_here") - _MOVED,
        pl.when(pl.col("area") == plain).then(pl.lit("lower")).otherwise("marked").alias("marked"),
    ).write_parquet(second / "areas.parquet")
    return empty


def _page(analyst: Client, a: str = A, b: str = B) -> str:
    return analyst.get("/werk/berekeningen/vergelijken/", {"a": a, "b": b}).text


def test_what_moved_is_said_drawn_and_listed(two_runs: Workspace, analyst: Client) -> None:
    page = _page(analyst)
    assert "Startgetal van het toeval" in page
    assert "De bronnen zijn gelijk" in page
    assert "schoof het minder dan 0,30 procentpunt" in page
    assert "tussen +0,30 en +0,30" in page
    assert page.count('<svg role="img"') == 1
    assert "Bron: verzonnen land" in page
    assert "alleen in de tweede" in page


def test_the_sentence_of_the_chart_is_whole(two_runs: Workspace, analyst: Client) -> None:
    (sentence,) = re.findall(r"<figcaption><p>(.*?)</p>", _page(analyst), re.DOTALL)
    assert missing_of(sentence) == []


def test_the_page_says_that_the_figures_are_not_real(two_runs: Workspace, analyst: Client) -> None:
    two_runs.prepare(fictional=True)
    for address in ("/werk/", "/werk/inlezen/", "/werk/berekenen/", "/werk/buurtvraag/"):
        assert "Verzonnen land: deze cijfers zijn niet echt" in analyst.get(address).text, address
    assert "Verzonnen land" in _page(analyst).partition("<main")[0]


def test_moves_are_those_of_the_wijken(two_runs: Workspace) -> None:
    from wijkverhaal.site.jobs.run_difference import run_difference

    a, b = (FinishedRun.read(two_runs.runs / name) for name in (A, B))
    found = run_difference(a, b)
    expected, actual, difference = found.moved
    assert expected.low == pytest.approx(_MOVED)
    assert (actual.middle, actual.most) == (0.0, 0.0)
    assert difference.high == pytest.approx(-_MOVED)
    assert found.marked_b >= 1
    assert found.marked_a == 0
    back = run_difference(b, a)
    assert (back.marked_a, back.marked_b) == (found.marked_b, found.marked_a)


def test_every_wijk_can_be_downloaded(two_runs: Workspace, analyst: Client) -> None:
    answer = analyst.get("/werk/berekeningen/vergelijken/verschil.csv", {"a": A, "b": B})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    both = FinishedRun.read(two_runs.runs / A)
    assert len(rows) == both.areas.height
    known = [row for row in rows if row["expected_here_a"]]
    for row in known:
        assert float(row["expected_here_b"]) - float(row["expected_here_a"]) == pytest.approx(_MOVED)
    assert not [name for name in rows[0] if "published" in name], "nothing that could be secret"


def test_runs_of_another_outcome_are_not_set_beside_each_other(two_runs: Workspace, analyst: Client) -> None:
    _change_card(two_runs.runs / B, outcome="jeugdhulp")
    page = _page(analyst)
    assert "niet met elkaar te vergelijken" in page
    assert "<svg role" not in page
    assert "jeugdhulp" in page
    gone = analyst.get("/werk/berekeningen/vergelijken/verschil.csv", {"a": A, "b": B})
    assert gone.status_code == 404


@pytest.mark.parametrize(("a", "b"), [(A, A), (A, "20260101-niets"), ("../x", B)])
def test_only_two_runs_that_are_there(a: str, b: str, two_runs: Workspace, analyst: Client) -> None:
    answer = analyst.get("/werk/berekeningen/vergelijken/", {"a": a, "b": b})
    assert answer.status_code == 200
    assert "Kies twee verschillende berekeningen" in answer.text
