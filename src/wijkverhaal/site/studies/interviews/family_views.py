# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Families, who tells about them, and what they allowed."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.comparing.family_cases import (
    family_cases,
    family_of_case,
    outcomes_shown,
    read_episode,
    read_outcome,
    went_words,
)
from wijkverhaal.site.studies.door import RESEARCHERS, Door, study_page, to
from wijkverhaal.site.studies.keeping import storage, visit, withdrawing
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.site.studies.study_views import day_of
from wijkverhaal.stories.study.action import removal_of
from wijkverhaal.stories.study.erasure import without_consent
from wijkverhaal.stories.study.record import (
    Child,
    Consent,
    Episode,
    Family,
    Informant,
    Interview,
    Outcome,
    Record,
)
from wijkverhaal.stories.study.study import Study


@study_page(RESEARCHERS, "POST")
def add_family(request: HttpRequest, door: Door) -> HttpResponse:
    """A family under a label."""
    label = said(request, "label", 60)
    study = door.study([])
    if any(one.label == label for one in study.all(Family)):
        raise InputError(_("Er is al een gezin met deze letter of naam; kies een andere."))
    family = Family(storage.new_id(), label)
    storage.put(door.opened, study, family)
    return to("family", door.id, family.id)


@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def family(request: HttpRequest, door: Door, family: str) -> HttpResponse:
    """A family with who tells about it; add somebody, a child, or how it went."""
    study = door.study([])
    here = study.one(Family, family)
    if request.method == "POST":
        storage.put(door.opened, study, *_added(request, door, study, here))
        return to("family", door.id, family)
    informants = [one for one in study.all(Informant) if one.family == family]
    roles = {one.id: one.role for one in informants}
    cases = family_cases(study, here)
    return page(
        request,
        "studies/family.html",
        door=door,
        family=here,
        informants=informants,
        children=[one for one in study.all(Child) if one.family == family],
        consents=_by_informant(study),
        interviews=[one for one in study.all(Interview) if study.family_of(one.id) == family],
        episodes=[one for one in study.all(Episode) if one.family == family],
        cases=cases,
        outcomes=outcomes_shown(study, cases, roles),
        went=went_words(),
        lacking={one.id for one in without_consent(study, timezone.localdate())},
    )


def _added(request: HttpRequest, door: Door, study: Study, here: Family) -> list[Record]:
    name = storage.new_id()
    match request.POST.get("doe"):
        case "verteller":
            return [Informant(name, here.id, said(request, "rol", 60))]
        case "kind":
            born = request.POST.get("geboren", "").strip()
            return [Child(name, here.id, said(request, "label", 60), day_of(born) if born else None)]
        case "toestemming":
            return [_consent(request, study, name)]
        case "uitkomst":
            return [read_outcome(request, study, here, door.actor, name)]
        case "hulp":
            child = request.POST.get("kind", "")
            return [read_episode(study, here, child, said(request, "label", 60), name)]
        case "samenvatting":
            return [Family(here.id, here.label, request.POST.get("samenvatting", "").strip())]
    raise InputError(_("De site begrijpt deze vraag niet."))


def _consent(request: HttpRequest, study: Study, name: str) -> Consent:
    informant = study.one(Informant, request.POST.get("verteller", ""))
    until = request.POST.get("tot", "").strip()
    return Consent(
        name,
        informant.id,
        said(request, "door", 60),
        day_of(request.POST.get("gegeven", "")),
        said(request, "waarvoor", 300),
        day_of(until) if until else None,
        request.POST.get("citaten") == "ja",
    )


def _by_informant(study: Study) -> dict[str, list[Consent]]:
    found: dict[str, list[Consent]] = {}
    for one in study.all(Consent):
        found.setdefault(one.informant, []).append(one)
    return found


@study_page(RESEARCHERS, "POST")
def remove(request: HttpRequest, door: Door) -> HttpResponse:
    """Take away a child, a stretch of help, a consent or an outcome; it can be taken back."""
    study = door.whole()
    name = request.POST.get("wat", "")
    found = study.records.get(name)
    if not isinstance(found, Child | Consent | Episode | Outcome):
        raise InputError(_("Dit onderdeel van het onderzoek is er niet (meer); laad de lijst opnieuw."))
    storage.apply_changes(door.opened, study, removal_of(study, [name]))
    return to("family", door.id, _family_of(study, found))


def _family_of(study: Study, found: Child | Consent | Episode | Outcome) -> str:
    if isinstance(found, Consent):
        return study.one(Informant, found.informant).family
    return family_of_case(study, found.case) if isinstance(found, Outcome) else found.family


@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def withdraw(request: HttpRequest, door: Door, informant: str) -> HttpResponse:
    """Ask whether all that somebody told may go; on yes, it goes everywhere."""
    study = door.study([])
    who = study.one(Informant, informant)
    needs_register = names_store.has_register(door.id)
    trouble = ""
    if request.method == "POST":
        try:
            return _withdrawn(request, door, who)
        except InputError as error:
            trouble = str(error)
    return page(
        request,
        "studies/withdraw.html",
        400 if trouble else 200,
        door=door,
        who=who,
        family=study.one(Family, who.family),
        interviews=[one for one in study.all(Interview) if one.informant == who.id],
        needs_register=needs_register,
        trouble=trouble,
    )


def _withdrawn(request: HttpRequest, door: Door, who: Informant) -> HttpResponse:
    if request.POST.get("zeker") != "ja":
        raise InputError(_("Zet een vinkje als u het zeker weet; dit is niet terug te draaien."))
    opened = door.opened
    if names_store.has_register(door.id):
        passphrase = request.POST.get("wachtzin", "")
        register = names_store.load_register(opened, passphrase).without_informant(who.id)
        names_store.save_register(opened, register, passphrase)
    opened, done = withdrawing.withdraw_informant(opened, who.id)
    visit.keep(request, opened)
    record("study-withdrawn", request.user, study=door.id)
    review = [done.study.records[one] for one in done.to_review]
    return page(request, "studies/withdrawn.html", door=door, done=done, review=review, family=who.family)


def said(request: HttpRequest, name: str, most: int) -> str:
    """A field that may not be empty.

    Raises
    ------
    InputError
    """
    words = str(request.POST.get(name, "")).strip()
    if not words or len(words) > most:
        raise InputError(_("Vul alle velden in, en houd het kort."))
    return words
