# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The screen for the wall: what everybody looks at, and a QR code for who comes later."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.leading.choices import choices_of
from wijkverhaal.site.conversations.leading.fragment import fragment
from wijkverhaal.site.conversations.leading.inviting_views import made_link
from wijkverhaal.site.conversations.leading.leader_door import led, to
from wijkverhaal.site.conversations.leading.qr_code import qr_code
from wijkverhaal.site.conversations.leading.shown_link import (
    ShownOn,
    drop_shown,
    keep_shown,
    shown_address,
)
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.screen.wall import wall_of
from wijkverhaal.site.conversations.screen.watching import stamp_of, watched
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.leaving.released import released_with

_WRONG = 400
#: Who comes in by the code on the wall is in the room today.
_DAYS = 1


@led()
def screen(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Large, without the menu of the site."""
    return _screen(request, stored)


@led()
def screen_standing(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """What changes of it."""
    return fragment(request, "conversations/screen_now.html", _on_the_wall(request, stored))


@led("POST")
def screen_code(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Show a QR code on this screen, or hide it."""
    back = to("screen", stored.id)
    if request.POST.get("doe") != "toon":
        return drop_shown(back, ShownOn.WALL, stored.id)
    if shown_address(request, ShownOn.WALL, stored):
        return back
    try:
        token = made_link(request, stored, _DAYS, _("op het scherm"))
    except InputError as error:
        return _screen(request, stored, str(error))
    return keep_shown(back, ShownOn.WALL, stored.id, token)


def _screen(request: HttpRequest, stored: Conversation, trouble: str = "") -> HttpResponse:
    told = _on_the_wall(request, stored)
    return page(request, "conversations/screen.html", _WRONG if trouble else 200, **told, trouble=trouble)


def _on_the_wall(request: HttpRequest, stored: Conversation) -> dict[str, Any]:
    now, stamp = watched(stored.id).now(stamp_of(stored))
    address = shown_address(request, ShownOn.WALL, stored)
    return {
        "conversation": stored,
        "now": now,
        "wall": wall_of(now),
        "quotations": [one for one in map(released_with, stored.quotations) if one is not None],
        "code": qr_code(address) if address else "",
        "mark": f"{stamp}-{bool(address)}",
        "stamp": str(stamp),
        **choices_of(now),
    }
