# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The intrinsic field on a graph: neighbours are alike, the whole adds up to zero."""

import numpy as np

from wijkverhaal.expectation.engine.sparse_factor import SparseFactor

Floats = np.ndarray


class IntrinsicField:
    """Draws with precision D - A on a connected graph, scaled to a typical variance of one.

    The typical variance is the geometric mean of the variances of the nodes (Sorbye and Rue 2014).

    Attributes
    ----------
    scale : float
        The typical variance before scaling.
    """

    def __init__(self, edges: np.ndarray, nodes: int) -> None:
        self.nodes = nodes
        degree = np.bincount(edges.ravel(), minlength=nodes)
        kept = edges[(edges > 0).all(axis=1)] - 1  # the first node is pinned at zero
        free = np.arange(nodes - 1)
        rows, columns = np.concatenate([free, kept[:, 0]]), np.concatenate([free, kept[:, 1]])
        self._factor = SparseFactor(rows, columns, nodes - 1)
        self._factor.refactor(np.concatenate([degree[1:].astype(float), np.full(len(kept), -1.0)]))
        pinned = np.concatenate([[0.0], self._factor.inverse_at(free, free)])
        sums = np.concatenate([[0.0], self._factor.solve(np.ones((nodes - 1, 1)))[:, 0]])
        variance = pinned - 2.0 * sums / nodes + sums.sum() / nodes**2
        self.scale = float(np.exp(np.log(variance).mean()))

    def draw(self, chance: np.random.Generator) -> Floats:
        """One draw, shape (nodes,)."""
        free = self._factor.colour(chance.standard_normal((self.nodes - 1, 1)))[:, 0]
        field = np.concatenate([[0.0], free])
        return (field - field.mean()) / np.sqrt(self.scale)
