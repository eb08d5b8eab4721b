# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map as a graph: parts, islands, scale and determinant agree with dense algebra."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.expectation.engine.neighbour_graph import NeighbourGraph
from wijkverhaal.expectation.engine.sparse_kernels import Floats

#: A ring of five with a chord, a pair, and an island.
MAP = NeighbourGraph(8, np.array([[0, 1], [1, 2], [2, 3], [3, 4], [0, 4], [1, 3], [5, 6]]))


def dense(graph: NeighbourGraph) -> Floats:
    diagonal, off_diagonal = graph.scaled_precision
    matrix = np.diag(diagonal)
    matrix[graph.edges[:, 0], graph.edges[:, 1]] = off_diagonal
    matrix[graph.edges[:, 1], graph.edges[:, 0]] = off_diagonal
    return matrix


@st.composite
def graphs(draw: st.DrawFn) -> NeighbourGraph:
    nodes = draw(st.integers(1, 12))
    pairs = [(a, b) for a in range(nodes) for b in range(a + 1, nodes)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return NeighbourGraph(nodes, np.array(chosen, dtype=np.int64).reshape(-1, 2))


def test_parts_and_islands() -> None:
    assert MAP.parts == 3
    assert MAP.islands.tolist() == [7]
    assert [part.tolist() for part in MAP.zero_sums()] == [[0, 1, 2, 3, 4], [5, 6]]


@settings(max_examples=40, deadline=None)
@given(graph=graphs())
def test_each_part_has_a_geometric_mean_variance_of_one(graph: NeighbourGraph) -> None:
    variance = np.diag(np.linalg.pinv(dense(graph)))
    for part in range(graph.parts):
        assert np.exp(np.log(variance[graph.part == part]).mean()) == pytest.approx(1.0, rel=1e-4)
    assert graph.mean_variance == pytest.approx(variance.mean(), rel=1e-4)


@settings(max_examples=40, deadline=None)
@given(graph=graphs())
def test_the_determinant_leaves_out_the_constants(graph: NeighbourGraph) -> None:
    values = np.linalg.eigvalsh(dense(graph))
    expected = np.log(values[values > 1e-9]).sum()
    assert graph.log_pseudo_determinant == pytest.approx(expected, rel=1e-6, abs=1e-6)


def test_a_constant_costs_nothing_within_a_part_and_something_on_an_island() -> None:
    assert dense(MAP)[:7, :7] @ np.ones(7) == pytest.approx(np.zeros(7), abs=1e-9)
    assert dense(MAP)[7, 7] == 1.0


@pytest.mark.parametrize("edges", [[[0, 0]], [[0, 9]], [[-1, 0]]])
def test_an_impossible_edge_is_refused(edges: list[list[int]]) -> None:
    with pytest.raises(ValueError, match=r"an (edge|area)"):
        NeighbourGraph(3, np.array(edges))
