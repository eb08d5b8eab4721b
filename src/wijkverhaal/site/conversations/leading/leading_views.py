# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Leading a conversation: where it goes, and what is kept."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from wijkverhaal.dialogue.moderation import ModerationReason
from wijkverhaal.dialogue.step import Step
from wijkverhaal.foundation.errors import InputError, WijkverhaalError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.contributions import sorting_out
from wijkverhaal.site.conversations.leading import moving
from wijkverhaal.site.conversations.leading.choices import choices_of
from wijkverhaal.site.conversations.leading.closing import keep_with_the_wijken
from wijkverhaal.site.conversations.leading.fragment import fragment
from wijkverhaal.site.conversations.leading.leader_door import led, to, version_seen
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.screen.told_figure import told_figure
from wijkverhaal.site.conversations.screen.watching import stamp_of, watched
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.wijken.agreements import agreements_of_conversation
from wijkverhaal.site.wijken.hypotheses import hypotheses_of_conversation

_WRONG = 400


@led()
def steer(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Everything that a facilitator needs while it goes on."""
    return _steer(request, stored)


@led()
def steer_standing(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """What changes of that page."""
    return fragment(request, "conversations/steer_now.html", _told(stored))


@led("POST")
def move(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Begin, go to a step or figure, show the figure, end."""
    seen, form = version_seen(request), request.POST
    doing = form.get("doe", "")
    try:
        if doing == "begin":
            moving.start(stored.id, seen)
            record("conversation-started", request.user, conversation=stored.id)
        elif doing == "sluit":
            moving.close(stored.id, seen)
            record("conversation-closed", request.user, conversation=stored.id)
            keep_with_the_wijken(Conversation.objects.get(pk=stored.id))
            return to("report", stored.id)
        elif doing == "toon":
            moving.reveal(stored.id, seen)
        else:
            moving.move(stored.id, seen, *_where(form.get("stap", ""), form.get("cijfer", ""), stored))
    except InputError as error:
        return _steer(request, Conversation.objects.get(pk=stored.id), str(error))
    return to("steer", stored.id)


def _where(step: str, figure: str, stored: Conversation) -> tuple[Step, int | None]:
    try:
        place = int(figure) if figure.isascii() and figure.isdigit() and len(figure) < 4 else None
        return Step(step or stored.step), place
    except ValueError as error:
        raise InputError(_("Deze stap bestaat niet; kies er een uit de lijst.")) from error


@led("POST")
def merge(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Put a statement under another, or take it out again."""
    form = request.POST
    return _sorted(
        request,
        stored,
        lambda: sorting_out.merge(stored.id, form.get("uitspraak", ""), form.get("onder", "")),
    )


@led("POST")
def moderate(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Take a contribution off the screen with a reason, or put it back."""

    def do() -> None:
        number, why = request.POST.get("nummer", ""), request.POST.get("reden", "")
        if sorting_out.moderate(stored.id, number, why, str(request.user.pk)):
            record("conversation-moderated", request.user, conversation=stored.id, reason=why)
        else:
            record("conversation-put-back", request.user, conversation=stored.id)

    return _sorted(request, stored, do)


@led("POST")
def explain(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Keep a statement as an explanation with the wijk."""

    def do() -> None:
        sorting_out.explain(stored, request.POST.dict())
        record("conversation-explained", request.user, conversation=stored.id)

    return _sorted(request, stored, do)


@led("POST")
def agree(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Keep a lead as an agreement with the wijk."""

    def do() -> None:
        sorting_out.agree(stored, request.POST.dict())
        record("conversation-agreed", request.user, conversation=stored.id)

    return _sorted(request, stored, do)


def _sorted(request: HttpRequest, stored: Conversation, do: Callable[[], None]) -> HttpResponse:
    try:
        do()
    except WijkverhaalError as error:
        return _steer(request, stored, str(error))
    return to("steer", stored.id)


def _steer(request: HttpRequest, stored: Conversation, trouble: str = "") -> HttpResponse:
    return page(
        request, "conversations/steer.html", _WRONG if trouble else 200, **_told(stored), trouble=trouble
    )


def _told(stored: Conversation) -> dict[str, Any]:
    now, stamp = watched(stored.id).now(stamp_of(stored), fresh=True)
    hypotheses = {one.statement: one for one in hypotheses_of_conversation(stored.id, also_away=True)}
    agreements = {one.contribution: one for one in agreements_of_conversation(stored.id, also_away=True)}
    away = [one for one in hypotheses.values() if one.away], [one for one in agreements.values() if one.away]
    there = {*(heap.id for heap in now.heaps), *(one.lead.id for one in now.leads)}
    return {
        "conversation": stored,
        "now": now,
        "mark": f"{stamp}-{len(hypotheses)}-{len(agreements)}-{len(away[0]) + len(away[1])}",
        "stamp": str(stamp),
        "figures": [told_figure(stored.run, one) for one in now.session.figures],
        "reasons": list(ModerationReason),
        "hypotheses": hypotheses,
        "agreements": agreements,
        "taken_back": [
            *(one for one in away[0] if one.statement not in there),
            *(one for one in away[1] if one.contribution not in there),
        ],
        **choices_of(now),
    }
