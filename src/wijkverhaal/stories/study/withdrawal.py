# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody withdraws: what has to go, what is worked out again, and the little that remains.

It is computed here and carried out by the caller, in this order: make a new item for the study and seal
under it what is left of what had the old one; destroy the keys and save the key file (from then on nothing
of theirs can be read, in backups neither); remove the rows and the contents of actions; write the register
without them; put the tombstone in the log. If it stops halfway, compute it again and go on.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from wijkverhaal.stories.help_history import HelpHistory
from wijkverhaal.stories.study.action import Action, Change, apply, removal_of
from wijkverhaal.stories.study.history import history_of
from wijkverhaal.stories.study.item import items_of_action, items_of_informant
from wijkverhaal.stories.study.record import (
    CellSummary,
    Factor,
    Family,
    Following,
    Informant,
    Memo,
    Outcome,
    Record,
    Statement,
    ToldEvent,
    Unit,
)
from wijkverhaal.stories.study.study import Study

_UNITS: tuple[Unit, ...] = ("family", "child", "episode")


@dataclass(frozen=True)
class Withdrawal:
    """What a withdrawal does.

    Attributes
    ----------
    study : Study
        Without the informant and all that hangs on them, and without events that nobody else tells.
    removed : tuple of str
        The ids of the records that go.
    changed : tuple of str
        The ids of the records that stay with something less: decisions on whose account is followed.
    items : tuple of str
        The keys to destroy with `item_key.destroy_items`, together with the item of the study.
    history : HelpHistory
        Of the family, without them; its windows and clashes follow from what is left.
    actions : tuple of str
        The ids of the actions whose content has to be erased, because it holds their words.
    to_review : tuple of str
        Records in the researcher's own words that may still tell what this person said: read them again.
    tombstone : mapping of str to int
        How many records of each kind went; all that the log says of it, besides the moment.
    """

    study: Study
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    items: tuple[str, ...]
    history: HelpHistory
    actions: tuple[str, ...]
    to_review: tuple[str, ...]
    tombstone: Mapping[str, int]


def withdraw(study: Study, informant: str, actions: Iterable[Action] = ()) -> Withdrawal:
    """Work out the withdrawal of one informant.

    The register of pseudonyms goes along by `PseudonymRegister.without_informant`; search indexes and
    pseudonymised texts are thrown away and made again.

    Parameters
    ----------
    actions : iterable of Action
        All that was ever done in the study.

    Raises
    ------
    NotFoundError
        When there is no such informant (any more).
    """
    family = study.one(Informant, informant).family
    items = items_of_informant(study, informant)
    judged = [one.id for one in study.all(Outcome) if one.by == informant]
    theirs = removal_of(study, [informant, *judged])
    left = apply(study, theirs)
    untold = removal_of(left, _untold(study, left))
    left = apply(left, untold)
    decisions = _decisions(left)
    left = apply(left, decisions)
    gone = [one for one in (*theirs, *untold, *decisions) if one.after is None]
    return Withdrawal(
        study=left,
        removed=tuple(one.record for one in gone),
        changed=tuple(one.record for one in decisions if one.after is not None),
        items=items,
        history=history_of(left, family),
        actions=_their_actions(study, items, {one.record for one in gone}, tuple(actions)),
        to_review=_to_review(left, family),
        tombstone=dict(Counter(type(one.before).__name__ for one in gone)),
    )


def _untold(before: Study, after: Study) -> list[str]:
    """Events that somebody told and nobody tells any more, nor counts from."""
    told = {name for one in after.all(Statement) for name in (one.event, one.anchor)}
    ever = {one.event for one in before.all(Statement)}
    return [one.id for one in after.all(ToldEvent) if one.id in ever - told]


def _decisions(study: Study) -> tuple[Change, ...]:
    """Decisions without the statements that are gone; without any left they go too."""
    changes = []
    for one in study.all(Following):
        left = tuple(name for name in one.set_aside if name in study.records)
        if left != one.set_aside:
            changes.append(Change(one.id, one, replace(one, set_aside=left) if left else None))
    return tuple(changes)


def _their_actions(
    study: Study, items: tuple[str, ...], gone: set[str], actions: tuple[Action, ...]
) -> tuple[str, ...]:
    """Every action with something of theirs, also what was removed long before they withdrew."""
    ever: dict[str, Record] = {
        record.id: record
        for action in actions
        for change in action.changes
        for record in (change.before, change.after)
        if record is not None
    }
    known = replace(study, records={**ever, **study.records})
    return tuple(
        one.id
        for one in actions
        if items_of_action(known, one) & set(items) or any(change.record in gone for change in one.changes)
    )


def _to_review(study: Study, family: str) -> tuple[str, ...]:
    """Summaries of the family and its cases, decisions, and memos that may speak of it."""
    cases = {
        case.id for unit in _UNITS for case in study.cases(unit) if family in (case.id, _family_of(case))
    }
    events = {one.id for one in study.all(ToldEvent) if one.family == family}
    open_to_all = {"", *cases, *events, *(one.id for one in study.all(Factor))}
    return (
        *(one.id for one in study.all(Family) if one.id == family and one.summary),
        *(one.id for one in study.all(CellSummary) if one.case in cases),
        *(one.id for one in study.all(Following) if one.family == family),
        *(one.id for one in study.all(Memo) if one.about in open_to_all),
    )


def _family_of(case: object) -> str:
    return str(getattr(case, "family", ""))
