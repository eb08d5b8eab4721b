# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The help history of a family from the records of a study, for `history_timeline.timeline`."""

from dataclasses import replace

from wijkverhaal.stories.help_history import Account, Choice, Event, HelpHistory
from wijkverhaal.stories.study.record import (
    Child,
    Following,
    Informant,
    Interview,
    Statement,
    ToldEvent,
)
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.time_expression import BIRTH, TimeExpression


def history_of(study: Study, family: str, child: str = "") -> HelpHistory:
    """What was told about a family.

    Parameters
    ----------
    child : str, optional
        By whose age it is looked at; without it the first child of whom the birth is known. What was
        said stays the age of the child that it was said of.
    """
    here = {one.id for one in study.all(Informant) if one.family == family}
    told = [one for one in study.all(Statement) if one.informant in here]
    first = first_child(study, family)
    seen = child or first
    born = {one.id: one.born for one in study.all(Child) if one.family == family and one.born is not None}
    return HelpHistory(
        family,
        tuple(
            Event(one.id, one.kind, one.name, one.domain, one.organisation)
            for one in study.all(ToldEvent)
            if one.family == family
        ),
        tuple(_account(one, first, seen) for one in told),
        _choices(study, family, {one.id for one in told}),
        born.get(seen),
        {one.informant: one.held for one in study.all(Interview) if one.informant in here},
        {name: day for name, day in born.items() if name != seen},
    )


def statement(
    record: str, informant: str, event: str, time: TimeExpression | None, said: str = "", **where: object
) -> Statement:
    """A statement with a time that was read by `time_expression.read_time`.

    Parameters
    ----------
    **where
        `interview`, `start` and `end`, if it was said in an interview; `child`, if it is an age of one of
        several.
    """
    if time is None:
        return Statement(record, informant, event, said, **where)  # type: ignore[arg-type]
    return Statement(record, informant, event, said, str(time.anchor), time.low, time.high, **where)  # type: ignore[arg-type]


def first_child(study: Study, family: str) -> str:
    """Whose age a time is where nobody said it: the first child of whom the birth is known, or the first."""
    children = [one for one in study.all(Child) if one.family == family]
    return next((one.id for one in sorted(children, key=lambda one: one.born is None)), "")


def pinned_ages(study: Study, family: str) -> list[Statement]:
    """The statements of a family with the child whose age they tell, for when another comes beside it."""
    first = first_child(study, family)
    here = {one.id for one in study.all(Informant) if one.family == family}
    return [
        replace(one, child=first)
        for one in study.all(Statement)
        if first and one.informant in here and one.anchor == BIRTH and not one.child
    ]


def _account(one: Statement, first: str, seen: str) -> Account:
    time = TimeExpression(one.anchor, one.low, one.high) if one.anchor else None
    passage = f"{one.interview}:{one.start}-{one.end}" if one.interview else ""
    whose = one.child or first
    return Account(one.id, one.informant, one.event, time, one.said, passage, "" if whose == seen else whose)


def _choices(study: Study, family: str, told: set[str]) -> tuple[Choice, ...]:
    """The decisions, as far as what they set aside is still there."""
    return tuple(
        Choice(frozenset(one.set_aside) & told, one.reason, one.by)
        for one in study.all(Following)
        if one.family == family and set(one.set_aside) & told
    )
