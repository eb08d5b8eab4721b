# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why actual is above published is said where it is known, and nowhere else."""

from typing import Any

import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.coverage_sentence import coverage_sentence

_ROW: dict[str, Any] = {"coverage": 0.876, "coverage_known": True, "published_rate": 6.9}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "jeugdzorg in deze gemeente zijn er 88 in een wijk geplaatst."),
        ({"coverage_known": None}, "zijn er 88 in een wijk"),
        ({"coverage_known": False}, "zijn er naar schatting 88 in een wijk geplaatst."),
    ],
)
def test_the_share_that_was_placed_is_told(run: FinishedRun, changed: dict[str, Any], words: str) -> None:
    sentence = coverage_sentence(run, _ROW | changed)
    assert words in sentence
    assert sentence.endswith("meestal hoger dan gepubliceerd.")


@pytest.mark.parametrize("changed", [{"coverage": None}, {"coverage": 0.998}, {"published_rate": None}])
def test_nothing_is_told_where_there_is_nothing_to_explain(run: FinishedRun, changed: dict[str, Any]) -> None:
    assert coverage_sentence(run, _ROW | changed) == ""
