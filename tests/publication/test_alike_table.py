# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Comparable wijken on the page of a gemeente."""

from dataclasses import replace

import polars as pl
import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.alike_table import alike_wijken
from wijkverhaal.publication.report import report

GEMEENTE = "GM9002"


def test_each_wijk_of_the_gemeente_has_its_own_and_those_that_stand_out_come_first(run: FinishedRun) -> None:
    found = alike_wijken(run, 2022, GEMEENTE, 120)
    own = run.of_year(2022).filter(pl.col("gemeente") == GEMEENTE)
    assert {one.area for one in found} == set(own["area"])
    marks = [one.marked for one in found]
    assert any(marks)
    assert marks == sorted(marks, reverse=True)
    assert sum(marks) == own["marked"].is_in(["higher", "lower"]).sum()


def test_the_sentence_holds_the_range_there_and_the_margin_here(run: FinishedRun) -> None:
    one = alike_wijken(run, 2022, GEMEENTE, 1)[0]
    assert run.comparable is not None
    others = run.comparable.filter(pl.col("area") == one.area, pl.col("year") == 2022)["other_actual"]
    for bound in (others.min(), others.max()):
        assert f"{bound:.1f}%".replace(".", ",") in one.sentence
    assert "90%-marge" in one.sentence
    assert "Bron: " in one.sentence


def test_all_others_are_elsewhere(run: FinishedRun) -> None:
    names = set(run.areas.filter(pl.col("gemeente") == GEMEENTE)["gemeente_name"])
    found = [row[0] for one in alike_wijken(run, 2022, GEMEENTE, 120) for row in one.table.rows]
    assert found
    assert not [text for text in found if text.rpartition(", ")[2] in names]


def test_when_there_is_no_room_those_that_stand_out_stay(run: FinishedRun) -> None:
    marked = sum(one.marked for one in alike_wijken(run, 2022, GEMEENTE, 120))
    assert all(one.marked for one in alike_wijken(run, 2022, GEMEENTE, marked))


def test_a_run_from_before_has_none(run: FinishedRun) -> None:
    assert alike_wijken(replace(run, comparable=None), 2022, GEMEENTE, 120) == []


@pytest.mark.parametrize(("gemeente", "there"), [(GEMEENTE, True), (None, False)])
def test_only_the_page_of_a_gemeente_has_them(run: FinishedRun, gemeente: str | None, there: bool) -> None:
    assert ("Met welke wijken kunt u vergelijken?" in report(run, gemeente)) == there
