# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The graph of areas that touch: areas are nodes with a number, pairs are edges."""

from collections.abc import Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

Nodes = NDArray[np.int64]
Edges = NDArray[np.int64]


def edges_of(pairs: pl.DataFrame, areas: Sequence[str] | pl.Series) -> Edges:
    """The pairs as edges between positions in `areas`.

    Parameters
    ----------
    pairs : pl.DataFrame
        Columns `area_a` and `area_b`; pairs with an area that is not in `areas` are left out.
    areas : sequence of str
        The code of each node, each code once.

    Returns
    -------
    array of int64, shape (edges, 2)
        The lower node first, each edge once, sorted.
    """
    number = pl.DataFrame({"area": areas}).with_row_index("node").cast({"node": pl.Int64, "area": pl.String})
    found = pairs.join(number, left_on="area_a", right_on="area").join(
        number, left_on="area_b", right_on="area", suffix="_b"
    )
    return simple_edges(found.select("node", "node_b").to_numpy().astype(np.int64))


def simple_edges(edges: Edges) -> Edges:
    """Every edge once, the lower node first, sorted; no edge from a node to itself."""
    ordered = np.sort(np.asarray(edges, dtype=np.int64).reshape(-1, 2), axis=1)
    return np.unique(ordered[ordered[:, 0] != ordered[:, 1]], axis=0)


def adjacency_matrix(edges: Edges, nodes: int) -> csr_array:
    """The symmetric matrix of zeros and ones, shape (nodes, nodes)."""
    one, other = simple_edges(edges).T
    rows, columns = np.concatenate([one, other]), np.concatenate([other, one])
    return csr_array((np.ones(rows.size), (rows, columns)), shape=(nodes, nodes))


def components(edges: Edges, nodes: int) -> Nodes:
    """The component of every node, numbered from 0 in order of their first node; shape (nodes,).

    Examples
    --------
    >>> components(np.array([[0, 2], [1, 3]]), 5).tolist()
    [0, 1, 0, 1, 2]
    """
    _count, label = connected_components(adjacency_matrix(edges, nodes), directed=False)
    _labels, first = np.unique(label, return_index=True)
    rank = np.empty(first.size, dtype=np.int64)
    rank[np.argsort(first)] = np.arange(first.size)
    numbered: Nodes = rank[label]
    return numbered


def degree(edges: Edges, nodes: int) -> Nodes:
    """How many neighbours every node has, shape (nodes,)."""
    return np.bincount(simple_edges(edges).ravel(), minlength=nodes).astype(np.int64)


def islands(edges: Edges, nodes: int) -> Nodes:
    """The nodes without a neighbour."""
    return np.flatnonzero(degree(edges, nodes) == 0).astype(np.int64)
