# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two runs compared, on a page and as a file."""

import tempfile
from pathlib import Path
from typing import Any

import polars as pl
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wijkverhaal.foundation.language import _
from wijkverhaal.publication.csv_file import write_csv
from wijkverhaal.publication.marking_sentence import standing_out
from wijkverhaal.publication.sentence import outcome_name, signed
from wijkverhaal.site.jobs.move_chart import marked_sentence, move_chart
from wijkverhaal.site.jobs.run_difference import RunDifference, run_difference
from wijkverhaal.site.page import page
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.run_settings import other_choices
from wijkverhaal.site.runs.shown_run import for_readers

_MOST_WIJKEN = 100


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """What differs between two runs, and what moved."""
    first, entries = for_readers()[:1], library.entries()
    others = {one.id: other_choices(one.card, first[0].card) for one in entries}
    a, b = request.GET.get("a", ""), request.GET.get("b", "")
    known = {entry.id for entry in entries}
    if a not in known or b not in known or a == b:
        asked = bool(a or b)
        choices = {"entries": entries, "a": a, "b": b, "outcome": outcome_name, "others": others}
        return page(request, "jobs/compare.html", found=None, asked=asked, **choices)
    found = run_difference(library.opened(a), library.opened(b))
    return page(
        request,
        "jobs/compare.html",
        entries=entries,
        a=a,
        b=b,
        outcome=outcome_name,
        others=others,
        everybody=first[0].id,
        asked=True,
        found=found,
        outcomes=[outcome_name(found.a.outcome), outcome_name(found.b.outcome)],
        chart=move_chart(found) if found.comparable else None,
        marked=marked_sentence(found) if found.comparable else "",
        **_changed(found),
    )


def _changed(found: RunDifference) -> dict[str, Any]:
    """Wijken that stand out in one run only, by their code: the order says nothing."""
    changed = found.table.filter(pl.col("marked_a") != pl.col("marked_b"))
    rows = [
        {
            "wijk": row["name"] or row["area"],
            "area": row["area"],
            "year": row["year"],
            "a": _in_words(row["marked_a"]),
            "b": _in_words(row["marked_b"]),
            "difference_a": signed(row["difference_here_a"]),
            "difference_b": signed(row["difference_here_b"]),
        }
        for row in changed.head(_MOST_WIJKEN).to_dicts()
    ]
    return {"changed": rows, "more": max(changed.height - _MOST_WIJKEN, 0)}


def _in_words(marked: str) -> str:
    return standing_out("unclear" if marked == "none" else marked)


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """Every wijk and year that both runs have, as csv."""
    found = run_difference(library.opened(request.GET.get("a", "")), library.opened(request.GET.get("b", "")))
    if not found.comparable:
        raise Http404(_("Deze twee berekeningen zijn niet wijk voor wijk te vergelijken."))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "verschil.csv"
        write_csv(found.table, path, found.b.fictional)
        content = path.read_bytes()
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="verschil.csv"'
    return response
