# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cooperation survey for who takes part: two questions, one form, at their own pace."""

from collections.abc import Mapping
from secrets import token_urlsafe

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from wijkverhaal.dialogue.cooperation import Partner, strength_words
from wijkverhaal.dialogue.session import SessionState
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.survey.answering import FIELD, filled_by, keep_filled, read_filled
from wijkverhaal.site.conversations.survey.answers import partners_of, survey_of
from wijkverhaal.site.conversations.survey.models import Survey
from wijkverhaal.site.conversations.survey.result import label_of, survey_result
from wijkverhaal.site.conversations.survey.survey import SurveyState
from wijkverhaal.site.conversations.taking_part.participant_door import Seat, at_table
from wijkverhaal.site.page import page

_WRONG = 400


@at_table("GET", "HEAD", "POST")
def answer_survey(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Fill in the survey, change what was filled in, or read what it gave."""
    survey = survey_of(seat.conversation)
    if request.method != "POST":
        return _page(request, seat, survey)
    form = request.POST.dict()
    try:
        filled = read_filled(form, partners_of(survey) if survey else [])
        keep_filled(seat.conversation, seat.participant, filled, form.get("sleutel", ""))
    except InputError as error:
        return _page(request, seat, survey, str(error), form)
    return HttpResponseRedirect(
        reverse("conversations:answer-survey", args=[seat.conversation]) + "?klaar=ja"
    )


def _page(
    request: HttpRequest,
    seat: Seat,
    survey: Survey | None,
    trouble: str = "",
    form: Mapping[str, str] | None = None,
) -> HttpResponse:
    stored = Conversation.objects.get(pk=seat.conversation)
    partners = partners_of(survey) if survey else []
    own, chosen = _chosen(request, seat, partners, form)
    return page(
        request,
        "conversations/answer_survey.html",
        _WRONG if trouble else 200,
        conversation=stored,
        label=label_of(stored),
        open=survey is not None and survey.state == SurveyState.OPEN and stored.state == SessionState.RUNNING,
        partners=partners,
        own=own,
        chosen=chosen,
        field=FIELD,
        words=list(enumerate(strength_words())),
        key=(form or {}).get("sleutel") or token_urlsafe(16),
        done=request.GET.get("klaar") == "ja" and bool(chosen),
        result=survey_result(stored, survey),
        trouble=trouble,
    )


def _chosen(
    request: HttpRequest, seat: Seat, partners: list[Partner], form: Mapping[str, str] | None
) -> tuple[Partner | None, dict[str, str]]:
    """For which partner somebody speaks, and what stands chosen: as sent, as asked for, else as kept."""
    known = {one.id: one for one in partners}
    if form is not None:
        return known.get(form.get("voor", "")), {
            one: form[FIELD + one] for one in known if FIELD + one in form
        }
    kept = filled_by(seat.conversation, seat.participant)
    asked = request.GET.get("voor", kept.own)
    strengths = kept.strengths if asked == kept.own else {}
    return known.get(asked), {partner: str(strength) for partner, strength in strengths.items()}
