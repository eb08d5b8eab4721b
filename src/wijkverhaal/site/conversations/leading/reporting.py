# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of a conversation, from the database."""

from wijkverhaal.dialogue.document_material import FigureOutcome
from wijkverhaal.dialogue.moderation import moderated
from wijkverhaal.dialogue.opinion import tallies_of, votes_of
from wijkverhaal.dialogue.opinion_group import opinion_groups
from wijkverhaal.dialogue.recognition import recognition_of
from wijkverhaal.dialogue.session_report import Explanations, SessionReport, session_report
from wijkverhaal.dialogue.statement import roots_of
from wijkverhaal.dialogue.valuation import valuation_of
from wijkverhaal.site.conversations.contributions.contributed import Contributed, contributed_to
from wijkverhaal.site.conversations.contributions.figure_key import figure_key
from wijkverhaal.site.conversations.contributions.stored_session import grouping_of_stored, session_of
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.screen.told_figure import told_figure
from wijkverhaal.site.conversations.taking_part.joining import participants_of
from wijkverhaal.site.wijken.agreements import agreements_of_conversation, as_agreement
from wijkverhaal.site.wijken.hypotheses import as_hypothesis, hypotheses_of_conversation
from wijkverhaal.site.wijken.told_evidence import balances_of


def report_of(stored: Conversation) -> SessionReport:
    """The report in the language of the reader; whatever stands in it may leave the house."""
    session, there = session_of(stored), contributed_to(stored.id)
    hypotheses = hypotheses_of_conversation(stored.id)
    balances = balances_of(hypotheses)
    return session_report(
        session,
        grouping_of_stored(stored),
        _explanations(stored, there),
        there.course,
        _outcomes(stored, there),
        [(as_hypothesis(one), balances[one.id]) for one in hypotheses],
        [as_agreement(one) for one in agreements_of_conversation(stored.id)],
    )


def _explanations(stored: Conversation, there: Contributed) -> Explanations:
    off = moderated(there.moderations)
    statements = [one for one in there.statements if one.id not in off]
    roots = roots_of(statements, there.merges)
    names = {one.id: one.name for one in participants_of(stored.id) if one.name}
    return Explanations(
        statements,
        roots,
        tallies_of(there.opinions, roots, stored.anonymous),
        off,
        opinion_groups(votes_of(there.opinions, roots)),
        None if stored.anonymous else names,
    )


def _outcomes(stored: Conversation, there: Contributed) -> list[FigureOutcome]:
    return [
        FigureOutcome(
            told_figure(stored.run, one).question,
            recognition_of(there.recognitions, figure_key(one), stored.anonymous),
            valuation_of(there.valuations, figure_key(one), stored.anonymous),
        )
        for one in session_of(stored).figures
        if figure_key(one) in there.shown
    ]
