# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names: the register with its own passphrase, and every place that a person decides about."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RESEARCHERS, Door, study_page, to
from wijkverhaal.site.studies.interviews.family_views import said
from wijkverhaal.site.studies.interviews.text_views import number_of
from wijkverhaal.site.studies.keeping import storage, visit
from wijkverhaal.site.studies.names import names_store, proposals
from wijkverhaal.site.studies.names.names_store import NamesFound
from wijkverhaal.stories.date_shift import new_date_shift
from wijkverhaal.stories.hit import Hit
from wijkverhaal.stories.hit_decision import HitDecision, decide, decide_everywhere
from wijkverhaal.stories.pseudonym import RosterEntry
from wijkverhaal.stories.pseudonym_register import Person, PseudonymRegister, next_role
from wijkverhaal.stories.study.item import interview_item
from wijkverhaal.stories.study.record import Family, Informant, Interview
from wijkverhaal.stories.study.study import Study

_SHOWN = 15
_AROUND = 60


@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def register(request: HttpRequest, door: Door) -> HttpResponse:
    """Make, open or fill the register; every change looks again in the interviews of that family."""
    study = door.study([])
    if request.method == "POST":
        _register_changed(request, door, study)
        return to("register", door.id)
    passphrase = visit.register_passphrase(request, door.id)
    opened = names_store.load_register(door.opened, passphrase) if passphrase else None
    return page(
        request,
        "studies/register.html",
        door=door,
        there=names_store.has_register(door.id),
        register=opened,
        families=sorted(study.all(Family), key=lambda one: one.label),
        informants=list(study.all(Informant)),
        interviews=[_state(door, study, one) for one in study.all(Interview)],
    )


def _state(door: Door, study: Study, one: Interview) -> tuple[Interview, str, str, int | None]:
    who = study.one(Informant, one.informant)
    found = names_store.names_in(door.opened, one.id)
    label = study.one(Family, who.family).label
    return one, label, who.role, None if found is None else len(found.open)


def _register_changed(request: HttpRequest, door: Door, study: Study) -> None:
    doing, opened = request.POST.get("doe"), door.opened
    if doing in ("maak", "open"):
        passphrase = request.POST.get("wachtzin", "")
        if doing == "maak":
            if passphrase != request.POST.get("nog-eens", ""):
                raise InputError(_("De twee wachtzinnen zijn niet gelijk; typ ze opnieuw."))
            opened, _made = names_store.make_register(opened, passphrase)
        else:
            names_store.load_register(opened, passphrase)
        visit.keep_register(request, door.id, passphrase)
        storage.note(opened, "opened-register")
        return
    passphrase = visit.register_passphrase(request, door.id) or ""
    if not passphrase:
        raise InputError(_("Het register is op slot; open het eerst met zijn wachtzin."))
    family = study.one(Family, request.POST.get("gezin", "")).id
    now = names_store.load_register(opened, passphrase)
    if doing == "persoon":
        now = now.with_person(family, _person(request, study, now, family))
    elif doing == "datums":
        now = replace(now, shifts={**now.shifts, family: new_date_shift()})
    names_store.save_register(opened, now, passphrase)
    theirs = [one for one in study.all(Interview) if study.family_of(one.id) == family]
    names_store.look_for_names(opened, study, now, theirs)


def _person(request: HttpRequest, study: Study, now: PseudonymRegister, family: str) -> Person:
    terms = tuple(one.strip() for one in said(request, "namen", 500).split(",") if one.strip())
    informant = request.POST.get("verteller", "")
    if informant and study.one(Informant, informant).family != family:
        raise InputError(_("Deze verteller hoort bij een ander gezin."))
    known = request.POST.get("rolnaam", "").strip()
    label = study.one(Family, family).label.replace("gezin", "").strip().replace(" ", "-") or "X"
    role = known or next_role(now.families.get(family, ()), said(request, "rol", 40), label)
    return Person(RosterEntry(terms, role), informant)


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
        decided=len(found.decisions) if found else 0,
        hits=[(hit, *_around(text, hit)) for hit in waiting[:_SHOWN]],
        earlier=[(decision, text[decision.start : decision.end]) for decision in found.decisions[-40:]]
        if found
        else [],
    )


def _around(text: str, hit: Hit) -> tuple[str, str]:
    return text[max(0, hit.start - _AROUND) : hit.start], text[hit.end : hit.end + _AROUND]


def _decided(request: HttpRequest, door: Door, study: Study, interview: Interview, found: NamesFound) -> None:
    start = number_of(request.POST.get("plek"))
    doing = request.POST.get("doe", "")
    if doing == "terug":
        left = tuple(one for one in found.decisions if one.start != start)
        names_store.keep_names(door.opened, interview.id, replace(found, decisions=left))
        return
    hit = next((one for one in found.hits if one.start == start), None)
    if hit is None:
        raise InputError(_("Deze plek is er niet meer; laad de lijst opnieuw."))
    accepted = doing.startswith("vervang")
    wanted = request.POST.get("vervanging", "").strip()
    if not doing.endswith("overal"):
        _kept(door, interview.id, found, [decide(hit, accepted, door.actor, wanted)])
        return
    family = study.family_of(interview.id)
    for one in study.all(Interview):
        there = names_store.names_in(door.opened, one.id)
        if there is None or study.family_of(one.id) != family:
            continue
        same = decide_everywhere(there.hits, hit, accepted, door.actor)
        if accepted and wanted:
            same = [replace(decision, replacement=wanted) for decision in same]
        _kept(door, one.id, there, same)


def _kept(door: Door, interview: str, found: NamesFound, fresh: list[HitDecision]) -> None:
    places = {(one.start, one.end) for one in fresh}
    left = [one for one in found.decisions if (one.start, one.end) not in places]
    names_store.keep_names(door.opened, interview, replace(found, decisions=(*left, *fresh)))
