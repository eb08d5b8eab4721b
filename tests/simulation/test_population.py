# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import polars as pl

from wijkverhaal.simulation.country import Country
from wijkverhaal.simulation.population import youths_of


def test_youths_are_the_published_approximation_exactly(country: Country) -> None:
    for frame in country.population:
        exact = frame["a_00_14"] + 0.8 * frame["a_15_24"]
        assert np.allclose(youths_of(frame), exact.to_numpy(), atol=1e-9)


def test_youths_are_spread_as_in_the_real_wijken(country: Country) -> None:
    low, quarter, middle, three, high = np.quantile(
        youths_of(country.population[0]), [0.05, 0.25, 0.5, 0.75, 0.95]
    )
    assert 725 <= middle <= 775
    assert 30 <= low <= 90
    assert 200 <= quarter <= 330
    assert 1300 <= three <= 2000
    assert 3800 <= high <= 5000


def test_counts_are_rounded_as_published(country: Country) -> None:
    for frame in country.population:
        counts = [c for c in frame.columns if c.startswith("a_")]
        for name in counts:
            step = 10 if name.startswith(("a_soz", "a_opl")) else 5
            assert (frame[name] % step == 0).all(), name


def test_parts_are_never_more_than_their_whole(country: Country) -> None:
    for frame in country.population:
        assert (frame["a_00_14"] + frame["a_15_24"] + frame["a_65_oo"] <= frame["a_inw"]).all()
        assert (frame["a_1p_hh"] + frame["a_hh_m_k"] <= frame["a_hh"]).all()
        assert (frame["a_antaru"] <= frame["a_nw_all"]).all()
        assert (frame["p_ink_li"] + frame["p_ink_hi"] <= 100).all()
        assert (frame["p_koopw"] + frame["p_wcorpw"] <= 100).all()


def test_nothing_is_negative_or_missing(country: Country) -> None:
    for frame in country.population:
        assert frame.null_count().sum_horizontal().item() == 0
        assert frame.select(pl.all().min()).min_horizontal().item() >= 0


def test_indicators_hang_together_as_in_reality(country: Country) -> None:
    frame = country.population[0].filter(pl.col("a_inw") >= 100)

    def correlation(a: str, b: str) -> float:
        return float(np.corrcoef(frame[a], frame[b])[0, 1])

    assert correlation("p_koopw", "p_hh_li") < -0.5
    assert correlation("p_ink_li", "p_ink_hi") < -0.4
    assert correlation("p_1gezw", "g_pau_hh") > 0.4


def test_indicators_vary_smoothly_over_the_land(country: Country) -> None:
    value = country.population[0]["p_hh_li"].to_numpy()
    a, b = country.geography.pairs.T
    assert np.corrcoef(value[a], value[b])[0, 1] > 0.3


def test_a_year_later_the_wijken_have_changed_a_little(country: Country) -> None:
    first, second = (np.log(youths_of(frame)) for frame in country.population)
    large = first > np.log(500)
    assert np.corrcoef(first[large], second[large])[0, 1] > 0.99
    assert (first != second).mean() > 0.7
