# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements: make one, say how far it is, look back when there are newer figures."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.runs import library
from wijkverhaal.site.wijken.agreements import (
    agreement_with,
    change_agreement,
    make_agreement,
    reflect,
    remove_agreement,
)
from wijkverhaal.site.wijken.follow_ups import run_to_look_back_with
from wijkverhaal.site.wijken.models import StoredAgreement
from wijkverhaal.site.wijken.wijk_now import wijk_now
from wijkverhaal.site.wijken.wijk_page import wijk_page


@require_POST
def make(request: HttpRequest, code: str) -> HttpResponse:
    """Keep an agreement that a facilitator wrote."""
    wijk, sent = wijk_now(code), request.POST
    try:
        if wijk.run is None:
            raise InputError(_("Deze wijk staat in geen berekening meer; maak eerst een nieuwe."))
        indicator = sent.get("kenmerk", "")
        if indicator and indicator not in _indicators(wijk.run, code, wijk.year):
            raise InputError(_("Kies een kenmerk uit de lijst."))
        made = make_agreement(
            code,
            wijk.run.id,
            wijk.year,
            sent.get("afspraak", ""),
            sent.get("wie", ""),
            read_day(sent.get("klaar", "")),
            indicator,
            sent.get("bij", ""),
            owner_is_person=sent.get("naam") == "ja",
        )
    except InputError as error:
        return wijk_page(request, code, str(error), "afspraak", sent, 400)
    record("wijk-agreement", request.user, area=code, agreement=made.id)
    return _back(code, made.id)


@require_POST
def change(request: HttpRequest, code: str, identity: str) -> HttpResponse:
    """Say how far it is; give it another date."""
    stored = _there(code, identity)
    try:
        due = read_day(request.POST["klaar"]) if request.POST.get("klaar") else None
        change_agreement(stored, request.POST.get("stand", ""), due)
    except InputError as error:
        return wijk_page(request, code, str(error), f"stand-{identity}", request.POST, 400)
    record("wijk-agreement-changed", request.user, area=code, agreement=identity)
    return _back(code, identity)


@require_POST
def look_back(request: HttpRequest, code: str, identity: str) -> HttpResponse:
    """Keep a reflection beside the newer figures."""
    stored = _there(code, identity)
    newer = run_to_look_back_with(stored, library.entries())
    try:
        if newer is None:
            raise InputError(_("Er zijn nog geen cijfers van na de afspraak; kijk terug als die er zijn."))
        reflect(stored, newer.id, request.POST.get("terugblik", ""))
    except InputError as error:
        return wijk_page(request, code, str(error), f"terugblik-{identity}", request.POST, 400)
    record("wijk-reflection", request.user, area=code, agreement=identity)
    return _back(code, identity)


@require_POST
def remove(request: HttpRequest, code: str, identity: str) -> HttpResponse:
    """Take an agreement away."""
    stored = _there(code, identity)
    if request.POST.get("zeker") != "ja":
        sentence = _("Zet een vinkje als u het zeker weet; dit is niet terug te draaien.")
        return wijk_page(request, code, sentence, f"weg-{identity}", status=400)
    remove_agreement(stored)
    record("wijk-agreement-removed", request.user, area=code, agreement=identity)
    return HttpResponseRedirect(reverse("wijken:wijk", args=[code]) + "#afspraken")


def read_day(typed: str) -> date:
    """A day as a form sends it.

    Raises
    ------
    InputError
    """
    try:
        return date.fromisoformat(typed.strip())
    except ValueError as error:
        raise InputError(_("Vul een dag in, zoals 2027-06-30.")) from error


def _indicators(run: FinishedRun, code: str, year: int) -> set[str]:
    return {row["indicator"] for row in run.indicators_of(code, year)}


def _there(code: str, identity: str) -> StoredAgreement:
    try:
        return agreement_with(identity, code)
    except NotFoundError as error:
        raise Http404(str(error)) from error


def _back(code: str, identity: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('wijken:wijk', args=[code])}#afspraak-{identity}")
