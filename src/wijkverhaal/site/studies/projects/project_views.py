# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project of another program: sent, shown with what was found in it, and taken in after a yes."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RESEARCHERS, Door, people_names, study_page, to
from wijkverhaal.site.studies.interviews import intake
from wijkverhaal.site.studies.interviews.family_views import said
from wijkverhaal.site.studies.interviews.received import in_memory, sent_file
from wijkverhaal.site.studies.interviews.text_views import number_of
from wijkverhaal.site.studies.keeping import visit
from wijkverhaal.site.studies.models import Member
from wijkverhaal.site.studies.projects import project_draft
from wijkverhaal.site.studies.projects.project_draft import LIMIT, ProjectDraft
from wijkverhaal.site.studies.study_views import day_of
from wijkverhaal.stories.qda_project import QdaProject
from wijkverhaal.stories.study.possible_day import check_consent
from wijkverhaal.stories.study.record import Family
from wijkverhaal.stories.study.telling import Allowed, Telling

#: A form may have fifty fields, and each interview takes five.
_PER_PART = 8
_QUOTED = 6
_FINDINGS = 40


@in_memory(LIMIT)
@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def send(request: HttpRequest, door: Door) -> HttpResponse:
    """Send the file of a project."""
    trouble = ""
    if request.method == "POST":
        try:
            found = project_draft.read_apart(
                *sent_file(request), number_of(request.POST.get("nummer")) or None
            )
            return to("project", door.id, project_draft.keep(door.opened, visit.draft_key(request), found))
        except InputError as error:
            trouble = str(error)
    return page(request, "studies/project_send.html", 400 if trouble else 200, door=door, trouble=trouble)


@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def project(request: HttpRequest, door: Door, draft: str) -> HttpResponse:
    """What was found in a project; who tells, what they allowed; and on yes, all of it comes in."""
    key = visit.draft_key(request)
    found = project_draft.draft_of(door.opened, key, draft)
    part = number_of(request.GET.get("deel")) or 1
    trouble = ""
    if request.method == "POST":
        try:
            doing = request.POST.get("doe")
            if doing == "weg":
                intake.drop_draft(door.opened, draft)
                return to("study", door.id)
            if doing == "neem-op":
                return _taken(request, door, draft, found)
            project_draft.keep(door.opened, key, _changed(request, door, found), draft)
            return to(
                "project", door.id, draft, anchor=f"?deel={part}#{_ANCHORS.get(doing or '', 'gesprekken')}"
            )
        except InputError as error:
            trouble = str(error)
    return _shown(request, door, draft, found, part, trouble)


_ANCHORS = {"toestemming": "toestemming", "codeurs": "codeurs"}


def _shown(
    request: HttpRequest, door: Door, draft: str, found: ProjectDraft, part: int, trouble: str
) -> HttpResponse:
    first = (part - 1) * _PER_PART
    members = Member.objects.filter(study=door.id).values_list("account_id", flat=True)
    return page(
        request,
        "studies/project.html",
        400 if trouble else 200,
        door=door,
        draft=draft,
        project=found.project,
        counts=counts_of(found.project),
        findings=found.project.findings[:_FINDINGS],
        more_findings=max(0, len(found.project.findings) - _FINDINGS),
        quoted=found.project.quotations()[:_QUOTED],
        tellings=list(enumerate(found.tellings))[first : first + _PER_PART],
        everybody=list(enumerate(found.tellings)),
        part=part,
        parts=-(-len(found.tellings) // _PER_PART),
        lacking=[one.lacks for one in found.tellings if one.lacks],
        families=sorted(one.label for one in door.study([]).all(Family)),
        coders=found.coders,
        members=people_names(str(one) for one in members),
        trouble=trouble,
    )


def counts_of(project: QdaProject) -> dict[str, int]:
    """How many there are of everything."""
    texts = [one for one in project.sources if one.text is not None]
    return {
        "texts": len(texts),
        "codes": len(project.all_codes()),
        "codings": sum(len(passage.codings) for one in texts for passage in one.selections),
        "cases": len(project.cases),
        "notes": len(project.notes),
    }


def _changed(request: HttpRequest, door: Door, found: ProjectDraft) -> ProjectDraft:
    doing = request.POST.get("doe")
    if doing == "toestemming":
        chosen = request.POST.get("voor", "")
        source = found.tellings[_place(chosen, found)].source if chosen else ""
        return project_draft.with_allowed(found, source, _allowed(request))
    if doing == "codeurs":
        known = {
            str(one) for one in Member.objects.filter(study=door.id).values_list("account_id", flat=True)
        }
        asked = {
            user.name: request.POST.get(f"codeur-{number}", "")
            for number, user in enumerate(found.project.users)
        }
        return replace(found, coders={name: who for name, who in asked.items() if who in known})
    told = {_place(one, found) for one in request.POST.getlist("gesprek")}
    return replace(
        found,
        tellings=tuple(
            _told(request, number, one) if number in told else one
            for number, one in enumerate(found.tellings)
        ),
    )


def _told(request: HttpRequest, number: int, one: Telling) -> Telling:
    def typed(name: str, most: int) -> str:
        return str(request.POST.get(f"{name}-{number}", "")).strip()[:most]

    day = typed("dag", 10)
    words = [word.strip() for word in typed("sprekers", 300).split(",")]
    return replace(
        one,
        taken=request.POST.get(f"mee-{number}") != "nee",
        family=typed("gezin", 60),
        role=typed("rol", 60),
        held=day_of(day) if day else None,
        speakers=tuple(dict.fromkeys(filter(None, words))),
    )


def _allowed(request: HttpRequest) -> Allowed:
    given = day_of(request.POST.get("gegeven", ""))
    written = request.POST.get("tot", "").strip()
    until = day_of(written) if written else None
    check_consent(given, until, timezone.localdate())
    return Allowed(
        said(request, "door", 60),
        given,
        said(request, "waarvoor", 300),
        until,
        request.POST.get("citaten") == "ja",
    )


def _place(written: str, found: ProjectDraft) -> int:
    place = int(written) if written.isascii() and written.isdigit() and len(written) < 5 else -1
    if not 0 <= place < len(found.tellings):
        raise InputError(_("De site begrijpt deze vraag niet."))
    return place


def _taken(request: HttpRequest, door: Door, draft: str, found: ProjectDraft) -> HttpResponse:
    opened = project_draft.take_in(door.opened, found)
    intake.drop_draft(opened, draft)
    record("study-imported", request.user, study=door.id)
    return to("study", door.id)
