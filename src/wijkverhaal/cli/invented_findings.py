# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stays of the invented conversation: explanations with evidence, agreements, a look back.

Importing this needs Django to be set up.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from wijkverhaal.cli.fictional_study import TITLE
from wijkverhaal.dialogue.evidence import Direction
from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference
from wijkverhaal.dialogue.hypothesis import HypothesisState
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.simulation.conversation.fictional_conversation import FictionalConversation, Said
from wijkverhaal.simulation.study.fictional_study import fictional_study
from wijkverhaal.site.conversations.contributions import sorting_out
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.studies.leaving.released import released
from wijkverhaal.site.studies.models import ReleasedQuotation
from wijkverhaal.site.wijken.agreements import agreement_with, change_agreement, reflect
from wijkverhaal.site.wijken.evidence import hang_document, hang_figure, hang_quotation
from wijkverhaal.site.wijken.hypotheses import hypothesis_with, judge_hypothesis
from wijkverhaal.site.wijken.models import StoredHypothesis
from wijkverhaal.site.wijken.told_evidence import balances_of


def released_by_factor() -> dict[str, ReleasedQuotation]:
    """The released quotations of the fictional study, by the key of their factor."""
    keys = {one.name: one.key for one in fictional_study().factors}
    mine = [one for one in released() if one.study.title == TITLE and one.factor in keys]
    return {keys[one.factor]: one for one in mine}


def keep_findings(
    stored: Conversation,
    told: FictionalConversation,
    statements: Mapping[str, str],
    leads: Sequence[str],
    run: FinishedRun,
    wijk: str,
    days: Sequence[date],
) -> None:
    """Keep explanations, what hangs on them, and agreements; look back at the first that is done.

    Parameters
    ----------
    statements : mapping of str to str
        Key of an explanation to its number in the conversation.
    leads : sequence of str
        Number of each lead.
    days : sequence of date
        The day of the conversation, and by which day each lead is done.
    """
    kept = {}
    for one in told.statements:
        if one.stays:
            identity = sorting_out.explain(stored, {"uitspraak": statements[one.key], "wijk": wijk})
            kept[one.key] = hypothesis_with(identity)
            _hang(kept[one.key], one, run, stored.year, wijk)
    looked_back = False
    for lead, number, day in zip(told.leads, leads, days[1:], strict=True):
        form = {"aanknopingspunt": number, "wijk": wijk, "tekst": lead.text, "wie": lead.owner}
        form |= {"wanneer": day.isoformat(), "kenmerk": lead.indicator}
        agreement = agreement_with(sorting_out.agree(stored, form, days[0]))
        if lead.hypothesis in kept:
            agreement.hypothesis = kept[lead.hypothesis]
            agreement.save(update_fields=["hypothesis"])
        change_agreement(agreement, lead.state)
        if lead.state == "gedaan" and not looked_back:
            reflect(agreement, run.id, told.reflection)
            looked_back = True


def _hang(hypothesis: StoredHypothesis, said: Said, run: FinishedRun, year: int, wijk: str) -> None:
    quotation = released_by_factor().get(said.factor)
    if quotation is not None:
        hang_quotation(hypothesis, quotation.id, Direction.FOR)
    if said.document:
        hang_document(hypothesis, said.document, "", Direction.FOR)
    if said.part:
        _hang_figures(hypothesis, said, run, year, wijk)


def _hang_figures(hypothesis: StoredHypothesis, said: Said, run: FinishedRun, year: int, wijk: str) -> None:
    """The part of the explanation says by itself which way it points."""
    part = next(one for one in run.explained(wijk, year) if one["part"] == said.part)
    sure = part["effect_low"] > 0 or part["effect_high"] < 0
    direction = Direction.FOR if part["effect"] > 0 else Direction.AGAINST
    hang_figure(hypothesis, run, FigureReference(FigureKind.PART, wijk, year, said.part), direction)
    if said.indicator:
        indicator = FigureReference(FigureKind.INDICATOR, wijk, year, said.indicator)
        hang_figure(hypothesis, run, indicator, direction)
    if sure:
        state = HypothesisState.SUPPORTED if direction is Direction.FOR else HypothesisState.CONTRADICTED
        judge_hypothesis(hypothesis, state, said.reason, balances_of([hypothesis])[hypothesis.id])
