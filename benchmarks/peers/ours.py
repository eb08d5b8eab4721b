# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Wijkverhaal's engine on a synthetic country.

python -m peers.ours COUNTRY.npz ANSWER.npz     (in the folder benchmarks)
"""

import sys
import time
from pathlib import Path

import numpy as np

from peers.answer import Answer
from peers.country import Country, draw_country
from peers.landscape import draw_landscape
from wijkverhaal.expectation.engine.effect import IndependentEffect
from wijkverhaal.expectation.engine.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel, Member
from wijkverhaal.expectation.engine.neighbour_effect import NeighbourEffect
from wijkverhaal.expectation.engine.neighbour_graph import NeighbourGraph
from wijkverhaal.expectation.engine.posterior import Posterior, fit
from wijkverhaal.expectation.engine.prior import CoefficientPrior, ExponentialScalePrior
from wijkverhaal.expectation.engine.yearly_chain import YearlyChain
from wijkverhaal.expectation.engine.yearly_effect import YearlyEffect

DRAWS = 600
COEFFICIENT_PRIOR = CoefficientPrior(sd=5.0, intercept_sd=5.0)
SD_PRIOR = ExponentialScalePrior()


def model_of(country: Country) -> LatentGaussianModel:
    """The model of a country: areas with neighbours, gemeenten and, with more years, areas by year."""
    likelihood = IntervalCountLikelihood(
        country.youths, country.low, country.high, np.ones(country.youths.size)
    )
    gemeenten = IndependentEffect("gemeente", int(country.gemeente.max()) + 1, SD_PRIOR)
    members = [*_area_members(country), Member(gemeenten, country.gemeente[country.area])]
    precision = COEFFICIENT_PRIOR.precisions(country.design.shape[1])
    return LatentGaussianModel(likelihood, country.design, precision, members)


def _area_members(country: Country) -> list[Member]:
    areas = NeighbourEffect.of_one_year("wijk", NeighbourGraph(country.areas, country.edges))
    members = [Member(areas, country.area)]
    if country.years > 1:
        yearly = YearlyEffect("wijk_year", YearlyChain.of(country.area, country.year))
        members.append(Member(yearly, np.arange(country.area.size)))
    return members


def mixing_prior(country: Country, grid: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Log prior density of logit(phi) on a grid, and its slope."""
    effect = _area_members(country)[0].effect
    found = [effect.log_prior(np.array([0.0, x])) for x in grid]
    return np.array([value for value, _slope in found]), np.array([slope[1] for _value, slope in found])


def answer_of(posterior: Posterior, seconds: float) -> Answer:
    """Mean and standard deviation over the mixture of the design's points."""
    weights = posterior.weights
    mean, sd = _mixture(weights, posterior.predictor_mean, posterior.predictor_variance)
    own_variance = np.einsum("pkk->pk", posterior.fixed_covariance)
    fixed, fixed_sd = _mixture(weights, posterior.fixed_mean, own_variance)
    natural = np.column_stack(
        [
            _natural(name, posterior.draws.theta[:, k])
            for k, name in enumerate(posterior.model.hyperparameters)
        ]
    )
    pairs = {
        name: (float(natural[:, k].mean()), float(natural[:, k].std()))
        for k, name in enumerate(posterior.model.hyperparameters)
    }
    return Answer(seconds, mean, sd, fixed, fixed_sd, pairs, {"draws": posterior.draws.fixed.shape[0]})


def _mixture(weights: np.ndarray, mean: np.ndarray, variance: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    middle = weights @ mean
    return middle, np.sqrt(weights @ (variance + (mean - middle) ** 2))


def _natural(name: str, theta: np.ndarray) -> np.ndarray:
    """From the engine's scale: the logarithm of a standard deviation, the logit of a share."""
    return np.exp(theta) if name.startswith("sd") else 1.0 / (1.0 + np.exp(-theta))


def fit_ours(country: Country, seed: int = 1) -> Answer:
    """Fit and time: setting up, hyperparameters integrated, all marginals and joint draws."""
    start = time.perf_counter()
    posterior = fit(model_of(country), draws=DRAWS, seed=seed, leave_one_out=False)
    return answer_of(posterior, time.perf_counter() - start)


def warm_up(years: int) -> None:
    """Load the compiled inner loops, so that they are not timed."""
    fit_ours(draw_country(draw_landscape(80, 1, gemeenten=8), 1, years=years))


def main() -> None:
    country = Country.load(Path(sys.argv[1]))
    warm_up(country.years)
    fit_ours(country).save(Path(sys.argv[2]))


if __name__ == "__main__":
    main()
