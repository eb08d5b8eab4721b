# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sparse symmetric positive-definite matrices: factor, solve, draw, and read off their inverse.

The pattern is analysed once; the values may be factorised anew many times. QDLDL chooses
the fill-reducing order (AMD).
"""

import copy

import numpy as np
import qdldl
import scipy.sparse as sp

from wijkverhaal.expectation.engine import sparse_kernels as kernels
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints


class NotPositiveDefiniteError(ArithmeticError):
    """The matrix has a direction in which it is not positive."""


class SparseFactor:
    """L D L' of a symmetric matrix whose pattern is fixed.

    Parameters
    ----------
    rows, columns
        Row and column number of each entry, of one half of the matrix only (either); an entry
        may come more than once, then they add up.
    size
        Number of rows.

    Examples
    --------
    >>> factor = SparseFactor(np.array([0, 1, 1]), np.array([0, 1, 0]), 2)
    >>> factor.refactor(np.array([4.0, 3.0, 2.0]))
    >>> factor.solve(np.array([[1.0], [0.0]])).round(3)
    array([[ 0.375],
           [-0.25 ]])
    >>> float(np.exp(factor.log_determinant()).round(6))
    8.0
    """

    def __init__(self, rows: Ints, columns: Ints, size: int) -> None:
        self.size = size
        self._order = _fill_reducing_order(rows, columns, size)
        self._place = np.empty(size, np.int64)
        self._place[self._order] = np.arange(size)
        upper, lower = self._place[np.minimum(rows, columns)], self._place[np.maximum(rows, columns)]
        first, second = np.minimum(upper, lower), np.maximum(upper, lower)
        key = second * np.int64(size) + first
        unique, self._slot = np.unique(key, return_inverse=True)
        self._rows = unique % size
        self._starts = np.searchsorted(unique // size, np.arange(size + 1)).astype(np.int64)
        self._values: Floats = np.zeros(unique.size)
        self._parent, below = kernels.elimination_tree(size, self._starts, self._rows)
        self._l_starts = np.concatenate([[0], np.cumsum(below)]).astype(np.int64)
        self._l_rows = kernels.factor_pattern(size, self._starts, self._rows, self._parent, self._l_starts)
        self._l_values = np.zeros(self._l_rows.size)
        self._diagonal = np.ones(size)

    def sibling(self) -> "SparseFactor":
        """A factor of the same pattern with values of its own, for use in another thread."""
        other = copy.copy(self)
        other._l_values = np.zeros_like(self._l_values)
        other._diagonal = np.ones(self.size)
        return other

    @property
    def entries(self) -> int:
        """Entries of L below its diagonal."""
        return int(self._l_rows.size)

    def refactor(self, values: Floats) -> None:
        """Factorise the matrix whose entries, in the order of the constructor, are `values`.

        Raises
        ------
        NotPositiveDefiniteError
        """
        self._values = np.asarray(np.bincount(self._slot, values, self._values.size), dtype=np.float64)
        failed = kernels.factorise(
            self.size,
            self._starts,
            self._rows,
            self._values,
            self._parent,
            self._l_starts,
            self._l_rows,
            self._l_values,
            self._diagonal,
        )
        if failed >= 0:
            raise NotPositiveDefiniteError(f"not positive definite at row {int(self._order[failed])}")

    def log_determinant(self) -> float:
        return float(np.log(self._diagonal).sum())

    def solve(self, right: Floats) -> Floats:
        """M^-1 right, for right of shape (size, k)."""
        solution = np.empty(right.shape)
        kernels.solve(
            self._order,
            self._l_starts,
            self._l_rows,
            self._l_values,
            self._diagonal,
            np.ascontiguousarray(right),
            solution,
        )
        return solution

    def colour(self, noise: Floats) -> Floats:
        """Turn independent standard normals (size, k) into draws with covariance M^-1."""
        work = np.ascontiguousarray(noise / np.sqrt(self._diagonal)[:, None])
        kernels.solve_backward(self.size, self._l_starts, self._l_rows, self._l_values, work)
        draws = np.empty_like(work)
        draws[self._order] = work
        return draws

    def slots(self, rows: Ints, columns: Ints) -> Ints:
        """Where `selected_inverse` keeps the entries at these positions of the pattern."""
        first, second = self._place[rows], self._place[columns]
        column, row = np.minimum(first, second), np.maximum(first, second)
        key = np.repeat(np.arange(self.size), np.diff(self._l_starts)) * np.int64(self.size) + self._l_rows
        below = np.searchsorted(key, column * np.int64(self.size) + row)
        return np.where(first == second, row, self.size + below)

    def selected_inverse(self) -> Floats:
        """Entries of M^-1 on the pattern of the factor, in the order that `slots` speaks of."""
        off_diagonal, diagonal = kernels.selected_inverse(
            self.size, self._l_starts, self._l_rows, self._l_values, self._diagonal
        )
        return np.concatenate([diagonal, off_diagonal])

    def inverse_at(self, rows: Ints, columns: Ints) -> Floats:
        """Entries of M^-1 at positions that belong to the pattern of the matrix."""
        return np.asarray(self.selected_inverse()[self.slots(rows, columns)])


def _fill_reducing_order(rows: Ints, columns: Ints, size: int) -> Ints:
    """AMD order of the pattern; the values are made up, and dominant so that QDLDL accepts them."""
    first, second = np.minimum(rows, columns), np.maximum(rows, columns)
    off = first != second
    pattern = sp.coo_matrix((np.ones(int(off.sum())), (first[off], second[off])), (size, size)).tocsc()
    pattern.data[:] = -1e-3
    degree = np.asarray((pattern != 0).sum(0)).ravel() + np.asarray((pattern != 0).sum(1)).ravel()
    dominant = sp.triu(pattern + sp.diags(1.0 + degree), format="csc")
    return np.asarray(qdldl.Solver(dominant, upper=True).factors()[2], dtype=np.int64)
