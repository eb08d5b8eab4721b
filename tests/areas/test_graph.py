# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The graph of areas that touch."""

import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.areas.graph import (
    adjacency_matrix,
    components,
    degree,
    edges_of,
    islands,
    simple_edges,
)

_PAIRS = pl.DataFrame(
    {"area_a": ["WK036300", "WK036301", "WK036300"], "area_b": ["WK036301", "WK036302", "WK099999"]}
)


def test_pairs_become_edges_between_positions_and_strangers_stay_out() -> None:
    edges = edges_of(_PAIRS, ["WK036302", "WK036301", "WK036300"])
    assert edges.tolist() == [[0, 1], [1, 2]]


def test_no_pairs_are_no_edges() -> None:
    assert edges_of(_PAIRS.head(0), ["WK036300"]).shape == (0, 2)
    assert islands(np.empty((0, 2), dtype=np.int64), 3).tolist() == [0, 1, 2]


def test_an_edge_counts_once_and_never_to_itself() -> None:
    assert simple_edges(np.array([[2, 1], [1, 2], [0, 0]])).tolist() == [[1, 2]]


def test_components_degrees_and_islands_of_a_small_map() -> None:
    edges = np.array([[1, 4], [4, 5], [0, 3]])
    assert components(edges, 6).tolist() == [0, 1, 2, 0, 1, 1]
    assert degree(edges, 6).tolist() == [1, 1, 0, 1, 2, 1]
    assert islands(edges, 6).tolist() == [2]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25))
def test_nodes_are_in_one_component_exactly_where_a_path_joins_them(pairs: list[tuple[int, int]]) -> None:
    edges = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    reach = adjacency_matrix(edges, 10).toarray() + np.eye(10)
    joined = np.linalg.matrix_power(reach, 10) > 0
    label = components(edges, 10)
    assert ((label[:, None] == label[None, :]) == joined).all()
    assert label[0] == 0
    assert np.diff(np.maximum.accumulate(label)).max() <= 1
