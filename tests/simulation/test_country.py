# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import polars as pl
import pytest
import shapely

from wijkverhaal.simulation.country import (
    COUNTRY_NAME,
    FICTIONAL_LABEL,
    Country,
    CountrySettings,
    simulate_country,
)
from wijkverhaal.simulation.population import youths_of
from wijkverhaal.simulation.publisher import published_counts


def test_the_same_seed_gives_the_same_country(small: Country) -> None:
    again = simulate_country(small.settings, small.seed)
    assert again.geography.areas.equals(small.geography.areas)
    assert shapely.equals_exact(again.geography.shapes, small.geography.shapes).all()
    assert np.array_equal(again.geography.lengths, small.geography.lengths)
    for year in (0, 1):
        assert again.population[year].equals(small.population[year])
        assert np.array_equal(again.predictor[year].rate, small.predictor[year].rate)
        assert np.array_equal(again.care[year].placed, small.care[year].placed)


def test_another_seed_changes_every_number(small: Country, other_small: Country) -> None:
    one, two = small, other_small
    assert not shapely.equals(one.geography.shapes, two.geography.shapes).any()
    assert (one.geography.areas["wijk_name"] != two.geography.areas["wijk_name"]).all()
    for a, b in zip(one.predictor, two.predictor, strict=True):
        for part in ("population", "region", "gemeente", "wijk", "rate"):
            assert (getattr(a, part) != getattr(b, part)).all(), part
    for a, b in zip(one.care, two.care, strict=True):
        assert (a.coverage != b.coverage).all()
        assert (a.users != b.users).mean() > 0.9
    for name in one.population[0].columns:
        assert not one.population[0][name].equals(two.population[0][name]), name
    for name in one.neighbourhood.columns:
        assert not one.neighbourhood[name].equals(two.neighbourhood[name]), name


def _published_rates(country: Country, year: int) -> tuple[np.ndarray, np.ndarray]:
    """Percentages as one would compute them from the files, and the gemeente, of wijken with 100 youths."""
    youths = youths_of(country.population[year])
    count = published_counts(country.care[year].placed).cast(pl.Float64).to_numpy()
    shown = ~np.isnan(count) & (youths >= 100)
    return 100 * count[shown] / youths[shown], country.geography.gemeente[shown]


def _between_share(values: np.ndarray, group: np.ndarray) -> float:
    mean = np.bincount(group, values) / np.bincount(group).clip(1)
    return float(mean[group].var() / values.var())


@pytest.mark.parametrize("year", [0, 1])
def test_published_rates_are_spread_as_the_real_ones(country: Country, year: int) -> None:
    rate, gemeente = _published_rates(country, year)
    low, middle, high = np.quantile(rate, [0.05, 0.5, 0.95])
    assert low == pytest.approx(5.1, rel=0.06)
    assert middle == pytest.approx(8.9, rel=0.03)
    assert high == pytest.approx(13.8, rel=0.05)
    assert _between_share(rate, gemeente) == pytest.approx(0.5, abs=0.06)


def test_rates_of_two_years_resemble_each_other_as_the_real_ones(country: Country) -> None:
    first, second = country.predictor
    assert 0.90 < np.corrcoef(first.rate, second.rate)[0, 1] < 0.98


def test_a_country_may_have_one_year_or_three() -> None:
    for years in ((2022,), (2020, 2021, 2022)):
        country = simulate_country(CountrySettings(gemeenten=5, wijken=20, regions=2, years=years))
        assert len(country.population) == len(country.predictor) == len(country.care) == len(years)


def test_the_country_has_a_name_and_a_label() -> None:
    assert COUNTRY_NAME == "Verhalië"
    assert "verzonnen" in FICTIONAL_LABEL
