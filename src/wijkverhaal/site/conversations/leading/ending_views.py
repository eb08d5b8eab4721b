# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""After a conversation: its report, and erasing it."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wijkverhaal.dialogue.session import SessionState
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.contributions.contributed import contributed_to
from wijkverhaal.site.conversations.contributions.forgetting import KEPT_DAYS, erase_conversation
from wijkverhaal.site.conversations.leading.leader_door import led, to
from wijkverhaal.site.conversations.leading.reporting import report_of
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.screen.told_figure import wijk_names
from wijkverhaal.site.conversations.survey.answers import survey_of
from wijkverhaal.site.conversations.survey.result import survey_result
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page

_WRONG = 400


@led()
def report(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """The report, to be read and printed."""
    told = report_of(stored)
    texts = {} if told.opinion is None else _texts(stored)
    return page(
        request,
        "conversations/report.html",
        conversation=stored,
        report=told,
        closed=stored.state == SessionState.CLOSED,
        wijken=", ".join(wijk_names(stored.run, stored.wijken, stored.year)),
        texts=texts,
        survey=survey_result(stored, survey_of(stored.id)),
        clock=lambda moment: timezone.localtime(moment).strftime("%H:%M"),
    )


def _texts(stored: Conversation) -> dict[str, str]:
    return {one.id: one.text for one in contributed_to(stored.id).statements}


@led("GET", "HEAD", "POST")
def erase(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Erase a conversation for good, after its title was typed once more."""
    trouble = ""
    if request.method == "POST":
        if request.POST.get("titel", "").strip() == stored.title:
            name = stored.id
            erase_conversation(stored)
            record("conversation-erased", request.user, conversation=name)
            return to("list")
        trouble = _("De titel klopt niet; typ hem precies zo als hij boven de pagina staat.")
    return page(
        request,
        "conversations/erase.html",
        _WRONG if trouble else 200,
        conversation=stored,
        days=KEPT_DAYS,
        trouble=trouble,
    )
