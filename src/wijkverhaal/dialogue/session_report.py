# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of a session as data: who took part by kind, the course, what each step gave."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from wijkverhaal.dialogue.agreement import Agreement
from wijkverhaal.dialogue.contribution_text import isolated
from wijkverhaal.dialogue.document_material import FigureOutcome, Quotation
from wijkverhaal.dialogue.hypothesis import EvidenceBalance, Hypothesis
from wijkverhaal.dialogue.in_threes import why_left_out
from wijkverhaal.dialogue.moderation import ModerationReason
from wijkverhaal.dialogue.opinion import OpinionTally
from wijkverhaal.dialogue.opinion_group import OpinionGroups
from wijkverhaal.dialogue.session import Session
from wijkverhaal.dialogue.shown_together import Grouping, ShownGroup, group_word
from wijkverhaal.dialogue.statement import Statement, Tag
from wijkverhaal.dialogue.step import Step
from wijkverhaal.foundation.language import _, ngettext


@dataclass(frozen=True)
class Moment:
    """When the facilitator came to a step; by the server's clock.

    Attributes
    ----------
    step : Step
    at : datetime
    figure : int
        The place in the session of the figure that was looked at.
    about : str
        What that figure is called; empty where the step is not about one.
    """

    step: Step
    at: datetime
    figure: int = 0
    about: str = ""


@dataclass(frozen=True)
class ToldLead:
    """A lead that did not become an agreement; without who would do it, which may be a name."""

    text: str
    area: str


@dataclass(frozen=True)
class ToldStatement:
    """A statement as the report tells it.

    Attributes
    ----------
    text, tag : str, Tag
    by : str
        The kind of organisation as it may be shown, or the name in a session with names.
    tally : OpinionTally
    merged : tuple of str
        Texts of the statements that say the same.
    """

    text: str
    tag: Tag
    by: str
    tally: OpinionTally
    merged: tuple[str, ...] = ()


@dataclass(frozen=True)
class SessionReport:
    """The report; everything in it may leave the house.

    Attributes
    ----------
    title : str
    wijken : tuple of str
    run : str
    year : int
    groups : tuple of ShownGroup
        Empty where fewer than three people took part.
    course : tuple of Moment
    outcomes : tuple of FigureOutcome
        Each figure with what people guessed, recognised, thought and wrote.
    statements : tuple of ToldStatement
        Those with the most votes first.
    opinion : OpinionGroups or None
    hypotheses : tuple of (Hypothesis, EvidenceBalance)
    agreements : tuple of Agreement
    remarks : tuple of str
        What a reader must know beside it.
    goal : str
        What the conversation was for; empty where nobody wrote it down.
    quotations : tuple of Quotation
        Those that were told and may still be.
    leads : tuple of ToldLead
        Those that were not agreed.
    places : mapping of code to name
        What the wijken are called; empty where there is one, so that nothing needs to name it.
    """

    title: str
    wijken: tuple[str, ...]
    run: str
    year: int
    groups: tuple[ShownGroup, ...]
    course: tuple[Moment, ...]
    outcomes: tuple[FigureOutcome, ...]
    statements: tuple[ToldStatement, ...]
    opinion: OpinionGroups | None
    hypotheses: tuple[tuple[Hypothesis, EvidenceBalance], ...]
    agreements: tuple[Agreement, ...]
    remarks: tuple[str, ...]
    goal: str = ""
    quotations: tuple[Quotation, ...] = ()
    leads: tuple[ToldLead, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Explanations:
    """The statements of a session with all that belongs to them.

    Attributes
    ----------
    statements : sequence of Statement
    roots : mapping
        From `statement.roots_of`.
    tallies : mapping
        From `opinion.tallies_of`.
    moderated : mapping
        From `moderation.moderated`.
    opinion : OpinionGroups or None
    names : mapping of participant id to name
        Used only where the session is not anonymous.
    """

    statements: Sequence[Statement] = ()
    roots: Mapping[str, str] | None = None
    tallies: Mapping[str, OpinionTally] | None = None
    moderated: Mapping[str, ModerationReason] | None = None
    opinion: OpinionGroups | None = None
    names: Mapping[str, str] | None = None


def session_report(
    session: Session,
    grouping: Grouping,
    explanations: Explanations,
    course: Sequence[Moment] = (),
    outcomes: Sequence[FigureOutcome] = (),
    hypotheses: Sequence[tuple[Hypothesis, EvidenceBalance]] = (),
    agreements: Sequence[Agreement] = (),
    quotations: Sequence[Quotation] = (),
    leads: Sequence[ToldLead] = (),
    names: Sequence[str] = (),
) -> SessionReport:
    """The report of a session, in the current language.

    Parameters
    ----------
    session : Session
    grouping : Grouping
        The one that was made when the session closed; `shown_together.NOT_YET` before.
    explanations : Explanations
    course, outcomes, hypotheses, agreements, quotations, leads : sequences
    names : sequence of str
        What the wijken are called, in their order.
    """
    told = _told(explanations, grouping, session.anonymous)
    tallies = [tally for one in outcomes for tally in (one.recognition, one.valuation) if tally]
    left_out = any(tally.left_out for tally in (*tallies, *(one.tally for one in told)))
    places = dict(zip(session.wijken, names, strict=False)) if len(session.wijken) > 1 else {}
    return SessionReport(
        session.title,
        session.wijken,
        session.run,
        session.year,
        grouping.groups,
        _course(course),
        tuple(outcomes),
        told,
        explanations.opinion,
        tuple(hypotheses),
        tuple(agreements),
        (*_remarks(session, grouping, explanations.moderated or {}), *([why_left_out()] if left_out else [])),
        session.goal,
        tuple(quotations),
        tuple(leads),
        places,
    )


def _course(moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """In order; who presses a button again is still where they were."""
    found: list[Moment] = []
    for one in sorted(moments, key=lambda moment: moment.at):
        if not found or (found[-1].step, found[-1].about) != (one.step, one.about):
            found.append(one)
    return tuple(found)


def _told(explanations: Explanations, grouping: Grouping, anonymous: bool) -> tuple[ToldStatement, ...]:
    off = explanations.moderated or {}
    shown = [one for one in explanations.statements if not one.hidden and one.id not in off]
    roots = explanations.roots or {one.id: one.id for one in shown}
    heaps: dict[str, list[Statement]] = {}
    for one in sorted(shown, key=lambda one: (one.id != roots.get(one.id), one.serial)):
        heaps.setdefault(roots.get(one.id, one.id), []).append(one)
    tallies = explanations.tallies or {}
    names = {} if anonymous else explanations.names or {}
    found = [
        ToldStatement(
            heap[0].text,
            heap[0].tag,
            _by(heap[0], grouping, names),
            tallies.get(root, OpinionTally(None, {})),
            tuple(one.text for one in heap[1:]),
        )
        for root, heap in heaps.items()
    ]
    return tuple(sorted(found, key=lambda one: (-(one.tally.people or 0), one.text)))


def _by(statement: Statement, grouping: Grouping, names: Mapping[str, str]) -> str:
    """The name in a session with names, else the kind of organisation as it may be shown."""
    kind = group_word(grouping.key_of(statement.participant, statement.serial))
    return isolated(names[statement.participant]) if statement.participant in names else kind


def _remarks(session: Session, grouping: Grouping, off: Mapping[str, ModerationReason]) -> tuple[str, ...]:
    found = []
    if session.anonymous:
        found.append(_("De bijdragen staan hier zonder namen. Kleine groepen staan samen als overig."))
    if not grouping.groups:
        found.append(_("Hoeveel mensen van welke organisatie meededen, tonen we niet."))
    for reason, count in sorted(Counter(off.values()).items()):
        text = ngettext(
            "{count} bijdrage is weggehaald: {reason}.", "{count} bijdragen zijn weggehaald: {reason}.", count
        )
        found.append(text.format(count=count, reason=reason.word))
    found.append(_("Uitspraken zijn van deelnemers; ze zijn niet nagegaan."))
    return tuple(found)
