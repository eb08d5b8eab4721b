# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The help history of a family from the records of a study, for `history_timeline.timeline`."""

from datetime import date

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
from wijkverhaal.stories.time_expression import TimeExpression


def history_of(study: Study, family: str, child: str = "") -> HelpHistory:
    """What was told about a family.

    Parameters
    ----------
    child : str, optional
        Whose birth ages are counted from; without it the first child of whom the birth is known.
    """
    here = {one.id for one in study.all(Informant) if one.family == family}
    told = [one for one in study.all(Statement) if one.informant in here]
    return HelpHistory(
        family,
        tuple(
            Event(one.id, one.kind, one.name, one.domain, one.organisation)
            for one in study.all(ToldEvent)
            if one.family == family
        ),
        tuple(_account(one) for one in told),
        _choices(study, family, {one.id for one in told}),
        _born(study, family, child),
        {one.informant: one.held for one in study.all(Interview) if one.informant in here},
    )


def statement(
    record: str, informant: str, event: str, time: TimeExpression | None, said: str = "", **where: object
) -> Statement:
    """A statement with a time that was read by `time_expression.read_time`.

    Parameters
    ----------
    **where
        `interview`, `start` and `end`, if it was said in an interview.
    """
    if time is None:
        return Statement(record, informant, event, said, **where)  # type: ignore[arg-type]
    return Statement(record, informant, event, said, str(time.anchor), time.low, time.high, **where)  # type: ignore[arg-type]


def _account(one: Statement) -> Account:
    time = TimeExpression(one.anchor, one.low, one.high) if one.anchor else None
    passage = f"{one.interview}:{one.start}-{one.end}" if one.interview else ""
    return Account(one.id, one.informant, one.event, time, one.said, passage)


def _choices(study: Study, family: str, told: set[str]) -> tuple[Choice, ...]:
    """The decisions, as far as what they set aside is still there."""
    return tuple(
        Choice(frozenset(one.set_aside) & told, one.reason, one.by)
        for one in study.all(Following)
        if one.family == family and set(one.set_aside) & told
    )


def _born(study: Study, family: str, child: str) -> date | None:
    children = [one for one in study.all(Child) if one.family == family and child in ("", one.id)]
    return next((one.born for one in children if one.born is not None), None)
