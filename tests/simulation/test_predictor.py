# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.simulation.country import Country, CountrySettings, simulate_country
from wijkverhaal.simulation.determinants import standard_scores
from wijkverhaal.simulation.predictor import expit, mean_rate
from wijkverhaal.simulation.settings import COEFFICIENTS, TrueDifference


def _small(**chosen: object) -> Country:
    return simulate_country(CountrySettings(gemeenten=20, wijken=120, regions=4, **chosen), seed=3)  # type: ignore[arg-type]


def test_the_parts_of_the_logit_add_up_to_the_rate(country: Country) -> None:
    for year in country.predictor:
        logit = (
            year.intercept + year.population + year.neighbourhood + year.region + year.gemeente + year.wijk
        )
        assert np.allclose(np.log(year.rate / (1 - year.rate)), logit, atol=1e-12)


def test_the_population_part_is_the_coefficients_times_the_determinants(small: Country) -> None:
    scores = standard_scores(small.population[1], small.standard)
    beta = [small.settings.coefficients[name] for name in COEFFICIENTS]
    assert np.allclose(small.predictor[1].population, scores @ beta)


def test_effects_have_the_spread_that_was_asked(country: Country) -> None:
    settings, year = country.settings, country.predictor[0]
    of_gemeente = year.gemeente[np.unique(country.geography.gemeente, return_index=True)[1]]
    assert year.wijk.std() == pytest.approx(settings.wijk_sd, rel=0.05)
    assert of_gemeente.std() == pytest.approx(settings.gemeente_sd, rel=0.15)
    assert np.unique(year.region).std() == pytest.approx(settings.region_sd, rel=0.35)


def test_effects_persist_from_year_to_year(country: Country) -> None:
    first, second = country.predictor
    assert np.corrcoef(first.wijk, second.wijk)[0, 1] == pytest.approx(0.9, abs=0.02)
    assert np.corrcoef(first.gemeente, second.gemeente)[0, 1] > 0.93
    assert np.array_equal(first.region, second.region)


def test_effects_belong_to_the_gemeente_and_the_region(country: Country) -> None:
    gemeente, region = country.geography.gemeente, country.geography.region
    year = country.predictor[0]
    assert len(np.unique(year.gemeente)) == len(region)
    assert len(np.unique(np.column_stack([gemeente, year.gemeente]), axis=0)) == len(region)
    assert len(np.unique(np.column_stack([region[gemeente], year.region]), axis=0)) == 42


@given(st.floats(-4, 1), st.floats(0, 0.6))
def test_the_mean_rate_averages_over_the_effect(logit: float, sd: float) -> None:
    effects = sd * np.linspace(-8, 8, 20_001)
    weights = np.exp(-0.5 * np.linspace(-8, 8, 20_001) ** 2)
    averaged = (expit(logit + effects) * weights).sum() / weights.sum()
    assert mean_rate(np.array([logit]), sd)[0] == pytest.approx(averaged, abs=1e-7)


def test_without_effects_of_wijken_the_rate_is_what_was_expected_here() -> None:
    country = _small(wijk_sd=0.0)
    assert np.allclose(country.predictor[0].rate, country.predictor[0].expected_here(country.settings))


def _averaged(logit: np.ndarray, variance: float) -> np.ndarray:
    scores = np.linspace(-8, 8, 2001)
    weights = np.exp(-0.5 * scores**2)
    return np.asarray(expit(logit[:, None] + np.sqrt(variance) * scores) @ weights / weights.sum())


def test_expectations_average_over_exactly_the_effects_that_they_do_not_know() -> None:
    country = _small(neighbourhood={"veiligheid": -0.3})
    settings, year = country.settings, country.predictor[0]
    local = year.intercept + year.population + year.region + year.gemeente
    wijk, above = settings.wijk_sd**2, settings.gemeente_sd**2 + settings.region_sd**2
    around = year.neighbourhood.var()
    assert around == pytest.approx(0.09)
    population = _averaged(year.intercept + year.population, wijk + above + around)
    assert np.allclose(year.expected_population(settings), population, rtol=1e-6)
    assert np.allclose(year.expected_here(settings), _averaged(local, wijk + around), rtol=1e-6)
    neighbourhood = _averaged(local + year.neighbourhood, wijk)
    assert np.allclose(year.expected_neighbourhood(settings), neighbourhood, rtol=1e-6)


def test_over_the_country_the_rate_is_on_average_what_was_expected(country: Country) -> None:
    year = country.predictor[0]
    assert year.rate.mean() == pytest.approx(year.expected_here(country.settings).mean(), rel=0.02)
    assert year.rate.mean() == pytest.approx(year.expected_population(country.settings).mean(), rel=0.05)


def test_a_share_of_the_wijken_truly_differs() -> None:
    country = _small(true_difference=TrueDifference(share=0.10, size=0.30))
    for year in country.predictor:
        chosen = ~np.isnan(year.difference)
        distance = year.rate / year.expected_here(country.settings) - 1
        assert chosen.sum() == 12
        assert np.allclose(np.abs(distance[chosen]), 0.30)
        assert np.allclose(distance[chosen], year.difference[chosen])


def test_named_wijken_truly_differ_and_the_others_stay_as_they_were(small: Country) -> None:
    code = small.geography.areas["wijk"][7]
    country = _small(true_difference={code: -0.4})
    year = country.predictor[0]
    assert year.rate[7] == pytest.approx(0.6 * year.expected_here(country.settings)[7])
    assert np.array_equal(np.delete(year.rate, 7), np.delete(small.predictor[0].rate, 7))


def test_a_wijk_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InputError, match="WK999999"):
        _small(true_difference={"WK999999": 0.3})
