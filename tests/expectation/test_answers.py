# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Expected and actual: totals agree, averages are averages, and SCP's kind of model is linear."""

import numpy as np
import pytest

from wijkverhaal.expectation.answers import answers_of, balance_weights, population_predictor
from wijkverhaal.expectation.effect_draws import effect_draws
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.multilevel import FittedYear


def users(fitted: FittedYear, rates: Floats) -> float:
    """Youths with care, or the sum of percentages where there are no youths, in wijken with a count."""
    shown = fitted.specification.shown
    return float((rates.mean(0) / 100.0 * balance_weights(fitted.specification))[shown].sum())


@pytest.fixture(params=["fitted", "fitted_scp", "fitted_like_scp"])
def any_fit(request: pytest.FixtureRequest) -> FittedYear:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, FittedYear)
    return found


def test_expected_and_actual_numbers_of_youths_add_up_to_the_same(any_fit: FittedYear) -> None:
    answers = any_fit.answers
    actual = users(any_fit, answers.actual)
    assert actual > 0
    assert users(any_fit, answers.expected_population) == pytest.approx(actual, abs=1e-6)
    assert users(any_fit, answers.expected_here) == pytest.approx(actual, abs=1e-6)


def test_expected_for_the_population_averages_over_all_effects(fitted: FittedYear) -> None:
    specification, draws = fitted.specification, fitted.posterior.draws
    order = specification.model.hyperparameters
    spreads = [np.exp(draws.theta[:, order.index(f"sd_{n}")]) for n in ("wijk", "gemeente", "jeugdregio")]
    chance = np.random.default_rng(1)
    noise = chance.standard_normal((3, 100_000))
    population = population_predictor(specification, fitted.posterior) + fitted.answers.shift_population
    for draw in (0, 7, 200):
        effects = sum(spread[draw] * z for spread, z in zip(spreads, noise, strict=True))
        for wijk in (0, 50, 200):
            brute = (100.0 / (1.0 + np.exp(-population[draw, wijk] - effects))).mean()
            assert fitted.answers.expected_population[draw, wijk] == pytest.approx(brute, rel=0.005)


def test_expected_here_knows_the_gemeente_and_averages_over_the_wijk(fitted: FittedYear) -> None:
    specification, posterior = fitted.specification, fitted.posterior
    here = population_predictor(specification, posterior) + fitted.answers.shift_here
    for name in ("gemeente", "jeugdregio"):
        effect = effect_draws(specification, posterior, name)
        assert effect is not None
        here = here + effect
    spread = np.exp(posterior.draws.theta[:, specification.model.hyperparameters.index("sd_wijk")])
    noise = np.random.default_rng(2).standard_normal(100_000)
    for draw, wijk in ((0, 0), (7, 50), (200, 200)):
        brute = (100.0 / (1.0 + np.exp(-here[draw, wijk] - spread[draw] * noise))).mean()
        assert fitted.answers.expected_here[draw, wijk] == pytest.approx(brute, rel=0.005)


def test_averaging_is_not_setting_the_effects_to_zero(fitted: FittedYear) -> None:
    predictor = population_predictor(fitted.specification, fitted.posterior) + fitted.answers.shift_population
    at_zero = 100.0 / (1.0 + np.exp(-predictor))
    assert (fitted.answers.expected_population.mean(0) > at_zero.mean(0)).all()


def test_rates_are_percentages(any_fit: FittedYear) -> None:
    if any_fit.specification.scale == "logit":
        for rates in (any_fit.answers.expected_here, any_fit.answers.actual):
            assert ((rates > 0) & (rates < 100)).all()
    assert 3.0 < any_fit.answers.actual.mean() < 25.0


def test_like_scp_is_linear_in_the_determinants(fitted_like_scp: FittedYear) -> None:
    expected = fitted_like_scp.answers.expected_population
    matrix = fitted_like_scp.specification.determinants.matrix
    design = np.column_stack([np.ones(len(matrix)), matrix])
    fitted_values = design @ np.linalg.lstsq(design, expected.T, rcond=None)[0]
    assert fitted_values == pytest.approx(expected.T, abs=1e-8)


def test_like_scp_adds_gemeente_and_region_as_they_are(fitted_like_scp: FittedYear) -> None:
    specification, posterior = fitted_like_scp.specification, fitted_like_scp.posterior
    answers = fitted_like_scp.answers
    effects = [effect_draws(specification, posterior, name) for name in ("gemeente", "jeugdregio")]
    away = answers.expected_here - answers.expected_population - sum(e for e in effects if e is not None)
    assert away == pytest.approx(np.full_like(away, answers.shift_here - answers.shift_population), abs=1e-9)


def test_an_effect_that_the_model_does_not_have(fitted: FittedYear) -> None:
    assert effect_draws(fitted.specification, fitted.posterior, "maan") is None


def test_the_answers_follow_from_the_draws(fitted: FittedYear) -> None:
    again = answers_of(fitted.specification, fitted.posterior)
    assert np.array_equal(again.actual, fitted.answers.actual)
    assert np.array_equal(again.expected_here, fitted.answers.expected_here)
