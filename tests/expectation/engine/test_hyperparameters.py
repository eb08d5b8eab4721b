# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The most likely hyperparameters are a peak; the design around them integrates."""

import numpy as np
import pytest

from wijkverhaal.expectation.engine.hyperparameters import integration_design, most_likely
from wijkverhaal.expectation.engine.laplace import gradient, laplace_point

from .engine_models import counts, nested, rates


def test_the_density_falls_in_every_direction_from_the_peak() -> None:
    model = nested(rates())
    peak = most_likely(model)
    assert np.abs(gradient(model, laplace_point(model, peak.theta))).max() < 0.1
    for away in 0.5 * np.vstack([np.eye(2), -np.eye(2)]):
        assert laplace_point(model, peak.theta + away).log_density < peak.log_density


def test_the_design_gives_the_mean_and_spread_of_the_hyperparameters() -> None:
    model = nested(counts(wijken=120, gemeenten=20), 120, 20)
    peak = most_likely(model)
    design = integration_design(model, peak)
    densities = np.array([laplace_point(model, theta).log_density for theta in design.points])
    weights, points = design.posterior_weights(densities), np.array(design.points)
    grid = np.array([[a, b] for a in np.linspace(-2.2, -0.2, 25) for b in np.linspace(-3.5, 0.3, 25)])
    dense = np.array([laplace_point(model, theta).log_density for theta in grid])
    exact = np.exp(dense - dense.max()) / np.exp(dense - dense.max()).sum()
    assert weights.sum() == pytest.approx(1.0)
    scales, exact_scales = weights @ np.exp(points), exact @ np.exp(grid)
    assert scales == pytest.approx(exact_scales, rel=0.05)
    sd = np.sqrt(weights @ (np.exp(points) - scales) ** 2)
    assert sd == pytest.approx(np.sqrt(exact @ (np.exp(grid) - exact_scales) ** 2), rel=0.25)
