# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Families beside each other: what was said of each factor, and how it went."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.comparing.cell_passages import cell_shown
from wijkverhaal.site.studies.comparing.comparison_choice import choice_words, most_given, read_choice
from wijkverhaal.site.studies.door import RESEARCHERS, Door, study_page, to
from wijkverhaal.site.studies.interviews.passages_read import passages_read
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.words import tree
from wijkverhaal.stories.drawing.case_label import case_label
from wijkverhaal.stories.drawing.case_ordered_table import (
    bounds_table,
    case_ordered_sentence,
    case_ordered_table,
)
from wijkverhaal.stories.drawing.framework_table import framework_table
from wijkverhaal.stories.matrix.framework import framework_matrix
from wijkverhaal.stories.study.record import CellSummary, Child, Episode, Factor, Family
from wijkverhaal.stories.study.study import Study

_MOST = 8


@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def matrix(request: HttpRequest, door: Door) -> HttpResponse:
    """The framework matrix and the matrix in order of outcome, of some factors."""
    study = door.study()
    if request.method == "POST":
        _summarised(request, door, study)
        return to("matrix", door.id)
    choice = read_choice(request, study)
    factors = (choice.factors or most_given(study, _MOST))[:_MOST]
    cases = sorted(study.cases(choice.kind), key=lambda one: case_label(study, one.id))
    shown = bool(factors and cases)
    ordered = choice.ordered(study, factors) if shown else None
    cell = cell_shown(
        door.opened, study, choice.kind, request.GET.get("vak", ""), request.GET.get("vak-factor", "")
    )
    if cell and cell.passages:
        passages_read(request, door)
    return page(
        request,
        "studies/matrix.html",
        door=door,
        factors=tree(study.all(Factor)),
        chosen=factors,
        compared=[(one.id, case_label(study, one.id)) for one in cases],
        framework=framework_table(study, framework_matrix(study, factors, choice.kind)) if shown else None,
        ordered=case_ordered_table(study, ordered) if ordered else None,
        bounds=bounds_table(study, ordered) if ordered else None,
        sentence=case_ordered_sentence(ordered) if ordered else "",
        most=_MOST,
        cell=cell,
        **choice_words(study, choice),
    )


def _summarised(request: HttpRequest, door: Door, study: Study) -> None:
    case = request.POST.get("gezin", "")
    if not isinstance(study.records.get(case), Family | Child | Episode):
        raise NotFoundError(_("Dit onderdeel van het onderzoek is er niet (meer); laad de lijst opnieuw."))
    factor = study.one(Factor, request.POST.get("factor", "")).id
    words = request.POST.get("samenvatting", "").strip()
    if not words:
        raise InputError(_("Schrijf op wat u wilt samenvatten."))
    there = next((one for one in study.all(CellSummary) if (one.case, one.factor) == (case, factor)), None)
    name = there.id if there else storage.new_id()
    storage.put(door.opened, study, CellSummary(name, case, factor, words))
