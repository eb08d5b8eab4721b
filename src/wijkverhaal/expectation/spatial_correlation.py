# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spatial correlation: are areas that touch alike in what they show, more than chance would give?

Moran's I (Moran 1950) is the correlation of each area with the mean of its neighbours, about 0
where neighbours are no more alike than any two areas and towards 1 where they are.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from wijkverhaal.areas.graph import adjacency_matrix, degree
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.foundation.language import _, number

#: Moran's I from which a likeness that is no chance is called some, and strong.
_SOME, _STRONG = 0.1, 0.3
#: Standard deviations under which chance alone is enough.
_CHANCE = 2.0
_FEWEST = 4  # the fourth moment of fewer is not defined

Subject = Literal["rate", "residual"]


@dataclass(frozen=True)
class SpatialCorrelation:
    """Moran's I and what chance would give.

    Attributes
    ----------
    value : float
        Moran's I with row-standardised weights.
    expected, sd : float
        Its mean and standard deviation over all ways to deal the same values out over the areas.
    areas : int
        How many areas count: those with a value and with a neighbour that has one.
    """

    value: float
    expected: float
    sd: float
    areas: int

    @property
    def distance(self) -> float:
        """Standard deviations between the value and what chance would give on average."""
        return (self.value - self.expected) / self.sd

    def sentence(self, subject: Subject = "residual") -> str:
        """What it says, in one sentence."""
        what = _("Het gebruik") if subject == "rate" else _("Wat het model niet verklaart")
        return self._template().format(
            what=what,
            value=number(self.value, 2),
            low=number(self.expected - _CHANCE * self.sd, 2),
            high=number(self.expected + _CHANCE * self.sd, 2),
        )

    def _template(self) -> str:
        # what is left within gemeenten is slightly opposed by itself: it adds up to about nothing
        if self.distance <= _CHANCE and self.value > -_SOME:
            return _(
                "{what} lijkt in buurwijken niet méér op elkaar dan door toeval"
                " (van 0, niet, tot 1, helemaal: {value}; door toeval {low} tot {high})."
            )
        if self.value < self.expected:
            return _(
                "{what} verschilt tussen buurwijken méér dan door toeval"
                " (van 0, niet, tot 1, helemaal: {value}; door toeval {low} tot {high})."
            )
        if self.value < _SOME:
            return _(
                "{what} lijkt in buurwijken een klein beetje op elkaar"
                " (van 0, niet, tot 1, helemaal: {value}; door toeval {low} tot {high})."
            )
        if self.value < _STRONG:
            return _(
                "{what} lijkt in buurwijken enigszins op elkaar"
                " (van 0, niet, tot 1, helemaal: {value}; door toeval {low} tot {high})."
            )
        return _(
            "{what} lijkt in buurwijken sterk op elkaar"
            " (van 0, niet, tot 1, helemaal: {value}; door toeval {low} tot {high})."
        )


def spatial_correlation(values: Floats, edges: Ints) -> SpatialCorrelation | None:
    """Moran's I of values over areas that touch.

    Parameters
    ----------
    values : array, shape (areas,)
        Not a number where unknown.
    edges : array of int, shape (edges, 2)
        Which areas touch; islands do not count.

    Returns
    -------
    SpatialCorrelation or None
        None where fewer than four areas count, or all have the same value.

    Notes
    -----
    Mean and variance under randomisation: Cliff and Ord 1981, "Spatial processes", equations 2.27
    to 2.31; exact, whatever the distribution of the values.
    """
    weights, counted = _weights(np.isfinite(values), edges)
    away = values[counted] - values[counted].mean() if counted.size else values[counted]
    if counted.size < _FEWEST or not _varies(away, values[counted]):
        return None
    size, total = counted.size, float(counted.size)
    squares = float(away @ away)
    value = float(away @ (weights @ away)) / squares
    expected = -1.0 / (size - 1.0)
    both = weights + weights.T
    s1 = 0.5 * float((both.data**2).sum())
    s2 = float(((1.0 + weights.sum(axis=0)) ** 2).sum())
    peakedness = size * float((away**4).sum()) / squares**2
    second = size * ((size**2 - 3.0 * size + 3.0) * s1 - size * s2 + 3.0 * total**2)
    second -= peakedness * (size * (size - 1.0) * s1 - 2.0 * size * s2 + 6.0 * total**2)
    second /= (size - 1.0) * (size - 2.0) * (size - 3.0) * total**2
    variance = max(second - expected**2, np.finfo(float).tiny)
    return SpatialCorrelation(value, expected, float(np.sqrt(variance)), size)


@dataclass(frozen=True)
class SpatialCorrelationOfDraws:
    """Moran's I of something uncertain: mean over the draws, with its 90% interval."""

    mean: float
    low: float
    high: float


def moran_of_draws(draws: Floats, edges: Ints) -> SpatialCorrelationOfDraws | None:
    """Moran's I of every draw, shape (draws, areas); None where fewer than four areas count."""
    weights, counted = _weights(np.asarray(np.isfinite(draws).all(axis=0)), edges)
    if counted.size < _FEWEST:
        return None
    away = draws[:, counted] - draws[:, counted].mean(axis=1, keepdims=True)
    varied = np.array([_varies(one, whole) for one, whole in zip(away, draws[:, counted], strict=True)])
    if not varied.any():
        return None
    away = away[varied]
    found = (away * (weights @ away.T).T).sum(axis=1) / (away**2).sum(axis=1)
    low, high = np.quantile(found, [0.05, 0.95])
    return SpatialCorrelationOfDraws(float(found.mean()), float(low), float(high))


def _weights(known: NDArray[np.bool_], edges: Ints) -> tuple[csr_array, Ints]:
    """Weights that add up to one for every area that counts, and which areas those are."""
    usable = edges[known[edges].all(axis=1)] if edges.size else edges.reshape(0, 2)
    neighbours = degree(usable, known.size)
    counted = np.flatnonzero(neighbours > 0).astype(np.int64)
    place = np.cumsum(neighbours > 0) - 1
    matrix = adjacency_matrix(place[usable].astype(np.int64), counted.size)
    return csr_array(matrix.multiply(1.0 / neighbours[counted][:, None])), counted


def _varies(away: Floats, values: Floats) -> bool:
    return float(np.abs(away).max()) > 1e-12 * max(1.0, float(np.abs(values).max()))
