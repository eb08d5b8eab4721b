# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Comparing cases: pairs of them, and which factors go together with how it went."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, percentage
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.comparing.comparison_choice import (
    ComparisonChoice,
    choice_words,
    most_given,
    read_choice,
)
from wijkverhaal.site.studies.door import RESEARCHERS, Door, study_page
from wijkverhaal.site.studies.words import tree
from wijkverhaal.stories.comparison import compare
from wijkverhaal.stories.drawing.case_label import case_label
from wijkverhaal.stories.drawing.case_ordered_table import bounds_table
from wijkverhaal.stories.drawing.comparison_display import ComparisonDisplay, comparison_display
from wijkverhaal.stories.drawing.pair_table import different_table, similar_table
from wijkverhaal.stories.matrix.case_ordered import CaseOrdered
from wijkverhaal.stories.matrix.left_out import EveryCase, LeftOut, left_out
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
    trouble, display, out = "", None, list[LeftOut]()
    ordered = choice.ordered(study, chosen)
    if chosen:
        out = left_out(ordered, chosen)
        try:
            display = _display(study, ordered, chosen, negated, expected)
        except InputError as error:
            trouble = _named(str(error), names)
    paired, of_pairs = _paired(request, study, choice)
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
        searched=_searched(study, ordered, chosen) if display else "",
        paired=paired,
        asked=request.GET.getlist("paar"),
        alike=similar_table(study, of_pairs),
        different=different_table(study, of_pairs),
        bounds=bounds_table(study, ordered) if chosen and not display else None,
        left_out=[_told(study, one, names) for one in out],
        families=sorted(study.all(Family), key=lambda one: one.label),
        trouble=trouble,
        **choice_words(study, choice),
    )


def _paired(
    request: HttpRequest, study: Study, choice: ComparisonChoice
) -> tuple[tuple[str, ...], CaseOrdered]:
    """The factors that pairs are compared in, those that were asked or else all that were coded."""
    coded = most_given(study, len(study.records))
    known = {one.id for one in study.all(Factor)}
    asked = tuple(one for one in dict.fromkeys(request.GET.getlist("paar")) if one in known)
    return asked or coded, choice.ordered(study, asked or coded)


def _expected(request: HttpRequest, chosen: list[str]) -> dict[str, str]:
    """Per factor what theory expects: that it leads to the outcome (wel), or that its absence does (niet)."""
    asked = {one: request.GET.get(f"verwacht-{one}", "") for one in chosen}
    return {one: way for one, way in asked.items() if way in ("wel", "niet")}


def _display(
    study: Study, ordered: CaseOrdered, chosen: list[str], negated: bool, expected: dict[str, str]
) -> ComparisonDisplay:
    names = {one.id: one.name for one in study.all(Factor)}
    directions = [one if way == "wel" else f"~{one}" for one, way in expected.items()]
    some_left_out = len(ordered.complete(chosen)) < len(ordered.cases)
    return comparison_display(
        compare(ordered.table(chosen, negated), directions=directions),
        {**names, "outcome": _("de hulp hielp"), "~outcome": _("de hulp hielp niet")},
        {case: case_label(study, case) for case in ordered.cases},
        EveryCase(ordered, tuple(chosen), negated) if some_left_out else None,
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


def _told(study: Study, one: LeftOut, names: dict[str, str]) -> str:
    """A case that is left out, with what is not known of it."""
    missing = [f"‘{names[factor]}’" for factor in one.unknown]
    if not one.judged:
        missing.append(_("of de hulp hielp"))
    return _("{case}: niet bekend is {what}").format(
        case=case_label(study, one.case), what=", ".join(missing)
    )
