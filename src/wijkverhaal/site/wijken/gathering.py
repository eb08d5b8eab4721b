# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything about a wijk that goes into its Wijkverhaal, from where it is kept."""

from wijkverhaal.dialogue.document_material import FigureOutcome, Material
from wijkverhaal.dialogue.evidence import Evidence
from wijkverhaal.dialogue.figure_reference import FigureReference
from wijkverhaal.dialogue.hypothesis import HypothesisState
from wijkverhaal.dialogue.what_the_data_could_say import what_the_data_could_say
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.site.runs import library
from wijkverhaal.site.wijken.agreements import agreements_of
from wijkverhaal.site.wijken.cooperation import cooperation_told
from wijkverhaal.site.wijken.discussed import discussed_of, figure_from, outcome_of
from wijkverhaal.site.wijken.follow_ups import followed
from wijkverhaal.site.wijken.hypotheses import as_hypothesis, hypotheses_of
from wijkverhaal.site.wijken.models import DiscussedFigure, StoredHypothesis
from wijkverhaal.site.wijken.quotations import as_quotation, quotations_of
from wijkverhaal.site.wijken.told_evidence import balances_of, evidence_of
from wijkverhaal.site.wijken.wijk_now import WijkNow, run_for


def material_of(wijk: WijkNow, run: FinishedRun) -> tuple[Material, dict[str, list[Evidence]]]:
    """What the document is generated from, and per explanation what hangs on it, in the current language."""
    stored = hypotheses_of(wijk.code)
    balances, hung = balances_of(stored), evidence_of(stored)
    discussed = discussed_of(wijk.code)
    entries = library.entries()
    agreements = [followed(one, entries) for one in agreements_of(wijk.code)]
    material = Material(
        run,
        wijk.code,
        wijk.year,
        figures=_figures(discussed, [one for pieces in hung.values() for one in pieces], wijk.year),
        quotations=tuple(as_quotation(one) for one in quotations_of(wijk.code)),
        outcomes=_outcomes(discussed, wijk),
        hypotheses=tuple((as_hypothesis(one), balances[one.id]) for one in stored),
        agreements=tuple((one.agreement, one.follow_up) for one in agreements),
        cooperation=cooperation_told(wijk.code),
        without_figures=_without_figures(stored, run, wijk.year),
    )
    return material, hung


def _figures(
    discussed: list[DiscussedFigure], hung: list[Evidence], year: int
) -> tuple[FigureReference, ...]:
    """The figures that people looked at or hung on an explanation, each once, of the year that is told."""
    looked_at = [figure_from(one.figure) for one in discussed]
    evidence = [one.figure for one in hung if one.figure is not None]
    of_now = [FigureReference(one.kind, one.area, year, one.item) for one in (*looked_at, *evidence)]
    return tuple(dict.fromkeys(of_now))


def _outcomes(discussed: list[DiscussedFigure], wijk: WijkNow) -> tuple[FigureOutcome, ...]:
    found = [outcome_of(one, run_for(wijk, one.run)) for one in discussed]
    return tuple(one for one in found if one is not None)


def _without_figures(stored: list[StoredHypothesis], run: FinishedRun, year: int) -> tuple[str, ...]:
    """The open explanations of which no figure can tell; of the others people said what they make of them."""
    found = []
    for one in (one for one in stored if one.state == HypothesisState.OPEN):
        try:
            says = what_the_data_could_say(run, as_hypothesis(one), year)
        except NotFoundError:
            continue
        if not says.can_tell:
            found.append(one.text)
    return tuple(found)
