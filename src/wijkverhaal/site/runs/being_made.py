# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page that asks for patience while a file is being made."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.site.page import page
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.frame import frame

_LATER = 15


def being_made(request: HttpRequest, run_id: str, name: str, again: str) -> HttpResponse:
    """202: the file called `name` is not there yet; `again` is the address to ask it of."""
    run = library.opened(run_id)
    waiting = page(request, "runs/being_made.html", 202, **frame(run, run.years[0]), name=name, again=again)
    waiting.headers["Retry-After"] = str(_LATER)
    return waiting
