# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which unknowns each observation has: the sparse matrix A of a linear predictor A x.

Each row of A has a one for the observation's member of every effect that applies to it. What the
engine needs of A, its products and the pattern and values of A' W A, is read off those numbers.
"""

from collections.abc import Sequence

import numpy as np
from numba import njit

from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints


class ObservationMap:
    """The matrix A.

    Parameters
    ----------
    members
        Per effect the member of each observation, shape (observations,); -1 where none.
    offsets
        Number of the first unknown of each effect.
    size
        Number of unknowns.
    """

    def __init__(self, members: Sequence[Ints], offsets: Ints, size: int) -> None:
        self.size = size
        self.observations = members[0].size if members else 0
        self._index = np.array(
            [np.where(m < 0, -1, m + o) for m, o in zip(members, offsets, strict=False)], dtype=np.int64
        ).reshape(len(members), -1)
        pairs = [(a, b) for a in range(len(members)) for b in range(a, len(members))]
        rows = np.concatenate([self._index[a] for a, _ in pairs])
        columns = np.concatenate([self._index[b] for _, b in pairs])
        there = (rows >= 0) & (columns >= 0)
        self.pair_rows, self.pair_columns = rows[there], columns[there]
        self.pair_observation = np.tile(np.arange(self.observations), len(pairs))[there]
        multiplicity = np.repeat([1.0 if a == b else 2.0 for a, b in pairs], self.observations)
        self._multiplicity = multiplicity[there]

    def gather(self, latent: Floats) -> Floats:
        """A x, for x of shape (unknowns,) or (unknowns, k)."""
        columns = latent if latent.ndim == 2 else latent[:, None]
        total = np.zeros((self.observations, columns.shape[1]))
        _gather(self._index, np.ascontiguousarray(columns), total)
        return total if latent.ndim == 2 else total[:, 0]

    def scatter(self, values: Floats) -> Floats:
        """A' v, for v of shape (observations,) or (observations, k)."""
        columns = values if values.ndim == 2 else values[:, None]
        total = np.zeros((self.size, columns.shape[1]))
        _scatter(self._index, np.ascontiguousarray(columns), total)
        return total if values.ndim == 2 else total[:, 0]

    def variance(self, inverse_at_pairs: Floats) -> Floats:
        """Diagonal of A S A', where S is known at the pairs."""
        return np.asarray(
            np.bincount(self.pair_observation, inverse_at_pairs * self._multiplicity, self.observations)
        )


@njit(cache=True, nogil=True)  # pragma: no cover
def _gather(index: Ints, latent: Floats, total: Floats) -> None:
    for effect in range(index.shape[0]):
        for observation in range(index.shape[1]):
            row = index[effect, observation]
            if row >= 0:
                for k in range(total.shape[1]):
                    total[observation, k] += latent[row, k]


@njit(cache=True, nogil=True)  # pragma: no cover
def _scatter(index: Ints, values: Floats, total: Floats) -> None:
    for effect in range(index.shape[0]):
        for observation in range(index.shape[1]):
            row = index[effect, observation]
            if row >= 0:
                for k in range(total.shape[1]):
                    total[row, k] += values[observation, k]
