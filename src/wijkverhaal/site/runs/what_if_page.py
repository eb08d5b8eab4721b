# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page that asks what is expected of wijken with other characteristics."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.what_if import FEWEST_YOUTHS, WhatIf
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.characteristic import characteristics
from wijkverhaal.publication.chart import Chart
from wijkverhaal.publication.what_if_chart import what_if_chart
from wijkverhaal.site.page import page
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.chosen_year import chosen_year
from wijkverhaal.site.runs.frame import frame
from wijkverhaal.site.runs.knowing import knowings
from wijkverhaal.site.runs.run_facts import means_of, reach_of, what_if_of
from wijkverhaal.site.runs.what_if_form import Field, fields_of


@require_safe
def what_if(request: HttpRequest, run_id: str, code: str) -> HttpResponse:
    """A field per characteristic, and what is expected where some of them are others."""
    run = library.opened(run_id)
    year = chosen_year(request, run)
    row = run.area(code, year)
    if row is None:
        raise Http404(_("Deze berekening heeft in {year} geen wijk met die code.").format(year=year))
    question = what_if_of(run_id, year)
    fields: list[Field] = []
    if question is not None and row["expected_here"] is not None:
        known = characteristics(run, code, year, means_of(run_id, year))
        fields = fields_of(question, code, known, request.GET, reach_of(run_id, year, code))
    errors = sum(bool(field.error) for field in fields)
    chart, refused = None, ""
    if question is not None and not errors:
        try:
            chart = _chart(run, row, question, fields)
        except InputError as error:
            refused = str(error)
    return page(
        request,
        "runs/what_if.html",
        **{**frame(run, year), "years": [one for one in run.years if run.area(code, one) is not None]},
        code=code,
        place=row["name"] or code,
        fields=fields,
        knowings=knowings(run, year),
        groups=[(group, list(ones)) for group, ones in groupby(fields, lambda one: one.group)],
        errors=errors,
        fewest=FEWEST_YOUTHS if run.family == "cbs" else 0,
        reason=_reason(question),
        refused=refused,
        chart=chart,
    )


def _reason(question: WhatIf | None) -> str:
    """Why there is nothing to ask."""
    if question is None:
        return _(
            "Deze berekening heeft niet bewaard wat hiervoor nodig is; een nieuwe berekening doet dat wel."
        )
    return _("Van deze wijk is te weinig bekend om dit te berekenen.")


def _chart(run: FinishedRun, row: dict[str, Any], question: WhatIf, fields: list[Field]) -> Chart | None:
    changed = [field for field in fields if field.value is not None]
    if not changed:
        return None
    answer = question.answer(
        row["area"], {field.id: field.value for field in changed if field.value is not None}
    )
    told = {field.label: (field.value or 0.0, field.unit) for field in changed}
    return what_if_chart(run, row, answer, told)
