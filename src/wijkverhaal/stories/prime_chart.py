# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The chart of prime implicants: every smallest set of terms that together covers all that must be.

Solved exactly. The size comes from integer programming (HiGHS); all sets of that size are then found
by branching on the configuration with the fewest terms left. Terms that cover the same are one class, and
whether the room that is left can still be enough is asked of the largest classes only, once per remainder.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from wijkverhaal.foundation.errors import FitError
from wijkverhaal.foundation.language import _

Marks = NDArray[np.bool_]
#: More tied models than this say nothing to anybody; the search stops there and says so.
MOST_MODELS = 10_000
_MOST_STEPS = 500_000


@dataclass(frozen=True)
class Covers:
    """The smallest covers of a chart.

    Attributes
    ----------
    sets : tuple of tuple of int
        Positions of terms in the chart, each ascending; the sets in ascending order.
    complete : bool
        Whether these are all of them.
    """

    sets: tuple[tuple[int, ...], ...]
    complete: bool


def smallest_covers(chart: Marks, limit: int = MOST_MODELS) -> Covers:
    """Every smallest set of rows (terms) that covers all columns (configurations).

    Parameters
    ----------
    chart : array of bool (terms, configurations)
    limit : int
        Stop at this many sets.

    Raises
    ------
    FitError
        When a configuration is covered by no term.

    Examples
    --------
    >>> smallest_covers(np.array([[1, 1, 0], [0, 1, 1], [1, 0, 1]], dtype=bool)).sets
    ((0, 1), (0, 2), (1, 2))
    """
    if not chart.any(axis=0).all():
        raise FitError(_("De tabel van termen is niet op te lossen; een combinatie wordt door niets bedekt."))
    if not chart.shape[1]:
        return Covers(((),), True)
    first = smallest_cover(chart)
    search = _Search(chart[:, _hardest(chart)], len(first), limit)
    search.branch(search.everything, (), 0)
    found = search.sets() or [first]
    return Covers(tuple(sorted(found)[:limit]), search.complete and len(found) <= limit)


def smallest_cover(chart: Marks) -> tuple[int, ...]:
    """One of the smallest covers."""
    first: dict[int, int] = {}
    for term, row in enumerate(chart):
        first.setdefault(_bits(row), term)
    largest = _largest(list(first))
    marks = chart[[first[covers] for covers in largest]].astype(float)
    solved = milp(
        np.ones(len(largest)),
        constraints=LinearConstraint(marks.T, lb=1.0),
        integrality=np.ones(len(largest)),
        bounds=Bounds(0, 1),
    )
    return tuple(sorted(first[largest[int(place)]] for place in np.flatnonzero(solved.x > 0.5)))


def _largest(covers: Iterable[int]) -> list[int]:
    """Without what lies within another."""
    kept: list[int] = []
    for one in sorted(covers, key=int.bit_count, reverse=True):
        if not any(one & other == one for other in kept):
            kept.append(one)
    return kept


def _hardest(chart: Marks) -> list[int]:
    """The configurations that matter: whatever covers one of these covers the others too."""
    columns = [_bits(column) for column in chart.T]
    return [
        place
        for place, terms in enumerate(columns)
        if not any(
            other & terms == other and (other != terms or before < place)
            for before, other in enumerate(columns)
            if before != place
        )
    ]


def _bits(marks: Marks) -> int:
    return sum(1 << int(place) for place in np.flatnonzero(marks))


class _Search:
    """All covers of one size, each found once: a term passed over in one branch is closed in the next.

    Terms that cover the same are one class here; `sets` gives every choice from the classes.
    """

    def __init__(self, chart: Marks, size: int, limit: int) -> None:
        self.size, self.limit = size, limit
        classes: dict[int, list[int]] = {}
        for term, row in enumerate(chart):
            if covers := _bits(row):
                classes.setdefault(covers, []).append(term)
        self.covers, self.members = list(classes), list(classes.values())
        self.classes_of = [
            sum(1 << number for number, covers in enumerate(self.covers) if covers >> place & 1)
            for place in range(chart.shape[1])
        ]
        largest = _largest(self.covers)
        self.largest_of = [
            [covers for covers in largest if covers >> place & 1] for place in range(chart.shape[1])
        ]
        self.possible: dict[tuple[int, int], bool] = {}
        self.everything = (1 << chart.shape[1]) - 1
        self.found: list[tuple[int, ...]] = []
        self.count = self.steps = 0
        self.complete = True

    def sets(self) -> list[tuple[int, ...]]:
        """The covers found, as terms; stops past the limit."""
        found: list[tuple[int, ...]] = []
        for classes in self.found:
            for terms in product(*[self.members[number] for number in classes]):
                found.append(tuple(sorted(terms)))
                if len(found) > self.limit:
                    return found
        return found

    def branch(self, left: int, chosen: tuple[int, ...], closed: int) -> None:
        if not left:
            self.found.append(chosen)
            self.count += prod(len(self.members[number]) for number in chosen)
            return
        room = self.size - len(chosen)
        options = self._fewest(left, closed, room)
        while options:
            lowest = options & -options
            options ^= lowest
            number = lowest.bit_length() - 1
            after = left & ~self.covers[number]
            if self.count > self.limit or self.steps > _MOST_STEPS:
                self.complete = False
                return
            self.steps += 1
            if self._enough(after, room - 1):
                self.branch(after, (*chosen, number), closed)
            closed |= lowest

    def _enough(self, left: int, room: int) -> bool:
        """Whether so many classes can cover what is left."""
        if room <= 0 or not left:
            return not left
        if (left, room) not in self.possible:
            self.steps += 1
            if self.steps > _MOST_STEPS:
                return True  # not looked at: `branch` stops by itself
            self.possible[left, room] = any(
                self._enough(left & ~covers, room - 1) for covers in self._hard_to_cover(left)
            )
        return self.possible[left, room]

    def _hard_to_cover(self, left: int) -> list[int]:
        """What can cover the hardest configuration left, as much as possible at once first."""
        best: list[int] | None = None
        rest = left
        while rest:
            lowest = rest & -rest
            rest ^= lowest
            options = self.largest_of[lowest.bit_length() - 1]
            if best is None or len(options) < len(best):
                best = options
        return _largest({covers & left for covers in best or []})

    def _fewest(self, left: int, closed: int, room: int) -> int:
        """The open classes of the configuration left that has fewest; none where it has none."""
        best, fewest, every = 0, -1, -1
        while left:
            lowest = left & -left
            left ^= lowest
            options = self.classes_of[lowest.bit_length() - 1] & ~closed
            if not options:
                return 0
            every &= options
            if fewest < 0 or options.bit_count() < fewest:
                best, fewest = options, options.bit_count()
        return every if room == 1 else best
