# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Odd values: slips are found, skewness is left alone."""

import numpy as np
import pytest

from wijkverhaal.expectation.odd_value import odd_values

ORDINARY = np.random.default_rng(4).normal(20.0, 4.0, 300)


@pytest.mark.parametrize("slip", [1e4, -1e4, 1e12, 1e308, -1e308])
def test_a_slip_is_found_on_either_side(slip: float) -> None:
    assert np.flatnonzero(odd_values(np.append(ORDINARY, slip))).tolist() == [300]


def test_slips_on_both_sides_and_on_top_of_each_other_are_found() -> None:
    slips = [-99999999.0, -99999999.0, 1e12, 1e6]
    assert np.flatnonzero(odd_values(np.append(ORDINARY, slips))).tolist() == [300, 301, 302, 303]


def test_missing_values_are_not_odd() -> None:
    values = np.append(ORDINARY, [np.nan, np.inf])
    assert not odd_values(values).any()


@pytest.mark.parametrize("seed", range(20))
def test_skewed_figures_are_left_alone(seed: int) -> None:
    chance = np.random.default_rng(seed)
    assert not odd_values(np.exp(1.5 * chance.standard_normal(3000))).any()
    assert not odd_values(chance.poisson(0.02, 3000).astype(float)).any()


def test_many_are_a_group_and_no_slip() -> None:
    assert not odd_values(np.append(ORDINARY, np.full(30, 1e6))).any()


def test_a_rare_trait_is_no_slip() -> None:
    """Where all others are the same, nothing tells how far is far."""
    assert not odd_values(np.append(np.zeros(300), 80.0)).any()


def test_of_a_few_values_none_is_odd() -> None:
    assert not odd_values(np.array([1.0, 1.1, 1.2, 1e9])).any()
    assert not odd_values(np.zeros(0)).any()
