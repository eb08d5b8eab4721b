# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which key seals what: everything that must be able to disappear by itself has a key of its own.

What belongs to nobody in particular (the codebook, families, events, summaries) is sealed under the item of
the study. When somebody withdraws, that key is replaced too, because the researcher's words may tell of them
and old backups hold those words.
"""

from wijkverhaal.stories.study.action import Action
from wijkverhaal.stories.study.record import (
    Coding,
    Consent,
    Finished,
    Informant,
    Interview,
    Judgement,
    Memo,
    Outcome,
    Record,
    Statement,
)
from wijkverhaal.stories.study.study import Study


def study_item(number: int) -> str:
    """The item of what belongs to nobody in particular; `number` from 1, one more after a withdrawal."""
    return f"study/{number}"


def interview_item(interview: str) -> str:
    """The item of an interview: its text, decisions on names, codings, memos on it and statements in it."""
    return f"interview/{interview}"


def informant_item(informant: str) -> str:
    """The item of an informant: role, consent, and statements that stand in no interview."""
    return f"informant/{informant}"


def item_of(study: Study, record: Record) -> str:
    """The item under whose key a record is sealed; empty for the one of the study."""
    match record:
        case Interview():
            return interview_item(record.id)
        case Coding() | Finished():
            return interview_item(record.interview)
        case Informant():
            return informant_item(record.id)
        case Consent():
            return informant_item(record.informant)
        case Statement():
            return interview_item(record.interview) if record.interview else informant_item(record.informant)
        case Outcome() if isinstance(study.records.get(record.by), Informant):
            return informant_item(record.by)
        case Judgement() if record.coding in study.records:
            return item_of(study, study.records[record.coding])
        case Memo() if record.about in study.records:
            return item_of(study, study.records[record.about])
    return ""


def items_of_action(study: Study, action: Action) -> frozenset[str]:
    """The items that an action speaks of. Seal it under the only one, or else under the one of the study."""
    records = [one for change in action.changes for one in (change.before, change.after) if one is not None]
    return frozenset(item_of(study, one) for one in records)


def items_of_informant(study: Study, informant: str) -> tuple[str, ...]:
    """The items that go when somebody withdraws."""
    own = [one.id for one in study.all(Interview) if one.informant == informant]
    return (informant_item(informant), *map(interview_item, own))
