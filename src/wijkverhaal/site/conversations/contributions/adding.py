# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adding to a conversation: one at a time, each with the next place in the server's order."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from secrets import token_urlsafe
from threading import RLock
from typing import Any

from django.db import connection, transaction

from wijkverhaal.dialogue.session import SessionState
from wijkverhaal.dialogue.submission import read_client_key
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.models import Conversation, Entry, StoredParticipant
from wijkverhaal.site.on_disk import wait_for_disk

#: SQLite lets one writer in at a time, and who waits for it asks again now and then, with no order: the
#: threads of a process stand in line here first.
_line = RLock()


@dataclass(frozen=True)
class Added:
    """Where a contribution stands; `new` is False where it had been sent before."""

    serial: int
    new: bool


def add(conversation: str, kind: str, content: Mapping[str, Any], participant: str, client_key: str) -> Added:
    """Add what a participant sent; what was sent before with the same key is there once.

    When this returns it is in the database, and on the disk.

    Raises
    ------
    InputError
        When the key cannot be one, or the conversation does not run.
    NotFoundError
        When the participant has withdrawn.
    """
    key = read_client_key(client_key)
    with held(conversation) as stored:
        sent = Entry.objects.filter(conversation=stored.pk, participant=participant, client_key=key)
        before = sent.values_list("serial", flat=True).first()
        if before is not None:
            return Added(before, new=False)
        check_running(stored)
        # who withdraws while something is still on its way leaves nothing behind
        if not StoredParticipant.objects.filter(pk=participant, withdrawn=False).exists():
            raise NotFoundError(_("Dit gesprek staat niet open op dit apparaat."))
        return Added(append(stored, kind, content, participant, key), new=True)


def held(conversation: str) -> AbstractContextManager[Conversation]:
    """The conversation, to which nobody else adds until the end of the block; all of it or nothing is kept.

    SQLite lets one writer in at a time; PostgreSQL holds the row.

    Raises
    ------
    NotFoundError
        When there is no such conversation.
    """
    return _Held(conversation)


class _Held(AbstractContextManager[Conversation]):
    def __init__(self, conversation: str) -> None:
        self._id, self._opened = conversation, ExitStack()

    def __enter__(self) -> Conversation:
        with self._opened:
            if connection.vendor == "sqlite":
                self._opened.enter_context(_line)
            self._opened.enter_context(transaction.atomic())
            try:
                stored = Conversation.objects.select_for_update().get(pk=self._id)
            except Conversation.DoesNotExist as error:
                raise NotFoundError(_("Dit gesprek bestaat niet, of niet meer.")) from error
            self._opened = self._opened.pop_all()
            return stored

    def __exit__(self, *raised: Any) -> None:
        self._opened.__exit__(*raised)
        if raised[0] is None:
            wait_for_disk()


def append(
    stored: Conversation,
    kind: str,
    content: Mapping[str, Any],
    participant: str | None = None,
    client_key: str = "",
) -> int:
    """Add an entry to a conversation that is held; its serial number."""
    serial = next_serial(stored)
    Entry.objects.create(
        conversation_id=stored.pk,
        serial=serial,
        kind=kind,
        participant_id=participant,
        client_key=client_key or token_urlsafe(16),
        content=dict(content),
    )
    return serial


def next_serial(stored: Conversation) -> int:
    """Take the next place in the order of a conversation that is held."""
    stored.last_serial += 1
    Conversation.objects.filter(pk=stored.pk).update(last_serial=stored.last_serial)
    return stored.last_serial


def check_running(stored: Conversation) -> None:
    """Refuse what is sent before the conversation begins or after it ends.

    Raises
    ------
    InputError
    """
    if stored.state == SessionState.PREPARED:
        raise InputError(_("Het gesprek is nog niet begonnen; wacht op de gespreksleider."))
    if stored.state == SessionState.CLOSED:
        raise InputError(_("Het gesprek is gesloten; er kan niets meer bij."))
