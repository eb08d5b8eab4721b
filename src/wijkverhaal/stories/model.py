# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""One model of a comparison: terms that together lead to the outcome, with how well they do."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wijkverhaal.stories.condition import Numbers
from wijkverhaal.stories.cube import cube_of, numbers_in, size
from wijkverhaal.stories.prime_implicant import Marks, Rows, Term
from wijkverhaal.stories.set_fit import sufficiency
from wijkverhaal.stories.truth_table import MOST_LISTED, TruthTable


@dataclass(frozen=True)
class FittedTerm:
    """A term with its fit.

    Attributes
    ----------
    levels : tuple of int
        One per condition; -1 where it does not matter.
    written : str
    consistency, pri, raw_coverage : float or None
    unique_coverage : float or None
        What no other term of the model covers; None where it is the only term.
    cases : tuple of str
        The cases of the configurations that lead to the outcome and lie in this term.
    """

    levels: Term
    written: str
    consistency: float | None
    pri: float | None
    raw_coverage: float | None
    unique_coverage: float | None
    cases: tuple[str, ...]


@dataclass(frozen=True)
class Model:
    """Terms joined by "or".

    Attributes
    ----------
    terms : tuple of FittedTerm
    written : str
    consistency, pri, coverage : float or None
    assumptions : tuple of int or None
        The numbers of the configurations that nobody has and that the model counts as leading; None where
        there are too many to list.
    """

    terms: tuple[FittedTerm, ...]
    written: str
    consistency: float | None
    pri: float | None
    coverage: float | None
    assumptions: tuple[int, ...] | None

    @property
    def levels(self) -> tuple[Term, ...]:
        """The terms as levels."""
        return tuple(term.levels for term in self.terms)


class ModelFitter:
    """Fits models of one truth table; what terms share between models is computed once."""

    def __init__(self, truth: TruthTable) -> None:
        self.truth = truth
        self._known = {row.number for row in truth.rows if row.leads is not None}
        self._inside: dict[Term, frozenset[int] | None] = {}
        self._members: dict[Term, Numbers] = {}

    def fitted(self, terms: Sequence[Term]) -> Model:
        """A model with the fit of each term and of the whole."""
        memberships = [self._membership(term) for term in terms]
        whole = sufficiency(_union(memberships), self.truth.table.outcome)
        fitted = tuple(self._term(terms, memberships, place) for place in range(len(terms)))
        return Model(
            fitted,
            " + ".join(term.written for term in fitted),
            whole.consistency,
            whole.pri,
            whole.coverage,
            self._assumptions(terms),
        )

    def _membership(self, term: Term) -> Numbers:
        if term not in self._members:
            self._members[term] = self.truth.table.membership(term)
        return self._members[term]

    def _assumptions(self, terms: Sequence[Term]) -> tuple[int, ...] | None:
        together: set[int] = set()
        for term in terms:
            if term not in self._inside:
                self._inside[term] = self.assumed(term)
            inside = self._inside[term]
            if inside is None:
                return None
            together |= inside
        return tuple(sorted(together))

    def assumed(self, term: Term) -> frozenset[int] | None:
        """The configurations in a term that nobody has; None where there are too many to list."""
        levels = self.truth.table.levels
        cube = cube_of(term, levels)
        return None if size(cube) > MOST_LISTED else frozenset(numbers_in(cube, levels)) - self._known

    def _term(self, terms: Sequence[Term], memberships: Sequence[Numbers], place: int) -> FittedTerm:
        outcome = self.truth.table.outcome
        fit = sufficiency(memberships[place], outcome)
        unique = None
        if len(terms) > 1:
            others = [one for other, one in enumerate(memberships) if other != place]
            both = np.minimum(_union(memberships), outcome).sum()
            without = np.minimum(_union(others), outcome).sum()
            unique = max(0.0, float((both - without) / outcome.sum()))
        leading = [row for row in self.truth.rows if row.leads]
        inside = holds(terms[place], np.array([row.levels for row in leading]))
        return FittedTerm(
            terms[place],
            self.truth.table.written(terms[place]),
            fit.consistency,
            fit.pri,
            fit.coverage,
            unique,
            tuple(case for row, good in zip(leading, inside, strict=True) if good for case in row.cases),
        )


def _union(memberships: Sequence[Numbers]) -> Numbers:
    return np.asarray(np.max(memberships, axis=0))


def holds(term: Term, rows: Rows) -> Marks:
    """Which configurations, (m, k), lie in a term."""
    asked = np.array(term)
    return np.asarray(((rows == asked) | (asked < 0)).all(axis=1))
