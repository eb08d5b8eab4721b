# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Comparing cases: pairs of them, and which factors go together with how it went."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, percentage
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.comparing.comparison_choice import choice_words, read_choice
from wijkverhaal.site.studies.door import RESEARCHERS, Door, study_page
from wijkverhaal.site.studies.words import tree
from wijkverhaal.stories.comparison import compare
from wijkverhaal.stories.drawing.case_label import case_label
from wijkverhaal.stories.drawing.comparison_display import ComparisonDisplay, comparison_display
from wijkverhaal.stories.drawing.pair_table import different_table, similar_table
from wijkverhaal.stories.matrix.case_ordered import CaseOrdered
from wijkverhaal.stories.search_noise import search_noise
from wijkverhaal.stories.study.record import Coding, Factor, Family
from wijkverhaal.stories.study.study import Study

_MOST = 3


@study_page(RESEARCHERS)
def comparing(request: HttpRequest, door: Door) -> HttpResponse:
    """Pairs of cases, and a truth table of at most three factors that theory chose."""
    study = door.study()
    choice = read_choice(request, study)
    chosen = list(choice.factors)
    names = {one.id: one.name for one in study.all(Factor)}
    expected = _expected(request, chosen)
    negated = request.GET.get("uitkomst") == "niet"
    trouble, display, ordered = "", None, None
    if chosen:
        ordered = choice.ordered(study, chosen)
        try:
            display = _display(study, ordered, chosen, negated, expected)
        except InputError as error:
            trouble = _named(str(error), names)
    return page(
        request,
        "studies/compare.html",
        400 if len(chosen) > _MOST else 200,
        door=door,
        factors=tree(study.all(Factor)),
        chosen=chosen,
        names=names,
        expected=expected,
        negated=negated,
        display=display,
        searched=_searched(study, ordered, chosen) if ordered and display else "",
        alike=similar_table(study, ordered) if ordered else None,
        different=different_table(study, ordered) if ordered else None,
        left_out=_left_out(study, ordered, chosen) if ordered else [],
        families=sorted(study.all(Family), key=lambda one: one.label),
        trouble=trouble,
        **choice_words(study, choice),
    )


def _expected(request: HttpRequest, chosen: list[str]) -> dict[str, str]:
    """Per factor what theory expects: that it leads to the outcome (wel), or that its absence does (niet)."""
    asked = {one: request.GET.get(f"verwacht-{one}", "") for one in chosen}
    return {one: way for one, way in asked.items() if way in ("wel", "niet")}


def _display(
    study: Study, ordered: CaseOrdered, chosen: list[str], negated: bool, expected: dict[str, str]
) -> ComparisonDisplay:
    names = {one.id: one.name for one in study.all(Factor)}
    directions = [one if way == "wel" else f"~{one}" for one, way in expected.items()]
    return comparison_display(
        compare(ordered.table(chosen, negated), directions=directions),
        {**names, "outcome": _("hulp hielp"), "~outcome": _("hulp hielp niet")},
        {case: case_label(study, case) for case in ordered.cases},
    )


def _named(sentence: str, names: dict[str, str]) -> str:
    """A sentence about conditions with what the factors are called, and never their ids."""
    for one, name in names.items():
        sentence = sentence.replace(one, f"‘{name}’")
    return sentence


def _searched(study: Study, ordered: CaseOrdered, chosen: list[str]) -> str:
    """How often chance holds a clean table for who picks the best of all factors that were coded."""
    kept = ordered.complete(chosen)
    good = sum(ordered.known[place] is True for place, case in enumerate(ordered.cases) if case in kept)
    coded = len({one.factor for one in study.all(Coding)} | set(chosen))
    return _(
        "Er zijn {count} factoren gecodeerd. Wie daaruit achteraf de mooiste {chosen} kiest, vindt in puur"
        " toeval in {chance} van de gevallen een tabel zonder tegenspraak."
    ).format(
        count=coded,
        chosen=len(chosen),
        chance=percentage(100 * search_noise(len(kept), good, coded, len(chosen)), 0),
    )


def _left_out(study: Study, ordered: CaseOrdered, chosen: list[str]) -> list[str]:
    """The cases of which something is not known, so that they say nothing in the table."""
    complete = set(ordered.complete(chosen))
    return [case_label(study, case) for case in ordered.cases if case not in complete]
