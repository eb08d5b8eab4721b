# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remove a source or a run: only after a page that says what that means."""

import shutil

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wijkverhaal.expectation.run import RunEntry
from wijkverhaal.figures.source import Source
from wijkverhaal.figures.source_title import fictional_title, source_title
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.files import remove_folder
from wijkverhaal.foundation.language import _
from wijkverhaal.site.jobs import queue
from wijkverhaal.site.jobs.models import REMOVE
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.shown_run import for_readers

_BUSY = 409


@require_http_methods(["GET", "HEAD", "POST"])
def source(request: HttpRequest, name: str) -> HttpResponse:
    """Ask whether a source may go; on yes, remove it while nothing rests on it."""
    found = _source_of(name)
    if request.method != "POST":
        return _source_page(request, found)
    try:
        with queue.change(REMOVE, request.user.name):
            remove_folder(settings.FILES.workspace.sources / _source_of(name).id)
    except queue.BusyError as error:
        return _source_page(request, found, str(error), _BUSY)
    record("source-removed", request.user, source=found.id)
    return HttpResponseRedirect(reverse("jobs:overview"))


def _source_of(name: str) -> Source:
    for one in FigureStore(settings.FILES.workspace).sources():
        if one.id == name:
            return one
    raise Http404(_("Deze bron is er niet, of niet meer."))


def _run_of(name: str) -> RunEntry:
    """The run as it lies in the workspace now: what is removed is never taken from memory."""
    for entry in library.entries():
        if entry.id == name:
            return entry
    raise Http404(_("Deze berekening is er niet, of niet meer."))


def _source_page(request: HttpRequest, found: Source, trouble: str = "", status: int = 200) -> HttpResponse:
    using = [entry.id for entry in library.entries() if _uses(entry, found)]
    title = source_title(found.kind, found.years, found.file) or found.title
    if found.fictional:
        title = fictional_title(title)
    return page(
        request,
        "jobs/remove_source.html",
        status,
        source=found,
        title=title,
        using=using,
        trouble=trouble,
    )


def _uses(entry: RunEntry, found: Source) -> bool:
    return any(one.get("id") == found.id for one in entry.card.get("inputs") or [])


@require_http_methods(["GET", "HEAD", "POST"])
def run(request: HttpRequest, name: str) -> HttpResponse:
    """Ask whether a run may go; on yes, remove it with the files that were made of it."""
    entry = _run_of(name)
    if request.method != "POST":
        first = for_readers()
        after = [one.id for one in for_readers(without=entry.id)][:1] if first[0].id == entry.id else []
        return page(request, "jobs/remove_run.html", entry=entry, last=len(first) == 1, after=after)
    remove_folder(entry.folder)
    shutil.rmtree(settings.FILES.exports / entry.folder.name, ignore_errors=True)
    record("run-removed", request.user, run=entry.id)
    return HttpResponseRedirect(reverse("jobs:overview"))
