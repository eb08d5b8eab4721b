# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which conditions must be there for the outcome: singly, and joined by "and" or "or"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from wijkverhaal.stories.case_table import CaseTable
from wijkverhaal.stories.condition import Numbers
from wijkverhaal.stories.set_fit import ROOM, Necessity, necessity

#: One condition at one level: its position and the level.
Part = tuple[int, int]


@dataclass(frozen=True)
class NecessaryExpression:
    """An expression and how necessary it is.

    Attributes
    ----------
    written : str
        Such as `A`, `A*~B` or `A + B`.
    fit : Necessity
    """

    written: str
    fit: Necessity


def necessity_of_conditions(table: CaseTable) -> list[NecessaryExpression]:
    """Presence and absence of every condition (every level, where there are more than two)."""
    found = []
    for place, condition in enumerate(table.conditions):
        levels = range(condition.levels) if condition.levels > 2 else (1, 0)
        for level in levels:
            members = condition.membership(table.values[:, place], level)
            found.append(
                NecessaryExpression(
                    condition.literal(level, table.brackets), necessity(members, table.outcome)
                )
            )
    return found


def necessary_expressions(
    table: CaseTable, consistency: float = 0.9, relevance: float = 0.0, longest: int = 3
) -> list[NecessaryExpression]:
    """Expressions of up to `longest` conditions that are necessary for the outcome.

    All that are joined by "and"; of those joined by "or" only the ones that are no longer than they
    need to be: a part of them is not necessary already. Both as in R's QCA, `superSubset`.

    Parameters
    ----------
    consistency, relevance : float
        The least consistency and RoN.
    """
    joined: list[NecessaryExpression] = []
    either: list[NecessaryExpression] = []
    enough: list[frozenset[Part]] = []
    for parts in _parts(table, longest):
        members = [_members(table, part) for part in parts]
        fit = necessity(np.min(members, axis=0), table.outcome)
        if _is_necessary(fit, consistency, relevance):
            joined.append(NecessaryExpression(_written(table, parts, "*"), fit))
        if any(known <= set(parts) for known in enough):
            continue
        fit = necessity(np.max(members, axis=0), table.outcome)
        if _is_necessary(fit, consistency, relevance):
            enough.append(frozenset(parts))
            if len(parts) > 1:
                either.append(NecessaryExpression(_written(table, parts, " + "), fit))
    return joined + either


def _parts(table: CaseTable, longest: int) -> Iterator[tuple[Part, ...]]:
    width = len(table.conditions)
    for size in range(1, min(longest, width) + 1):
        for places in combinations(range(width), size):
            choices = [reversed(range(table.levels[place])) for place in places]
            for levels in product(*choices):
                yield tuple(zip(places, levels, strict=True))


def _members(table: CaseTable, part: Part) -> Numbers:
    place, level = part
    return table.conditions[place].membership(table.values[:, place], level)


def _written(table: CaseTable, parts: Sequence[Part], sign: str) -> str:
    return sign.join(table.conditions[place].literal(level, table.brackets) for place, level in parts)


def _is_necessary(fit: Necessity, consistency: float, relevance: float) -> bool:
    return (fit.consistency or 0.0) >= consistency - ROOM and (fit.relevance or 0.0) >= relevance - ROOM
