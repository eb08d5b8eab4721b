# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Chance that can be repeated: every concept draws from a stream of its own."""

from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Shapes = npt.NDArray[Any]


def stream(seed: int, concept: str) -> np.random.Generator:
    """The random numbers of one concept, so that a change in one leaves the others as they were.

    >>> bool(stream(1, "coast").random() == stream(1, "coast").random())
    True
    >>> bool(stream(1, "coast").random() == stream(2, "coast").random())
    False
    """
    return np.random.default_rng([seed, crc32(concept.encode())])


def over_years(
    chance: np.random.Generator, shape: tuple[int, ...], persistence: float, years: int
) -> list[Floats]:
    """Standard normal draws per year, correlated `persistence` from one year to the next.

    Parameters
    ----------
    chance : np.random.Generator
    shape : tuple of int
        Shape of one year's draws.
    persistence : float
        Correlation between two years that follow each other, from 0 to 1.
    years : int
        How many years, at least 1.

    Returns
    -------
    list of float arrays of that shape, one per year.
    """
    drawn = [chance.standard_normal(shape)]
    for _year in range(years - 1):
        fresh = chance.standard_normal(shape)
        drawn.append(persistence * drawn[-1] + np.sqrt(1 - persistence**2) * fresh)
    return drawn
