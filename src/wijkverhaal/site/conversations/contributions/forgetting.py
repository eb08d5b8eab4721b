# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the site forgets of conversations: names a month after the end, all of it when somebody says so."""

from datetime import datetime, timedelta
from secrets import token_hex

from django.db import transaction
from django.db.models import Q

from wijkverhaal.dialogue.moderation import moderated
from wijkverhaal.site.conversations.contributions import entry_kind as kinds
from wijkverhaal.site.conversations.contributions.contributed import contributed_to
from wijkverhaal.site.conversations.contributions.words_with_the_wijken import words_of
from wijkverhaal.site.conversations.models import Conversation, Entry, StoredInvitation, StoredParticipant
from wijkverhaal.site.wijken.cooperation import forget_cooperation
from wijkverhaal.site.wijken.discussed import forget_discussed
from wijkverhaal.site.wijken.words_taken_away import erase_what_is_away, erase_words

#: So many days after its end a conversation forgets who took part.
KEPT_DAYS = 30
#: One that nobody ever closes, so many days after it was made.
NEVER_CLOSED_DAYS = 365


def forget_names(now: datetime) -> None:
    """Of conversations that ended long enough ago: erase names, cookies and links, and moderated words.

    Contributions stay with what they say, under the group that was made when the conversation closed.
    """
    ended = Q(closed__lt=now - timedelta(days=KEPT_DAYS))
    left_open = Q(closed=None, made__lt=now - timedelta(days=NEVER_CLOSED_DAYS))
    for one in Conversation.objects.filter(ended | left_open, forgotten=False):
        with transaction.atomic():
            _forget(one)


def _forget(stored: Conversation) -> None:
    StoredInvitation.objects.filter(conversation=stored).delete()
    for who in StoredParticipant.objects.filter(conversation=stored):
        who.name, who.fingerprint = "", token_hex(32)
        who.save(update_fields=["name", "fingerprint"])
    off = moderated(contributed_to(stored.pk).moderations)
    for entry in Entry.objects.filter(conversation=stored, serial__in=[int(one) for one in off]):
        erase_words(stored.pk, str(entry.serial), words_of(entry))
        gone = dict.fromkeys(kinds.WORDS.get(entry.kind, ()), "")
        Entry.objects.filter(pk=entry.pk).update(content={**entry.content, **gone}, erased=True)
    Conversation.objects.filter(pk=stored.pk).update(forgotten=True, erasures=stored.erasures + 1)


def erase_conversation(stored: Conversation) -> None:
    """Erase a conversation with all that was contributed; what the group kept with a wijk stays there.

    Reasons and wishes were never kept by anybody: they go from every Wijkverhaal too.
    """
    with transaction.atomic():
        erase_what_is_away(stored.pk)
        for entry in Entry.objects.filter(conversation=stored, kind__in=(kinds.RECOGNITION, kinds.VALUATION)):
            erase_words(stored.pk, str(entry.serial), words_of(entry), stored.wijken)
        forget_discussed(stored.pk)
        forget_cooperation(stored.pk)
        stored.delete()
