# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The likelihood of a published count against sums of sixty digits, deep into the tails."""

from decimal import Decimal, localcontext
from functools import cache
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from wijkverhaal.expectation.engine.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.engine.likelihood import LikelihoodTerms

_STEP = Decimal("1e-12")


@cache
def exact(youths: int, low: int, high: int, predictor: Decimal, coverage: Decimal) -> Decimal:
    """Log of the chance that a binomial count lies in [low, high]."""
    with localcontext() as context:
        context.prec = 60
        context.Emin, context.Emax = -999_999, 999_999
        q = coverage / (1 + (-predictor).exp())
        rest = (1 - coverage + (-predictor).exp()) / (1 + (-predictor).exp())
        total = sum(comb(youths, k) * q**k * rest ** (youths - k) for k in range(low, high + 1))
        return Decimal(total).ln()


def exact_terms(youths: int, low: int, high: int, predictor: float, coverage: float) -> LikelihoodTerms:
    """Value and derivatives by differences of sixty digits."""
    with localcontext() as context:
        context.prec = 60
        at = [
            exact(youths, low, high, Decimal(predictor) + k * _STEP, Decimal(coverage)) for k in range(-2, 3)
        ]
        slope = (at[3] - at[1]) / (2 * _STEP)
        curvature = (at[3] - 2 * at[2] + at[1]) / _STEP**2
        third = (at[4] - 2 * at[3] + 2 * at[1] - at[0]) / (2 * _STEP**3)
    return LikelihoodTerms(*(np.array([float(x)]) for x in (at[2], slope, -curvature, -third)))


def terms(youths: int, low: int, high: int, predictor: float, coverage: float) -> LikelihoodTerms:
    whole = [np.array([value]) for value in (youths, low, high)]
    return IntervalCountLikelihood(*whole, np.array([coverage])).terms(np.array([predictor]))


@st.composite
def windows(draw: st.DrawFn) -> tuple[int, int, int]:
    youths = draw(st.integers(1, 300))
    low = draw(st.integers(0, youths))
    return youths, low, min(youths, low + draw(st.sampled_from([0, 1, 4, 7])))


coverages = st.one_of(st.just(1.0), st.floats(0.05, 0.999))


@pytest.mark.parametrize("coverage", [1.0, 0.88])
@pytest.mark.parametrize("predictor", np.linspace(-6.0, 1.0, 15).tolist())
def test_the_tails_are_exact(predictor: float, coverage: float) -> None:
    found, true = terms(2000, 98, 102, predictor, coverage), exact_terms(2000, 98, 102, predictor, coverage)
    assert found.value[0] == pytest.approx(true.value[0], rel=1e-10)
    assert found.slope[0] == pytest.approx(true.slope[0], rel=1e-8, abs=1e-9)
    assert found.weight[0] == pytest.approx(true.weight[0], rel=1e-6)
    assert found.weight_slope[0] == pytest.approx(true.weight_slope[0], rel=1e-5, abs=1e-7)


def test_where_a_difference_of_two_distribution_functions_is_zero_the_sum_is_not() -> None:
    chance = 1.0 / (1.0 + np.exp(-1.0))
    assert binom.cdf(102, 2000, chance) - binom.cdf(97, 2000, chance) == 0.0
    assert terms(2000, 98, 102, 1.0, 1.0).value[0] == pytest.approx(
        float(exact(2000, 98, 102, Decimal(1), Decimal(1)))
    )


@settings(max_examples=60, deadline=None)
@given(windows(), st.floats(-7.0, 3.0), coverages)
def test_value_and_derivatives_are_those_of_the_sum(
    window: tuple[int, int, int], predictor: float, coverage: float
) -> None:
    found, true = terms(*window, predictor, coverage), exact_terms(*window, predictor, coverage)
    scale = window[0] * 1e-11
    assert found.value[0] == pytest.approx(true.value[0], rel=1e-10, abs=scale)
    assert found.slope[0] == pytest.approx(true.slope[0], rel=1e-7, abs=scale)
    if true.weight[0] > 1e-6:
        assert found.weight[0] == pytest.approx(true.weight[0], rel=1e-6, abs=10 * scale)
        assert found.weight_slope[0] == pytest.approx(true.weight_slope[0], rel=1e-5, abs=100 * scale)


@settings(deadline=None)
@given(windows(), st.floats(-800.0, 800.0), coverages)
def test_the_weight_is_never_negative_and_nothing_overflows(
    window: tuple[int, int, int], predictor: float, coverage: float
) -> None:
    found = terms(*window, predictor, coverage)
    assert all(np.isfinite(part).all() for part in found)
    assert found.weight[0] >= 0.0


@settings(deadline=None)
@given(st.integers(1, 500), st.floats(0.0, 1.0), st.floats(-7.0, 3.0))
def test_an_exact_count_is_binomial(youths: int, share: float, predictor: float) -> None:
    count = int(share * youths)
    found = terms(youths, count, count, predictor, 1.0)
    chance = 1.0 / (1.0 + np.exp(-predictor))
    assert found.value[0] == pytest.approx(binom.logpmf(count, youths, chance), rel=1e-9, abs=1e-9)
    assert found.slope[0] == pytest.approx(count - youths * chance, abs=1e-8)
    assert found.weight[0] == pytest.approx(youths * chance * (1.0 - chance), rel=1e-8)


def test_a_window_of_all_counts_tells_nothing() -> None:
    found = terms(20, 0, 20, -2.0, 0.9)
    assert [part[0] for part in found] == pytest.approx([0.0, 0.0, 0.0, 0.0], abs=1e-9)


def test_a_wijk_without_figures_adds_nothing() -> None:
    zero = np.array([0])
    found = IntervalCountLikelihood(zero, zero, zero, np.ones(1)).terms(np.array([-2.0]))
    assert [part[0] for part in found] == [0.0, 0.0, 0.0, 0.0]
    assert np.isfinite(IntervalCountLikelihood(zero, zero, zero, np.ones(1)).start())


def test_the_search_starts_near_the_rate_of_all_youths() -> None:
    counts = np.array([80, 40])
    start = IntervalCountLikelihood(np.array([1000, 500]), counts, counts, np.full(2, 0.8)).start()
    assert 1.0 / (1.0 + np.exp(-start)) == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("youths", "low", "high", "coverage"),
    [(10, 5, 4, 1.0), (10, -1, 4, 1.0), (3, 4, 8, 1.0), (10, 1, 2, 0.0), (10, 1, 2, 1.1), (10, 1, 2, np.nan)],
)
def test_senseless_counts_and_coverage_are_refused(youths: int, low: int, high: int, coverage: float) -> None:
    with pytest.raises(ValueError, match="must"):
        terms(youths, low, high, -2.0, coverage)
