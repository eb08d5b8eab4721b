# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The posterior of a tiny country of wijken in gemeenten by plain numerical integration.

Given the intercept and the two spreads the gemeenten are independent, and within a gemeente the
wijken are, so that every integral has one dimension.
"""

from dataclasses import dataclass

import numpy as np

from wijkverhaal.expectation.engine.effect import IndependentEffect
from wijkverhaal.expectation.engine.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel, Member
from wijkverhaal.expectation.engine.prior import CoefficientPrior
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints

GRID = np.linspace(-5.5, 0.5, 361)
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(60)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()


@dataclass(frozen=True)
class TinyCountry:
    """Exact intervals of counts, and the number of the gemeente of each wijk."""

    youths: Ints
    low: Ints
    high: Ints
    gemeente: Ints

    @property
    def effects(self) -> tuple[IndependentEffect, IndependentEffect]:
        return (
            IndependentEffect("wijk", self.youths.size),
            IndependentEffect("gemeente", int(self.gemeente.max()) + 1),
        )

    @property
    def model(self) -> LatentGaussianModel:
        likelihood = IntervalCountLikelihood(self.youths, self.low, self.high, np.ones(self.youths.size))
        wijk, gemeente = self.effects
        members = [Member(wijk, np.arange(self.youths.size)), Member(gemeente, self.gemeente)]
        return LatentGaussianModel(
            likelihood, np.ones((self.youths.size, 1)), CoefficientPrior().precisions(1), members
        )

    def moments(self, log_sds: Floats) -> tuple[Floats, Floats, float]:
        """Mean and sd of each wijk's predictor, and the log evidence up to the usual constants.

        log_sds: grid of the logarithm of either spread, equally spaced.
        """
        wijken = self.youths.size
        evidence, first, second = 0.0, np.zeros(wijken), np.zeros(wijken)
        wijk, gemeente = self.effects
        intercept = np.exp(-0.5 * (GRID / 5.0) ** 2) / (5.0 * np.sqrt(2.0 * np.pi))
        spacing, step = log_sds[1] - log_sds[0], GRID[1] - GRID[0]
        for log_wijk in log_sds:
            moments = self._wijk_moments(np.exp(log_wijk))
            for log_gemeente in log_sds:
                prior = np.exp(
                    wijk.log_prior(np.array([log_wijk]))[0] + gemeente.log_prior(np.array([log_gemeente]))[0]
                )
                kernel = np.exp(-0.5 * ((GRID[None] - GRID[:, None]) / np.exp(log_gemeente)) ** 2)
                kernel /= kernel.sum(1, keepdims=True)
                weight = prior * spacing**2 * step
                total, one, two = self._over_gemeenten(moments, kernel, intercept)
                evidence, first, second = (
                    evidence + weight * total,
                    first + weight * one,
                    second + weight * two,
                )
        mean = first / evidence
        return mean, np.sqrt(second / evidence - mean**2), float(np.log(evidence))

    def _wijk_moments(self, sd: float) -> Floats:
        """Integrals over the wijk effect of likelihood times predictor^k, shape (3, wijken, grid)."""
        result = np.zeros((3, self.youths.size, GRID.size))
        for i in range(self.youths.size):
            many = IntervalCountLikelihood(
                *(np.full(GRID.size, column[i]) for column in (self.youths, self.low, self.high)),
                np.ones(GRID.size),
            )
            for node, weight in zip(_NODES, _WEIGHTS, strict=True):
                predictor = GRID + sd * node
                chance = weight * np.exp(many.terms(predictor).value)
                for k in range(3):
                    result[k, i] += chance * predictor**k
        return result

    def _over_gemeenten(
        self, moments: Floats, kernel: Floats, intercept: Floats
    ) -> tuple[float, Floats, Floats]:
        groups = [np.flatnonzero(self.gemeente == g) for g in range(int(self.gemeente.max()) + 1)]
        inner = [kernel @ moments[0, members].prod(0) for members in groups]
        total = float((intercept * np.prod(inner, axis=0)).sum())
        sums = np.zeros((2, self.youths.size))
        for g, members in enumerate(groups):
            others = intercept * np.prod([f for h, f in enumerate(inner) if h != g], axis=0)
            for i in members:
                rest = moments[0, members[members != i]].prod(0)
                for k in (1, 2):
                    sums[k - 1, i] = (others * (kernel @ (rest * moments[k, i]))).sum()
        return total, sums[0], sums[1]
