# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Prime implicants: the shortest terms that hold what leads to the outcome and nothing forbidden.

Exact, for conditions with any number of levels. Terms grow one condition at a time over all subsets
of the conditions, so that a term is prime exactly when no shorter one was found inside it. This is
what Quine (1952) and McCluskey (1956) compute, in the order of the consistency cubes of Dusa (2018),
Quality & Quantity 52:2043-2062: configurations that may be either way are never written out.
"""

from collections.abc import Callable, Sequence
from itertools import combinations
from math import prod

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.stories.condition import ANY

Rows = NDArray[np.int64]
Marks = NDArray[np.bool_]
Term = tuple[int, ...]
Test = Callable[[Rows, Rows, int], Marks]


def primes_avoiding(positive: Rows, negative: Rows, levels: Sequence[int]) -> list[Term]:
    """The prime terms that hold a positive configuration and no negative one.

    Every other configuration may be either way. Both arrays are (m, k).

    >>> primes_avoiding(np.array([[1, 1]]), np.array([[0, 1]]), [2, 2])
    [(1, -1)]
    """
    return _primes(positive, levels, _avoided, negative)


def primes_within(positive: Rows, allowed: Rows, levels: Sequence[int]) -> list[Term]:
    """The prime terms that hold a positive configuration and none outside `allowed`.

    >>> primes_within(np.array([[1, 1]]), np.array([[1, 0], [1, 1]]), [2, 2])
    [(1, -1)]
    """
    return _primes(positive, levels, _filled, np.unique(allowed, axis=0))


def _filled(ids: Rows, other: Rows, free: int) -> Marks:
    """Whether all `free` configurations of a term are among the allowed ones."""
    known, counts = np.unique(other, return_counts=True)
    return np.isin(ids, known[counts == free])


def _avoided(ids: Rows, other: Rows, free: int) -> Marks:
    """Whether a term holds none of the forbidden configurations."""
    return ~np.isin(ids, other)


def _primes(positive: Rows, levels: Sequence[int], accepted: Test, other: Rows) -> list[Term]:
    count, width = positive.shape
    primes: list[Term] = []
    used = np.zeros(0, dtype=np.int64)  # per prime the conditions in it, as bits
    holds = np.zeros((0, count), dtype=bool)  # per prime the positive configurations in it
    for size in range(width + 1):
        fresh: list[tuple[int, Marks]] = []
        for chosen in combinations(range(width), size):
            bits = sum(1 << place for place in chosen)
            shorter = holds[(used & bits) == used]
            left = np.flatnonzero(~shorter.any(axis=0))
            if not left.size:
                continue
            ids, theirs = _projected(positive, chosen, levels), _projected(other, chosen, levels)
            free = prod(levels) // prod(levels[place] for place in chosen)
            candidates, first = np.unique(ids[left], return_index=True)
            good = accepted(candidates, theirs, free)
            for number, row in zip(candidates[good], left[first][good], strict=True):
                primes.append(tuple(int(positive[row, p]) if p in chosen else ANY for p in range(width)))
                fresh.append((bits, ids == number))
        if fresh:
            used = np.concatenate([used, [bits for bits, _ in fresh]])
            holds = np.concatenate([holds, [rows for _, rows in fresh]])
    return primes


def _projected(rows: Rows, chosen: Sequence[int], levels: Sequence[int]) -> Rows:
    """One number per configuration that tells only the chosen conditions apart."""
    ids = np.zeros(len(rows), dtype=np.int64)
    for place in chosen:
        ids = ids * levels[place] + rows[:, place]
    return ids
