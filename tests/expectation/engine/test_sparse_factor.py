# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sparse factor does what dense linear algebra does, on any pattern."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.expectation.engine.sparse_factor import NotPositiveDefiniteError, SparseFactor
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints


@dataclass(frozen=True)
class Sparse:
    """A positive definite matrix as entries of one half, some of them in two pieces, and dense."""

    rows: Ints
    columns: Ints
    values: Floats
    dense: Floats

    @property
    def factor(self) -> SparseFactor:
        factor = SparseFactor(self.rows, self.columns, len(self.dense))
        factor.refactor(self.values)
        return factor


@st.composite
def sparse_matrices(draw: st.DrawFn) -> Sparse:
    size, seed = draw(st.integers(1, 25)), draw(st.integers(0, 2**32 - 1))
    density = draw(st.sampled_from([0.0, 0.1, 0.3, 1.0]))
    chance = np.random.default_rng(seed)
    lower = np.tril(chance.normal(size=(size, size)) * (chance.random((size, size)) < density), -1)
    dense = lower + lower.T
    dense += np.diag(np.abs(dense).sum(1) + chance.uniform(0.1, 2.0, size))
    rows, columns = np.nonzero(np.tril(dense))
    values = dense[rows, columns]
    swap = chance.random(rows.size) < 0.5
    rows, columns = np.where(swap, columns, rows), np.where(swap, rows, columns)
    twice = chance.random(rows.size) < 0.3
    values = np.concatenate([np.where(twice, 0.25, 1.0) * values, 0.75 * values[twice]])
    rows, columns = np.concatenate([rows, rows[twice]]), np.concatenate([columns, columns[twice]])
    order = chance.permutation(rows.size)
    return Sparse(rows[order], columns[order], values[order], dense)


@given(sparse_matrices())
def test_solves_as_dense(matrix: Sparse) -> None:
    right = np.random.default_rng(1).normal(size=(len(matrix.dense), 3))
    assert np.allclose(matrix.dense @ matrix.factor.solve(right), right, atol=1e-9)


@given(sparse_matrices())
def test_log_determinant_as_dense(matrix: Sparse) -> None:
    assert matrix.factor.log_determinant() == pytest.approx(np.linalg.slogdet(matrix.dense)[1], abs=1e-9)


@given(sparse_matrices())
def test_inverse_on_the_pattern_as_dense(matrix: Sparse) -> None:
    inverse = np.linalg.inv(matrix.dense)
    found = matrix.factor.inverse_at(matrix.rows, matrix.columns)
    assert np.allclose(found, inverse[matrix.rows, matrix.columns], atol=1e-10)
    assert np.allclose(matrix.factor.inverse_at(matrix.columns, matrix.rows), found, atol=0)


@given(sparse_matrices())
def test_coloured_noise_has_the_inverse_as_covariance(matrix: Sparse) -> None:
    root = matrix.factor.colour(np.eye(len(matrix.dense)))
    assert np.allclose(root @ root.T, np.linalg.inv(matrix.dense), atol=1e-10)


@given(sparse_matrices(), st.floats(0.1, 10.0))
def test_new_values_on_the_same_pattern(matrix: Sparse, times: float) -> None:
    factor, right = matrix.factor, np.ones((len(matrix.dense), 1))
    before = factor.solve(right)
    factor.refactor(times * matrix.values)
    assert np.allclose(times * factor.solve(right), before, rtol=1e-9)


@given(sparse_matrices())
def test_a_matrix_that_is_not_positive_definite_is_refused(matrix: Sparse) -> None:
    chosen = matrix.rows[0]
    rows, columns = np.append(matrix.rows, chosen), np.append(matrix.columns, chosen)
    factor = SparseFactor(rows, columns, len(matrix.dense))
    with pytest.raises(NotPositiveDefiniteError, match="row"):
        factor.refactor(np.append(matrix.values, -2.0 * matrix.dense[chosen, chosen]))
    with pytest.raises(NotPositiveDefiniteError):
        factor.refactor(np.full(rows.size, np.nan))


def test_fill_in_stays_small_for_nested_groups() -> None:
    wijken, gemeenten = 2000, 100
    gemeente = wijken + np.arange(wijken) % gemeenten
    rows = np.concatenate([np.arange(wijken + gemeenten), gemeente])
    columns = np.concatenate([np.arange(wijken + gemeenten), np.arange(wijken)])
    assert SparseFactor(rows, columns, wijken + gemeenten).entries == wijken
