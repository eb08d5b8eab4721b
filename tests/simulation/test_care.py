# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from wijkverhaal.simulation.country import Country, CountrySettings, simulate_country
from wijkverhaal.simulation.population import youths_of


def test_users_are_youths_and_placed_users_are_users(country: Country) -> None:
    for frame, care in zip(country.population, country.care, strict=True):
        assert (care.users <= youths_of(frame)).all()
        assert (care.placed <= care.users).all()


def test_users_follow_the_true_rate(country: Country) -> None:
    for frame, predictor, care in zip(country.population, country.predictor, country.care, strict=True):
        youths, rate = youths_of(frame), predictor.rate
        score = (care.users - youths * rate) / np.sqrt(youths * rate * (1 - rate))
        assert abs(score.mean()) < 0.06
        assert score.std() == pytest.approx(1, abs=0.05)


def test_a_user_is_placed_with_the_coverage_of_the_gemeente(country: Country) -> None:
    for care in country.care:
        expected = care.users * care.coverage[country.geography.gemeente]
        spread = np.sqrt(expected * (1 - care.coverage[country.geography.gemeente]))
        score = ((care.placed - expected) / spread.clip(1e-9))[care.users > 0]
        assert abs(score.mean()) < 0.06
        assert score.std() == pytest.approx(1, abs=0.05)


def test_twelve_percent_of_the_users_are_in_no_wijk(country: Country) -> None:
    for care in country.care:
        assert 1 - care.placed.sum() / care.users.sum() == pytest.approx(0.12, abs=0.02)


def test_coverage_is_uneven_as_in_reality(country: Country) -> None:
    coverage = country.care[0].coverage
    low, middle = np.quantile(coverage, [0.05, 0.5])
    assert middle == pytest.approx(0.90, abs=0.015)
    assert low == pytest.approx(0.70, abs=0.05)
    assert 0.35 <= coverage.min() <= 0.60
    assert coverage.max() < 1


def test_some_gemeenten_do_not_report_and_they_are_the_same_every_year(country: Country) -> None:
    first, second = (care.reported for care in country.care)
    assert (~first).sum() == 20
    assert np.array_equal(first, second)
    everybody = CountrySettings(gemeenten=20, wijken=120, regions=4, missing_gemeenten=0)
    assert simulate_country(everybody).care[0].reported.all()


@pytest.mark.parametrize("stay", [0.0, 0.6])
def test_users_stay_as_much_as_asked_and_follow_the_rate_all_the_same(stay: float) -> None:
    country = simulate_country(CountrySettings(gemeenten=100, wijken=1500, regions=10, users_stay=stay))
    scores = []
    many = np.min([youths_of(frame) for frame in country.population], axis=0) > 100
    for frame, predictor, care in zip(country.population, country.predictor, country.care, strict=True):
        youths, rate = youths_of(frame), predictor.rate
        scores.append(((care.users - youths * rate) / np.sqrt(youths * rate * (1 - rate)).clip(1e-9))[many])
        assert abs(scores[-1].mean()) < 0.08
        assert scores[-1].std() == pytest.approx(1, abs=0.06)
    assert np.corrcoef(scores[0], scores[1])[0, 1] == pytest.approx(stay, abs=0.08)
