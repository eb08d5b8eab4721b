# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Chains of years: their precision is the inverse of the correlations that they stand for."""

import numpy as np
import pytest

from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.expectation.engine.yearly_chain import ChainTerms, YearlyChain

UNIT = np.array([0, 1, 0, 2, 1, 0, 3])
YEAR = np.array([2021, 2021, 2022, 2022, 2024, 2023, 2021])
CHAIN = YearlyChain.of(UNIT, YEAR)


def correlation(unit: Ints, year: Ints, rho: float) -> Floats:
    away = np.abs(year[:, None] - year[None, :])
    return np.where(unit[:, None] == unit[None, :], rho ** away.astype(float), 0.0)


def matrix(terms: ChainTerms) -> Floats:
    dense = np.diag(terms.diagonal)
    dense[CHAIN.first, CHAIN.second] = dense[CHAIN.second, CHAIN.first] = terms.off_diagonal
    return dense


@pytest.mark.parametrize("rho", [0.05, 0.6, 0.98])
def test_the_precision_is_the_inverse_of_the_correlations(rho: float) -> None:
    terms, expected = CHAIN.terms(rho), np.linalg.inv(correlation(UNIT, YEAR, rho))
    assert matrix(terms) == pytest.approx(expected, abs=1e-9)
    assert terms.log_determinant == pytest.approx(np.linalg.slogdet(expected)[1])


@pytest.mark.parametrize("rho", [0.05, 0.6, 0.98])
def test_the_slopes_are_those_of_the_precision(rho: float) -> None:
    step = 1e-6
    before, after, slopes = CHAIN.terms(rho - step), CHAIN.terms(rho + step), CHAIN.slopes(rho)
    assert matrix(slopes) == pytest.approx((matrix(after) - matrix(before)) / (2 * step), rel=1e-5, abs=1e-5)
    change = (after.log_determinant - before.log_determinant) / (2 * step)
    assert slopes.log_determinant == pytest.approx(change, rel=1e-6)


def test_years_may_be_skipped() -> None:
    assert sorted(CHAIN.gap.tolist()) == [1.0, 1.0, 3.0]


def test_a_unit_cannot_have_a_year_twice() -> None:
    with pytest.raises(ValueError, match="twice"):
        YearlyChain.of(np.array([0, 0]), np.array([2021, 2021]))
