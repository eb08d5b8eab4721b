# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sentence about a place counts the wijken that its list shows."""

import polars as pl
import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.map_chart import spread_sentence


@pytest.mark.parametrize(
    ("without", "words"),
    [(1, "Van 1 wijk is er geen schatting."), (2, "Van 2 wijken is er geen schatting.")],
)
def test_wijken_without_an_estimate_are_counted_and_named(run: FinishedRun, without: int, words: str) -> None:
    whole = run.of_year(2022).filter(pl.col("gemeente") == "GM9001").sort("area")
    silent = whole["area"][:without].to_list()
    frame = whole.with_columns(pl.when(~pl.col("area").is_in(silent)).then("actual").alias("actual"))
    sentence = spread_sentence(run, 2022, frame, "Nergensdam", "GM9001")
    assert "In de 10 wijken van Nergensdam gebruikte in 2022" in sentence
    assert words in sentence
    assert "geen schatting" not in spread_sentence(run, 2022, whole, "Nergensdam", "GM9001")
