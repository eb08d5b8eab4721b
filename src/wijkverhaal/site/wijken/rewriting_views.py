# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An explanation or agreement of which the words were taken away: write it anew, or remove it."""

from collections.abc import Callable
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.wijken.agreements import agreement_with, remove_agreement, rewrite_agreement
from wijkverhaal.site.wijken.hypotheses import hypothesis_with, remove_hypothesis, rewrite_hypothesis
from wijkverhaal.site.wijken.models import StoredAgreement, StoredHypothesis
from wijkverhaal.site.wijken.wijk_page import wijk_page

K = TypeVar("K", StoredHypothesis, StoredAgreement)


@require_POST
def hypothesis(request: HttpRequest, code: str, identity: str) -> HttpResponse:
    """Write an explanation in words of the facilitator's own, or remove it."""
    stored = _there(lambda: hypothesis_with(identity, code, away=True))
    try:
        if _wants_it_gone(request):
            remove_hypothesis(stored)
            record("wijk-hypothesis-removed", request.user, area=code, hypothesis=identity)
        else:
            rewrite_hypothesis(stored, request.POST.get("tekst", ""))
            record("wijk-hypothesis-rewritten", request.user, area=code, hypothesis=identity)
    except InputError as error:
        return wijk_page(request, code, str(error), f"woorden-{identity}", request.POST, 400)
    return HttpResponseRedirect(reverse("wijken:wijk", args=[code]) + "#verklaringen")


@require_POST
def agreement(request: HttpRequest, code: str, identity: str) -> HttpResponse:
    """Write an agreement in words of the facilitator's own, or remove it."""
    stored, sent = _there(lambda: agreement_with(identity, code, away=True)), request.POST
    try:
        if _wants_it_gone(request):
            remove_agreement(stored)
            record("wijk-agreement-removed", request.user, area=code, agreement=identity)
        else:
            named = sent.get("naam") == "ja"
            rewrite_agreement(stored, sent.get("tekst", ""), sent.get("wie", ""), named)
            record("wijk-agreement-rewritten", request.user, area=code, agreement=identity)
    except InputError as error:
        return wijk_page(request, code, str(error), f"woorden-{identity}", sent, 400)
    return HttpResponseRedirect(reverse("wijken:wijk", args=[code]) + "#afspraken")


def _wants_it_gone(request: HttpRequest) -> bool:
    if request.POST.get("doe") != "weg":
        return False
    if request.POST.get("zeker") != "ja":
        raise InputError(_("Zet een vinkje als u het zeker weet; dit is niet terug te draaien."))
    return True


def _there(look: Callable[[], K]) -> K:
    try:
        return look()
    except NotFoundError as error:
        raise Http404(str(error)) from error
