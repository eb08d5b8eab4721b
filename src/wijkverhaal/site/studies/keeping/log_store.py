# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The chain of a study in the database; always written inside the lock of its row."""

from datetime import datetime

from django.utils import timezone

from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.models import LogLine
from wijkverhaal.stories.study.action import Action
from wijkverhaal.stories.study.action_log import (
    LOG_ITEM,
    LogEntry,
    content_digest,
    first_broken,
    new_salt,
    next_entry,
)
from wijkverhaal.stories.study.record_json import action_bytes, read_action
from wijkverhaal.stories.vault.cipher import bound_to, seal, unseal

_SALT = 16


def append(
    opened: OpenStudy,
    kind: str,
    content: bytes = b"",
    item: str = "",
    action: Action | None = None,
    moment: datetime | None = None,
) -> int:
    """Add an entry; its number. The row of the study must be locked."""
    last = LogLine.objects.filter(study=opened.stored).last()
    salt = new_salt()
    digest = content_digest(content, salt) if content else ""
    entry = next_entry(
        entry_of(last) if last else None,
        kind,
        opened.actor,
        moment or timezone.now(),
        opened.key(LOG_ITEM),
        digest,
    )
    sealed = seal(opened.key(item), salt + content, _place(opened, entry.number)) if content else None
    LogLine.objects.create(
        study=opened.stored,
        number=entry.number,
        moment=entry.moment,
        actor=entry.actor,
        kind=kind,
        digest=entry.digest,
        previous=entry.previous,
        seal=entry.seal,
        action=action.id if action else "",
        undoes=action.undoes if action else "",
        item=item if content else "",
        content=sealed,
    )
    return entry.number


def append_action(opened: OpenStudy, action: Action, item: str) -> int:
    """Add what somebody did."""
    return append(opened, "action", action_bytes(action), item, action, action.moment)


def content_of(opened: OpenStudy, line: LogLine) -> bytes:
    """What an entry holds, from its seal."""
    return unseal(opened.key(line.item), bytes(line.content), _place(opened, line.number), "log")[_SALT:]


def reseal(opened: OpenStudy, line: LogLine, item: str) -> bytes:
    """The content of an entry under the key of another item; digest and salt stay."""
    place = _place(opened, line.number)
    return seal(opened.key(item), unseal(opened.key(line.item), bytes(line.content), place, "log"), place)


def actions_of(opened: OpenStudy) -> list[Action]:
    """Everything that was done and whose content is still there, the first one first."""
    lines = LogLine.objects.filter(study=opened.stored, kind="action", content__isnull=False)
    return [read_action(content_of(opened, line)) for line in lines]


def action_of(opened: OpenStudy, action: str) -> Action:
    """One action by id."""
    return read_action(content_of(opened, LogLine.objects.get(study=opened.stored, action=action)))


def stubs(opened: OpenStudy, most: int = 5000) -> list[Action]:
    """The latest actions of this person without their changes: enough to know what can be taken back."""
    lines = (
        LogLine.objects.filter(study=opened.stored, actor=opened.actor, kind="action", content__isnull=False)
        .order_by("-number")
        .values_list("action", "moment", "undoes")[:most]
    )
    return [
        Action(name, opened.actor, datetime.fromisoformat(moment), (), undoes)
        for name, moment, undoes in reversed(lines)
    ]


def broken_at(opened: OpenStudy, head: str = "") -> int | None:
    """The number of the first entry that was tampered with; None where the chain holds."""
    lines = LogLine.objects.filter(study=opened.stored)
    return first_broken([entry_of(line) for line in lines], opened.key(LOG_ITEM), head)


def entry_of(line: LogLine) -> LogEntry:
    """An entry as the chain knows it."""
    return LogEntry(line.number, line.moment, line.actor, line.kind, line.digest, line.previous, line.seal)


def _place(opened: OpenStudy, number: int) -> bytes:
    return bound_to("log", opened.id, number)
