# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links and QR codes by which partners come in."""

import qrcode
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from markupsafe import Markup
from qrcode.image.svg import SvgPathImage

from wijkverhaal.dialogue.contribution_text import cleaned_line
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.leading.leader_door import led, to
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.taking_part.joining import LONGEST_DAYS, invite, state_of
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page

_WRONG = 400
_LONGEST_LABEL = 60
_MOST_LINKS = 50


@led("GET", "HEAD", "POST")
def invite_page(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """The links of a conversation; a new one is shown once, in the answer to the form."""
    trouble = token = ""
    if request.method == "POST":
        try:
            token = _invited(request, stored)
        except InputError as error:
            trouble = str(error)
    address = request.build_absolute_uri(reverse("conversations:door", args=[token])) if token else ""
    return page(
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


def _invited(request: HttpRequest, stored: Conversation) -> str:
    days, label = request.POST.get("dagen", ""), request.POST.get("voor", "")
    if not (days.isascii() and days.isdigit() and len(days) < 4 and 1 <= int(days) <= LONGEST_DAYS):
        raise InputError(
            _("Een link werkt 1 tot {longest} dagen; vul een getal daartussen in.").format(
                longest=LONGEST_DAYS
            )
        )
    if stored.invitations.count() >= _MOST_LINKS:
        raise InputError(
            _("Een gesprek heeft hoogstens {most} links; gebruik een link die er al is.").format(
                most=_MOST_LINKS
            )
        )
    token = invite(stored, int(days), cleaned_line(label, _LONGEST_LABEL) if label.strip() else "")
    record("conversation-link-made", request.user, conversation=stored.id, days=days)
    return token


@led("POST")
def revoke(request: HttpRequest, stored: Conversation, link: int) -> HttpResponse:
    """Let a link open nothing any more; who came in by it stays in."""
    if stored.invitations.filter(pk=link, revoked=False).update(revoked=True):
        record("conversation-link-revoked", request.user, conversation=stored.id)
    return to("invite", stored.id)


def qr_code(address: str) -> Markup:
    """The address as a QR code, for within a page."""
    code = qrcode.QRCode(image_factory=SvgPathImage, border=4)
    code.add_data(address)
    code.make()
    svg = code.make_image().to_string().decode("ascii")
    named = _("QR-code van de link")
    opening = Markup('<svg role="img" aria-label="{}" class="qr"').format(named)
    return opening + Markup(svg.removeprefix("<svg"))  # noqa: S704 (numbers, made by the library)
