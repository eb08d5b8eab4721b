# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A year in a handful of numbers that agree with the tables."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.expectation.result_tables import area_table
from wijkverhaal.expectation.summary import year_summary


def test_numbers_of_wijken_agree_with_the_table(fitted: FittedYear) -> None:
    summary, table = year_summary(fitted), area_table(fitted)
    counts = dict(table["status"].value_counts().iter_rows())
    assert summary["wijken"] == table.height
    assert (summary["with_count"], summary["secret"], summary["without_row"]) == (
        counts["shown"],
        counts["secret"],
        counts["no_row"],
    )
    assert summary["gemeenten"] == table["gemeente"].n_unique()
    assert summary["youths"] == table["youths"].sum()
    assert summary["country_rate"] == pytest.approx(
        np.average(table["actual"].to_numpy(), weights=table["youths"].to_numpy())
    )


def test_marked_wijken_agree_with_their_probabilities(fitted: FittedYear) -> None:
    summary, table = year_summary(fitted), area_table(fitted)
    counts = dict(table["marked"].value_counts().iter_rows())
    assert summary["marked_higher"] == counts["higher"] > 0
    assert summary["marked_lower"] == counts["lower"] > 0
    marked = table.filter(pl.col("marked") != "none")
    assert summary["marked_wrongly"] == pytest.approx((1 - marked["probability_marked"]).sum())
    assert summary["marked_wrongly"] <= 0.1 * marked.height
    sides = marked.filter((pl.col("marked") == "higher") != (pl.col("difference_here") > 0))
    assert sides.is_empty()


def test_here_explains_more_than_the_population_alone(fitted: FittedYear) -> None:
    summary = year_summary(fitted)
    assert summary["share_explained_population"] < summary["share_explained_here"] < 1.0


def test_without_any_spread_nothing_is_explained(fitted: FittedYear) -> None:
    flat = replace(fitted.answers, actual=np.full_like(fitted.answers.actual, 9.0))
    assert year_summary(replace(fitted, answers=flat))["share_explained_here"] == 0.0


def test_percentages_have_no_number_of_youths(fitted_scp: FittedYear) -> None:
    summary = year_summary(fitted_scp)
    assert summary["youths"] is None
    assert summary["without_youths"] == 0
    assert summary["with_count"] == fitted_scp.panel.areas.filter(pl.col("status") == "shown").height
