# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a survey to an indicator: the file that is read in as a gemeente's own figures."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from wijkverhaal.dialogue.cooperation_indicators import cooperation_table
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.leading.leader_door import led
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.survey.views import survey_page
from wijkverhaal.site.jobs import batch, queue
from wijkverhaal.site.jobs.models import LOOK
from wijkverhaal.site.log.record import record
from wijkverhaal.site.wijken.cooperation import newest_cooperation

_FIRST_YEAR, _LAST_YEAR = 2015, 2100


@led()
def survey_csv(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """The newest survey of each wijk: a row per wijk, as `wijkverhaal import` reads it."""
    try:
        content = _file(_year(request.GET.get("jaar", str(stored.year))))
    except InputError as error:
        return survey_page(request, stored, str(error), "bestand")
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="samenwerking.csv"'
    return response


@led("POST")
def read_survey_in(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Send the same file to be read in; an analyst looks at it first, as at any file."""
    try:
        content = _file(_year(request.POST.get("jaar", "")))
    except InputError as error:
        return survey_page(request, stored, str(error), "bestand")
    folder = batch.batch_folder(settings.FILES.uploads, batch.new_token())
    folder.mkdir(parents=True, mode=0o700)
    name = batch.new_token()
    (folder / name).write_bytes(content)
    sent = batch.Sent(name, "samenwerking.csv", len(content))
    job, _there = queue.ask(LOOK, {"batch": folder.name, "files": [sent.to_json()]}, request.user.name)
    record("conversation-survey-sent", request.user, conversation=stored.id, job=str(job.pk))
    return HttpResponseRedirect(reverse("jobs:job", args=[job.pk]))


def _file(year: int) -> bytes:
    found = newest_cooperation()
    if not found:
        raise NotFoundError(_("Er is nog geen vragenlijst met genoeg antwoorden gesloten."))
    fictional = settings.FILES.workspace.fictional
    return cooperation_table(found, year, bool(fictional)).write_csv().encode("utf-8")


def _year(typed: str) -> int:
    if typed.isascii() and typed.isdigit() and _FIRST_YEAR <= int(typed[:5]) <= _LAST_YEAR:
        return int(typed)
    raise InputError(_("Dit jaar kan niet; kies een jaar uit de lijst."))
