# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Explanations: make one, see what hangs on it, say what people make of it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from wijkverhaal.dialogue.hypothesis import balance_of
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.wijken.hypotheses import (
    as_hypothesis,
    hypothesis_with,
    judge_hypothesis,
    make_hypothesis,
    remove_hypothesis,
)
from wijkverhaal.site.wijken.hypothesis_page import hypothesis_page
from wijkverhaal.site.wijken.models import StoredHypothesis
from wijkverhaal.site.wijken.told_evidence import evidence_of
from wijkverhaal.site.wijken.wijk_now import wijk_now
from wijkverhaal.site.wijken.wijk_page import wijk_page


@require_safe
def hypothesis(request: HttpRequest, code: str, identity: str) -> HttpResponse:
    """One explanation."""
    there(code, identity)
    return hypothesis_page(request, code, identity)


@require_POST
def make(request: HttpRequest, code: str) -> HttpResponse:
    """Keep an explanation that a facilitator wrote."""
    wijk = wijk_now(code)
    try:
        if wijk.run is None:
            raise InputError(_("Deze wijk staat in geen berekening meer; maak eerst een nieuwe."))
        made = make_hypothesis(
            code, wijk.run.id, wijk.year, request.POST.get("verklaring", ""), request.POST.get("soort", "")
        )
    except InputError as error:
        return wijk_page(request, code, str(error), "verklaring", request.POST, 400)
    record("wijk-hypothesis", request.user, area=code, hypothesis=made.id)
    return to_hypothesis(code, made.id)


@require_POST
def judge(request: HttpRequest, code: str, identity: str) -> HttpResponse:
    """Say what people make of it, and why."""
    stored = there(code, identity)
    balance = balance_of(as_hypothesis(stored), evidence_of([stored])[stored.id])
    try:
        judge_hypothesis(stored, request.POST.get("stand", ""), request.POST.get("reden", ""), balance)
    except InputError as error:
        return hypothesis_page(request, code, identity, str(error), "stand", request.POST, 400)
    record("wijk-hypothesis-judged", request.user, area=code, hypothesis=identity)
    return to_hypothesis(code, identity)


@require_POST
def remove(request: HttpRequest, code: str, identity: str) -> HttpResponse:
    """Take an explanation away."""
    stored = there(code, identity)
    if request.POST.get("zeker") != "ja":
        sentence = _("Zet een vinkje als u het zeker weet; dit is niet terug te draaien.")
        return hypothesis_page(request, code, identity, sentence, "weg", status=400)
    remove_hypothesis(stored)
    record("wijk-hypothesis-removed", request.user, area=code, hypothesis=identity)
    return HttpResponseRedirect(reverse("wijken:wijk", args=[code]))


def there(code: str, identity: str) -> StoredHypothesis:
    """The explanation that an address asks for."""
    try:
        return hypothesis_with(identity, code)
    except NotFoundError as error:
        raise Http404(str(error)) from error


def to_hypothesis(code: str, identity: str, anchor: str = "") -> HttpResponseRedirect:
    """On to the page of an explanation."""
    return HttpResponseRedirect(reverse("wijken:hypothesis", args=[code, identity]) + anchor)
