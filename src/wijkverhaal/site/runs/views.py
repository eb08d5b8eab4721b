# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages: each reads what was asked, gathers it, and fills in its template."""

import polars as pl
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wijkverhaal.foundation.language import _
from wijkverhaal.publication.export import EXPORTED_FILES
from wijkverhaal.publication.marking_sentence import rule_sentence, way_of
from wijkverhaal.publication.model_story import model_story
from wijkverhaal.publication.sentence import figure, rate
from wijkverhaal.site.page import page
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.chosen_year import chosen_year
from wijkverhaal.site.runs.exported import exported, file_words
from wijkverhaal.site.runs.frame import frame
from wijkverhaal.site.runs.gemeente_map import gemeente_map
from wijkverhaal.site.runs.knowing import knowings, unsaid
from wijkverhaal.site.runs.place_search import gemeenten, search
from wijkverhaal.site.runs.wijk_comparison import compare as compared
from wijkverhaal.site.runs.wijk_list import Wish, listed, order_choices, ordered, show_choices
from wijkverhaal.site.runs.wijk_profile import wijk_profile
from wijkverhaal.site.runs.wijken_chart import (
    difference,
    margins_sentence,
    marking_key,
    wijken_chart,
    with_margin,
)


@require_safe
def start(request: HttpRequest, run_id: str | None = None) -> HttpResponse:
    """What this is, which run, and where to go from here."""
    entries = library.entries()
    if not entries:
        return page(request, "runs/empty.html")
    run = library.opened(run_id or entries[0].id)
    year = chosen_year(request, run)
    ways = [way_of(row) for row in run.of_year(year).select("marked", "probability_higher_here").to_dicts()]
    facts = [
        (figure(len(gemeenten(run)), 0), _("gemeenten")),
        (figure(len(ways), 0), _("wijken")),
        (rate(run.country_rate(year)), _("van de jeugdigen, in het hele gebied")),
        (figure(ways.count("higher") + ways.count("lower"), 0), _("wijken die opvallen")),
    ]
    return page(
        request,
        "runs/start.html",
        **frame(run, year),
        facts=facts,
        rule=rule_sentence(run, year),
        entries=entries,
        gemeenten=gemeenten(run),
        unsaid=unsaid(),
    )


@require_safe
def find(request: HttpRequest, run_id: str) -> HttpResponse:
    """Gemeenten and wijken by name or code."""
    run = library.opened(run_id)
    text = request.GET.get("zoek", "").strip()[:100]
    return page(request, "runs/search.html", **frame(run, run.years[0]), text=text, found=search(run, text))


@require_safe
def gemeente(request: HttpRequest, run_id: str, code: str) -> HttpResponse:
    """A gemeente: the list of its wijken, the map beside it, and the plot of margins."""
    run = library.opened(run_id)
    year = chosen_year(request, run)
    wijken, wish = library.wijken_of(run, code, year), Wish.read(request.GET)
    name = run.gemeente_name(code)
    every = ordered(wijken, wish.order)
    rows = [
        {
            **row,
            "marking": marking_key(row),
            "actual_text": with_margin(rate(row["actual"]), row["actual_low"], row["actual_high"], "%"),
            "difference_text": difference(row),
        }
        for row in listed(wijken, wish)
    ]
    title = _("Wijken van {place} met hun marges, {year}").format(place=name, year=year)
    return page(
        request,
        "runs/gemeente.html",
        **frame(run, year),
        code=code,
        place=name,
        rows=rows,
        total=len(wijken),
        wish=wish,
        shows=show_choices(),
        orders=order_choices(),
        map=gemeente_map(run_id, code, year),
        margins=wijken_chart(run, year, every, title, margins_sentence(run, year, every, name)),
        rule=rule_sentence(run, year),
    )


@require_safe
def wijk(request: HttpRequest, run_id: str, code: str) -> HttpResponse:
    """A wijk: what was published, expected and used, and why."""
    run = library.opened(run_id)
    year = chosen_year(request, run)
    rows = run.of_year(year).filter(pl.col("area") == code).to_dicts()
    if not rows:
        raise Http404(_("Deze berekening heeft in {year} geen wijk met die code.").format(year=year))
    years = run.areas.filter(pl.col("area") == code)["year"].sort(descending=True).to_list()
    return page(
        request,
        "runs/wijk.html",
        **{**frame(run, year), "years": years},
        profile=wijk_profile(run, rows[0]),
        place=rows[0]["name"] or code,
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
        codes=[row["area"] for row in shown.rows],
        text=text,
        found=search(run, text) if text else None,
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
        story=model_story(run),
        rule=rule_sentence(run, year),
        inputs=run.inputs,
    )


@require_safe
def downloads(request: HttpRequest, run_id: str) -> HttpResponse:
    """The files of a run."""
    run = library.opened(run_id)
    words = file_words()
    files = [(name, words.get(name, "")) for name in EXPORTED_FILES]
    return page(request, "runs/downloads.html", **frame(run, run.years[0]), files=files)


@require_safe
def download(request: HttpRequest, run_id: str, name: str) -> FileResponse:
    """One file, to keep."""
    path = exported(library.entry_of(run_id), name)
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"{run_id}-{name}")
