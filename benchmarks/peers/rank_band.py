# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rank ECDFs and the band in which they stay, all along at once, when ranks are uniform.

Säilynoja, Bürkner and Vehtari 2022, "Graphical test for discrete uniformity and its applications in
goodness-of-fit evaluation and multiple sample comparison", Statistics and Computing 32.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.stats import binom

POINTS = 100
_SIMULATIONS = 10_000


@dataclass(frozen=True)
class RankBand:
    """Lowest and highest ECDF at `at`, shapes (points,)."""

    at: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def holds(self, places: np.ndarray) -> bool:
        """Whether the ECDF of the places stays inside all along."""
        share = ecdf(places, self.at)
        return bool(((share >= self.low) & (share <= self.high)).all())

    def excess(self, places: np.ndarray) -> float:
        """How far the ECDF comes outside at most; 0 inside."""
        share = ecdf(places, self.at)
        return float(np.maximum(np.maximum(self.low - share, share - self.high), 0.0).max())


def ecdf(places: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Share of the places at or below each point."""
    return np.searchsorted(np.sort(places), at, side="right") / places.size


@lru_cache
def rank_band(size: int, probability: float = 0.95) -> RankBand:
    """The band for so many independent uniform places.

    A pointwise binomial band, at the level at which whole ECDFs of uniform samples stay inside with
    the probability asked for; the level by simulation.
    """
    chance = np.random.default_rng(1)
    at = np.arange(1, POINTS) / POINTS
    counts = np.array([np.searchsorted(np.sort(chance.random(size)), at) for _k in range(_SIMULATIONS)])
    # twice the smaller tail of each count: the most extreme point of each sample decides
    tail = 2.0 * np.minimum(binom.cdf(counts, size, at), binom.sf(counts - 1, size, at)).min(axis=1)
    level = float(np.quantile(tail, 1.0 - probability))
    return RankBand(
        at, binom.ppf(level / 2.0, size, at) / size, binom.ppf(1.0 - level / 2.0, size, at) / size
    )
