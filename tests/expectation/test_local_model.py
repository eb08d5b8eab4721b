# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The local model: a region's own indicator finds its effect, noise finds none, nothing counts twice."""

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.local_model import LocalAnswer, fit_local
from wijkverhaal.expectation.local_words import coefficient_rows, local_dict, local_sentences, wijk_rows
from wijkverhaal.expectation.regional_prior import regional_prior
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.errors import FitError, NotFoundError

from .neighbourhood_countries import country_panel, own_column, with_own
from .panels import NO_ROW, changed

EFFECT = -0.25


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Panel:
    return country_panel(tmp_path_factory.mktemp("country"), {"veiligheid": EFFECT})


@pytest.fixture(scope="module")
def inside(country: Panel) -> np.ndarray:
    """The largest region."""
    region = country.areas["region"].to_numpy()
    names, counts = np.unique(region, return_counts=True)
    return np.asarray(region == names[counts.argmax()])


@pytest.fixture(scope="module")
def regional(country: Panel, inside: np.ndarray) -> Panel:
    """Only the region knows its safety; beside it stands noise."""
    safety = np.where(inside, own_column(country, "veiligheid"), np.nan)
    noise = np.where(inside, np.random.default_rng(2).standard_normal(inside.size), np.nan)
    return with_own(country, {"safety": safety, "noise": noise})


@pytest.fixture(scope="module")
def answer(regional: Panel, inside: np.ndarray) -> LocalAnswer:
    return fit_local(regional, inside, Settings(draws=500))


def test_the_true_effect_is_found_and_noise_is_not(answer: LocalAnswer, country: Panel) -> None:
    rows = {row["label"]: row for row in coefficient_rows(answer).to_dicts()}
    wanted = EFFECT * rows["safety"]["scale"] / np.nanstd(own_column(country, "veiligheid"))
    assert rows["safety"]["low"] < wanted < rows["safety"]["high"] < 0.0
    assert rows["noise"]["low"] < 0.0 < rows["noise"]["high"]


def test_the_verdict_is_a_gain_and_differences_shrink(answer: LocalAnswer) -> None:
    assert answer.gain.verdict == "gain"
    table = wijk_rows(answer)
    assert table["difference_after"].abs().mean() < table["difference_before"].abs().mean()
    assert any("beter" in sentence for sentence in local_sentences(answer))


def test_noise_alone_is_no_gain(regional: Panel, inside: np.ndarray) -> None:
    noise = np.where(inside, np.random.default_rng(3).standard_normal(inside.size), np.nan)
    found = fit_local(with_own(regional, {"noise": noise}), inside, Settings(draws=100))
    assert found.gain.verdict != "gain"
    assert len(local_sentences(found)) == 2


def test_the_prior_has_not_seen_the_region(regional: Panel, inside: np.ndarray) -> None:
    codes = regional.areas.filter(pl.Series(inside))["area"].to_list()
    silent = changed(regional, pl.col("area").is_in(codes), NO_ROW)
    one, other = (regional_prior(panel, inside, Settings()) for panel in (regional, silent))
    assert one.mean == pytest.approx(other.mean, abs=1e-6)
    assert one.covariance == pytest.approx(other.covariance, abs=1e-6)


def test_without_indicators_actual_use_is_that_of_the_country(answer: LocalAnswer) -> None:
    panel = answer.panel
    shown = (panel.status == "shown") & (np.nan_to_num(panel.column("youths")) > 2000)
    assert shown.sum() > 3
    before, after = answer.actual_before.mean(0)[shown], answer.actual_after.mean(0)[shown]
    assert before == pytest.approx(after, rel=0.1)


def test_the_answer_is_plain(answer: LocalAnswer) -> None:
    found = local_dict(answer, "JV01")
    assert found["gain"]["verdict"] == "gain"
    assert len(found["wijken"]) == answer.panel.areas.height
    assert found["mean_absolute_difference"]["after"] < found["mean_absolute_difference"]["before"]


def test_figures_that_cannot_serve_are_refused(country: Panel, inside: np.ndarray) -> None:
    same = with_own(country, {"same": np.full(inside.size, 3.0)})
    with pytest.raises(NotFoundError, match="geen bruikbare eigen cijfers"):
        fit_local(same, inside)
    few = np.zeros(inside.size, dtype=bool)
    few[np.flatnonzero(inside)[:5]] = True
    with pytest.raises(FitError, match="neem er gemeenten bij"):
        fit_local(country, few)
