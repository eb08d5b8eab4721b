# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bad indicators: a slip of the pen costs one wijk one value, never an indicator, and it is said."""

import numpy as np
import pytest

from wijkverhaal.expectation.multilevel import FittedYear, fit_panel
from wijkverhaal.expectation.reservation import reservations
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.panel import Panel

from .panels import like_scp_file, with_indicators

FEW = Settings(draws=40)
GROUPS = {"one": "age", "two": "income", "three": "age"}


@pytest.fixture(scope="module")
def values(panel: Panel) -> np.ndarray:
    """Three ordinary indicators; with the first, use goes up."""
    chance = np.random.default_rng(1)
    found = 20.0 + 4.0 * chance.standard_normal((panel.areas.height, 3))
    rate = np.nan_to_num(panel.column("published_rate"), nan=12.0)
    found[:, 0] = 20.0 + rate + chance.standard_normal(rate.size)
    return found


def fit(panel: Panel, values: np.ndarray, settings: Settings = FEW) -> FittedYear:
    return fit_panel(with_indicators(panel, GROUPS, values), settings)


@pytest.fixture(scope="module")
def usual(panel: Panel, values: np.ndarray) -> FittedYear:
    return fit(panel, values)


def said(fitted: FittedYear) -> str:
    return " ".join(reservations(fitted.specification))


def expected(fitted: FittedYear) -> np.ndarray:
    return np.asarray(fitted.answers.expected_here.mean(0))


def test_ordinary_indicators_need_no_word(usual: FittedYear) -> None:
    assert "Kenmerk" not in said(usual)
    assert usual.posterior.fixed_mean[0, 1] > 0.1


@pytest.mark.parametrize("scale", [1e12, 1e-12, 1e300, 1e-300, -1e200])
def test_a_wild_scale_changes_nothing(
    panel: Panel, values: np.ndarray, usual: FittedYear, scale: float
) -> None:
    found = fit(panel, values * np.array([scale, 1.0, 1.0]))
    assert expected(found) == pytest.approx(expected(usual), rel=0.02)
    assert found.specification.determinants.left_out == {}


@pytest.mark.parametrize("odd", [1e4, 1e12, -99999999.0, 1e200, -1e308])
def test_one_odd_value_costs_no_indicator_and_is_said(
    panel: Panel, values: np.ndarray, usual: FittedYear, odd: float
) -> None:
    slipped = values.copy()
    slipped[7, 0] = odd
    found = fit(panel, slipped)
    others = np.arange(values.shape[0]) != 7
    assert expected(found)[others] == pytest.approx(expected(usual)[others], rel=0.03)
    text = said(found)
    assert "Kenmerk one heeft in 2022 een waarde die ver buiten alle andere ligt" in text
    assert panel.areas["area"][7] in text


def test_an_odd_value_spoils_no_model_like_that_of_scp(panel: Panel, values: np.ndarray) -> None:
    slipped, settings = values.copy(), Settings(draws=40, like_scp=True)
    slipped[7, 0] = 1e12
    scp = like_scp_file(panel)
    found, usual = fit(scp, slipped, settings), fit(scp, values, settings)
    others = np.arange(values.shape[0]) != 7
    assert expected(found)[others] == pytest.approx(expected(usual)[others], rel=0.03)
    assert "ver buiten alle andere" in said(found)


@pytest.mark.parametrize("constant", [0.0, 7.0, 1e300])
def test_a_constant_is_left_out_whatever_its_size(panel: Panel, values: np.ndarray, constant: float) -> None:
    same = values.copy()
    same[:, 1] = constant
    found = fit(panel, same)
    assert found.specification.determinants.left_out == {"two": "constant"}
    assert np.isfinite(found.answers.expected_here).all()


def test_twins_share_what_one_would_tell(panel: Panel, values: np.ndarray, usual: FittedYear) -> None:
    twins = values.copy()
    twins[:, 1] = 3.0 - 2.0 * twins[:, 0]
    found = fit(panel, twins)
    one, two = found.posterior.draws.fixed[:, 1].mean(), found.posterior.draws.fixed[:, 2].mean()
    assert one == pytest.approx(-two, rel=0.05)
    assert one - two == pytest.approx(usual.posterior.draws.fixed[:, 1].mean(), rel=0.1)
    assert expected(found) == pytest.approx(expected(usual), rel=0.05)
    assert "volgen in 2022 uit elkaar" in said(found)
    assert "Kenmerk one, Kenmerk two." in said(found)


def test_a_sum_of_others_is_said(panel: Panel, values: np.ndarray) -> None:
    summed = values.copy()
    summed[:, 2] = values[:, 0] + values[:, 1]
    found = fit(panel, summed)
    assert np.isfinite(found.answers.expected_here).all()
    assert "Kenmerk one, Kenmerk two, Kenmerk three." in said(found)


def test_what_a_gemeente_lacks_altogether_says_nothing_of_its_population(
    panel: Panel, values: np.ndarray, usual: FittedYear
) -> None:
    """However much a gemeente uses, its missing figures are no part of what its population expects."""
    gemeente = panel.areas["gemeente"].to_numpy()
    codes, wijken = np.unique(gemeente, return_counts=True)
    rate = np.nan_to_num(panel.column("published_rate"))
    high = max(codes[wijken >= 5], key=lambda code: rate[gemeente == code].mean())
    lacking = values.copy()
    lacking[gemeente == high, 2] = np.nan
    found = fit(panel, lacking)
    assert all(column.form == "value" for column in found.specification.determinants.columns)
    population = found.answers.expected_population.mean(0), usual.answers.expected_population.mean(0)
    assert population[0][gemeente == high] == pytest.approx(population[1][gemeente == high], rel=0.06)
    name = panel.areas["gemeente_name"].to_numpy()[gemeente == high][0]
    assert f"In alle wijken van {name} is in 2022 niet bekend, en dus aangevuld: Kenmerk three." in said(
        found
    )


def test_absence_within_a_gemeente_still_tells(panel: Panel, values: np.ndarray) -> None:
    holed = values.copy()
    holed[::7, 2] = np.nan
    forms = [column.form for column in fit(panel, holed).specification.determinants.columns]
    assert "absence" in forms
