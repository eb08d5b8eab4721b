# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How often chance gives somebody who searches a table without contradictions.

`noise` says how often one table is clean by chance. Who codes many factors and picks the few that come out
best, looks at all tables that can be made of them; then nearly any noise holds a clean one.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

#: With more sets of factors than this a share of them is looked at, which can only find less.
_MOST_SETS = 20_000
_AT_ONCE = 500


@lru_cache(maxsize=256)
def search_noise(
    cases: int, with_outcome: int, factors: int, chosen: int, draws: int = 200, seed: int = 1
) -> float:
    """The share of draws in which some set of factors has no contradiction.

    In each draw every case has each factor or not, with a chance of a half.

    Parameters
    ----------
    cases, with_outcome : int
        How many there are, and how many of them have the outcome.
    factors, chosen : int
        How many factors there are to choose from, and how many are chosen.

    Examples
    --------
    >>> search_noise(10, 5, 15, 3) > 0.9
    True
    """
    if not 0 < chosen <= factors or not cases:
        return 0.0
    chance = np.random.default_rng(seed)
    few = comb(factors, chosen) <= _MOST_SETS
    every = np.array(list(combinations(range(factors), chosen))) if few else None
    found = 0
    for _draw in range(draws):
        table = chance.integers(0, 2, (factors, cases), dtype=np.int64)
        found += any(
            _clean(table, sets, with_outcome).any() for sets in _sets(every, factors, chosen, chance)
        )
    return found / draws


def _sets(
    every: NDArray[np.int64] | None, factors: int, chosen: int, chance: np.random.Generator
) -> Iterator[NDArray[np.int64]]:
    """The sets to look at, some at a time: the first clean one is enough."""
    if every is not None:
        yield from (every[first : first + _AT_ONCE] for first in range(0, len(every), _AT_ONCE))
        return
    for _part in range(_MOST_SETS // _AT_ONCE):
        yield np.argsort(chance.random((_AT_ONCE, factors)), axis=1)[:, :chosen]


def _clean(table: NDArray[np.int64], sets: NDArray[np.int64], with_outcome: int) -> NDArray[np.bool_]:
    """Per set whether no configuration has cases with the outcome and cases without."""
    places = np.zeros((len(sets), table.shape[1]), dtype=np.int64)
    for place in range(sets.shape[1]):
        places += table[sets[:, place]] << place
    bits = np.int64(1) << places
    yes = np.bitwise_or.reduce(bits[:, :with_outcome], axis=1)
    no = np.bitwise_or.reduce(bits[:, with_outcome:], axis=1)
    return np.asarray((yes & no) == 0)
