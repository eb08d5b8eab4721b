# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking back: what somebody wrote goes from the database, what they chose stays without them."""

from dataclasses import replace
from secrets import token_hex, token_urlsafe

from wijkverhaal.dialogue.grouping_file import grouping_dict
from wijkverhaal.dialogue.withdrawal import Contributions, without_participant
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.contributions import entry_kind as kinds
from wijkverhaal.site.conversations.contributions.adding import append, held, next_serial
from wijkverhaal.site.conversations.contributions.contributed import contributed_to
from wijkverhaal.site.conversations.contributions.stored_session import grouping_of_stored
from wijkverhaal.site.conversations.contributions.words_with_the_wijken import (
    erase_with_the_wijken,
    words_of,
)
from wijkverhaal.site.conversations.models import Conversation, Entry, StoredParticipant

#: Stands for the writer of the one statement that is taken back.
_THIS_ONE = "\x00"


def take_back(conversation: str, participant: str, serial: int) -> None:
    """Erase the words of one contribution of a participant.

    Raises
    ------
    InputError
        When it is not theirs, or has no words any more.
    """
    with held(conversation) as stored:
        mine = Entry.objects.filter(
            conversation=stored.pk, participant=participant, serial=serial, kind__in=kinds.WORDS, erased=False
        ).first()
        if mine is None:
            raise InputError(_("Deze bijdrage is er niet meer; laad de bladzijde opnieuw."))
        if mine.kind == kinds.STATEMENT:
            _keep_heaps(stored, {str(serial)})
        _empty(stored, [mine])


def withdraw(conversation: str, participant: str) -> None:
    """Take a participant out of a conversation: name, token and words go, choices stay without them."""
    with held(conversation) as stored:
        mine = list(Entry.objects.filter(conversation=stored.pk, participant=participant))
        _keep_heaps(stored, {str(one.serial) for one in mine if one.kind == kinds.STATEMENT})
        nobody = StoredParticipant.objects.create(
            id=token_hex(8),
            conversation=stored,
            serial=next_serial(stored),
            fingerprint=token_hex(32),
            withdrawn=True,
            nobody=True,
        )
        _empty(stored, [one for one in mine if one.kind in kinds.WORDS])
        for one in mine:
            Entry.objects.filter(pk=one.pk).update(participant=nobody, client_key=token_urlsafe(16))
        StoredParticipant.objects.filter(pk=participant).update(
            name="", fingerprint=token_hex(32), withdrawn=True
        )
        _leave_grouping(stored, participant)


def _empty(stored: Conversation, entries: list[Entry]) -> None:
    """Empty the words of entries in their rows, and where the wijken keep them."""
    words = {str(one.serial): words_of(one) for one in entries}
    for one in entries:
        gone = dict.fromkeys(kinds.WORDS[one.kind], "")
        Entry.objects.filter(pk=one.pk).update(content={**one.content, **gone}, erased=True)
    Conversation.objects.filter(pk=stored.pk).update(erasures=stored.erasures + 1)
    next_serial(stored)
    erase_with_the_wijken(stored, words)


def _keep_heaps(stored: Conversation, going: set[str]) -> None:
    """Statements that were merged stay together when one of them goes."""
    there = contributed_to(stored.pk)
    statements = tuple(
        replace(one, participant=_THIS_ONE) if one.id in going else one for one in there.statements
    )
    before = Contributions(statements=statements, merges=tuple(there.merges))
    after = without_participant(before, _THIS_ONE, "", stored.last_serial)
    into = {one.statement: one.into for one in there.merges}
    for one in after.merges:
        if into.get(one.statement) != one.into:
            append(stored, kinds.MERGE, {"statement": one.statement, "into": one.into})
    # whatever now stands on top of its heap points at nothing any more
    under = {one.statement for one in after.merges}
    for statement in statements:
        if statement.participant != _THIS_ONE and into.get(statement.id) and statement.id not in under:
            append(stored, kinds.MERGE, {"statement": statement.id, "into": None})


def _leave_grouping(stored: Conversation, participant: str) -> None:
    if stored.grouping is not None:
        kept = grouping_dict(grouping_of_stored(stored).without(participant))
        Conversation.objects.filter(pk=stored.pk).update(grouping=kept)
