# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The likelihood of a published percentage is a normal density; a withheld one tells nothing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from wijkverhaal.expectation.engine.likelihood import expected_slope
from wijkverhaal.expectation.engine.published_rate import PublishedRateLikelihood

numbers = st.floats(-5.0, 5.0)


@given(numbers, numbers, st.floats(0.05, 3.0))
def test_value_and_derivatives_are_those_of_the_normal_density(
    response: float, predictor: float, noise: float
) -> None:
    likelihood = PublishedRateLikelihood(np.array([response]), np.array([noise]))
    before, at, after = (likelihood.terms(np.array([predictor + h])) for h in (-1e-4, 0.0, 1e-4))
    assert at.value[0] == pytest.approx(norm.logpdf(response, predictor, noise), rel=1e-9, abs=1e-9)
    assert at.slope[0] == pytest.approx((after.value - before.value)[0] / 2e-4, rel=1e-5, abs=1e-4)
    assert at.weight[0] == pytest.approx(-(after.slope - before.slope)[0] / 2e-4, rel=1e-5, abs=1e-6)
    assert at.weight_slope[0] == pytest.approx((after.weight - before.weight)[0] / 2e-4, abs=1e-9)


def test_a_withheld_percentage_tells_nothing() -> None:
    likelihood = PublishedRateLikelihood(np.array([np.nan, 1.0]), np.ones(2))
    assert [part[0] for part in likelihood.terms(np.zeros(2))] == [0.0, 0.0, 0.0, 0.0]
    assert likelihood.start() == 1.0
    assert PublishedRateLikelihood(np.array([np.nan]), np.ones(1)).start() == 0.0


def test_noise_must_be_positive() -> None:
    with pytest.raises(ValueError, match="positive"):
        PublishedRateLikelihood(np.zeros(2), np.array([1.0, 0.0]))


def test_the_slope_averaged_over_a_normal_predictor() -> None:
    likelihood = PublishedRateLikelihood(np.array([2.0]), np.array([0.5]))
    assert expected_slope(likelihood, np.array([1.0]), np.array([0.7])) == pytest.approx([4.0])
