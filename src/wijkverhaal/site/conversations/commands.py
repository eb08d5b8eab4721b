# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the command line may ask about conversations; the site is prepared by who asks."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.site.accounts.one_time_link import local_account
from wijkverhaal.site.conversations.contributions.forgetting import erase_conversation
from wijkverhaal.site.conversations.leading import making
from wijkverhaal.site.conversations.models import Conversation, Entry
from wijkverhaal.site.conversations.taking_part.joining import invite
from wijkverhaal.site.runs import library
from wijkverhaal.site.wijken.agreements import agreements_of_conversation, remove_agreement
from wijkverhaal.site.wijken.document_store import refresh_documents
from wijkverhaal.site.wijken.hypotheses import hypotheses_of_conversation, remove_hypothesis
from wijkverhaal.site.wijken.models import StoredAgreement, StoredDocument, StoredHypothesis
from wijkverhaal.site.wijken.quotations import leave_quotation
from wijkverhaal.site.wijken.wijk_now import wijk_now


def all_or_nothing() -> AbstractContextManager[None]:
    """What is done within is kept whole, or not at all."""
    return transaction.atomic()


def make_here(title: str, run: FinishedRun, year: int, wijken: Sequence[str]) -> Conversation:
    """A conversation that the account of this computer leads."""
    return making.make(local_account(), title, run, year, wijken)


def run_with(run_id: str) -> FinishedRun:
    """A finished run, in the current language."""
    return library.opened(run_id)


def open_door(stored: Conversation, days: int, label: str) -> str:
    """Make a link; the path of its address."""
    return reverse("conversations:door", args=[invite(stored, days, label)])


def as_if_held(stored: Conversation, began: datetime, pace: timedelta) -> Conversation:
    """Let a conversation that is over have begun at another moment, with so much time between entries."""
    entries = list(Entry.objects.filter(conversation=stored.pk))
    for one in entries:
        one.moment = began + one.serial * pace
    Entry.objects.bulk_update(entries, ["moment"])
    ended = began + stored.last_serial * pace
    Conversation.objects.filter(pk=stored.pk).update(made=began, started=began, closed=ended)
    for table in (StoredAgreement, StoredHypothesis):
        table.objects.filter(conversation=stored.pk).update(made=ended)
    return Conversation.objects.get(pk=stored.pk)


def tell_the_wijk(area: str) -> None:
    """Make the Wijkverhaal of a wijk from everything that there is about it."""
    wijk = wijk_now(area)
    if wijk.run is not None:
        refresh_documents(wijk, wijk.run, "")


def erase_titled(titles: Sequence[str]) -> None:
    """Erase the conversations of the account of this computer with these titles, and all they left."""
    for stored in Conversation.objects.filter(title__in=titles, facilitators=local_account()):
        for agreement in agreements_of_conversation(stored.id, also_away=True):
            remove_agreement(agreement)
        for hypothesis in hypotheses_of_conversation(stored.id, also_away=True):
            remove_hypothesis(hypothesis)
        for area in stored.wijken:
            for quotation in stored.quotations:
                leave_quotation(area, quotation)
        StoredDocument.objects.filter(area__in=stored.wijken).delete()
        erase_conversation(stored)
