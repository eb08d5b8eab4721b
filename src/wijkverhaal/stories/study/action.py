# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody did: one or more records before and after, and therefore also its opposite."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.study.changing import Changing
from wijkverhaal.stories.study.need import needs
from wijkverhaal.stories.study.record import Record
from wijkverhaal.stories.study.study import Study


@dataclass(frozen=True)
class Change:
    """A record before and after; None where it is not there."""

    record: str
    before: Record | None
    after: Record | None

    @property
    def opposite(self) -> "Change":
        """What takes it back."""
        return Change(self.record, self.after, self.before)


@dataclass(frozen=True)
class Action:
    """Changes that belong together.

    Attributes
    ----------
    id : str
        Unique; the caller's.
    actor : str
    moment : datetime
    changes : tuple of Change
    undoes : str
        The id of the action that this one takes back; empty for anything else.
    """

    id: str
    actor: str
    moment: datetime
    changes: tuple[Change, ...]
    undoes: str = ""

    @property
    def opposite(self) -> tuple[Change, ...]:
        """The changes that take it back."""
        return tuple(change.opposite for change in reversed(self.changes))


def change_to(study: Study, *after: Record) -> tuple[Change, ...]:
    """The changes that put these records in the study."""
    return tuple(Change(one.id, study.records.get(one.id), one) for one in after)


def removal_of(study: Study, records: Iterable[str]) -> tuple[Change, ...]:
    """The changes that take records away together with all that needs them, those first."""
    hanging: dict[str, list[str]] = defaultdict(list)
    for name, one in study.records.items():
        for need in needs(one):
            hanging[need].append(name)
    order: dict[str, None] = {}
    waiting = list(records)
    while waiting:
        record = waiting.pop()
        order.pop(record, None)
        order[record] = None
        waiting += hanging[record]
    return tuple(
        Change(record, study.records[record], None) for record in reversed(order) if record in study.records
    )


def apply(study: Study, changes: Iterable[Change]) -> Study:
    """The study after the changes.

    Raises
    ------
    InputError
        When a record is no longer as it was before: somebody else changed it.
    """
    changing = Changing(study.records)
    for change in changes:
        if changing.records.get(change.record) != change.before:
            raise InputError(_("Iemand anders heeft dit intussen gewijzigd; laad het opnieuw."))
        changing.change(change.record, change.after)
    return replace(study, records=changing.records)
