# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of one explanation: what hangs on it, what the figures could say, what people make of it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from wijkverhaal.dialogue.evidence import Direction
from wijkverhaal.dialogue.figure_choice import figures_to_choose
from wijkverhaal.dialogue.hypothesis import HypothesisState, balance_of, suggested_state
from wijkverhaal.dialogue.what_the_data_could_say import WhatTheDataCouldSay, what_the_data_could_say
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.publication.neighbourhood_story import neighbourhood_story
from wijkverhaal.site.page import page
from wijkverhaal.site.runs.kept_questions import kept_questions
from wijkverhaal.site.studies.leaving.released import released
from wijkverhaal.site.wijken.hypotheses import as_hypothesis, hypothesis_with
from wijkverhaal.site.wijken.models import StoredEvidence, StoredHypothesis
from wijkverhaal.site.wijken.told_evidence import evidence_of
from wijkverhaal.site.wijken.wijk_now import WijkNow, newest_year, run_for, wijk_now
from wijkverhaal.site.wijken.wijk_page import label_of, leads, shortened


def hypothesis_page(
    request: HttpRequest,
    code: str,
    identity: str,
    trouble: str = "",
    at: str = "",
    form: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page; with what was wrong (`trouble`) at which form (`at`), and what was typed in it."""
    wijk, stored = wijk_now(code), hypothesis_with(identity, code)
    hypothesis = as_hypothesis(stored)
    hung = evidence_of([stored])[stored.id]
    balance = balance_of(hypothesis, hung)
    run = run_for(wijk, stored.run)
    says = _says(run, stored, wijk)
    facilitator = leads(request)
    documents = dict(StoredEvidence.objects.filter(hypothesis=stored).values_list("id", "address"))
    return page(
        request,
        "wijken/hypothesis.html",
        status,
        wijk=wijk,
        label=label_of(wijk),
        hypothesis=hypothesis,
        reason=stored.reason,
        sides=[(one, [piece for piece in hung if piece.direction is one]) for one in Direction],
        addresses=documents,
        balance=balance,
        says=says,
        proposed=suggested_state(balance, says.can_tell) if says else None,
        states=list(HypothesisState),
        directions=list(Direction),
        facilitator=facilitator,
        choices=_choices(run, stored, wijk) if facilitator and run else {},
        trouble=trouble,
        at=at,
        form=form or {},
    )


def year_for(run: FinishedRun, stored: StoredHypothesis) -> int:
    """The year that was looked at, or the newest that the run has of the wijk."""
    return stored.year if run.area(stored.area, stored.year) else newest_year(run, stored.area)


def _says(run: FinishedRun | None, stored: StoredHypothesis, wijk: WijkNow) -> WhatTheDataCouldSay | None:
    if run is None:
        return None
    try:
        return what_the_data_could_say(run, as_hypothesis(stored), year_for(run, stored))
    except NotFoundError:
        return None


def _choices(run: FinishedRun, stored: StoredHypothesis, wijk: WijkNow) -> dict[str, Any]:
    """What can be hung on it: figures of the run, answers to the neighbourhood question, quotations."""
    year = year_for(run, stored)
    figures = figures_to_choose(run, stored.area, year)
    stories = [neighbourhood_story(kept) for kept in kept_questions(run)]
    return {
        "run": run.id,
        "year": year,
        "figures": [(f"{one.reference.kind}:{one.reference.item}", one.figure.label) for one in figures],
        "questions": [(one.id, one.heading) for one in stories],
        "quotations": [(one.id, shortened(one.text, one.role)) for one in released()],
    }
