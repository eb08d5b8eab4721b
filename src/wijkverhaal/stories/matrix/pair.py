# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pairs of cases: alike and yet with another outcome, or different and yet with the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from wijkverhaal.stories.matrix.case_ordered import CaseOrdered


@dataclass(frozen=True)
class Pair:
    """Two cases.

    Attributes
    ----------
    one, other : str
    differ : tuple of str
        The factors in which they differ for certain.
    same : tuple of str
        The factors in which they are the same for certain.
    unknown : tuple of str
        The factors that are not known of both.
    """

    one: str
    other: str
    differ: tuple[str, ...]
    same: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def known(self) -> int:
        """How many factors are known of both."""
        return len(self.differ) + len(self.same)


def most_similar(matrix: CaseOrdered) -> list[Pair]:
    """Pairs with another outcome that are alike: what made it differ?

    Alike are two cases with more factors in which they are the same than in which they differ. First come
    those that differ in the smallest share of what is known of both, then those of which most is known.
    """
    pairs = [pair for pair, same_outcome in _pairs(matrix) if not same_outcome]
    alike = [pair for pair in pairs if len(pair.same) > len(pair.differ)]
    return sorted(alike, key=lambda pair: (len(pair.differ) / pair.known, -pair.known))


def most_different(matrix: CaseOrdered) -> list[Pair]:
    """Pairs with the same outcome that differ in more than in what they are the same: what do they share?"""
    pairs = [pair for pair, same_outcome in _pairs(matrix) if same_outcome]
    apart = [pair for pair in pairs if len(pair.differ) > len(pair.same)]
    return sorted(apart, key=lambda pair: (-len(pair.differ) / pair.known, -pair.known))


def _pairs(matrix: CaseOrdered) -> list[tuple[Pair, bool]]:
    """Every two cases of which the outcome is known, and whether it is the same."""
    known = matrix.known
    judged = [place for place, outcome in enumerate(known) if outcome is not None]
    told = [[one.state.known for one in row] for row in matrix.mentions]
    return [
        (_pair(matrix, told, one, other), known[one] is known[other])
        for one, other in combinations(judged, 2)
    ]


def _pair(matrix: CaseOrdered, told: Sequence[Sequence[bool | None]], one: int, other: int) -> Pair:
    states = list(zip(matrix.factors, told[one], told[other], strict=True))
    return Pair(
        matrix.cases[one],
        matrix.cases[other],
        tuple(factor for factor, a, b in states if a is not None and b is not None and a != b),
        tuple(factor for factor, a, b in states if a is not None and a == b),
        tuple(factor for factor, a, b in states if a is None or b is None),
    )
