# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of names, with its own passphrase: made, opened, filled and mended."""

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RESEARCHERS, Door, say_once, study_page, to
from wijkverhaal.site.studies.interviews.family_views import said
from wijkverhaal.site.studies.keeping import storage, visit
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.site.studies.names.name_search import interviews_of, rename_role
from wijkverhaal.site.studies.names.register_change import change_register
from wijkverhaal.stories.date_shift import new_date_shift
from wijkverhaal.stories.pseudonym import RosterEntry
from wijkverhaal.stories.pseudonym_register import Person, PseudonymRegister, family_letter, next_role
from wijkverhaal.stories.study.record import Family, Informant, Interview
from wijkverhaal.stories.study.study import Study

#: What a form may ask of an open register; all but the first three only look or move dates.
_CHANGES = ("persoon", "wijzig", "weg", "datums", "zoek")


@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def register(request: HttpRequest, door: Door) -> HttpResponse:
    """Make, open or change the register; every change looks again in the interviews of that family."""
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
        chosen=request.GET.get("wijzig", ""),
    )


def _state(door: Door, study: Study, one: Interview) -> tuple[Interview, str, str, int | None]:
    who = study.one(Informant, one.informant)
    found = names_store.names_in(door.opened, one.id)
    label = study.one(Family, who.family).label
    return one, label, who.role, None if found is None else len(found.open)


def _register_changed(request: HttpRequest, door: Door, study: Study) -> None:
    doing, opened = request.POST.get("doe", ""), door.opened
    if doing not in _CHANGES:
        _made_or_opened(request, door)
        return
    passphrase = visit.register_passphrase(request, door.id) or ""
    if not passphrase:
        raise InputError(_("Het register is op slot; open het eerst met zijn wachtzin."))
    family = study.one(Family, request.POST.get("gezin", "")).id
    done = change_register(opened, study, passphrase, family, _change(request, study, family, doing))
    if doing == "wijzig":
        theirs = interviews_of(study, family)
        rename_role(opened, theirs, request.POST.get("wie", ""), _role_of(request))
    if doing in ("persoon", "wijzig", "weg"):
        record("study-register-changed", request.user, study=door.id)
    say_once(request, done.sentence)


def _made_or_opened(request: HttpRequest, door: Door) -> None:
    passphrase, opened = request.POST.get("wachtzin", ""), door.opened
    if request.POST.get("doe") == "maak":
        if passphrase != request.POST.get("nog-eens", ""):
            raise InputError(_("De twee wachtzinnen zijn niet gelijk; typ ze opnieuw."))
        opened, _made = names_store.make_register(opened, passphrase)
    else:
        names_store.load_register(opened, passphrase)
    visit.keep_register(request, door.id, passphrase)
    storage.note(opened, "opened-register")


def _change(
    request: HttpRequest, study: Study, family: str, doing: str
) -> Callable[[PseudonymRegister], PseudonymRegister]:
    """What a form does to the register."""
    who = request.POST.get("wie", "")

    def change(now: PseudonymRegister) -> PseudonymRegister:
        if doing == "persoon":
            return now.with_person(
                family, _person(request, study, family, _new_role(request, study, now, family))
            )
        if doing == "wijzig":
            return now.changed(family, who, _person(request, study, family, _role_of(request)))
        if doing == "weg":
            return now.without(family, [now.person(family, who).entry.pseudonym])
        if doing == "datums":
            return replace(now, shifts={**now.shifts, family: new_date_shift()})
        return now

    return change


def _person(request: HttpRequest, study: Study, family: str, role: str) -> Person:
    terms = tuple(one.strip() for one in said(request, "namen", 500).split(",") if one.strip())
    informant = request.POST.get("verteller", "")
    if informant and study.one(Informant, informant).family != family:
        raise InputError(_("Deze verteller hoort bij een ander gezin."))
    return Person(RosterEntry(terms, role), informant)


def _new_role(request: HttpRequest, study: Study, now: PseudonymRegister, family: str) -> str:
    known = request.POST.get("rolnaam", "").strip()
    letter = family_letter(study.one(Family, family).label)
    return known or next_role(now.families.get(family, ()), said(request, "rol", 40), letter)


def _role_of(request: HttpRequest) -> str:
    """The role of an entry that is changed, in brackets as all are."""
    return f"[{said(request, 'rol', 60).strip('[] ')}]"
