# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Start a run: every choice in one plain sentence, and the same run never twice at once."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wijkverhaal.figures.store import FigureStore
from wijkverhaal.site.jobs import queue
from wijkverhaal.site.jobs.estimate_form import EstimateForm, what_there_is
from wijkverhaal.site.jobs.fingerprint import fingerprint
from wijkverhaal.site.jobs.models import ESTIMATE
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.runs.shown_run import hold

_WRONG = 400


@require_http_methods(["GET", "HEAD", "POST"])
def estimate(request: HttpRequest) -> HttpResponse:
    """The form of a run; a run that is asked for already is joined."""
    store = FigureStore(settings.FILES.workspace)
    there = what_there_is(store)
    if request.method != "POST":
        return _page(request, there, EstimateForm.usual(there))
    form = EstimateForm.read(request.POST, there)
    if form.troubles:
        return _page(request, there, form, _WRONG)
    parameters = form.parameters()
    mark = fingerprint(store.sources(), parameters)
    hold()
    job, joined = queue.ask(ESTIMATE, parameters, request.user.name, mark)
    if not joined:
        record("run-started", request.user, job=str(job.pk))
    address = reverse("jobs:job", args=[job.pk])
    return HttpResponseRedirect(f"{address}?al=bezig" if joined else address)


def _page(request: HttpRequest, there: Any, form: EstimateForm, status: int = 200) -> HttpResponse:
    return page(
        request,
        "jobs/estimate.html",
        status,
        there=there,
        form=form,
        somebody=queue.somebody_works(),
    )
