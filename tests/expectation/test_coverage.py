# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coverage is recovered where a gemeente's total is known, and foretold where it is not."""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl
import pytest
from numpy.typing import NDArray

from wijkverhaal.expectation.coverage import Coverage, estimate_coverage
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.expectation.multilevel import FittedYear


@dataclass(frozen=True)
class Country:
    """Wijken in gemeenten in two regions with a coverage of their own, published as CBS does."""

    youths: Floats
    placed: Ints
    gemeente: Ints
    totals: Floats
    region: Ints
    coverage: Floats

    @classmethod
    def make(cls, gemeenten: int = 40, wijken: int = 12, seed: int = 1) -> "Country":
        chance = np.random.default_rng(seed)
        region = np.arange(gemeenten) % 2
        coverage = np.clip(np.where(region == 0, 0.95, 0.70) + chance.normal(0, 0.02, gemeenten), 0, 0.99)
        gemeente = np.repeat(np.arange(gemeenten), wijken)
        youths = np.round(np.exp(chance.normal(6.6, 1.0, gemeente.size)))
        users = chance.binomial(youths.astype(np.int64), 0.1)
        placed = chance.binomial(users, coverage[gemeente])
        totals = np.bincount(gemeente, users).astype(float)
        return cls(youths, placed, gemeente, totals, region, coverage)

    @property
    def published(self) -> Floats:
        """Rounded to multiples of five; NaN where secret."""
        return np.where(self.placed < 8, np.nan, 5.0 * np.round(self.placed / 5.0))

    @property
    def realised(self) -> Floats:
        """The share that was really placed."""
        return np.bincount(self.gemeente, self.placed) / self.totals

    def estimate(self, **other: NDArray[np.generic]) -> Coverage:
        known = {
            "youths": self.youths,
            "published": self.published,
            "has_row": np.ones(self.youths.size, dtype=bool),
            "gemeente": self.gemeente,
            "totals": self.totals,
            "region_of_gemeente": self.region,
        }
        return estimate_coverage(**(known | other))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def country() -> Country:
    return Country.make()


def test_known_coverage_is_recovered_within_its_uncertainty(country: Country) -> None:
    found = country.estimate()
    away = np.log(found.share / country.realised) / found.sd
    assert found.known.all()
    assert np.abs(found.share - country.realised).max() < 0.06
    assert (np.abs(away) < 1.645).mean() > 0.8
    assert np.corrcoef(found.share, country.coverage)[0, 1] > 0.95


def test_coverage_of_the_fictional_country_is_recovered(fitted: FittedYear, truth: pl.DataFrame) -> None:
    real = truth.filter(pl.col("year") == 2022).group_by("gemeente").agg(pl.col("placed", "users").sum())
    real_share = dict(real.select("gemeente", pl.col("placed") / pl.col("users")).iter_rows())
    specification = fitted.specification
    share = np.array([real_share[code] for code in specification.grouping.gemeenten])
    known = specification.coverage.known
    assert sorted(np.array(specification.grouping.gemeenten)[~known]) == fitted.panel.gemeenten_without_rows()
    assert np.abs(specification.coverage.share - share)[known].max() < 0.06
    assert np.corrcoef(specification.coverage.share[known], share[known])[0, 1] > 0.95


def test_a_gemeente_without_total_is_foretold_by_its_region_and_less_surely(country: Country) -> None:
    hidden = np.isin(np.arange(country.totals.size), [0, 1, 10, 11])
    found = country.estimate(totals=np.where(hidden, np.nan, country.totals))
    assert (~found.known == hidden).all()
    assert np.abs(found.share - country.coverage)[hidden].max() < 0.07
    assert found.share[0] > found.share[1] + 0.15
    assert found.sd[hidden].min() > 2.0 * np.median(found.sd[~hidden])


def test_secret_counts_are_taken_for_what_they_may_be(country: Country) -> None:
    small = replace(
        country,
        youths=country.youths / 12.0,
        placed=np.random.default_rng(2).binomial(country.placed, 1 / 12.0),
    )
    users = np.bincount(country.gemeente, small.placed) / country.coverage
    found = small.estimate(totals=users)
    assert np.isnan(small.published).mean() > 0.3
    bias = np.mean(np.log(found.share / country.coverage))
    assert abs(bias) < 0.05
    assert np.median(found.sd) > 3.0 * np.median(country.estimate().sd)


def test_only_secret_counts(country: Country) -> None:
    found = country.estimate(published=np.full(country.youths.size, np.nan))
    assert ((found.share > 0) & (found.share <= 1)).all()
    assert (np.isfinite(found.sd) & (found.sd > 0)).all()


def test_rounding_makes_no_share_above_one(country: Country) -> None:
    found = country.estimate(totals=np.maximum(country.totals * 0.5, 1.0))
    assert found.share.max() <= 1.0


def test_wijken_without_rows_do_not_pull_coverage_down(country: Country) -> None:
    rng = np.random.default_rng(3)
    has_row = rng.random(country.youths.size) < 0.6
    has_row[::12] = True
    found = country.estimate(has_row=has_row)
    assert abs(float(np.median(found.share / country.coverage)) - 1.0) < 0.07
    assert (found.sd >= country.estimate().sd - 1e-12).all()
    assert np.median(found.sd) > 2.0 * np.median(country.estimate().sd)


def test_no_gemeente_is_known(country: Country) -> None:
    found = country.estimate(totals=np.full(country.totals.size, np.nan))
    assert not found.known.any()
    assert ((found.share > 0.75) & (found.share < 0.97)).all()
    assert (found.sd > 0.05).all()


def test_complete_coverage_is_one() -> None:
    complete = Coverage.complete(3, 5)
    assert complete.share.tolist() == [1.0, 1.0, 1.0]
    assert (complete.sd < 0.01).all()
