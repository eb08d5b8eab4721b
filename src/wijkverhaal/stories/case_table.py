# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cases of a comparison with their conditions and their outcome, checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal as OneOf

import numpy as np

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.condition import Condition, Literal, Numbers, read_literal

#: A whole number above this is a measurement and not a level.
HIGHEST_LEVEL = 20
_ROOM = 1e-9

SetKind = OneOf["crisp", "multi-value", "fuzzy"]


@dataclass(frozen=True)
class CaseTable:
    """Cases, conditions and outcome.

    Attributes
    ----------
    cases : tuple of str
        Names, n of them.
    conditions : tuple of Condition
        k of them.
    values : array (n, k)
        Levels, or memberships where a condition is fuzzy.
    outcome : array (n,)
        Membership of every case in the outcome, negated where that was asked.
    outcome_name : str
        The outcome as it was asked for, such as `~GESLAAGD`.
    outcome_fuzzy : bool
        Whether the outcome has degrees between 0 and 1.
    """

    cases: tuple[str, ...]
    conditions: tuple[Condition, ...]
    values: Numbers
    outcome: Numbers
    outcome_name: str
    outcome_fuzzy: bool = False

    @property
    def kind(self) -> SetKind:
        """What sort of comparison this is."""
        if any(condition.fuzzy for condition in self.conditions) or self.outcome_fuzzy:
            return "fuzzy"
        return "multi-value" if self.brackets else "crisp"

    @property
    def brackets(self) -> bool:
        """Whether levels are written in brackets, because a condition has more than two."""
        return any(condition.levels > 2 for condition in self.conditions)

    @property
    def levels(self) -> tuple[int, ...]:
        """How many levels each condition has."""
        return tuple(condition.levels for condition in self.conditions)

    @property
    def constant(self) -> tuple[str, ...]:
        """The conditions that are the same in every case, so that nothing shows whether they matter."""
        same = (self.values == self.values[0]).all(axis=0)
        return tuple(one.name for one, always in zip(self.conditions, same, strict=True) if always)

    @property
    def undecided(self) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Which cases, (n,), belong to no configuration: a fuzzy condition is exactly 0.5."""
        fuzzy = [place for place, condition in enumerate(self.conditions) if condition.fuzzy]
        return np.asarray((np.abs(self.values[:, fuzzy] - 0.5) < _ROOM).any(axis=1))

    def membership(self, term: Sequence[int]) -> Numbers:
        """How far each case belongs to a term: the least of its parts; 1 for the empty term."""
        parts = [
            condition.membership(self.values[:, place], level)
            for place, (condition, level) in enumerate(zip(self.conditions, term, strict=True))
            if level >= 0
        ]
        return np.min(parts, axis=0) if parts else np.ones(len(self.cases))

    def written(self, term: Sequence[int]) -> str:
        """A term as it is written, such as `A*~B`; `1` when it excludes nothing."""
        parts = [
            condition.literal(level, self.brackets)
            for condition, level in zip(self.conditions, term, strict=True)
            if level >= 0
        ]
        return "*".join(parts) or "1"


def case_table(
    cases: Sequence[str],
    columns: Mapping[str, Sequence[float | None]],
    outcome: str,
    conditions: Sequence[str],
) -> CaseTable:
    """Check the columns and put them together.

    Parameters
    ----------
    cases : sequence of str
        The name of each row.
    columns : mapping of str to sequence of float or None
        Every column that may be named, one value per case.
    outcome : str
        A column; `~A` for its absence, `A[2]` for one level of more.
    conditions : sequence of str
        Columns.

    Raises
    ------
    InputError
        When a column is missing, a value is missing or impossible, or nothing can be compared.
    """
    asked = read_literal(outcome)
    _check_names(asked.name, conditions, columns)
    _check_cases(cases)
    read = {name: _values(name, columns[name], cases) for name in (asked.name, *conditions)}
    kinds = tuple(_condition(name, read[name], cases) for name in conditions)
    membership, fuzzy = _outcome(asked, read[asked.name], cases)
    values = np.column_stack([read[name] for name in conditions])
    return CaseTable(tuple(cases), kinds, values, membership, outcome.strip(), fuzzy)


def _check_names(outcome: str, conditions: Sequence[str], columns: Mapping[str, object]) -> None:
    for name in (outcome, *conditions):
        if name not in columns:
            raise InputError(
                _("Er is geen kolom {name}; kies uit {known}.").format(name=name, known=", ".join(columns))
            )
    if not conditions:
        raise InputError(_("Er is geen enkele voorwaarde gekozen; noem er minstens één."))
    if outcome in conditions:
        raise InputError(
            _("{name} is de uitkomst en kan niet ook een voorwaarde zijn; haal een van beide weg.").format(
                name=outcome
            )
        )
    for name in conditions:
        if list(conditions).count(name) > 1:
            raise InputError(
                _("De voorwaarde {name} is meer dan één keer genoemd; noem haar één keer.").format(name=name)
            )


def _check_cases(cases: Sequence[str]) -> None:
    if len(cases) < 2:
        raise InputError(
            _("Er is maar {count} geval en dan valt er niets te vergelijken; geef er minstens twee.").format(
                count=len(cases)
            )
        )
    seen: set[str] = set()
    for case in cases:
        if case in seen:
            raise InputError(
                _("Het geval {case} staat er twee keer in; geef elke regel een eigen naam.").format(case=case)
            )
        seen.add(case)


def _values(name: str, column: Sequence[float | None], cases: Sequence[str]) -> Numbers:
    for case, value in zip(cases, column, strict=True):
        if value is None or value != value:
            raise InputError(
                _("Bij {case} ontbreekt {name}; vul het in of laat dit geval weg.").format(
                    case=case, name=name
                )
            )
    return np.array([float(value) for value in column if value is not None])


def _is_fuzzy(name: str, values: Numbers, cases: Sequence[str]) -> bool:
    """Whether a column is fuzzy; refuses what is neither a level nor a membership."""
    fuzzy = bool((values != np.round(values)).any())
    wrong = (values < 0) | (values > (1 if fuzzy else HIGHEST_LEVEL))
    if wrong.any():
        where = int(np.argmax(wrong))
        raise InputError(
            _(
                "Bij {case} is {name} {value}, en dat is geen niveau (0, 1, 2...) en geen getal van 0 tot 1;"
                " kalibreer deze kolom eerst."
            ).format(case=cases[where], name=name, value=f"{values[where]:g}")
        )
    return fuzzy


def _condition(name: str, values: Numbers, cases: Sequence[str]) -> Condition:
    fuzzy = _is_fuzzy(name, values, cases)
    return Condition(name, 2 if fuzzy else max(2, int(values.max()) + 1), fuzzy)


def _outcome(asked: Literal, values: Numbers, cases: Sequence[str]) -> tuple[Numbers, bool]:
    fuzzy = _is_fuzzy(asked.name, values, cases)
    if fuzzy or values.max() <= 1:
        if asked.value is not None and asked.value > 1:
            raise _no_such_level(asked)
        membership = 1.0 - values if asked.value == 0 else values
    else:
        if asked.value is None:
            raise InputError(
                _("De uitkomst {name} heeft meer dan twee niveaus; kies er één, zoals {name}[1].").format(
                    name=asked.name
                )
            )
        if not (values == asked.value).any():
            raise _no_such_level(asked)
        membership = (values == asked.value).astype(float)
    if (membership == membership[0]).all():
        raise InputError(
            _("De uitkomst {name} is bij elk geval hetzelfde; er moeten gevallen met en zonder zijn.").format(
                name=asked.name
            )
        )
    return (1.0 - membership if asked.negated else membership), fuzzy


def _no_such_level(asked: Literal) -> InputError:
    return InputError(
        _("Geen enkel geval heeft {name}[{value}]; kies een niveau dat voorkomt.").format(
            name=asked.name, value=asked.value
        )
    )
