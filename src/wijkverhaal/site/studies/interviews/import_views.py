# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An interview comes in: a file is read, shown with who speaks where, and frozen once somebody says yes."""

import json
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RESEARCHERS, Door, View, refused, study_page, to
from wijkverhaal.site.studies.interviews import intake
from wijkverhaal.site.studies.keeping import storage, visit
from wijkverhaal.site.studies.study_views import day_of
from wijkverhaal.stories.intake.speaker import speaker_labels, speaker_turns
from wijkverhaal.stories.study.item import interview_item
from wijkverhaal.stories.study.possible_day import check_held
from wijkverhaal.stories.study.record import Family, Informant

_SHOWN = 40


def _in_memory(view: View) -> View:
    """Let a file stay in memory; this stands around the check of the form, which is the first to read it."""

    @csrf_exempt
    @wraps(view)
    def received(request: HttpRequest, study_id: str, **rest: Any) -> HttpResponse:
        if not intake.has_room(request):
            return refused(request, study_id, _("Dit bestand is te groot; neem alleen de tekst."))
        request.upload_handlers = [intake.InMemory(request)]
        return csrf_protect(view)(request, study_id=study_id, **rest)

    return received


@_in_memory
@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def upload(request: HttpRequest, door: Door, informant: str) -> HttpResponse:
    """Send the file of an interview."""
    study = door.study([])
    who = study.one(Informant, informant)
    trouble = ""
    if request.method == "POST":
        try:
            return to("draft", door.id, _draft(request, door, who))
        except InputError as error:
            trouble = str(error)
    return page(
        request,
        "studies/upload.html",
        400 if trouble else 200,
        door=door,
        who=who,
        family=study.one(Family, who.family),
        held=request.POST.get("gehouden", ""),
        trouble=trouble,
    )


def _draft(request: HttpRequest, door: Door, who: Informant) -> str:
    held = day_of(request.POST.get("gehouden", ""))
    check_held(held, timezone.localdate())
    sent = request.FILES.get("bestand")
    if sent is None:
        raise InputError(_("Kies een bestand met het interview."))
    found = intake.read_apart(str(sent.name), sent.read())
    draft = {
        "informant": who.id,
        "held": held.isoformat(),
        "text": found["text"],
        "findings": found["findings"],
    }
    return intake.keep_draft(door.opened, visit.draft_key(request), draft)


@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def draft(request: HttpRequest, door: Door, draft: str) -> HttpResponse:
    """Show who speaks where; on yes, freeze the text."""
    found = intake.draft_of(door.opened, visit.draft_key(request), draft)
    if found is None:
        raise InputError(_("Dit concept is er niet meer; stuur het bestand opnieuw."))
    study = door.study([])
    who = study.one(Informant, found["informant"])
    labels = speaker_labels(found["text"])
    if request.method == "POST" and request.POST.get("doe") == "weg":
        intake.drop_draft(door.opened, draft)
        return to("family", door.id, who.family)
    asked = request.POST.getlist("spreker") if request.method == "POST" else None
    chosen = [one.label for one in labels if (one.likely if asked is None else one.label in asked)]
    if request.method == "POST" and request.POST.get("doe") == "bewaar":
        return _frozen(request, door, draft, found, chosen)
    turns = speaker_turns(found["text"], chosen)
    return page(
        request,
        "studies/draft.html",
        door=door,
        draft=draft,
        who=who,
        labels=labels[:_SHOWN],
        chosen=chosen,
        findings=found["findings"],
        length=len(found["text"]),
        turns=[(one.speaker, found["text"][one.said : one.end]) for one in turns[:_SHOWN]],
        count=len(turns),
        beginning=found["text"][:1500],
    )


def _frozen(
    request: HttpRequest, door: Door, draft: str, found: dict[str, Any], chosen: list[str]
) -> HttpResponse:
    study = door.study([])
    opened, study, interview = storage.add_interview(
        door.opened, study, found["informant"], day_of(found["held"]), found["text"]
    )
    storage.write_text(opened, interview_item(interview.id), "speakers", json.dumps(chosen))
    intake.drop_draft(opened, draft)
    record("study-interview", request.user, study=door.id)
    return to("text", door.id, interview.id)
