# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of a conversation, from the database."""

from dataclasses import replace

from wijkverhaal.dialogue.document_material import FigureOutcome
from wijkverhaal.dialogue.guess_spread import spread_of, spread_sentence
from wijkverhaal.dialogue.moderation import moderated
from wijkverhaal.dialogue.opinion import tallies_of, votes_of
from wijkverhaal.dialogue.opinion_group import opinion_groups
from wijkverhaal.dialogue.session import Session
from wijkverhaal.dialogue.session_report import (
    Explanations,
    Moment,
    SessionReport,
    ToldLead,
    session_report,
)
from wijkverhaal.dialogue.statement import roots_of
from wijkverhaal.dialogue.step import Step
from wijkverhaal.site.conversations.contributions.contributed import Contributed, contributed_to
from wijkverhaal.site.conversations.contributions.figure_key import figure_key
from wijkverhaal.site.conversations.contributions.stored_session import grouping_of_stored, session_of
from wijkverhaal.site.conversations.leading.closing import judged_figures
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.screen.told_figure import told_figure, wijk_names
from wijkverhaal.site.conversations.taking_part.joining import participants_of
from wijkverhaal.site.studies.leaving.released import released_with
from wijkverhaal.site.wijken.agreements import agreements_of_conversation, as_agreement
from wijkverhaal.site.wijken.discussed import JudgedFigure
from wijkverhaal.site.wijken.hypotheses import as_hypothesis, hypotheses_of_conversation
from wijkverhaal.site.wijken.quotations import as_quotation
from wijkverhaal.site.wijken.told_evidence import balances_of


def report_of(stored: Conversation) -> SessionReport:
    """The report in the language of the reader; whatever stands in it may leave the house."""
    session, there = session_of(stored), contributed_to(stored.id)
    hypotheses = hypotheses_of_conversation(stored.id)
    balances = balances_of(hypotheses)
    found = [released_with(one) for one in stored.quotations]
    return session_report(
        session,
        grouping_of_stored(stored),
        _explanations(stored, there),
        [_named(one, session) for one in there.course],
        [_outcome(one, session, there) for one in judged_figures(stored)],
        [(as_hypothesis(one), balances[one.id]) for one in hypotheses],
        [as_agreement(one) for one in agreements_of_conversation(stored.id)],
        [as_quotation(one) for one in found if one is not None],
        _leads(stored, there),
        wijk_names(stored.run, stored.wijken, stored.year),
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


def _outcome(one: JudgedFigure, session: Session, there: Contributed) -> FigureOutcome:
    told, key = told_figure(session.run, one.figure), figure_key(one.figure)
    spread = spread_of(there.guesses, key, there.shown[key], told.value)
    guesses = "" if spread is None or told.value is None else spread_sentence(spread, told.value, told.unit)
    return FigureOutcome(
        told.question,
        one.recognition,
        one.valuation,
        year=one.figure.year,
        sentence=told.sentence,
        guesses=guesses,
        reasons=one.reasons,
        wishes=one.wishes,
    )


def _named(moment: Moment, session: Session) -> Moment:
    """With the figure that was looked at; the last step is about all of them."""
    if moment.step is Step.IMPROVE or moment.figure >= len(session.figures):
        return moment
    return replace(moment, about=told_figure(session.run, session.figures[moment.figure]).question)


def _leads(stored: Conversation, there: Contributed) -> list[ToldLead]:
    off = moderated(there.moderations)
    agreed = {one.contribution for one in agreements_of_conversation(stored.id, also_away=True)}
    return [ToldLead(one.text, one.area) for one in there.leads if one.id not in off and one.id not in agreed]
