# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small countries drawn from the prior of the model itself, and where the truth stands in its posterior.

If the posterior is right, the truth is as likely to stand anywhere in it (Cook, Gelman and Rubin
2006; Talts, Betancourt, Simpson, Vehtari and Gelman 2018).
"""

from dataclasses import dataclass

import numpy as np

from peers.country import published_bounds
from peers.landscape import Landscape, draw_landscape
from wijkverhaal.expectation.engine.effect import IndependentEffect
from wijkverhaal.expectation.engine.hyperparameter_marginal import hyperparameter_draws
from wijkverhaal.expectation.engine.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel, Member
from wijkverhaal.expectation.engine.mixing_prior import MIXING_BOUNDS
from wijkverhaal.expectation.engine.neighbour_effect import NeighbourEffect
from wijkverhaal.expectation.engine.neighbour_graph import NeighbourGraph
from wijkverhaal.expectation.engine.posterior import Posterior, fit
from wijkverhaal.expectation.engine.prior import CoefficientPrior

AREAS, GEMEENTEN = 150, 15
_DETERMINANTS = 3
_PRIOR = CoefficientPrior(sd=0.5, intercept_sd=1.0)
_YOUTHS = (60, 600)
_HELD_OUT = 10  # the last areas have no count
_DRAWS = 600
_WEIGHED = 300  # draws of the hyperparameters that are weighed by their density
_OTHER_SEED = 1_000_000  # the chance that made the truth must not come back in the draws


@dataclass(frozen=True)
class SmallWorld:
    """What all the small countries have in common: the map, the determinants and the priors."""

    land: Landscape
    areas: NeighbourEffect
    gemeenten: IndependentEffect
    design: np.ndarray

    @classmethod
    def draw(cls, seed: int = 1) -> "SmallWorld":
        land = draw_landscape(AREAS, seed, GEMEENTEN)
        design = np.column_stack([np.ones(AREAS), land.determinants[:, :_DETERMINANTS]])
        graph = NeighbourGraph(AREAS, land.edges)
        gemeenten = IndependentEffect("gemeente", int(land.gemeente.max()) + 1)
        return cls(land, NeighbourEffect.of_one_year("wijk", graph), gemeenten, design)

    def model(self, youths: np.ndarray, low: np.ndarray, high: np.ndarray) -> LatentGaussianModel:
        likelihood = IntervalCountLikelihood(youths, low, high, np.ones(AREAS))
        members = [Member(self.areas, np.arange(AREAS)), Member(self.gemeenten, self.land.gemeente)]
        return LatentGaussianModel(likelihood, self.design, _PRIOR.precisions(self.design.shape[1]), members)

    def places(self, seed: int) -> dict[str, float]:
        """Where the truth stands in the posterior of one country, between 0 and 1, per quantity."""
        chance = np.random.default_rng(seed)
        theta = np.array([_log_sd(self.areas, chance), self._mixing(chance), _log_sd(self.gemeenten, chance)])
        fixed = chance.standard_normal(self.design.shape[1]) / np.sqrt(
            _PRIOR.precisions(self.design.shape[1])
        )
        share, sd = 1.0 / (1.0 + np.exp(-theta[1])), np.exp(theta[0])
        own = np.sqrt(share) * self.land.field.draw(chance)
        own = sd * (own + np.sqrt(1.0 - share) * chance.standard_normal(AREAS))
        gemeente = np.exp(theta[2]) * chance.standard_normal(self.gemeenten.size)
        predictor = self.design @ fixed + own + gemeente[self.land.gemeente]
        youths = chance.integers(*_YOUTHS, AREAS)
        users = chance.binomial(youths, 1.0 / (1.0 + np.exp(-predictor)))
        youths[-_HELD_OUT:] = users[-_HELD_OUT:] = 0
        model = self.model(youths, *published_bounds(users, youths))
        posterior = fit(model, draws=_DRAWS, seed=seed + _OTHER_SEED)
        return self._found(posterior, theta, fixed, gemeente, predictor)

    def _mixing(self, chance: np.random.Generator) -> float:
        """The logit of phi, drawn from its prior by inverting the distribution on a fine grid."""
        grid = np.linspace(*MIXING_BOUNDS, 4001)
        density = np.exp([self.areas.mixing_prior.log_density(x)[0] for x in grid])
        below = np.cumsum(density) / density.sum()
        return float(np.interp(chance.random(), below, grid))

    def _found(
        self,
        posterior: Posterior,
        theta: np.ndarray,
        fixed: np.ndarray,
        gemeente: np.ndarray,
        predictor: np.ndarray,
    ) -> dict[str, float]:
        draws, names = posterior.draws, posterior.model.hyperparameters
        own, in_gemeente = draws.effect(posterior.model, 0), draws.effect(posterior.model, 1)
        drawn = own + in_gemeente[:, self.land.gemeente] + draws.fixed @ self.design.T
        return dict(zip(names, _of_hyperparameters(posterior, theta), strict=True)) | {
            "intercept": _rank(draws.fixed[:, 0], fixed[0]),
            "coefficient": _rank(draws.fixed[:, 1], fixed[1]),
            "gemeente": _rank(in_gemeente[:, 0], gemeente[0]),
            "area": _rank(drawn[:, 0], predictor[0]),
            "area held out": _rank(drawn[:, -1], predictor[-1]),
            "difference of two areas": _rank(drawn[:, 1] - drawn[:, 2], predictor[1] - predictor[2]),
        }


def _log_sd(effect: IndependentEffect | NeighbourEffect, chance: np.random.Generator) -> float:
    return float(np.log(chance.exponential(1.0 / effect.prior.rate)))


def _rank(draws: np.ndarray, truth: float) -> float:
    """Share of the draws below the truth."""
    return float((draws < truth).mean())


def _of_hyperparameters(posterior: Posterior, theta: np.ndarray) -> np.ndarray:
    """Share of the draws below the truth; drawn apart, since the engine integrates over few points."""
    drawn = hyperparameter_draws(posterior.model, posterior.design, _DRAWS, weighed=_WEIGHED)
    return np.asarray((drawn < theta).mean(0))
