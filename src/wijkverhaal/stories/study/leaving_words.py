# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Records as they may leave: names in a researcher's own words replaced, and dates moved like the texts."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, TypeVar

from wijkverhaal.stories.date_shift import DateShift, date_hits
from wijkverhaal.stories.hit import not_overlapping
from wijkverhaal.stories.pseudonym import find_hits, pseudonymise
from wijkverhaal.stories.pseudonym_register import PseudonymRegister
from wijkverhaal.stories.study.record import Child, Interview, Record, Statement
from wijkverhaal.stories.time_expression import CALENDAR

R = TypeVar("R", bound=Record)
#: What somebody writes in their own words.
_FREE = frozenset({"summary", "name", "organisation", "said", "reason", "text", "purpose"})
_DAYS_PER_MONTH = 30.4375


def hidden(record: R, family: str, register: PseudonymRegister | None) -> R:
    """A record without the names of its family, in the family's moved time.

    Parameters
    ----------
    register : PseudonymRegister or None
        None leaves everything as it is: for a file with names.
    """
    if register is None:
        return record
    shift = register.shifts.get(family, DateShift())
    free = [one.name for one in fields(record) if one.name in _FREE and getattr(record, one.name)]
    changed: dict[str, object] = {
        name: hidden_words(getattr(record, name), family, register) for name in free
    }
    return _moved(replace(record, **changed), shift)  # type: ignore[arg-type]


def hidden_words(words: str, family: str, register: PseudonymRegister | None) -> str:
    """Words about a family with its names as roles; without a family the names of all."""
    if register is None:
        return words
    roster = register.roster(family) if family else register.everybody()
    shift = register.shifts.get(family, DateShift())
    hits = not_overlapping([*find_hits(words, roster), *date_hits(words, shift)])
    return pseudonymise(words, hits)[0]


def _moved(record: R, shift: DateShift) -> R:
    move = _MOVES.get(type(record))
    return move(record, shift) if move else record


def _child(one: Child, shift: DateShift) -> Child:
    """A day of birth tells who somebody is, unless it moved."""
    moved = shift.moved(one.born) if one.born is not None and shift != DateShift() else None
    return replace(one, born=moved)


def _interview(one: Interview, shift: DateShift) -> Interview:
    return replace(one, held=shift.moved(one.held))


def _statement(one: Statement, shift: DateShift) -> Statement:
    if one.anchor != CALENDAR:
        return one
    months = 12 * shift.years + shift.days / _DAYS_PER_MONTH
    return replace(one, low=one.low + months, high=one.high + months)


_MOVES: dict[type, Callable[..., Any]] = {Child: _child, Interview: _interview, Statement: _statement}
