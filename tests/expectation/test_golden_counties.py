# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The engine beside NUTS on a small public data set; the golden file holds what NUTS found."""

from typing import Any

import numpy as np
import pytest

from wijkverhaal.expectation.engine.hyperparameter_marginal import hyperparameter_draws
from wijkverhaal.expectation.engine.posterior import Posterior, fit

from . import sids
from .golden_numbers import golden


@pytest.fixture(scope="module")
def nuts() -> dict[str, Any]:
    return golden("sids")


@pytest.fixture(scope="module")
def posterior() -> Posterior:
    return fit(sids.counties().model, draws=2, seed=1)


@pytest.fixture(scope="module")
def moments(posterior: Posterior) -> tuple[np.ndarray, np.ndarray]:
    """Mean and standard deviation of the linear predictor of each county."""
    mean = posterior.weights @ posterior.predictor_mean
    away = (posterior.predictor_mean - mean) ** 2
    return mean, np.sqrt(posterior.weights @ (posterior.predictor_variance + away))


def test_the_counties_are_those_that_nuts_saw(nuts: dict[str, Any]) -> None:
    counties = sids.counties()
    assert (counties.deaths.sum(), counties.births.sum()) == (667, 329_962)
    assert counties.deaths.size == len(nuts["mean"]) == 100
    assert counties.graph.parts == 1


def test_nuts_was_done(nuts: dict[str, Any]) -> None:
    assert min(nuts["ess"].values()) >= 10_000
    assert nuts["largest_rhat"] < 1.01
    assert nuts["divergences"] == 0


def test_means_of_the_counties_agree(nuts: dict[str, Any], moments: tuple[np.ndarray, np.ndarray]) -> None:
    away = (moments[0] - np.array(nuts["mean"])) / np.array(nuts["sd"])
    assert np.abs(away).mean() <= 0.05
    assert abs(away.mean()) <= 0.02
    assert np.abs(away).max() <= 0.15


def test_spreads_of_the_counties_agree(nuts: dict[str, Any], moments: tuple[np.ndarray, np.ndarray]) -> None:
    ratio = moments[1] / np.array(nuts["sd"])
    assert ratio.mean() == pytest.approx(1.0, abs=0.03)
    assert np.abs(ratio - 1.0).max() <= 0.08


def test_coefficients_agree(nuts: dict[str, Any], posterior: Posterior) -> None:
    mean = posterior.weights @ posterior.fixed_mean
    variance = np.einsum("pkk->pk", posterior.fixed_covariance) + (posterior.fixed_mean - mean) ** 2
    sd = np.array(nuts["coefficient_sd"])
    assert np.abs((mean - np.array(nuts["coefficient_mean"])) / sd).max() <= 0.1
    assert np.sqrt(posterior.weights @ variance) == pytest.approx(sd, rel=0.05)


@pytest.fixture(scope="module")
def drawn(posterior: Posterior) -> np.ndarray:
    return hyperparameter_draws(posterior.model, posterior.design, 20_000, seed=1, weighed=6_000)


@pytest.mark.parametrize(("name", "position"), [("sd", 0), ("share", 1)])
def test_hyperparameters_agree(nuts: dict[str, Any], drawn: np.ndarray, name: str, position: int) -> None:
    """Of each quantile of NUTS: how much of the engine's posterior lies below it."""
    theta = drawn[:, position]
    natural = np.exp(theta) if name == "sd" else 1.0 / (1.0 + np.exp(-theta))
    for level, value in nuts["quantiles"][name].items():
        assert (natural <= value).mean() == pytest.approx(float(level), abs=0.04)
