# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The landscape: clustered points that touch, in gemeenten, with correlated determinants."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import Delaunay, cKDTree

from peers.intrinsic_field import IntrinsicField

GEMEENTEN = 340
COEFFICIENTS = np.array([0.30, -0.20, 0.15, -0.10, 0.10, 0.05, 0.0, 0.0, 0.08, -0.05, 0.12, 0.0])
_TOWN_SHARE, _TOWN_WIDTH = 0.6, 0.012
_LONGEST = 0.999  # quantile of the edges that are kept: the hull has very long ones


@dataclass(frozen=True)
class Landscape:
    """Areas without figures.

    Attributes
    ----------
    edges : array of int, shape (edges, 2)
    gemeente : array of int, shape (areas,)
    determinants : array, shape (areas, 12)
        Standardised.
    field : IntrinsicField
        Of the same graph.
    """

    edges: np.ndarray
    gemeente: np.ndarray
    determinants: np.ndarray
    field: IntrinsicField

    @property
    def areas(self) -> int:
        return self.gemeente.size


def draw_landscape(areas: int, seed: int, gemeenten: int = GEMEENTEN) -> Landscape:
    """A landscape of so many areas; every gemeente that is named has an area."""
    chance = np.random.default_rng(seed)
    towns = chance.random((gemeenten, 2))
    in_town = towns[chance.integers(0, gemeenten, areas)] + chance.normal(0.0, _TOWN_WIDTH, (areas, 2))
    points = np.where(chance.random((areas, 1)) < _TOWN_SHARE, in_town, chance.random((areas, 2)))
    edges = _edges(points)
    _names, gemeente = np.unique(cKDTree(towns).query(points)[1], return_inverse=True)
    field = IntrinsicField(edges, areas)
    factors = np.column_stack(
        [0.7 * _standard(field.draw(chance)) + 0.7 * chance.standard_normal(areas) for _k in range(4)]
    )
    mixed = factors @ chance.standard_normal((4, COEFFICIENTS.size)) * 0.6
    determinants = mixed + chance.standard_normal(mixed.shape)
    return Landscape(edges, gemeente.astype(np.int64), _standard(determinants), field)


def _edges(points: np.ndarray) -> np.ndarray:
    corners = Delaunay(points).simplices
    sides = np.vstack([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [0, 2]]])
    edges = np.unique(np.sort(sides, axis=1), axis=0).astype(np.int64)
    length = np.linalg.norm(points[edges[:, 0]] - points[edges[:, 1]], axis=1)
    kept = edges[length < np.quantile(length, _LONGEST)]
    matrix = coo_array((np.ones(len(kept)), (kept[:, 0], kept[:, 1])), shape=(len(points), len(points)))
    return kept if connected_components(matrix, directed=False)[0] == 1 else edges


def _standard(values: np.ndarray) -> np.ndarray:
    return (values - values.mean(axis=0)) / values.std(axis=0)
