# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading in: send files, see what is in them, and only then let them in."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from wijkverhaal.figures.source import KINDS
from wijkverhaal.foundation.language import _
from wijkverhaal.site.jobs import batch, queue
from wijkverhaal.site.jobs.models import IMPORT, LOOK, Job
from wijkverhaal.site.jobs.receiving import FILE_MOST, FORM_MOST, MOST_FILES, IntoBatch, announced
from wijkverhaal.site.jobs.uploads import is_usable, sweep_unwanted
from wijkverhaal.site.jobs.words import kind_choices, year_of
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page

View = Callable[..., HttpResponse]
_TOO_LARGE, _WRONG, _GONE = 413, 400, 409


def _receiving(view: View) -> View:
    """Let the files of a form go straight to disk, and erase them where no job takes them over.

    This stands around the check of the form, which is the first to read it.
    """

    @wraps(view)
    def received(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return view(request, None)
        uploads = settings.FILES.uploads
        uploads.mkdir(parents=True, exist_ok=True, mode=0o700)
        trouble = announced(request, uploads)
        if trouble:
            return _form(request, trouble, _TOO_LARGE)
        folder = batch.batch_folder(uploads, batch.new_token())
        folder.mkdir(mode=0o700)
        handler = IntoBatch(request, folder)
        request.upload_handlers = [handler]
        taken = False
        try:
            answer = view(request, handler)
            taken = getattr(answer, "took_files", False)
            return answer
        finally:
            handler.close()
            if not taken:
                batch.erase(folder)

    return received


@csrf_exempt
@_receiving
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, handler: IntoBatch | None) -> HttpResponse:
    """A form for files; what comes in is looked at in a process of its own."""
    if handler is None:
        return _form(request)
    bool(request.FILES)  # asking for them is what reads the form
    if handler.trouble:
        return _form(request, handler.trouble, _WRONG)
    if not handler.sent:
        return _form(request, _("Kies eerst een of meer bestanden."), _WRONG)
    files = [one.to_json() for one in handler.sent]
    job, _there = queue.ask(LOOK, {"batch": handler.folder.name, "files": files}, request.user.name)
    answer = _to(job)
    answer.took_files = True
    return answer


def _form(request: HttpRequest, trouble: str = "", status: int = 200) -> HttpResponse:
    most = {"file": FILE_MOST // 1_000_000, "form": FORM_MOST // 1_000_000, "files": MOST_FILES}
    return page(
        request,
        "jobs/upload.html",
        status,
        trouble=trouble,
        most=most,
        somebody=queue.somebody_works(),
    )


@require_POST
def look_again(request: HttpRequest, job_id: int) -> HttpResponse:
    """Look again, with an answer to what the first look asked."""
    looked = _looked(job_id)
    typed = request.POST.get("jaar", "")
    year, trouble = year_of(typed) if typed.strip() or looked.result["asks_year"] else (None, "")
    if trouble:
        request.session["work-trouble"] = trouble
        return _to(looked)
    kind = request.POST.get("soort") or None
    if kind is not None and kind not in KINDS:
        raise Http404
    job, _there = queue.ask(LOOK, _answered(looked, kind=kind, year=year), request.user.name)
    return _to(job)


@require_POST
def read_in(request: HttpRequest, job_id: int) -> HttpResponse:
    """Let the files in that somebody looked at."""
    looked = _looked(job_id)
    replace = request.POST.get("vervang") == "ja"
    if looked.result["asks_year"] or (looked.result["replaces"] and not replace):
        request.session["work-trouble"] = _("Beantwoord eerst de vraag hieronder.")
        return _to(looked)
    # the same files are let in once, however often somebody presses the button
    mark = f"import {looked.parameters['batch']}"
    job, _there = queue.ask(IMPORT, _answered(looked, replace=replace), request.user.name, mark)
    return _to(job)


@require_POST
def throw_away(request: HttpRequest, job_id: int) -> HttpResponse:
    """Erase the files of a look."""
    looked = _looked(job_id)
    token = looked.parameters["batch"]
    for job in Job.objects.filter(kind=LOOK):
        if job.parameters["batch"] == token:
            Job.objects.filter(pk=job.pk).update(result={**job.result, "thrown_away": True})
    sweep_unwanted(settings.FILES.workspace)
    record("file-thrown-away", request.user, job=str(looked.pk))
    return HttpResponseRedirect(reverse("jobs:overview"))


def _looked(job_id: int) -> Job:
    job = get_object_or_404(Job, pk=job_id)
    folder: Path = settings.FILES.uploads
    if not is_usable(job) or not batch.batch_folder(folder, job.parameters["batch"]).is_dir():
        raise Http404(_("Deze bestanden zijn er niet meer; stuur ze opnieuw."))
    return job


def _answered(looked: Job, **more: Any) -> dict[str, Any]:
    return {**looked.parameters, **{name: value for name, value in more.items() if value is not None}}


def _to(job: Job) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("jobs:job", args=[job.pk]))


def choices(job: Job) -> list[tuple[str, str]]:
    """What a single file may be read as."""
    return kind_choices() if len(job.parameters["files"]) == 1 else []
