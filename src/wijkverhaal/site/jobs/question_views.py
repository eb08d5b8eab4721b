# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ask what figures about the place itself add; the same question never twice at once."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wijkverhaal.figures.store import FigureStore
from wijkverhaal.site.jobs import queue
from wijkverhaal.site.jobs.fingerprint import fingerprint
from wijkverhaal.site.jobs.models import FINISHED, LOCAL, NEIGHBOURHOOD, QUESTIONS, Job
from wijkverhaal.site.jobs.question_form import Askable, QuestionForm
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.runs import library

_WRONG = 400


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest) -> HttpResponse:
    """The form of a question; a question that is asked already is joined."""
    store = FigureStore(settings.FILES.workspace)
    there = Askable.of(store)
    if request.method != "POST":
        return _page(request, there, QuestionForm.usual(there, _card(request.GET.get("berekening", ""))))
    form = QuestionForm.read(request.POST, there)
    if form.troubles:
        return _page(request, there, form, _WRONG)
    parameters = form.parameters(there)
    kind = LOCAL if form.place else NEIGHBOURHOOD
    job, joined = queue.ask(kind, parameters, request.user.name, fingerprint(store.sources(), parameters))
    if not joined:
        record("question-asked", request.user, job=str(job.pk))
    address = reverse("jobs:job", args=[job.pk])
    return HttpResponseRedirect(f"{address}?al=bezig" if joined else address)


def run_of_answer(job: Job) -> str:
    """The newest run beside which the answer of a job can be read; empty where there is none."""
    if job.kind not in QUESTIONS or job.state != FINISHED:
        return ""
    found = job.result
    for entry in library.entries():
        same = all(entry.card.get(name) == found.get(name) for name in ("family", "outcome"))
        if same and found.get("year") in entry.card.get("years", []):
            return entry.id
    return ""


def _card(run_id: str) -> dict[str, Any] | None:
    return next((entry.card for entry in library.entries() if entry.id == run_id), None)


def _page(request: HttpRequest, there: Askable, form: QuestionForm, status: int = 200) -> HttpResponse:
    return page(
        request,
        "jobs/question.html",
        status,
        there=there,
        form=form,
        somebody=queue.somebody_works(),
    )
