# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kappa: agreement of two coders (Cohen) or of more (Fleiss).

Sources: J. Cohen (1960), Educational and Psychological Measurement 20:37-46; J.L. Fleiss (1971),
Psychological Bulletin 76:378-382.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.stories.alpha import value_counts

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Kappa:
    """Agreement beyond chance.

    Attributes
    ----------
    kappa : float or None
        None where chance alone agrees fully, or nothing can be compared.
    agreement, by_chance : float or None
        Share of agreement found, and to be expected by chance.
    highest : float or None
        The highest kappa that these totals allow; Cohen's only.
    units : int
        Units that every coder coded.
    """

    kappa: float | None
    agreement: float | None
    by_chance: float | None
    highest: float | None
    units: int


_NOTHING = Kappa(None, None, None, None, 0)


def _beyond(found: float, chance: float) -> float | None:
    return (found - chance) / (1 - chance) if chance < 1 - 1e-12 else None


def cohen_kappa(ratings: Numbers) -> Kappa:
    """Cohen's kappa of two coders; (units, 2), NaN where missing.

    >>> round(cohen_kappa(np.array([[1.0, 1], [1, 0], [0, 0], [0, 0]])).kappa, 3)
    0.5
    """
    both = ratings[~np.isnan(ratings).any(axis=1)]
    if not len(both):
        return _NOTHING
    domain = np.unique(both)
    shares = (both[:, :, None] == domain).mean(axis=0)
    found = float((both[:, 0] == both[:, 1]).mean())
    chance = float(shares[0] @ shares[1])
    most = float(shares.min(axis=0).sum())
    return Kappa(_beyond(found, chance), found, chance, _beyond(most, chance), len(both))


def cohen_kappa_of_table(table: Numbers) -> Kappa:
    """Cohen's kappa of a square table of counts: first coder in rows, second in columns."""
    first, second = np.nonzero(table)
    times = table[first, second].astype(int)
    return cohen_kappa(np.column_stack([np.repeat(first, times), np.repeat(second, times)]).astype(float))


def fleiss_kappa(ratings: Numbers) -> Kappa:
    """Fleiss' kappa over the units that every coder coded; (units, coders), NaN where missing."""
    every = ratings[~np.isnan(ratings).any(axis=1)]
    coders = ratings.shape[1]
    if not len(every) or coders < 2:
        return _NOTHING
    _domain, counts = value_counts(every)
    found = float((((counts**2).sum(axis=1) - coders) / (coders * (coders - 1))).mean())
    chance = float(((counts.sum(axis=0) / counts.sum()) ** 2).sum())
    return Kappa(_beyond(found, chance), found, chance, None, len(every))
