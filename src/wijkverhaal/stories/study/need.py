# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a record hangs on: the records without which it means nothing."""

from wijkverhaal.stories.study.record import (
    CellSummary,
    Child,
    Coding,
    Consent,
    Episode,
    Factor,
    Family,
    Finished,
    Following,
    Informant,
    Interview,
    Judgement,
    Memo,
    Outcome,
    Record,
    Statement,
    ToldEvent,
)
from wijkverhaal.stories.time_expression import BIRTH, CALENDAR, INTERVIEW

_NO_EVENT = (BIRTH, CALENDAR, INTERVIEW)


def needs(record: Record) -> tuple[str, ...]:
    """The ids of the records that must be there before this one, and may not go while it is there."""
    return tuple(one for one in _named(record) if one)


def _named(record: Record) -> tuple[str, ...]:
    if isinstance(record, Coding):  # first, because there are tens of thousands of them
        return (record.interview, record.factor, *record.about)
    match record:
        case Family():
            return ()
        case Child() | Informant() | ToldEvent() | Following():
            return (record.family,)
        case Episode():
            return (record.family, record.child)
        case Consent() | Interview():
            return (record.informant,)
        case Factor():
            return (record.parent,)
        case Statement():
            counted_from = "" if record.anchor in _NO_EVENT else record.anchor
            return (record.informant, record.event, record.interview, counted_from, record.child)
        case Finished():
            return (record.interview,)
        case Judgement():
            return (record.coding,)
        case Outcome():
            return (record.case,)
        case CellSummary():
            return (record.case, record.factor)
        case Memo():
            return (record.about,)
