# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The three solutions of a truth table: conservative, parsimonious and intermediate.

The intermediate solution follows Ragin and Sonnett (2005): of the assumptions of the parsimonious
solution only those remain that agree with what theory expects. Every tied model is given.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.condition import ANY, read_literal
from wijkverhaal.stories.model import Model, ModelFitter
from wijkverhaal.stories.prime_chart import smallest_covers
from wijkverhaal.stories.prime_implicant import Rows, Term, primes_avoiding, primes_within
from wijkverhaal.stories.truth_table import TruthTable

#: Per condition (its position) the levels that theory expects to lead to the outcome.
Directions = Mapping[int, frozenset[int]]
_MOST_PAIRS = 400


@dataclass(frozen=True)
class Solution:
    """The models of one solution.

    Attributes
    ----------
    models : tuple of Model
        All tied ones; none where no configuration leads to the outcome.
    complete : bool
        Whether all tied models are here; there can be too many to write down.
    """

    models: tuple[Model, ...]
    complete: bool = True


@dataclass(frozen=True)
class IntermediateModel:
    """An intermediate model and where it comes from.

    Attributes
    ----------
    model : Model
    conservative, parsimonious : int
        The positions, from 0, of the two models that it lies between.
    easy, difficult : tuple of int or None
        Assumptions of that parsimonious model that agree with theory, and those that do not; None where
        there are too many to list.
    """

    model: Model
    conservative: int
    parsimonious: int
    easy: tuple[int, ...] | None
    difficult: tuple[int, ...] | None


@dataclass(frozen=True)
class IntermediateSolution:
    """The intermediate models, for every pair of a conservative and a parsimonious model."""

    models: tuple[IntermediateModel, ...]
    complete: bool = True


def conservative(truth: TruthTable) -> Solution:
    """The solution that assumes nothing about configurations without cases."""
    return _within(truth, ())


def parsimonious(truth: TruthTable) -> Solution:
    """The shortest solution: configurations without cases may be either way."""
    positive = truth.levels_where(leads=True)
    negative = truth.levels_where(leads=False)
    return _solved(truth, positive, primes_avoiding(positive, negative, truth.table.levels))


def intermediate(
    truth: TruthTable,
    directions: Directions,
    longest: Solution | None = None,
    shortest: Solution | None = None,
) -> IntermediateSolution:
    """The solution between the two, with only the assumptions that agree with `directions`.

    Parameters
    ----------
    longest, shortest : Solution, optional
        The conservative and the parsimonious solution, where they are known already.
    """
    longest, shortest = longest or conservative(truth), shortest or parsimonious(truth)
    pairs = list(product(enumerate(longest.models), enumerate(shortest.models)))
    complete = longest.complete and shortest.complete and len(pairs) <= _MOST_PAIRS
    models: list[IntermediateModel] = []
    known: dict[frozenset[Term], Solution] = {}
    fitter = ModelFitter(truth)
    for (c, long), (p, short) in pairs[:_MOST_PAIRS]:
        allowed = _allowed(long.levels, short.levels, directions)
        if allowed not in known:
            known[allowed] = _within(truth, allowed)
        between = known[allowed]
        complete = complete and between.complete
        easy, difficult = _counterfactuals(fitter, allowed, short)
        models += [IntermediateModel(model, c, p, easy, difficult) for model in between.models]
    return IntermediateSolution(tuple(models), complete)


def read_directions(truth: TruthTable, typed: Sequence[str]) -> Directions:
    """What theory expects, from names such as `A`, `~B` and `C[2]`.

    Raises
    ------
    InputError
        When a name is no condition, or a level does not exist.
    """
    expected: dict[int, frozenset[int]] = {}
    names = [condition.name for condition in truth.table.conditions]
    for word in typed:
        literal = read_literal(word)
        if literal.name not in names:
            raise InputError(
                _("De richting {word} hoort bij geen voorwaarde; kies uit {known}.").format(
                    word=word, known=", ".join(names)
                )
            )
        place = names.index(literal.name)
        levels = truth.table.conditions[place].levels
        level = 1 if literal.value is None else literal.value
        if level >= levels or (levels > 2 and literal.value is None and not literal.negated):
            raise InputError(
                _(
                    "De richting {word} noemt geen niveau dat bestaat; schrijf {name}[0] tot {name}[{top}]."
                ).format(word=word, name=literal.name, top=levels - 1)
            )
        meant = frozenset(range(levels)) - {level} if literal.negated else frozenset({level})
        if levels > 2 and literal.value is None:
            meant = frozenset({0})
        expected[place] = expected.get(place, frozenset()) | meant
    return expected


def _solved(truth: TruthTable, positive: Rows, primes: Sequence[Term]) -> Solution:
    if not len(positive):
        return Solution(())
    ordered = sorted(primes, key=_order)
    terms = np.array(ordered)
    chart = np.column_stack([((terms == row) | (terms == ANY)).all(axis=1) for row in positive])
    covers = smallest_covers(chart)
    fitter = ModelFitter(truth)
    models = tuple(fitter.fitted([ordered[place] for place in chosen]) for chosen in covers.sets)
    return Solution(models, covers.complete)


def _order(term: Term) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """Short terms first; then by which conditions they name, then by their levels, high first."""
    places = tuple(place for place, level in enumerate(term) if level != ANY)
    return len(places), places, tuple(-level for level in term)


def _allowed(long: Sequence[Term], short: Sequence[Term], directions: Directions) -> frozenset[Term]:
    """The terms in which assumptions of the short model agree with theory, seen from the long model."""
    return frozenset(
        _kept(whole, part, directions)
        for whole, part in product(long, short)
        if all(level in (ANY, whole[place]) for place, level in enumerate(part))
    )


def _counterfactuals(
    fitter: ModelFitter, allowed: frozenset[Term], short: Model
) -> tuple[tuple[int, ...] | None, tuple[int, ...] | None]:
    """The assumptions of the short model that lie in the allowed terms, and the others."""
    inside = [fitter.assumed(term) for term in allowed]
    if short.assumptions is None or None in inside:
        return None, None
    agreed = frozenset[int]().union(*(one for one in inside if one is not None))
    return (
        tuple(number for number in short.assumptions if number in agreed),
        tuple(number for number in short.assumptions if number not in agreed),
    )


def _kept(whole: Term, part: Term, directions: Directions) -> Term:
    """The long term without what theory would not miss and the short term does not need."""
    return tuple(
        ANY if part[place] == ANY and place in directions and level not in directions[place] else level
        for place, level in enumerate(whole)
    )


def _within(truth: TruthTable, allowed: Iterable[Term]) -> Solution:
    """The solution that lies in what leads and in the allowed terms."""
    positive = truth.levels_where(leads=True)
    terms = [*map(tuple, positive.tolist()), *allowed]
    return _solved(truth, positive, primes_within(positive, terms, truth.table.levels))
