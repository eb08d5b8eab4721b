# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The case-ordered matrix: cases by their outcome, factors by how they go with it, and what is not known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, ngettext
from wijkverhaal.stories.case_table import CaseTable, case_table
from wijkverhaal.stories.matrix.factor_bound import FactorBounds, factor_bounds
from wijkverhaal.stories.matrix.mention import Mention, State, mentions
from wijkverhaal.stories.study.record import Outcome, Unit
from wijkverhaal.stories.study.study import Study


@dataclass(frozen=True)
class CaseOrdered:
    """The matrix.

    Attributes
    ----------
    cases : tuple of str
        Ids; those where it went well first, then in part, then those where it did not, then those nobody
        judged.
    outcomes : tuple of State
        Per case: well (PRESENT), in part (PARTLY), not (ABSENT), not judged, or disputed.
    factors : tuple of str
        Ids, as given.
    mentions : tuple of tuple of Mention
        Per case, per factor.
    bounds : tuple of FactorBounds
        Per factor, how it goes with a good outcome.
    partly : bool or None
        As what help that helped in part counts: well, not, or (None) as not known, within the bounds.
    """

    cases: tuple[str, ...]
    outcomes: tuple[State, ...]
    factors: tuple[str, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    bounds: tuple[FactorBounds, ...]
    partly: bool | None = None

    @property
    def known(self) -> tuple[bool | None, ...]:
        """Whether it went well, per case; None where that is not known."""
        return tuple(_counts(one, self.partly) for one in self.outcomes)

    def states(self, factor: str) -> tuple[State, ...]:
        """What is known of a factor, per case."""
        place = self.factors.index(factor)
        return tuple(row[place].state for row in self.mentions)

    def complete(self, factors: Sequence[str]) -> tuple[str, ...]:
        """The cases of which the outcome and all these factors are known."""
        known = [self.known, *([one.known for one in self.states(factor)] for factor in factors)]
        rows = zip(self.cases, zip(*known, strict=True), strict=True)
        return tuple(case for case, row in rows if None not in row)

    def table(self, factors: Sequence[str], negated: bool = False) -> CaseTable:
        """The complete cases as a crisp table, for `comparison`; the others say nothing there.

        Raises
        ------
        InputError
            When more than three factors are asked, or `case_table` refuses.
        """
        if len(factors) > 3:
            raise InputError(_("Kies hoogstens drie factoren; met meer lijkt toeval al gauw een patroon."))
        complete, known = set(self.complete(factors)), self.known
        if len(complete) < 2:
            raise InputError(
                ngettext(
                    "Van {count} geval is alles bekend; er moeten er minstens twee zijn, dus kies anders.",
                    "Van {count} gevallen is alles bekend; er moeten er minstens twee zijn, dus kies anders.",
                    len(complete),
                ).format(count=len(complete))
            )
        if len({known[number] for number, case in enumerate(self.cases) if case in complete}) < 2:
            raise InputError(
                _(
                    "Bij de {count} gevallen waarvan alles bekend is, liep het hetzelfde af; kies anders."
                ).format(count=len(complete))
            )
        kept = [number for number, case in enumerate(self.cases) if case in complete]
        columns: dict[str, Sequence[float | None]] = {
            factor: [float(states[number] is State.PRESENT) for number in kept]
            for factor, states in ((one, self.states(one)) for one in factors)
        }
        columns["outcome"] = [float(known[number] is True) for number in kept]
        name = "~outcome" if negated else "outcome"
        return case_table([self.cases[number] for number in kept], columns, name, factors)


def case_ordered(
    study: Study,
    factors: Sequence[str],
    unit: Unit = "family",
    coders: Iterable[str] | None = None,
    judged_by: Iterable[str] | None = None,
    partly: bool | None = None,
) -> CaseOrdered:
    """Order the cases of a study by their outcome.

    Parameters
    ----------
    judged_by : iterable of str, optional
        Whose judgement of the outcome counts; without it everybody's.
    partly : bool, optional
        As what help that helped in part counts; without it as not known.
    """
    found = mentions(study, unit, factors, coders)
    judges = None if judged_by is None else set(judged_by)
    known = {case.id: _outcome(study, case.id, judges) for case in study.cases(unit)}
    order = [State.PRESENT, State.PARTLY, State.ABSENT, State.DISPUTED, State.NOT_MENTIONED]
    cases = sorted(known, key=lambda case: order.index(known[case]))
    outcomes = tuple(known[case] for case in cases)
    rows = tuple(tuple(found[case, factor] for factor in factors) for case in cases)
    bounds = tuple(
        factor_bounds([row[place].state.known for row in rows], [_counts(one, partly) for one in outcomes])
        for place in range(len(factors))
    )
    return CaseOrdered(tuple(cases), outcomes, tuple(factors), rows, bounds, partly)


def _counts(outcome: State, partly: bool | None) -> bool | None:
    return partly if outcome is State.PARTLY else outcome.known


def _outcome(study: Study, case: str, judges: set[str] | None) -> State:
    said = {
        one.good for one in study.all(Outcome) if one.case == case and (judges is None or one.by in judges)
    }
    if len(said) > 1:
        return State.DISPUTED
    if not said:
        return State.NOT_MENTIONED
    return {True: State.PRESENT, False: State.ABSENT, None: State.PARTLY}[said.pop()]
