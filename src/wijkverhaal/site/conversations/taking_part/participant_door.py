# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door of a conversation for who takes part: one cookie, one question to the database."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from wijkverhaal.dialogue.invitation import fingerprint
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.models import StoredParticipant
from wijkverhaal.site.conversations.screen.watching import Stamp
from wijkverhaal.site.conversations.taking_part.return_cookie import return_token
from wijkverhaal.site.page import page

_COLUMNS = ("id", "conversation__version", "conversation__last_serial", "conversation__erasures")
_GONE = 404


@dataclass(frozen=True)
class Seat:
    """Who looks, at which conversation, and by what one knows that it changed."""

    conversation: str
    participant: str
    stamp: Stamp


View = Callable[..., HttpResponse]


def seat_of(request: HttpRequest, conversation: str) -> Seat | None:
    """Where somebody sits; None where this browser has no token of this conversation."""
    token = return_token(request, conversation)
    if not token:
        return None
    found = StoredParticipant.objects.filter(
        conversation=conversation, fingerprint=fingerprint(token), withdrawn=False
    )
    row = found.values_list(*_COLUMNS).first()
    return None if row is None else Seat(conversation, row[0], Stamp(*row[1:]))


def at_table(*methods: str) -> Callable[[View], View]:
    """A page for who takes part in this conversation; for others it is not there."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, conversation: str, **rest: Any) -> HttpResponse:
            seat = seat_of(request, conversation)
            return no_seat(request) if seat is None else view(request, seat, **rest)

        return require_http_methods([*(methods or ("GET", "HEAD"))])(answer)

    return decorate


def no_seat(request: HttpRequest, sentence: str = "", status: int = _GONE) -> HttpResponse:
    """Say how somebody gets in."""
    return page(
        request,
        "conversations/no_seat.html",
        status,
        sentence=sentence or _("Dit gesprek staat niet open op dit apparaat."),
    )
