# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hang something on an explanation, or take it off."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference
from wijkverhaal.foundation.errors import InputError, NotFoundError, WijkverhaalError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.runs.kept_questions import kept_question
from wijkverhaal.site.wijken.evidence import (
    hang_document,
    hang_figure,
    hang_question,
    hang_quotation,
    take_off,
)
from wijkverhaal.site.wijken.hypothesis_page import hypothesis_page, year_for
from wijkverhaal.site.wijken.hypothesis_views import there, to_hypothesis
from wijkverhaal.site.wijken.models import StoredHypothesis
from wijkverhaal.site.wijken.wijk_now import run_for, wijk_now


@require_POST
def hang(request: HttpRequest, code: str, identity: str) -> HttpResponse:
    """Hang a figure, an answer, a quotation or a document on it."""
    stored = there(code, identity)
    what = request.POST.get("wat", "")
    try:
        _hang(request, stored, what)
    except WijkverhaalError as error:
        at = what if what in ("cijfer", "wijkvraag", "citaat", "document") else "cijfer"
        return hypothesis_page(request, code, identity, str(error), at, request.POST, 400)
    record("wijk-evidence", request.user, area=code, hypothesis=identity)
    return to_hypothesis(code, identity, "#bewijs")


def _hang(request: HttpRequest, stored: StoredHypothesis, what: str) -> None:
    direction, remark = request.POST.get("richting", ""), request.POST.get("waarom", "")
    if what == "document":
        title, address = request.POST.get("titel", ""), request.POST.get("adres", "")
        hang_document(stored, title, address, direction, remark)
    elif what == "citaat":
        hang_quotation(stored, request.POST.get("citaat", ""), direction, remark)
    elif what == "wijkvraag":
        question = request.POST.get("wijkvraag", "")
        if kept_question(question) is None:
            raise NotFoundError(_("Deze uitkomst van de buurtvraag is er niet meer; kies een andere."))
        hang_question(stored, question, direction, remark)
    else:
        _hang_figure(stored, request.POST.get("cijfer", ""), direction, remark)


def _hang_figure(stored: StoredHypothesis, typed: str, direction: str, remark: str) -> None:
    run = run_for(wijk_now(stored.area), stored.run)
    kind, _colon, item = typed.partition(":")
    if run is None or kind not in [one.value for one in FigureKind]:
        raise InputError(_("Kies een cijfer uit de lijst."))
    reference = FigureReference(FigureKind(kind), stored.area, year_for(run, stored), item[:80])
    hang_figure(stored, run, reference, direction, remark)


@require_POST
def take_away(request: HttpRequest, code: str, identity: str) -> HttpResponse:
    """Take a piece of evidence off."""
    stored = there(code, identity)
    try:
        take_off(stored, request.POST.get("bewijs", ""))
    except NotFoundError as error:
        raise Http404(str(error)) from error
    record("wijk-evidence-off", request.user, area=code, hypothesis=identity)
    return to_hypothesis(code, identity, "#bewijs")
