# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of who takes part: what the conversation looks at now, and what they say of it."""

from collections import defaultdict
from dataclasses import replace
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.template.backends.utils import csrf_input
from django.template.loader import render_to_string
from django.urls import reverse

from wijkverhaal.dialogue.withdrawal import withdrawal_sentences
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.api.pace import Pace
from wijkverhaal.site.conversations.contributions.adding import add
from wijkverhaal.site.conversations.contributions.taking_back import take_back as taken_back
from wijkverhaal.site.conversations.contributions.taking_back import withdraw as withdrawn
from wijkverhaal.site.conversations.leading.choices import choices_of
from wijkverhaal.site.conversations.models import Conversation, StoredParticipant
from wijkverhaal.site.conversations.screen.shared_parts import drawn, filled
from wijkverhaal.site.conversations.screen.watching import watched
from wijkverhaal.site.conversations.taking_part import return_cookie
from wijkverhaal.site.conversations.taking_part.participant_door import Seat, at_table, seat_of
from wijkverhaal.site.conversations.taking_part.sending import read_contribution
from wijkverhaal.site.page import page

_WRONG = 400
#: Far more than fingers can; a program does not fill the conversation.
_PACE = Pace(most=300, seconds=60)
#: By which a page that asks by itself is told from a form that is sent without a script.
_BY_SCRIPT = "HTTP_WIJKVERHAAL_LIVE"


@at_table()
def table(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The whole page."""
    return _table(request, seat)


@at_table()
def standing(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What changes of the page; nothing where nothing did."""
    known = request.headers.get("If-None-Match", "").removeprefix("W/").strip('"')
    told = _told(seat)
    if known and known == told["mark"]:
        return _marked(HttpResponseNotModified(), told["mark"])
    return _fragment(request, told)


@at_table("POST")
def send(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Keep what somebody sent; when the answer is there, so is the contribution."""
    form = request.POST.dict()
    kind = form.get("wat", "")
    try:
        if _PACE.wait(seat.participant):
            raise InputError(_("Dit gaat te snel; wacht even en verstuur het dan opnieuw."))
        session = watched(seat.conversation).now(seat.stamp)[0].session
        content = read_contribution(kind, form, session)
        added = add(seat.conversation, kind, content, seat.participant, form.get("sleutel", ""))
    except InputError as error:
        return _refused(request, seat, str(error), form)
    stamp = replace(seat.stamp, serial=max(seat.stamp.serial, added.serial))
    return _done(request, replace(seat, stamp=stamp))


@at_table("POST")
def take_back(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take back one thing that somebody wrote."""
    serial = request.POST.get("nummer", "")
    try:
        if not (serial.isascii() and serial.isdigit() and len(serial) < 10):
            raise InputError(_("Deze bijdrage is er niet meer; laad de bladzijde opnieuw."))
        taken_back(seat.conversation, seat.participant, int(serial))
    except InputError as error:
        return _refused(request, seat, str(error), {})
    return _done(request, seat_of(request, seat.conversation) or seat)


@at_table("GET", "HEAD", "POST")
def withdraw(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take everything back that somebody contributed, and let them go."""
    stored = Conversation.objects.get(pk=seat.conversation)
    if request.method != "POST":
        sentences = withdrawal_sentences()
        return page(request, "conversations/withdraw.html", conversation=stored, sentences=sentences)
    withdrawn(seat.conversation, seat.participant)
    answer = page(request, "conversations/withdrawn.html", conversation=stored)
    return return_cookie.drop_return(answer, seat.conversation)


def _done(request: HttpRequest, seat: Seat) -> HttpResponse:
    if _BY_SCRIPT not in request.META:
        return HttpResponseRedirect(reverse("conversations:table", args=[seat.conversation]))
    return _fragment(request, _told(seat))


def _refused(request: HttpRequest, seat: Seat, sentence: str, form: dict[str, str]) -> HttpResponse:
    if _BY_SCRIPT in request.META:
        return HttpResponse(sentence, status=_WRONG, content_type="text/plain; charset=utf-8")
    return _table(request, seat, sentence, form)


def _table(
    request: HttpRequest, seat: Seat, trouble: str = "", form: dict[str, str] | None = None
) -> HttpResponse:
    who = StoredParticipant.objects.get(pk=seat.participant)
    told = _told(seat, whole=True)
    return page(
        request,
        "conversations/table.html",
        _WRONG if trouble else 200,
        **_parts(request, told),
        typed=defaultdict(str, form or {}),
        who=who,
        device=_device(seat.participant),
        trouble=trouble,
    )


def _device(participant: str) -> str:
    """By what a phone tells the words of one participant from those of another; it opens nothing."""
    return sha256(f"device:{participant}".encode()).hexdigest()[:16]


def _told(seat: Seat, whole: bool = False) -> dict[str, Any]:
    """What the page is made from, for one person; a whole page does not look again by itself."""
    kept = watched(seat.conversation)
    own = kept.own(seat.participant, seat.stamp)
    now, stamp = kept.now(seat.stamp, at_least=own.last if whole else 0)
    return {
        "now": now,
        "own": own,
        "conversation_id": seat.conversation,
        "mark": f"{stamp}-{own.last}",
        "stamp": str(stamp),
    }


def _parts(request: HttpRequest, told: dict[str, Any]) -> dict[str, Any]:
    """With the parts that everybody has, and this person's own forms."""
    now, form = told["now"], csrf_input(request)
    told = {**told, **choices_of(now), "csrf": form}
    shared = {
        name: filled(drawn(now, f"conversations/table_{name}.html", told), now, told["own"], str(form))
        for name in ("head", "together")
    }
    return {**told, **shared}


def _fragment(request: HttpRequest, told: dict[str, Any]) -> HttpResponse:
    parts = {**_parts(request, told), "typed": defaultdict(str)}
    content = render_to_string("conversations/table_now.html", parts, request)
    return _marked(HttpResponse(content), told["mark"])


def _marked(response: HttpResponse, mark: str) -> HttpResponse:
    response.headers["ETag"] = f'"{mark}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response
