# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map as a graph, scaled so that a standard deviation means the same on every map.

An intrinsic effect on a graph (Besag, York and Mollie 1991) has a variance that depends on the
graph. Each connected part is therefore scaled to a geometric mean variance of one (Sorbye and Rue
2014, "Scaling intrinsic Gaussian Markov random field priors", Spatial Statistics 8), and sums to
zero by itself; an area without neighbours is simply normal with variance one (Freni-Sterrantino,
Ventrucci and Rue 2018, "A note on intrinsic conditional autoregressive models for disconnected
graphs", Spatial and Spatio-temporal Epidemiology 26).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from wijkverhaal.expectation.engine.sparse_factor import SparseFactor
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints


@dataclass(frozen=True)
class NeighbourGraph:
    """Areas and which of them touch.

    Parameters
    ----------
    nodes
        Number of areas.
    edges
        Pairs of numbers of areas, each pair once, shape (edges, 2).

    Examples
    --------
    >>> graph = NeighbourGraph(4, np.array([[0, 1], [1, 2]]))
    >>> graph.parts, graph.islands.tolist()
    (2, [3])
    """

    nodes: int
    edges: Ints

    def __post_init__(self) -> None:
        if self.edges.size and (self.edges.min() < 0 or self.edges.max() >= self.nodes):
            raise ValueError("an edge names an area that is not there")
        if (self.edges[:, 0] == self.edges[:, 1]).any():
            raise ValueError("an area touches itself")

    @cached_property
    def part(self) -> Ints:
        """Number of the connected part of each area."""
        ones = np.ones(len(self.edges))
        matrix = sp.coo_matrix((ones, self.edges.T), (self.nodes, self.nodes))
        return np.asarray(sp.csgraph.connected_components(matrix, directed=False)[1], dtype=np.int64)

    @property
    def parts(self) -> int:
        return int(self.part.max()) + 1 if self.nodes else 0

    @cached_property
    def islands(self) -> Ints:
        """Areas without neighbours."""
        return np.flatnonzero(self._part_sizes[self.part] == 1)

    @cached_property
    def _part_sizes(self) -> Ints:
        return np.bincount(self.part)

    def zero_sums(self) -> list[Ints]:
        """The areas of each connected part of more than one."""
        order = np.argsort(self.part, kind="stable")
        parts = np.split(order, np.cumsum(self._part_sizes)[:-1])
        return [part for part in parts if part.size > 1]

    @cached_property
    def _variance_and_scale(self) -> tuple[Floats, Floats]:
        """Variance of each area before scaling, and the mean by which its part is divided.

        A Laplacian pinned at one area of each part can be inverted; the diagonal of the inverse
        that sums to zero follows from its own diagonal and its row sums.
        """
        degree = np.bincount(self.edges.ravel(), minlength=self.nodes).astype(np.float64)
        factor = self.pattern()
        factor.refactor(np.concatenate([self._pinned(degree), -np.ones(len(self.edges))]))
        members, sizes = np.arange(self.nodes), self._part_sizes[self.part]
        variance = factor.selected_inverse()[factor.slots(members, members)]
        rows = factor.solve(np.ones((self.nodes, 1)))[:, 0]
        everything = np.bincount(self.part, rows)[self.part]
        own = np.where(sizes == 1, 1.0, variance - 2.0 * rows / sizes + everything / sizes**2)
        scale = np.exp(np.bincount(self.part, np.log(own)) / self._part_sizes)
        return own, scale[self.part]

    def _pinned(self, diagonal: Floats) -> Floats:
        """The diagonal with one added for one area of each part; islands are one by themselves."""
        pinned = diagonal.copy()
        pinned[[part[0] for part in self.zero_sums()]] += 1.0
        pinned[self.islands] = 1.0
        return pinned

    def pattern(self) -> SparseFactor:
        """A factor for matrices with the pattern of the graph: diagonal first, then the edges."""
        members = np.arange(self.nodes)
        rows = np.concatenate([members, self.edges[:, 0]])
        columns = np.concatenate([members, self.edges[:, 1]])
        return SparseFactor(rows, columns, self.nodes)

    @cached_property
    def scaled_precision(self) -> tuple[Floats, Floats]:
        """Diagonal (nodes,) and off-diagonal (edges,) entries of the scaled precision."""
        degree = np.bincount(self.edges.ravel(), minlength=self.nodes).astype(np.float64)
        scale = self._variance_and_scale[1]
        return np.where(degree == 0, 1.0, degree * scale), -scale[self.edges[:, 0]]

    @property
    def mean_variance(self) -> float:
        """Mean variance of the scaled effect."""
        variance, scale = self._variance_and_scale
        return float((variance / scale).mean())

    @cached_property
    def log_pseudo_determinant(self) -> float:
        """Log of the product of the eigenvalues of the scaled precision that are not zero."""
        diagonal, off_diagonal = self.scaled_precision
        factor = self.pattern()
        factor.refactor(np.concatenate([self._pinned(diagonal), off_diagonal]))
        return factor.log_determinant() + float(sum(np.log(part.size) for part in self.zero_sums()))
