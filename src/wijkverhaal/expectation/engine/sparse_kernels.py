# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compiled inner loops of the sparse factorisation L D L' and of its selected inverse.

Columns are stored compressed. The factorisation is the up-looking one of Davis (2005,
"Algorithm 849: a concise sparse Cholesky factorization package", ACM TOMS 31); the
selected inverse is the recursion of Takahashi, Fagan and Chin (1973) on the pattern of L.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@njit(cache=True, nogil=True)  # pragma: no cover
def elimination_tree(size: int, starts: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Parent of each column and number of entries below the diagonal of each column of L."""
    parent = np.full(size, -1, np.int64)
    below = np.zeros(size, np.int64)
    visited = np.full(size, -1, np.int64)
    for column in range(size):
        visited[column] = column
        for entry in range(starts[column], starts[column + 1]):
            row = rows[entry]
            while row < column and visited[row] != column:
                if parent[row] == -1:
                    parent[row] = column
                below[row] += 1
                visited[row] = column
                row = parent[row]
    return parent, below


@njit(cache=True, nogil=True)  # pragma: no cover
def factor_pattern(size: int, starts: Ints, rows: Ints, parent: Ints, l_starts: Ints) -> Ints:
    """Row numbers of L, column by column, increasing within a column."""
    l_rows = np.empty(l_starts[size], np.int64)
    following = l_starts[:size].copy()
    visited = np.full(size, -1, np.int64)
    for column in range(size):
        visited[column] = column
        for entry in range(starts[column], starts[column + 1]):
            row = rows[entry]
            while row < column and visited[row] != column:
                l_rows[following[row]] = column
                following[row] += 1
                visited[row] = column
                row = parent[row]
    return l_rows


@njit(cache=True, nogil=True)  # pragma: no cover
def factorise(
    size: int,
    starts: Ints,
    rows: Ints,
    values: Floats,
    parent: Ints,
    l_starts: Ints,
    l_rows: Ints,
    l_values: Floats,
    diagonal: Floats,
) -> int:
    """Fill l_values and diagonal; the number of the first column that is not positive, or -1."""
    work = np.zeros(size)
    pattern = np.empty(size, np.int64)
    stack = np.empty(size, np.int64)
    following = l_starts[:size].copy()
    visited = np.full(size, -1, np.int64)
    for column in range(size):
        top = size
        visited[column] = column
        pivot = 0.0
        for entry in range(starts[column], starts[column + 1]):
            row = rows[entry]
            if row == column:
                pivot += values[entry]
                continue
            work[row] += values[entry]
            depth = 0
            while visited[row] != column:
                stack[depth] = row
                depth += 1
                visited[row] = column
                row = parent[row]
            while depth > 0:
                depth -= 1
                top -= 1
                pattern[top] = stack[depth]
        for position in range(top, size):
            row = pattern[position]
            value = work[row]
            work[row] = 0.0
            end = following[row]
            for entry in range(l_starts[row], end):
                work[l_rows[entry]] -= l_values[entry] * value
            scaled = value / diagonal[row]
            pivot -= scaled * value
            l_values[end] = scaled
            following[row] = end + 1
        if not pivot > 0.0:
            return column
        diagonal[column] = pivot
    return -1


@njit(cache=True, nogil=True)  # pragma: no cover
def solve_forward(size: int, l_starts: Ints, l_rows: Ints, l_values: Floats, right: Floats) -> None:
    """Replace right (size x k, in the order of the factor) by L^-1 right."""
    for column in range(size):
        for entry in range(l_starts[column], l_starts[column + 1]):
            row = l_rows[entry]
            value = l_values[entry]
            for k in range(right.shape[1]):
                right[row, k] -= value * right[column, k]


@njit(cache=True, nogil=True)  # pragma: no cover
def solve_backward(size: int, l_starts: Ints, l_rows: Ints, l_values: Floats, right: Floats) -> None:
    """Replace right (size x k, in the order of the factor) by L'^-1 right."""
    for column in range(size - 1, -1, -1):
        for entry in range(l_starts[column], l_starts[column + 1]):
            row = l_rows[entry]
            value = l_values[entry]
            for k in range(right.shape[1]):
                right[column, k] -= value * right[row, k]


@njit(cache=True, nogil=True)  # pragma: no cover
def solve(
    order: Ints, l_starts: Ints, l_rows: Ints, l_values: Floats, diagonal: Floats, right: Floats, left: Floats
) -> None:
    """Fill left with M^-1 right, both size x k and in the order of the matrix."""
    size, columns = right.shape
    work = np.empty((size, columns))
    for row in range(size):
        work[row] = right[order[row]]
    solve_forward(size, l_starts, l_rows, l_values, work)
    for row in range(size):
        for k in range(columns):
            work[row, k] /= diagonal[row]
    solve_backward(size, l_starts, l_rows, l_values, work)
    for row in range(size):
        left[order[row]] = work[row]


@njit(cache=True, nogil=True)  # pragma: no cover
def selected_inverse(
    size: int, l_starts: Ints, l_rows: Ints, l_values: Floats, diagonal: Floats
) -> tuple[Floats, Floats]:
    """Entries of the inverse on the pattern of L, and its diagonal."""
    inverse = np.zeros(l_values.size)
    inverse_diagonal = np.zeros(size)
    place = np.full(size, -1, np.int64)
    gathered = np.empty(size)
    for column in range(size - 1, -1, -1):
        first, last = l_starts[column], l_starts[column + 1]
        count = last - first
        for k in range(count):
            place[l_rows[first + k]] = k
            gathered[k] = 0.0
        for k in range(count):
            row = l_rows[first + k]
            weight = l_values[first + k]
            total = inverse_diagonal[row] * weight
            for entry in range(l_starts[row], l_starts[row + 1]):
                other = place[l_rows[entry]]
                if other >= 0:
                    gathered[other] += inverse[entry] * weight
                    total += inverse[entry] * l_values[first + other]
            gathered[k] += total
        total = 0.0
        for k in range(count):
            inverse[first + k] = -gathered[k]
            total += gathered[k] * l_values[first + k]
            place[l_rows[first + k]] = -1
        inverse_diagonal[column] = 1.0 / diagonal[column] + total
    return inverse, inverse_diagonal
