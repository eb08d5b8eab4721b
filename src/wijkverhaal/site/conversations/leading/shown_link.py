# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The link that a facilitator just made, in a cookie of their own browser until it was shown.

The database keeps only its fingerprint. The answer to the form that made it sends the browser on, so that
loading the page again makes no second link.
"""

from datetime import timedelta
from enum import StrEnum

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wijkverhaal.dialogue.invitation import InvitationState
from wijkverhaal.dialogue.session import SessionState
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.taking_part.joining import invitation_with, state_of
from wijkverhaal.site.conversations.taking_part.return_cookie import can_be_token


class ShownOn(StrEnum):
    """On which page it is shown: once where it was made, or as long as it is wanted on the wall."""

    INVITING = "uitnodigen"
    WALL = "muur"


_LASTS = {ShownOn.INVITING: timedelta(minutes=10), ShownOn.WALL: timedelta(hours=12)}


def keep_shown(response: HttpResponse, where: ShownOn, conversation: str, token: str) -> HttpResponse:
    """Let the browser keep the token for the page that shows it."""
    return _set(response, where, conversation, token, _LASTS[where])


def drop_shown(response: HttpResponse, where: ShownOn, conversation: str) -> HttpResponse:
    """Let the browser forget it."""
    return _set(response, where, conversation, "", timedelta(0))


def shown_address(request: HttpRequest, where: ShownOn, stored: Conversation) -> str:
    """The address to show; nothing where there is none, or it lets nobody in any more."""
    token = request.COOKIES.get(_name(where, stored.id), "")
    found = invitation_with(token) if can_be_token(token) else None
    if found is None or found.conversation_id != stored.id or state_of(found) is not InvitationState.OPEN:
        return ""
    if stored.state == SessionState.CLOSED:
        return ""
    return request.build_absolute_uri(reverse("conversations:door", args=[token]))


def _name(where: ShownOn, conversation: str) -> str:
    return f"{settings.COOKIE_PREFIX}wijkverhaal-{where}-{conversation}"


def _set(
    response: HttpResponse, where: ShownOn, conversation: str, token: str, lasts: timedelta
) -> HttpResponse:
    response.set_cookie(
        _name(where, conversation),
        token,
        max_age=lasts,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
