# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The conversations of a facilitator about one wijk, for on the page of what stays with that wijk."""

from django.urls import reverse
from django.utils import timezone

from wijkverhaal.dialogue.session import SessionState
from wijkverhaal.site.conversations.leading.leader_door import led_by
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.wijken.conversations_told import ToldConversation


def about_a_wijk(account: int, area: str) -> list[ToldConversation]:
    """Those that this account leads; of one that is closed the report."""
    return [_told(one) for one in led_by(account) if area in one.wijken]


def _told(stored: Conversation) -> ToldConversation:
    closed = stored.state == SessionState.CLOSED
    page = "report" if closed else "conversation"
    held = timezone.localdate(stored.started or stored.made) if closed else None
    return ToldConversation(stored.title, held, reverse(f"conversations:{page}", args=[stored.id]))
