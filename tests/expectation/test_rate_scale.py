# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import norm

from wijkverhaal.expectation.rate_scale import mean_rate, predictor_of, rate_of


@given(st.floats(0.01, 99.9))
def test_there_and_back(rate: float) -> None:
    for scale in ("logit", "percent"):
        assert rate_of(predictor_of(np.array([rate]), scale), scale)[0] == pytest.approx(rate)  # type: ignore[arg-type]


@given(st.floats(-5.0, 1.0), st.floats(0.0, 0.8))
def test_the_mean_rate_is_the_integral_over_the_effect(predictor: float, sd: float) -> None:
    found = mean_rate(np.array([[predictor]]), np.array([sd]), "logit")[0, 0]

    def integrand(z: float) -> float:
        return float(100.0 / (1.0 + np.exp(-predictor - sd * z)) * norm.pdf(z))

    assert found == pytest.approx(quad(integrand, -9, 9)[0], rel=1e-4)


def test_on_percentages_the_mean_is_the_predictor() -> None:
    predictor = np.array([[8.0, 9.0]])
    assert np.array_equal(mean_rate(predictor, np.array([3.0]), "percent"), predictor)
