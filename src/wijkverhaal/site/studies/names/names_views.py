# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every place of an interview that could tell who somebody is, for a person to decide about."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RESEARCHERS, Door, say_once, study_page, to
from wijkverhaal.site.studies.interviews.text_views import number_of
from wijkverhaal.site.studies.keeping import storage, visit
from wijkverhaal.site.studies.names import names_store, proposals
from wijkverhaal.site.studies.names.name_decision import (
    Wanted,
    decide_again,
    decide_all,
    decide_here,
    is_found_name,
)
from wijkverhaal.site.studies.names.names_store import NamesFound
from wijkverhaal.stories.hit import Hit
from wijkverhaal.stories.hit_decision import HitDecision
from wijkverhaal.stories.study.item import interview_item
from wijkverhaal.stories.study.record import Family, Informant, Interview
from wijkverhaal.stories.study.study import Study

_SHOWN = 15
_AROUND = 60
#: Decisions on one page.
_PART = 40


@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def hits(request: HttpRequest, door: Door, interview: str) -> HttpResponse:
    """The places in one interview that could tell who somebody is, each with a decision."""
    study = door.study([])
    one = study.one(Interview, interview)
    found = names_store.names_in(door.opened, interview)
    if request.method == "POST" and found is not None:
        _decided(request, door, study, one, found)
        return to("hits", door.id, interview)
    text = storage.interview_text(door.opened, one).text
    if visit.first_read(request, door.id, interview):
        storage.note(door.opened, "opened-text", interview, interview_item(interview))
    who = study.one(Informant, one.informant)
    waiting = found.open if found else []
    return page(
        request,
        "studies/hits.html",
        door=door,
        interview=one,
        who=who,
        family=study.one(Family, who.family),
        looked=found is not None,
        proposals=proposals.standing(door.opened, interview),
        waiting=len(waiting),
        hits=[(hit, *_around(text, hit)) for hit in waiting[:_SHOWN]],
        earlier=_earlier(text, found.decisions if found else (), request.GET.get("besluiten")),
        register_shut=names_store.has_register(door.id) and not visit.register_passphrase(request, door.id),
    )


def _around(text: str, hit: Hit) -> tuple[str, str]:
    return text[max(0, hit.start - _AROUND) : hit.start], text[hit.end : hit.end + _AROUND]


def _earlier(text: str, decisions: Sequence[HitDecision], wanted: str | None) -> dict[str, object]:
    """The decisions in parts, the newest first."""
    parts = max(1, -(-len(decisions) // _PART))
    part = min(max(number_of(wanted), 1), parts)
    here = decisions[::-1][(part - 1) * _PART : part * _PART]
    shown = [(one, text[one.start : one.end]) for one in here]
    return {"shown": shown, "part": part, "parts": parts, "open": bool(wanted), "count": len(decisions)}


def _decided(request: HttpRequest, door: Door, study: Study, interview: Interview, found: NamesFound) -> None:
    start, doing = number_of(request.POST.get("plek")), request.POST.get("doe", "")
    if doing == "terug":
        decide_again(door.opened, interview, start)
        return
    hit = next((one for one in found.hits if one.start == start), None)
    if hit is None:
        raise InputError(_("Deze plek is er niet meer; laad de lijst opnieuw."))
    wanted = Wanted(
        doing.startswith("vervang"),
        request.POST.get("vervanging", "").strip(),
        visit.register_passphrase(request, door.id) or "",
    )
    if not doing.endswith("overal"):
        say_once(request, decide_here(door.opened, study, interview, hit, wanted).sentence)
        return
    changed = decide_all(door.opened, study, interview, hit, wanted)
    if wanted.accepted and is_found_name(hit) and wanted.passphrase:
        record("study-register-changed", request.user, study=door.id)
    say_once(request, changed.sentence)
