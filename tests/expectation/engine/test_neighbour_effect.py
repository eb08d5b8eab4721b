# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Effects with neighbours and years: their parts, and a posterior with exact sums to zero."""

import numpy as np
import pytest
from scipy.special import expit

from wijkverhaal.expectation.engine.effect import IndependentEffect
from wijkverhaal.expectation.engine.hyperparameters import most_likely
from wijkverhaal.expectation.engine.laplace import gradient, laplace_point
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel, Member
from wijkverhaal.expectation.engine.likelihood import Likelihood
from wijkverhaal.expectation.engine.mixing_prior import MixingPrior
from wijkverhaal.expectation.engine.neighbour_effect import NeighbourEffect
from wijkverhaal.expectation.engine.neighbour_graph import NeighbourGraph
from wijkverhaal.expectation.engine.posterior import fit
from wijkverhaal.expectation.engine.prior import CoefficientPrior, PersistencePrior
from wijkverhaal.expectation.engine.published_rate import PublishedRateLikelihood
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.engine.yearly_chain import YearlyChain
from wijkverhaal.expectation.engine.yearly_effect import YearlyEffect

from .engine_models import counts, design, gemeente_of
from .test_neighbour_graph import MAP, dense
from .test_yearly_chain import UNIT, YEAR, correlation

ONE_YEAR = NeighbourEffect.of_one_year("wijk", MAP)
CHAIN = YearlyChain.of(UNIT, YEAR)
AREA = np.array([2, 6, 0, 7])[UNIT]
YEARS = NeighbourEffect("wijk", MAP, AREA, CHAIN)
YEARLY = YearlyEffect("gemeente", CHAIN)
each_effect = pytest.mark.parametrize("effect", [ONE_YEAR, YEARS, YEARLY], ids=["map", "map-years", "years"])
_STEP = 1e-6


def full(effect: NeighbourEffect | YearlyEffect, values: Floats) -> Floats:
    rows, columns = effect.positions()
    matrix = np.zeros((effect.size, effect.size))
    matrix[rows, columns] = values
    matrix[columns, rows] = values
    return matrix


@each_effect
def test_derivatives_of_precision_determinant_and_prior(effect: NeighbourEffect | YearlyEffect) -> None:
    theta = effect.initial() + np.array([0.2, -0.4, 0.3])[: effect.initial().size]
    assert theta.size == len(effect.hyperparameters) == len(effect.bounds())
    for k, slope in enumerate(effect.precision_derivatives(theta)):
        step = _STEP * np.eye(theta.size)[k]
        change = (effect.precision(theta + step) - effect.precision(theta - step)) / (2 * _STEP)
        assert slope == pytest.approx(change, rel=1e-5, abs=1e-6)
        for value in (effect.log_determinant, effect.log_prior):
            moved = (value(theta + step)[0] - value(theta - step)[0]) / (2 * _STEP)
            assert value(theta)[1][k] == pytest.approx(moved, rel=1e-5, abs=1e-6)


@pytest.mark.parametrize("effect", [ONE_YEAR, YEARS], ids=["map", "map-years"])
def test_the_covariance_is_that_of_the_definition(effect: NeighbourEffect) -> None:
    """sigma^2 (phi U + (1 - phi) R), with U the spatial covariance and R that of the years."""
    theta = np.array([np.log(0.4), 0.7, 0.9])[: effect.initial().size]
    phi, sums = expit(0.7), effect.zero_sums()
    precision = full(effect, effect.precision(theta))
    basis = np.zeros((effect.size, len(sums)))
    for k, unknowns in enumerate(sums):
        basis[unknowns, k] = 1.0
    covariance = np.linalg.inv(precision + 1e7 * basis @ basis.T)
    own = np.eye(effect.members) if effect.chain is None else correlation(UNIT, YEAR, expit(0.9))
    spatial = np.linalg.pinv(dense(MAP))[np.ix_(effect.area, effect.area)]
    expected = 0.16 * (phi * spatial + (1.0 - phi) * own)
    assert covariance[: effect.members, : effect.members] == pytest.approx(expected, abs=1e-5)


def test_the_determinant_is_that_of_the_effect_given_its_spatial_part() -> None:
    theta = np.array([np.log(0.4), 0.7, 0.9])
    block = full(YEARS, YEARS.precision(theta))[: YEARS.members, : YEARS.members]
    spatial = YEARS.graph.log_pseudo_determinant
    assert YEARS.log_determinant(theta)[0] - spatial == pytest.approx(np.linalg.slogdet(block)[1])


def test_the_prior_of_the_share_is_a_density_with_the_chosen_quantile() -> None:
    prior = MixingPrior.of(MAP)
    grid = np.linspace(-6.0, 6.0, 4001)
    density = np.exp([prior.log_density(t)[0] for t in grid]) * (grid[1] - grid[0])
    # what lies beyond the grid is nearly all next to "everything in common"
    assert density[grid < 0.0].sum() == pytest.approx(2.0 / 3.0, abs=0.02)
    assert 0.85 < density.sum() <= 1.001


def test_the_distance_behind_that_prior_is_the_divergence_by_dense_algebra() -> None:
    prior, spatial = MixingPrior.of(MAP), np.linalg.pinv(dense(MAP))
    for logit in (-3.0, 0.0, 2.0):
        phi = expit(logit)
        mixed = (1.0 - phi) * np.eye(8) + phi * spatial
        twice = np.trace(mixed) - 8 - np.linalg.slogdet(mixed)[1]
        assert np.exp(float(prior.log_distance(logit))) == pytest.approx(np.sqrt(twice), rel=1e-4)


def test_the_prior_of_persistence_is_a_density() -> None:
    grid = np.linspace(-25.0, 25.0, 20001)
    density = np.exp([PersistencePrior().log_density(t)[0] for t in grid]) * (grid[1] - grid[0])
    assert density.sum() == pytest.approx(1.0, abs=1e-3)
    assert density[grid > 0.0].sum() == pytest.approx(0.80, abs=0.005)


def lattice(rows: int, columns: int) -> NeighbourEffect:
    number = np.arange(rows * columns).reshape(rows, columns)
    across = np.column_stack([number[:, :-1].ravel(), number[:, 1:].ravel()])
    along = np.column_stack([number[:-1].ravel(), number[1:].ravel()])
    return NeighbourEffect.of_one_year("wijk", NeighbourGraph(number.size, np.vstack([across, along])))


def on_a_map(likelihood: Likelihood) -> LatentGaussianModel:
    """Forty wijken on a map of three parts, of which one has no figures at all, in gemeenten."""
    edges = [[k, k + 1] for k in range(29)] + [[k, k + 1] for k in range(30, 37)] + [[38, 39]]
    effect = NeighbourEffect.of_one_year("wijk", NeighbourGraph(40, np.array(edges)))
    members = [
        Member(effect, np.arange(40)),
        Member(IndependentEffect("gemeente", 8), gemeente_of(40, 8)),
    ]
    return LatentGaussianModel(likelihood, design(40, 3), CoefficientPrior().precisions(3), members)


def rates_on_a_map() -> LatentGaussianModel:
    response = np.random.default_rng(3).normal(-2.0, 0.4, 40)
    response[[3, 38, 39]] = np.nan
    return on_a_map(PublishedRateLikelihood(response, np.full(40, 0.2)))


def test_the_posterior_is_the_dense_one_given_the_sums() -> None:
    model = rates_on_a_map()
    theta = np.array([np.log(0.4), 0.5, np.log(0.2)])
    point = laplace_point(model, theta)
    likelihood = model.likelihood
    assert isinstance(likelihood, PublishedRateLikelihood)
    prior = np.zeros((model.latent_size, model.latent_size))
    prior[model.prior_rows, model.prior_columns] = model.prior_precision(theta)
    prior[model.prior_columns, model.prior_rows] = model.prior_precision(theta)
    loading = np.hstack([model.gather(np.eye(model.latent_size)), model.design])
    known = np.isfinite(likelihood.response)
    weight = np.where(known, likelihood.noise_sd**-2.0, 0.0)
    size = model.latent_size
    precision = np.zeros((size + 3, size + 3))
    precision[:size, :size] = prior
    precision[size:, size:] = np.diag(model.fixed_precision)
    precision += loading.T @ (loading * weight[:, None])
    # a basis of the space in which all sums are zero
    sums = np.zeros((len(model.zero_sums), size + 3))
    for k, unknowns in enumerate(model.zero_sums):
        sums[k, unknowns] = 1.0
    basis = np.linalg.svd(sums)[2][len(sums) :].T
    inner = basis.T @ precision @ basis
    covariance = basis @ np.linalg.inv(inner) @ basis.T
    mean = covariance @ loading.T @ (weight * np.nan_to_num(likelihood.response))
    assert len(sums) == 3
    assert point.mode.latent == pytest.approx(mean[:size], abs=1e-6)
    assert point.mode.fixed == pytest.approx(mean[size:], abs=1e-6)
    variance = np.einsum("ij,jk,ik->i", loading, covariance, loading)
    assert point.predictor_variance == pytest.approx(variance, rel=1e-6)
    found = covariance[model.prior_rows, model.prior_columns]
    assert point.prior_covariance == pytest.approx(found, rel=1e-5, abs=1e-8)


@pytest.mark.parametrize("theta", [(-1.0, 0.3, -1.5), (-2.0, -2.0, -0.5), (-0.5, 3.0, -3.0)])
def test_the_gradient_is_that_of_the_log_density(theta: tuple[float, ...]) -> None:
    for model in (rates_on_a_map(), on_a_map(counts())):
        there = np.array(theta)
        found = gradient(model, laplace_point(model, there))
        for k, step in enumerate(1e-4 * np.eye(3)):
            above, below = laplace_point(model, there + step), laplace_point(model, there - step)
            change = (above.log_density - below.log_density) / 2e-4
            assert found[k] == pytest.approx(change, rel=1e-4, abs=1e-3)


def test_the_mode_keeps_every_sum_at_zero() -> None:
    model = on_a_map(counts())
    mode = model.mode(model.initial())
    for unknowns in model.zero_sums:
        assert abs(mode.latent[unknowns].sum()) < 1e-9


def test_draws_have_the_spread_of_the_predictor() -> None:
    model = on_a_map(counts())
    posterior = fit(model, draws=6000)
    wijk, gemeente = posterior.draws.effect(model, 0), posterior.draws.effect(model, 1)
    drawn = posterior.draws.fixed @ model.design.T + wijk + gemeente[:, gemeente_of(40, 8)]
    mean = posterior.weights @ posterior.predictor_mean
    second = posterior.weights @ (posterior.predictor_variance + posterior.predictor_mean**2)
    assert drawn.mean(0) == pytest.approx(mean, abs=1e-3)
    assert drawn.std(0) == pytest.approx(np.sqrt(second - mean**2), rel=0.06)


def simulated(share: float, seed: int) -> float:
    """The most likely share of neighbours where the true one is `share`."""
    effect = lattice(25, 25)
    chance = np.random.default_rng(seed)
    values, vectors = np.linalg.eigh(dense(effect.graph))
    spatial = vectors[:, 1:] @ (chance.standard_normal(624) / np.sqrt(values[1:]))
    truth = 0.4 * (np.sqrt(share) * spatial + np.sqrt(1.0 - share) * chance.standard_normal(625))
    response = truth + chance.normal(0.0, 0.1, 625)
    model = LatentGaussianModel(
        PublishedRateLikelihood(response, np.full(625, 0.1)),
        np.ones((625, 1)),
        CoefficientPrior().precisions(1),
        [Member(effect, np.arange(625))],
    )
    return float(expit(most_likely(model).theta[1]))


def test_the_share_of_neighbours_follows_the_truth() -> None:
    assert simulated(0.0, 1) < 0.15
    assert 0.35 < simulated(0.6, 2) < 0.85
    assert simulated(0.95, 3) > 0.8
