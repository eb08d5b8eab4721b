# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kept indicators: what was published, of which year, and what the model made of it."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.indicator_means import indicator_means
from wijkverhaal.expectation.indicator_table import indicator_table
from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.foundation.language import speaking


def test_every_value_is_the_published_one_in_its_own_unit(fitted: FittedYear) -> None:
    table, panel = indicator_table(fitted), fitted.panel
    assert len(table) == panel.values.size
    for place, indicator in enumerate(panel.indicators):
        own = table.filter(pl.col("indicator") == indicator.id)
        assert own["area"].to_list() == panel.areas["area"].to_list()
        values = own["value"].cast(pl.Float64).to_numpy()
        expected = panel.values[:, place]
        expected = np.exp(expected) if indicator.transform == "log" else expected
        np.testing.assert_allclose(values, expected, equal_nan=True)
        assert own["from_year"].null_count() == own["value"].null_count()
        years = set(own["from_year"].drop_nulls().unique())
        if indicator.id in panel.carried:
            assert years <= {panel.carried[indicator.id]}


def test_what_the_model_filled_in_is_told(fitted: FittedYear) -> None:
    table, missing = indicator_table(fitted), fitted.specification.determinants.missing
    shares = table.group_by("indicator").agg(pl.col("filled_in").mean())
    told = {name: share for name, share in shares.iter_rows() if share > 0}
    assert told == pytest.approx(missing)


def test_labels_are_in_the_language_of_the_reader(run_folder: Path, run: FinishedRun) -> None:
    dutch = {name: entry["label"] for name, entry in run.model["indicators"].items()}
    with speaking("en"):
        english = FinishedRun.read(run_folder).model["indicators"]
    assert dutch.keys() == english.keys()
    assert all(dutch.values())
    assert any(dutch[name] != english[name]["label"] for name in dutch)


def test_means_are_weighted_by_youths(run: FinishedRun) -> None:
    means = indicator_means(run, 2022)
    assert means is not None
    assert run.indicators is not None
    areas = run.of_year(2022).select("area", "gemeente", "youths")
    rows = run.indicators.filter(pl.col("year") == 2022).join(areas, on="area")
    name, gemeente = rows["indicator"][0], rows["gemeente"][0]
    own = rows.filter(pl.col("indicator") == name, pl.col("value").is_not_null(), pl.col("youths") > 0)
    country = float(np.average(own["value"].to_numpy(), weights=own["youths"].to_numpy()))
    assert means.country[name] == pytest.approx(country)
    inside = own.filter(pl.col("gemeente") == gemeente)
    expected = float(np.average(inside["value"].to_numpy(), weights=inside["youths"].to_numpy()))
    assert means.gemeente[gemeente, name] == pytest.approx(expected)


def test_regions_have_their_own_use(run: FinishedRun) -> None:
    region = run.of_year(2022)["region"].drop_nulls()[0]
    use = run.use_of(region, 2022)
    wijken = run.of_year(2022).filter(pl.col("region") == region, pl.col("youths") > 0)
    expected = float(np.average(wijken["actual"].to_numpy(), weights=wijken["youths"].to_numpy()))
    assert use["actual"] == pytest.approx(expected)
    assert use["actual_low"] < use["actual"] < use["actual_high"]
