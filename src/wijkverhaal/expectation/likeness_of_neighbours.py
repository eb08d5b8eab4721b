# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the map says: how alike neighbours are before and after what is known of them."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.expectation.series import graph_of, wijken_of
from wijkverhaal.expectation.spatial_correlation import SpatialCorrelation, spatial_correlation

_FEWEST_YOUTHS = 100  # of a wijk whose published rate says something


@dataclass(frozen=True)
class LikenessOfNeighbours:
    """Moran's I over the wijken with a shown figure.

    Attributes
    ----------
    rate
        Of the published rates.
    within_gemeente
        Of the same, apart from the mean of each gemeente.
    residual
        Of the published rates apart from what was expected here, in standard deviations of a count.
    """

    rate: SpatialCorrelation
    within_gemeente: SpatialCorrelation
    residual: SpatialCorrelation

    def to_json(self) -> dict[str, Any]:
        parts = {
            "rate": self.rate,
            "within_gemeente": self.within_gemeente,
            "residual": self.residual,
        }
        return {
            name: {"morans_i": part.value, "by_chance": part.expected, "sd_by_chance": part.sd}
            for name, part in parts.items()
        } | {"wijken": self.rate.areas}


def likeness_of_neighbours(fitted: FittedYear) -> LikenessOfNeighbours | None:
    """None where no boundaries are known, or too few neighbours have a figure."""
    panel = fitted.panel
    graph = graph_of([panel], wijken_of([panel]))
    if graph is None:
        return None
    rate, shown = panel.column("published_rate"), fitted.specification.shown
    expected, noise = fitted.answers.expected_here.mean(0), np.ones(rate.size)
    weight = np.ones(rate.size)
    if panel.family == "cbs":
        weight = np.nan_to_num(panel.column("youths"))
        shown = shown & (weight >= _FEWEST_YOUTHS)
        coverage = fitted.specification.coverage.share[fitted.specification.grouping.gemeente]
        expected = expected * coverage
        noise = np.sqrt(expected * (100.0 - expected) / np.maximum(weight, 1.0))
    of = [
        rate,
        rate - _mean_of_gemeente(rate, weight * shown, fitted.specification.grouping.gemeente),
        (rate - expected) / np.maximum(noise, 1e-9),
    ]
    found = [spatial_correlation(np.where(shown, values, np.nan), graph.edges) for values in of]
    first, second, third = found
    if first is None or second is None or third is None:
        return None
    return LikenessOfNeighbours(first, second, third)


def _mean_of_gemeente(rate: Floats, weight: Floats, gemeente: np.ndarray[Any, Any]) -> Floats:
    total = np.bincount(gemeente, weight)
    mean = np.bincount(gemeente, weight * np.nan_to_num(rate)) / np.maximum(total, 1e-9)
    return np.asarray(mean[gemeente])
