# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Choose which run everybody sees on the start page."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from wijkverhaal.site.log.record import record
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.shown_run import show


@require_POST
def show_run(request: HttpRequest, name: str) -> HttpResponse:
    """Show a run to everybody, and go and look."""
    entry = library.entry_of(name)
    show(entry.id)
    record("run-shown", request.user, run=entry.id)
    return HttpResponseRedirect(reverse("runs:start"))
