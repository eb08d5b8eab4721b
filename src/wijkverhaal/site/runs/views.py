# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages: each reads what was asked, gathers it, and fills in its template."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.run import RunEntry
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.marking_sentence import rule_in_short, rule_sentence
from wijkverhaal.publication.place import Place, gemeente_of, region_of
from wijkverhaal.publication.predicted import predicted_label
from wijkverhaal.publication.sentence import outcome_name
from wijkverhaal.site.access import roles_of
from wijkverhaal.site.page import page
from wijkverhaal.site.roles import ANALYST
from wijkverhaal.site.runs import beside, library
from wijkverhaal.site.runs.chosen_year import chosen_year
from wijkverhaal.site.runs.frame import frame
from wijkverhaal.site.runs.knowing import knowings, unsaid
from wijkverhaal.site.runs.name_match import folded, holds
from wijkverhaal.site.runs.overview import overview
from wijkverhaal.site.runs.place_search import gemeenten, search
from wijkverhaal.site.runs.region_name import region_names
from wijkverhaal.site.runs.run_facts import run_facts, story_of
from wijkverhaal.site.runs.run_settings import other_choices
from wijkverhaal.site.runs.shown_run import for_readers
from wijkverhaal.site.runs.wijk_comparison import compare as compared
from wijkverhaal.site.runs.wijk_list import Wish, listed, order_choices, show_choices
from wijkverhaal.site.runs.wijk_profile import wijk_profile


@require_safe
def start(request: HttpRequest, run_id: str | None = None) -> HttpResponse:
    """What this is, which run, and where to go from here."""
    analyst, entries = ANALYST in roles_of(request), for_readers()
    if not entries and run_id is None:
        return page(request, "runs/empty.html", analyst=analyst)
    run = library.opened(run_id or entries[0].id)
    year = chosen_year(request, run)
    return page(
        request,
        "runs/start.html",
        **frame(run, year),
        facts=run_facts(run, year),
        knowings=knowings(run, year),
        rule=rule_sentence(run, year),
        entries=[(entry, *_offer(entry), other_choices(entry.card, entries[0].card)) for entry in entries],
        everybody=entries[0].id,
        analyst=analyst,
        gemeenten=gemeenten(run, year),
        regions=region_names(run, year),
        unsaid=unsaid(),
    )


def _offer(entry: RunEntry) -> tuple[str, str]:
    """The form of care and the years of a run."""
    years = ", ".join(str(year) for year in sorted(entry.card.get("years") or []))
    return outcome_name(str(entry.card.get("outcome"))), years


@require_safe
def find(request: HttpRequest, run_id: str) -> HttpResponse:
    """Gemeenten and wijken by name or code."""
    run = library.opened(run_id)
    year = chosen_year(request, run)
    text = request.GET.get("zoek", "").strip()[:100]
    return page(
        request,
        "runs/search.html",
        **frame(run, year),
        text=text,
        found=search(run, text, year),
        regions={
            code: told for code, told in region_names(run, year).items() if _in_region(code, told, text)
        },
    )


def _in_region(code: str, told: str, text: str) -> bool:
    return holds(folded(f"{code} {told}"), folded(text))


@require_safe
def gemeente(request: HttpRequest, run_id: str, code: str) -> HttpResponse:
    """A gemeente: the list of its wijken, the map beside it, and the plots."""
    run = library.opened(run_id)
    return _overview(request, run, _there(gemeente_of, run, code))


@require_safe
def region(request: HttpRequest, run_id: str, code: str) -> HttpResponse:
    """A jeugdregio: the same for the wijken of all its gemeenten."""
    run = library.opened(run_id)
    return _overview(request, run, _there(region_of, run, code))


def _there(find_place: Callable[[FinishedRun, str], Place], run: FinishedRun, code: str) -> Place:
    try:
        return find_place(run, code)
    except NotFoundError as error:
        raise Http404(str(error)) from error


def _overview(request: HttpRequest, run: FinishedRun, place: Place) -> HttpResponse:
    there = [one for one in run.years if not place.wijken(run.of_year(one)).is_empty()]
    year, wish = chosen_year(request, run, there), Wish.read(request.GET)
    if year not in there:
        return _other_year(request, run, place.name, year, there)
    shown = overview(run.id, place, year, wish.order)
    return page(
        request,
        "runs/gemeente.html",
        **{**frame(run, year), "years": there},
        code=place.code,
        place=place.name,
        kind=place.kind,
        within_region=region_names(run, year).get(place.code, ""),
        region=next((row["region"] for row in shown.rows if row["region"]), None),
        rows=listed(shown.rows, wish),
        total=len(shown.rows),
        wish=wish,
        shows=show_choices(),
        orders=order_choices(),
        actual=shown.actual,
        predicted=any(row["standing"] == predicted_label() for row in shown.rows),
        sentence=shown.sentence,
        map=shown.map,
        funnel=shown.funnel,
        margins=shown.margins,
        rule=rule_sentence(run, year),
        rule_in_short=rule_in_short(run, year),
        knowings=knowings(run, year),
    )


def _other_year(
    request: HttpRequest, run: FinishedRun, missed: str, year: int, there: list[int]
) -> HttpResponse:
    """A place that is not in the year asked for, with the years that do have it."""
    return page(request, "runs/other_year.html", 404, **frame(run, year), missed=missed, there=there)


@require_safe
def wijk(request: HttpRequest, run_id: str, code: str) -> HttpResponse:
    """A wijk: what was published, expected and used, and why."""
    run = library.opened(run_id)
    there = [one for one in run.years if run.area(code, one) is not None]
    if not there:
        raise Http404(_("Deze berekening heeft geen wijk met die code."))
    year = chosen_year(request, run, there)
    row = run.area(code, year)
    if row is None:
        name = (run.area(code, there[0]) or {}).get("name")
        return _other_year(request, run, name or code, year, there)
    return page(
        request,
        "runs/wijk.html",
        **{**frame(run, year), "years": there},
        profile=wijk_profile(run, row),
        place=row["name"] or code,
        can_ask=row["expected_here"] is not None,
        beside=beside.sections(run, code),
        knowings=knowings(run, year),
        unsaid=unsaid(),
    )


@require_safe
def compare(request: HttpRequest, run_id: str) -> HttpResponse:
    """Two to six wijken beside each other."""
    run = library.opened(run_id)
    year = chosen_year(request, run)
    text = request.GET.get("zoek", "").strip()[:100]
    shown = compared(run, year, request.GET.getlist("wijk")[:50])
    return page(
        request,
        "runs/compare.html",
        **frame(run, year),
        comparison=shown,
        knowings=knowings(run, year),
        codes=[row["area"] for row in shown.rows],
        text=text,
        found=search(run, text, year) if text else None,
    )


@require_safe
def method(request: HttpRequest, run_id: str) -> HttpResponse:
    """How the figures were made, from what, and where they stop."""
    run = library.opened(run_id)
    year = run.years[0]
    return page(
        request,
        "runs/method.html",
        **frame(run, year),
        story=story_of(run),
        rule=rule_sentence(run, year),
        inputs=run.inputs,
    )
