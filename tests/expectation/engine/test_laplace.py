# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Laplace approximation: exact under normal noise, and its gradient is a gradient."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.expectation.engine.laplace import gradient, laplace_point

from .engine_models import Dense, counts, nested, rates

COUNTS, RATES = nested(counts()), nested(rates())
thetas = st.tuples(st.floats(-3.0, 0.5), st.floats(-3.0, 0.5)).map(np.array)
_STEP = 1e-4


@pytest.mark.parametrize("model", [COUNTS, RATES], ids=["counts", "rates"])
@settings(max_examples=15, deadline=None)
@given(theta=thetas)
def test_the_gradient_is_that_of_the_log_density(model, theta) -> None:  # type: ignore[no-untyped-def]
    found = gradient(model, laplace_point(model, theta))
    for k, step in enumerate(_STEP * np.eye(theta.size)):
        change = (
            laplace_point(model, theta + step).log_density - laplace_point(model, theta - step).log_density
        )
        assert found[k] == pytest.approx(change / (2.0 * _STEP), rel=1e-4, abs=1e-3)


@settings(max_examples=15, deadline=None)
@given(theta=thetas)
def test_under_normal_noise_it_is_the_marginal_likelihood(theta) -> None:  # type: ignore[no-untyped-def]
    point, dense = laplace_point(RATES, theta), Dense.of(RATES, theta)
    prior = sum(
        member.effect.log_prior(RATES.theta_of(k, theta))[0] for k, member in enumerate(RATES.members)
    )
    assert point.log_density == pytest.approx(dense.log_marginal + prior, rel=1e-9, abs=1e-8)


@settings(max_examples=15, deadline=None)
@given(theta=thetas)
def test_under_normal_noise_the_variances_are_dense(theta) -> None:  # type: ignore[no-untyped-def]
    point, dense = laplace_point(RATES, theta), Dense.of(RATES, theta)
    assert point.predictor_variance == pytest.approx(dense.predictor_variance, rel=1e-8)
    covariance = dense.covariance[RATES.prior_rows, RATES.prior_columns]
    assert point.prior_covariance == pytest.approx(covariance, rel=1e-8)
