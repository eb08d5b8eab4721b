# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page that tells what figures about the place itself add to the expectation."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wijkverhaal.publication.neighbourhood_story import neighbourhood_story
from wijkverhaal.site.access import roles_of
from wijkverhaal.site.page import page
from wijkverhaal.site.roles import ANALYST
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.frame import frame
from wijkverhaal.site.runs.kept_questions import kept_questions


@require_safe
def neighbourhood(request: HttpRequest, run_id: str) -> HttpResponse:
    """Every kept answer about the figures of this run; where there is none, who can ask for it."""
    run = library.opened(run_id)
    return page(
        request,
        "runs/neighbourhood.html",
        **frame(run, run.years[0]),
        stories=[neighbourhood_story(kept) for kept in kept_questions(run)],
        analyst=ANALYST in roles_of(request),
    )
