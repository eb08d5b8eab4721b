# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of conversations, and a new one."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.publication.place import gemeente_of
from wijkverhaal.publication.sentence import outcome_name
from wijkverhaal.site.conversations.contributions.stored_session import session_of
from wijkverhaal.site.conversations.leading.leader_door import led_by, to
from wijkverhaal.site.conversations.leading.making import make as made
from wijkverhaal.site.conversations.screen.told_figure import wijk_names
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.place_search import gemeenten
from wijkverhaal.site.runs.shown_run import for_readers

_WRONG = 400


@require_safe
def conversations(request: HttpRequest) -> HttpResponse:
    """The conversations that this visitor leads, and those that nobody leads any more."""
    mine = led_by(request.user.pk)
    told = [(one, session_of(one), ", ".join(wijk_names(one.run, one.wijken, one.year))) for one in mine]
    return page(request, "conversations/list.html", conversations=told)


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    """Choose a run, a year and one or more wijken; give it a title."""
    entries = for_readers()
    form = request.POST if request.method == "POST" else request.GET
    wanted = form.get("berekening", "")
    known = [entry.id for entry in entries]
    if not known:
        return page(request, "conversations/make.html", runs=[], trouble="")
    run = library.opened(wanted if wanted in known else known[0])
    year = next((one for one in run.years if str(one) == form.get("jaar", "")), run.years[0])
    wijken = form.getlist("wijk")[:50]
    trouble = ""
    if request.method == "POST":
        try:
            stored = made(request.user, form.get("titel", ""), run, year, wijken)
        except InputError as error:
            trouble = str(error)
        else:
            record("conversation-made", request.user, conversation=stored.id)
            return to("prepare", stored.id)
    gemeente = form.get("gemeente", "") or _gemeente_of(run, year, wijken)
    return page(
        request,
        "conversations/make.html",
        _WRONG if trouble else 200,
        runs=[(one.id, outcome_name(str(one.card.get("outcome")))) for one in entries],
        run=run,
        year=year,
        years=run.years,
        gemeenten=gemeenten(run, year),
        gemeente=gemeente,
        wijken=_wijken(run, year, gemeente),
        chosen=wijken,
        title=form.get("titel", "")[:200],
        trouble=trouble,
    )


def _gemeente_of(run: FinishedRun, year: int, wijken: list[str]) -> str:
    row = run.area(wijken[0], year) if wijken else None
    return str(row["gemeente"]) if row else ""


def _wijken(run: FinishedRun, year: int, gemeente: str) -> list[tuple[str, str]]:
    if gemeente not in {code for code, _name in gemeenten(run)}:
        return []
    rows = gemeente_of(run, gemeente).wijken(run.of_year(year)).sort("name", "area")
    return [(row["area"], row["name"] or row["area"]) for row in rows.to_dicts()]
