# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A fitted year: near the truth, the same for the same seed, and an error in one sentence."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation import multilevel
from wijkverhaal.expectation.engine.latent_gaussian import NoModeError
from wijkverhaal.expectation.multilevel import FittedYear, fit_panel
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.errors import FitError

from .panels import without_rows


def test_actual_is_nearer_to_the_truth_than_what_was_published(
    fitted: FittedYear, truth: pl.DataFrame
) -> None:
    real = fitted.panel.areas.join(truth.filter(pl.col("year") == 2022), on="area", how="left")
    rate, shown = 100.0 * real["rate"].to_numpy(), fitted.panel.status == "shown"
    estimate = fitted.answers.actual.mean(0)
    assert np.corrcoef(estimate[shown], rate[shown])[0, 1] > 0.9
    published = fitted.panel.column("published_rate")
    assert np.square(estimate - rate)[shown].mean() < 0.7 * np.square(published - rate)[shown].mean()


def test_expected_knows_the_truth_better_than_the_mean(fitted: FittedYear, truth: pl.DataFrame) -> None:
    real = fitted.panel.areas.join(truth.filter(pl.col("year") == 2022), on="area", how="left")
    known = fitted.panel.status != "no_row"
    expected = 100.0 * real["expected_here"].to_numpy()[known]
    assert np.corrcoef(fitted.answers.expected_here.mean(0)[known], expected)[0, 1] > 0.85


def test_the_same_seed_gives_the_same_numbers(panel: Panel) -> None:
    first, second = (fit_panel(panel, Settings(draws=20, seed=7)) for _repeat in range(2))
    other = fit_panel(panel, Settings(draws=20, seed=8))
    assert np.array_equal(first.answers.actual, second.answers.actual)
    assert first.prediction is not None
    assert second.prediction is not None
    assert np.array_equal(first.prediction.low, second.prediction.low)
    assert (first.answers.actual != other.answers.actual).all()


def test_a_gemeente_without_rows_is_predicted_less_surely(panel: Panel, fitted: FittedYear) -> None:
    known = panel.areas.filter(pl.col("status") == "shown").group_by("gemeente").len().sort("len", "gemeente")
    gemeente = known["gemeente"][-1]
    blind = fit_panel(without_rows(panel, [gemeente]), Settings(draws=300))
    here = (panel.areas["gemeente"] == gemeente).to_numpy()
    wider = blind.answers.expected_here.std(0)[here] / fitted.answers.expected_here.std(0)[here]
    assert wider.min() > 1.0
    assert np.median(wider) > 1.3
    assert np.median(wider) > 1.5  # and mostly far less sure
    assert blind.prediction is not None
    assert (blind.prediction.mean[here] > 0).all()
    assert (blind.prediction.low[here] < blind.prediction.high[here]).all()
    placed = panel.column("published")[here]
    shown = np.isfinite(placed)
    assert blind.prediction.mean[here][shown].sum() == pytest.approx(placed[shown].sum(), rel=0.5)


def test_percentages_get_no_prediction_of_counts(fitted_scp: FittedYear) -> None:
    assert fitted_scp.prediction is None
    seen = fitted_scp.panel.status == "shown"
    published = fitted_scp.panel.column("published_rate")[seen]
    assert np.corrcoef(fitted_scp.answers.actual.mean(0)[seen], published)[0, 1] > 0.9


def test_progress_is_told_until_the_end(panel: Panel) -> None:
    told: list[float] = []
    fit_panel(panel, Settings(draws=4), told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_failing_arithmetic_becomes_a_sentence(panel: Panel, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise NoModeError("no mode")

    monkeypatch.setattr(multilevel, "fit", fail)
    with pytest.raises(FitError, match="2022 komt niet tot een uitkomst"):
        fit_panel(panel)


def test_values_that_are_not_finite_count_as_missing(panel: Panel) -> None:
    values = panel.values.copy()
    values[5, 0], values[6, 1] = np.inf, -np.inf
    fitted = fit_panel(replace(panel, values=values), Settings(draws=4))
    assert np.isfinite(fitted.answers.actual).all()
