# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody withdraws: what goes is shown first, with the names that may be theirs."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RESEARCHERS, Door, study_page, to
from wijkverhaal.site.studies.keeping import storage, visit, withdrawing
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.site.studies.names.names_withdrawn import forget_names, loose_names
from wijkverhaal.stories.pseudonym_register import PseudonymRegister
from wijkverhaal.stories.study.record import Family, Informant, Interview
from wijkverhaal.stories.study.study import Study


@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def withdraw(request: HttpRequest, door: Door, informant: str) -> HttpResponse:
    """Ask whether all that somebody told may go; on yes, it goes everywhere."""
    study = door.study([])
    who = study.one(Informant, informant)
    trouble = ""
    if request.method == "POST":
        try:
            if request.POST.get("doe") == "open":
                return _register_opened(request, door, who)
            return _withdrawn(request, door, study, who)
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
        there=names_store.has_register(door.id),
        trouble=trouble,
        **_names(study, who, _register(request, door)),
    )


def _register(request: HttpRequest, door: Door) -> PseudonymRegister | None:
    passphrase = visit.register_passphrase(request, door.id)
    return names_store.load_register(door.opened, passphrase) if passphrase else None


def _names(study: Study, who: Informant, register: PseudonymRegister | None) -> dict[str, object]:
    """What of the register goes, and what a person has to say of it."""
    if register is None:
        return {"seen": False, "going": [], "loose": []}
    people = register.families.get(who.family, ())
    going = [one for one in people if one.informant == who.id]
    return {"seen": True, "going": going, "loose": loose_names(study, register, who)}


def _register_opened(request: HttpRequest, door: Door, who: Informant) -> HttpResponse:
    passphrase = request.POST.get("wachtzin", "")
    names_store.load_register(door.opened, passphrase)
    visit.keep_register(request, door.id, passphrase)
    storage.note(door.opened, "opened-register")
    return to("withdraw", door.id, who.id)


def _withdrawn(request: HttpRequest, door: Door, study: Study, who: Informant) -> HttpResponse:
    if request.POST.get("zeker") != "ja":
        raise InputError(_("Zet een vinkje als u het zeker weet; dit is niet terug te draaien."))
    opened, loose = door.opened, 0
    if names_store.has_register(door.id):
        loose = forget_names(
            opened, study, who, request.POST.get("wachtzin", ""), request.POST.getlist("naam")
        )
    opened, done = withdrawing.withdraw_informant(opened, who.id)
    visit.keep(request, opened)
    record("study-withdrawn", request.user, study=door.id)
    review = [done.study.records[one] for one in done.to_review]
    return page(
        request, "studies/withdrawn.html", door=door, done=done, review=review, family=who.family, loose=loose
    )
