# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How somebody comes into a conversation by its link, and comes back."""

from datetime import datetime, timedelta
from secrets import token_hex

from django.utils import timezone

from wijkverhaal.dialogue.invitation import Invitation, InvitationState, fingerprint, new_token
from wijkverhaal.dialogue.organisation import OrganisationType
from wijkverhaal.dialogue.participant import Participant, new_participant
from wijkverhaal.dialogue.session import SessionState
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.contributions.adding import held, next_serial
from wijkverhaal.site.conversations.models import Conversation, StoredInvitation, StoredParticipant

#: How many days a link works, at most.
LONGEST_DAYS = 90
#: Far more than a conversation holds; who has a link cannot fill a disk.
MOST_PARTICIPANTS = 2000


def invite(stored: Conversation, days: int, label: str = "") -> str:
    """Make a link; its token is told only here."""
    token = new_token()
    StoredInvitation.objects.create(
        conversation=stored,
        label=label,
        fingerprint=fingerprint(token),
        expires=timezone.now() + timedelta(days=days),
    )
    return token


def invitation_with(token: str) -> StoredInvitation | None:
    """The link with this token, also one that works no longer; None where there is none."""
    found = StoredInvitation.objects.filter(fingerprint=fingerprint(token))
    return found.select_related("conversation").first()


def state_of(stored: StoredInvitation, now: datetime | None = None) -> InvitationState:
    """Whether a link still works."""
    known = Invitation(stored.conversation_id, stored.fingerprint, stored.expires, stored.revoked)
    return known.state(now or timezone.now())


def join(conversation: str, name: str, organisation: str) -> tuple[StoredParticipant, str]:
    """Let somebody in: who that is now, and the token with which only they come back.

    Raises
    ------
    InputError
        When the name or the kind of organisation is wrong, or the conversation is over.
    """
    asked = new_participant(token_hex(8), name, organisation, 0)
    token = new_token()
    with held(conversation) as stored:
        if stored.state == SessionState.CLOSED:
            raise InputError(_("Het gesprek is gesloten; er kan niemand meer bij."))
        if stored.last_serial >= MOST_PARTICIPANTS and stored.participants.count() >= MOST_PARTICIPANTS:
            raise InputError(_("Het gesprek is vol; vraag de gespreksleider wat u kunt doen."))
        made = StoredParticipant.objects.create(
            id=asked.id,
            conversation=stored,
            name=asked.name,
            organisation=asked.organisation.value,
            serial=next_serial(stored),
            fingerprint=fingerprint(token),
        )
    return made, token


def participants_of(conversation: str) -> list[Participant]:
    """Everybody who came in, whoever withdrew since."""
    found = StoredParticipant.objects.filter(conversation=conversation, nobody=False)
    return [Participant(one.id, one.name, OrganisationType(one.organisation), one.serial) for one in found]
