# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from wijkverhaal.expectation.engine.prior import CoefficientPrior, ExponentialScalePrior

priors = st.builds(ExponentialScalePrior, st.floats(0.1, 10.0), st.floats(0.001, 0.5))


@given(priors)
def test_the_chance_above_the_bound_is_as_said(prior: ExponentialScalePrior) -> None:
    def density(scale: float) -> float:
        return float(np.exp(prior.log_density(float(np.log(scale)))[0]) / scale)

    below = quad(density, 0.0, prior.upper)[0]
    assert below == pytest.approx(1.0 - prior.probability, abs=1e-6)


@given(priors, st.floats(-5.0, 2.0))
def test_the_derivative_of_the_log_density(prior: ExponentialScalePrior, log_scale: float) -> None:
    step = 1e-6
    difference = prior.log_density(log_scale + step)[0] - prior.log_density(log_scale - step)[0]
    assert prior.log_density(log_scale)[1] == pytest.approx(difference / (2 * step), rel=1e-5, abs=1e-5)


def test_precisions_of_intercept_and_coefficients() -> None:
    assert CoefficientPrior(sd=0.5, intercept_sd=5.0).precisions(3) == pytest.approx([0.04, 4.0, 4.0])
