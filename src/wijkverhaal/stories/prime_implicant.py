# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Prime implicants: the shortest terms that hold what leads to the outcome and nothing forbidden.

Exact, for any number of conditions with any number of levels. A term that holds a configuration is allowed
when it differs from everything forbidden in one of its conditions; it is prime when it needs each of them.
So the primes of a configuration are the minimal hitting sets of the conditions in which it differs from what
is forbidden. That is what Quine (1952) and McCluskey (1956) compute; configurations that may be either way
are never written out, as with the consistency cubes of Dusa (2018), Quality & Quantity 52:2043-2062.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.foundation.errors import FitError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.condition import ANY
from wijkverhaal.stories.cube import Cube, cube_of, outside_of
from wijkverhaal.stories.hitting_set import Budget, minimal_hitting_sets

Rows = NDArray[np.int64]
Marks = NDArray[np.bool_]
Term = tuple[int, ...]
#: About twenty seconds of work; who needs more, has more shortest terms than anybody can use.
_MOST_STEPS = 2_000_000
_MOST_TERMS = 200_000


def primes_avoiding(positive: Rows, negative: Rows, levels: Sequence[int]) -> list[Term]:
    """The prime terms that hold a positive configuration and no negative one.

    Every other configuration may be either way. Both arrays are (m, k).

    >>> primes_avoiding(np.array([[1, 1]]), np.array([[0, 1]]), [2, 2])
    [(1, -1)]

    Raises
    ------
    FitError
        When there are too many of them.
    """
    return _primes(positive, [cube_of(row, levels) for row in negative.tolist()])


def primes_within(positive: Rows, allowed: Iterable[Term], levels: Sequence[int]) -> list[Term]:
    """The prime terms that hold a positive configuration and nothing outside the `allowed` terms.

    >>> primes_within(np.array([[1, 1]]), [(1, 0), (1, 1)], [2, 2])
    [(1, -1)]

    Raises
    ------
    FitError
        When there are too many of them.
    """
    return _primes(positive, outside_of([cube_of(one, levels) for one in allowed], levels))


def _primes(positive: Rows, forbidden: Sequence[Cube]) -> list[Term]:
    budget, found = Budget(_MOST_STEPS), dict[Term, None]()
    width = positive.shape[1]
    cubes = np.array(forbidden, dtype=np.int64).reshape(len(forbidden), width)
    bits = np.array([1 << place for place in range(width)], dtype=np.int64 if width < 63 else object)
    for row in positive.tolist():
        differs = (cubes >> np.array(row) & 1) == 0
        for chosen in minimal_hitting_sets((differs @ bits).tolist(), budget):
            found[tuple(level if chosen >> place & 1 else ANY for place, level in enumerate(row))] = None
            if len(found) > _MOST_TERMS:
                raise _too_many(width)
    if budget.steps < 0:
        raise _too_many(width)
    return list(found)


def _too_many(conditions: int) -> FitError:
    return FitError(
        _(
            "Met {count} voorwaarden en deze gevallen zijn er te veel kortste termen om ze alle te zoeken;"
            " kies minder voorwaarden."
        ).format(count=conditions)
    )
