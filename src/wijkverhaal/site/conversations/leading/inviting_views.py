# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links and QR codes by which partners come in."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.dialogue.contribution_text import cleaned_line
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.leading.leader_door import led, to
from wijkverhaal.site.conversations.leading.qr_code import qr_code
from wijkverhaal.site.conversations.leading.shown_link import (
    ShownOn,
    drop_shown,
    keep_shown,
    shown_address,
)
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.taking_part.joining import LONGEST_DAYS, invite, state_of
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page

_WRONG = 400
_LONGEST_LABEL = 60
_MOST_LINKS = 50


@led("GET", "HEAD", "POST")
def invite_page(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """The links of a conversation; a new one is shown once, on the page after the form."""
    trouble = ""
    if request.method == "POST":
        try:
            token = _invited(request, stored)
            return keep_shown(to("invite", stored.id), ShownOn.INVITING, stored.id, token)
        except InputError as error:
            trouble = str(error)
    address = shown_address(request, ShownOn.INVITING, stored)
    answer = page(
        request,
        "conversations/invite.html",
        _WRONG if trouble else 200,
        conversation=stored,
        links=[(one, state_of(one)) for one in stored.invitations.all()],
        address=address,
        code=qr_code(address) if address else "",
        longest=LONGEST_DAYS,
        trouble=trouble,
    )
    return drop_shown(answer, ShownOn.INVITING, stored.id) if address else answer


def _invited(request: HttpRequest, stored: Conversation) -> str:
    days, label = request.POST.get("dagen", ""), request.POST.get("voor", "")
    if not (days.isascii() and days.isdigit() and len(days) < 4 and 1 <= int(days) <= LONGEST_DAYS):
        raise InputError(
            _("Een link werkt 1 tot {longest} dagen; vul een getal daartussen in.").format(
                longest=LONGEST_DAYS
            )
        )
    return made_link(request, stored, int(days), cleaned_line(label, _LONGEST_LABEL) if label.strip() else "")


def made_link(request: HttpRequest, stored: Conversation, days: int, label: str) -> str:
    """Make a link and write down that it was made; its token is told only here.

    Raises
    ------
    InputError
        When there are as many links as a conversation can have.
    """
    if stored.invitations.count() >= _MOST_LINKS:
        raise InputError(
            _("Een gesprek heeft hoogstens {most} links; gebruik een link die er al is.").format(
                most=_MOST_LINKS
            )
        )
    token = invite(stored, days, label)
    record("conversation-link-made", request.user, conversation=stored.id, days=str(days))
    return token


@led("POST")
def revoke(request: HttpRequest, stored: Conversation, link: int) -> HttpResponse:
    """Let a link open nothing any more; who came in by it stays in."""
    if stored.invitations.filter(pk=link, revoked=False).update(revoked=True):
        record("conversation-link-revoked", request.user, conversation=stored.id)
    return to("invite", stored.id)
