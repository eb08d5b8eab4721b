# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cases that a table of complete cases leaves out, and between what a model may lie with them in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wijkverhaal.stories.condition import ANY
from wijkverhaal.stories.matrix.case_ordered import CaseOrdered
from wijkverhaal.stories.matrix.factor_bound import FactorBounds, factor_bounds
from wijkverhaal.stories.prime_implicant import Term


@dataclass(frozen=True)
class LeftOut:
    """A case that is left out: the factors that are not known of it, and whether its outcome is."""

    case: str
    unknown: tuple[str, ...]
    judged: bool


def left_out(matrix: CaseOrdered, factors: Sequence[str]) -> list[LeftOut]:
    """The cases of which the outcome or one of the factors is not known."""
    complete, known = set(matrix.complete(factors)), matrix.known
    states = {factor: matrix.states(factor) for factor in factors}
    return [
        LeftOut(
            case,
            tuple(factor for factor in factors if states[factor][place].known is None),
            known[place] is not None,
        )
        for place, case in enumerate(matrix.cases)
        if case not in complete
    ]


@dataclass(frozen=True)
class EveryCase:
    """A comparison of crisp factors with every case in it, also those of which something is not known.

    Attributes
    ----------
    matrix : CaseOrdered
    factors : tuple of str
        The conditions of the comparison, in their order.
    negated : bool
        Whether it is about the outcome that was not there.
    """

    matrix: CaseOrdered
    factors: tuple[str, ...]
    negated: bool = False

    def bounds(self, terms: Sequence[Term]) -> FactorBounds:
        """How terms joined by "or" go with the outcome, at least and at most."""
        states = [[one.known for one in self.matrix.states(factor)] for factor in self.factors]
        there = [_either(_holds(term, row) for term in terms) for row in zip(*states, strict=True)]
        outcome = [_turned(one, self.negated) for one in self.matrix.known]
        return factor_bounds(there, outcome)

    def term(self, factor: str, present: bool) -> Term:
        """The term of one factor."""
        return tuple(int(present) if one == factor else ANY for one in self.factors)


def _holds(term: Term, row: Sequence[bool | None]) -> bool | None:
    """Whether a case lies in a term; None where that depends on what is not known."""
    parts = [_turned(one, level == 0) for level, one in zip(term, row, strict=True) if level != ANY]
    if False in parts:
        return False
    return None if None in parts else True


def _either(parts: Iterable[bool | None]) -> bool | None:
    found = list(parts)
    if True in found:
        return True
    return None if None in found else False


def _turned(one: bool | None, turn: bool) -> bool | None:
    return None if one is None else one is not turn
