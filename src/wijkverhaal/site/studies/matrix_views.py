# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Families beside each other: what was said of each factor, and how it went."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.page import page
from wijkverhaal.site.studies import storage
from wijkverhaal.site.studies.door import RESEARCHERS, Door, study_page, to
from wijkverhaal.site.studies.words import tree
from wijkverhaal.stories.drawing.case_ordered_table import (
    bounds_table,
    case_ordered_sentence,
    case_ordered_table,
)
from wijkverhaal.stories.drawing.framework_table import framework_table
from wijkverhaal.stories.matrix.case_ordered import case_ordered
from wijkverhaal.stories.matrix.framework import framework_matrix
from wijkverhaal.stories.study.record import CellSummary, Coding, Factor, Family
from wijkverhaal.stories.study.study import Study

_MOST = 8


@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def matrix(request: HttpRequest, door: Door) -> HttpResponse:
    """The framework matrix and the matrix in order of outcome, of some factors."""
    study = door.study()
    if request.method == "POST":
        _summarised(request, door, study)
        return to("matrix", door.id)
    factors = _chosen(request, study)
    ordered = case_ordered(study, factors) if factors else None
    return page(
        request,
        "studies/matrix.html",
        door=door,
        factors=tree(study.all(Factor)),
        chosen=factors,
        families=sorted(study.all(Family), key=lambda one: one.label),
        framework=framework_table(study, framework_matrix(study, factors)) if factors else None,
        ordered=case_ordered_table(study, ordered) if ordered else None,
        bounds=bounds_table(study, ordered) if ordered else None,
        sentence=case_ordered_sentence(ordered) if ordered else "",
        most=_MOST,
    )


def _chosen(request: HttpRequest, study: Study) -> list[str]:
    """What was asked, or else the factors that were given most."""
    known = {one.id for one in study.all(Factor)}
    asked = [one for one in dict.fromkeys(request.GET.getlist("factor")) if one in known]
    if asked:
        return asked[:_MOST]
    counts: dict[str, int] = {}
    for one in study.all(Coding):
        counts[one.factor] = counts.get(one.factor, 0) + 1
    return sorted(counts, key=lambda name: -counts[name])[:_MOST]


def _summarised(request: HttpRequest, door: Door, study: Study) -> None:
    case = study.one(Family, request.POST.get("gezin", "")).id
    factor = study.one(Factor, request.POST.get("factor", "")).id
    words = request.POST.get("samenvatting", "").strip()
    if not words:
        raise InputError(_("Schrijf op wat u wilt samenvatten."))
    there = next((one for one in study.all(CellSummary) if (one.case, one.factor) == (case, factor)), None)
    name = there.id if there else storage.new_id()
    storage.put(door.opened, study, CellSummary(name, case, factor, words))
