# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Comparing families: how long they waited, pairs of them, and which factors go together with how it went."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RESEARCHERS, Door, study_page
from wijkverhaal.site.studies.words import tree
from wijkverhaal.stories.comparison import compare
from wijkverhaal.stories.delay import Delay
from wijkverhaal.stories.drawing.comparison_display import comparison_display
from wijkverhaal.stories.drawing.delay_chart import delay_chart
from wijkverhaal.stories.drawing.waiting_chart import waiting_chart
from wijkverhaal.stories.event_kind import FIRST_SIGNAL, FITTING, START
from wijkverhaal.stories.history_timeline import timeline
from wijkverhaal.stories.matrix.case_ordered import CaseOrdered, case_ordered
from wijkverhaal.stories.matrix.pair import Pair, most_different, most_similar
from wijkverhaal.stories.study.history import history_of
from wijkverhaal.stories.study.record import Factor, Family
from wijkverhaal.stories.study.study import Study

_MOST = 3
_PAIRS = 5


@study_page(RESEARCHERS)
def waits(request: HttpRequest, door: Door) -> HttpResponse:
    """From the first signal to first help and to fitting help, per family and over all of them."""
    study = door.study([])
    names = {one.id: one.label for one in study.all(Family)}
    lines = [timeline(history_of(study, family)) for family in names]
    charts = []
    for number, (kind, words) in enumerate(
        (
            (START, _("van eerste signaal tot eerste hulp")),
            (FITTING, _("van eerste signaal tot passende hulp")),
        )
    ):
        told = [one.delay(FIRST_SIGNAL.id, kind.id) for one in lines]
        delays: list[Delay] = [one for one in told if one is not None]
        charts.append(delay_chart(delays, names, words, f"wachten-{number}"))
        charts.append(waiting_chart(delays, words, f"nog-wachten-{number}"))
    return page(request, "studies/waits.html", door=door, charts=[one for one in charts if one])


@study_page(RESEARCHERS)
def comparing(request: HttpRequest, door: Door) -> HttpResponse:
    """Pairs of families, and a truth table of at most three factors that theory chose."""
    study = door.study()
    known = {one.id: one.name for one in study.all(Factor)}
    chosen = [one for one in dict.fromkeys(request.GET.getlist("factor")) if one in known]
    trouble, display, pairs = "", None, {}
    negated = request.GET.get("uitkomst") == "niet"
    if chosen:
        ordered = case_ordered(study, chosen)
        pairs = {"alike": most_similar(ordered)[:_PAIRS], "different": most_different(ordered)[:_PAIRS]}
        try:
            display = comparison_display(
                compare(ordered.table(chosen, negated)),
                {**known, "outcome": _("hulp hielp"), "~outcome": _("hulp hielp niet")},
                {one.id: one.label for one in study.all(Family)},
            )
        except InputError as error:
            trouble = str(error)
    return page(
        request,
        "studies/compare.html",
        400 if len(chosen) > _MOST else 200,
        door=door,
        factors=tree(study.all(Factor)),
        chosen=chosen,
        negated=negated,
        display=display,
        alike=[_pair_words(study, one) for one in pairs.get("alike", [])],
        different=[_pair_words(study, one) for one in pairs.get("different", [])],
        left_out=_left_out(study, case_ordered(study, chosen), chosen) if chosen else [],
        trouble=trouble,
    )


def _pair_words(study: Study, pair: Pair) -> tuple[str, str, str, str, str]:
    def told(factors: tuple[str, ...]) -> str:
        return ", ".join(study.one(Factor, one).name for one in factors) or "–"

    one, other = (study.one(Family, case).label for case in (pair.one, pair.other))
    return one, other, told(pair.differ), told(pair.same), told(pair.unknown)


def _left_out(study: Study, ordered: CaseOrdered, chosen: list[str]) -> list[str]:
    """The families of which something is not known, so that they say nothing in the table."""
    complete = set(ordered.complete(chosen))
    return [study.one(Family, case).label for case in ordered.cases if case not in complete]
