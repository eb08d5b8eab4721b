# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cooperation survey for who leads: its partners, opening and closing it, and what it gave."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from wijkverhaal.dialogue.organisation import OrganisationType
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.access import roles_of
from wijkverhaal.site.conversations.leading.leader_door import led, to
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.screen.told_figure import wijk_names
from wijkverhaal.site.conversations.survey import survey as rules
from wijkverhaal.site.conversations.survey.answers import partners_of, people_in, survey_of
from wijkverhaal.site.conversations.survey.models import Survey
from wijkverhaal.site.conversations.survey.result import label_of, survey_result
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.roles import ANALYST
from wijkverhaal.site.runs import library

_WRONG = 400


@led()
def survey(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Everything of the survey on one page."""
    return survey_page(request, stored)


@led("POST")
def partners(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Add a partner, take one out, or say about which wijk it is."""
    form = request.POST

    def do() -> None:
        if form.get("doe") == "weg":
            rules.remove_partner(_there(stored), form.get("partner", ""))
        elif form.get("doe") == "wijk":
            rules.choose_area(_there(stored), form.get("wijk", ""), stored.wijken)
        else:
            rules.add_partner(stored, form.get("naam", ""), form.get("organisatie", ""))

    return _done(request, stored, do, "partner")


@led("POST")
def survey_state(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Open the survey, close it, or go back to its partners."""
    doing = {
        "open": rules.open_survey,
        "sluit": rules.close_survey,
        "partners": rules.change_partners,
    }.get(request.POST.get("doe", ""))

    def do() -> None:
        if doing is None:
            raise InputError(_("Het formulier is niet volledig aangekomen; laad de bladzijde opnieuw."))
        doing(stored.id)
        record("conversation-survey", request.user, conversation=stored.id)

    return _done(request, stored, do, "stand")


def survey_page(request: HttpRequest, stored: Conversation, trouble: str = "", at: str = "") -> HttpResponse:
    """The page; with what was wrong (`trouble`) at which form (`at`)."""
    there = survey_of(stored.id)
    return page(
        request,
        "conversations/survey.html",
        _WRONG if trouble else 200,
        conversation=stored,
        survey=there,
        state=rules.SurveyState(there.state) if there else rules.SurveyState.PREPARED,
        partners=partners_of(there) if there else [],
        organisations=list(OrganisationType),
        people=people_in(stored.id),
        wijken=list(zip(stored.wijken, wijk_names(stored.run, stored.wijken, stored.year), strict=True)),
        result=survey_result(stored, there),
        years=_years(stored),
        label=label_of(stored),
        analyst=ANALYST in roles_of(request),
        fewest=rules.FEWEST_PARTNERS,
        typed=request.POST if at == "partner" else {},
        trouble=trouble,
        at=at,
    )


def _years(stored: Conversation) -> list[int]:
    """The years with which the figures can be read in: those of the run, and this one."""
    try:
        known = library.opened(stored.run).years
    except Http404:
        known = []
    return sorted({stored.year, *known, timezone.localdate().year}, reverse=True)


def _done(request: HttpRequest, stored: Conversation, do: Callable[[], None], at: str) -> HttpResponse:
    try:
        do()
    except InputError as error:
        return survey_page(request, stored, str(error), at)
    return to("survey", stored.id)


def _there(stored: Conversation) -> Survey:
    found = survey_of(stored.id)
    if found is None:
        raise InputError(_("Zet eerst een partner in de lijst."))
    return found
