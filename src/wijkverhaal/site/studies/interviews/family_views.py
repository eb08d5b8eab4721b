# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Families, who tells about them, and what they allowed."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
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
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.study_views import day_of
from wijkverhaal.stories.study.action import removal_of
from wijkverhaal.stories.study.erasure import without_consent
from wijkverhaal.stories.study.history import pinned_ages
from wijkverhaal.stories.study.possible_day import check_born, check_consent
from wijkverhaal.stories.study.record import (
    Child,
    Consent,
    Episode,
    Family,
    Informant,
    Interview,
    Outcome,
    Record,
    Statement,
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
            return [*pinned_ages(study, here.id), _child(request, here, name)]
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


def _child(request: HttpRequest, here: Family, name: str) -> Child:
    written = request.POST.get("geboren", "").strip()
    born = day_of(written) if written else None
    if born is not None:
        check_born(born, timezone.localdate())
    return Child(name, here.id, said(request, "label", 60), born)


def _consent(request: HttpRequest, study: Study, name: str) -> Consent:
    informant = study.one(Informant, request.POST.get("verteller", ""))
    given = day_of(request.POST.get("gegeven", ""))
    written = request.POST.get("tot", "").strip()
    until = day_of(written) if written else None
    check_consent(given, until, timezone.localdate())
    return Consent(
        name,
        informant.id,
        said(request, "door", 60),
        given,
        said(request, "waarvoor", 300),
        until,
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
    if any(one.child == name for one in study.all(Statement)):
        raise InputError(
            _("Er zijn uitspraken over de leeftijd van dit kind; verwijder die eerst in de hulpgeschiedenis.")
        )
    storage.apply_changes(door.opened, study, removal_of(study, [name]))
    return to("family", door.id, _family_of(study, found))


def _family_of(study: Study, found: Child | Consent | Episode | Outcome) -> str:
    if isinstance(found, Consent):
        return study.one(Informant, found.informant).family
    return family_of_case(study, found.case) if isinstance(found, Outcome) else found.family


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
