# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What everybody sees of a conversation at this moment, made from all that was contributed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from wijkverhaal.dialogue.guess import guesses_that_count
from wijkverhaal.dialogue.guess_spread import spread_of, spread_sentence
from wijkverhaal.dialogue.moderation import moderated, placeholder
from wijkverhaal.dialogue.opinion import OpinionTally, tallies_of
from wijkverhaal.dialogue.recognition import Recognised, recognition_of
from wijkverhaal.dialogue.remark import Remark, reasons_of, wishes_of
from wijkverhaal.dialogue.session import Session, SessionState
from wijkverhaal.dialogue.statement import Statement, Tag, roots_of
from wijkverhaal.dialogue.step import Step
from wijkverhaal.dialogue.tally import Tally
from wijkverhaal.dialogue.valuation import Valued, valuation_of
from wijkverhaal.site.conversations.contributions.contributed import Contributed, Lead
from wijkverhaal.site.conversations.contributions.figure_key import figure_key
from wijkverhaal.site.conversations.screen.spread_chart import spread_chart
from wijkverhaal.site.conversations.screen.told_figure import ToldFigure, told_figure
from wijkverhaal.site.runs.drawn import figure as drawn


@dataclass(frozen=True)
class Heap:
    """A statement with those that were merged into it; `instead` stands there where it was taken away.

    `figure` is the key of the figure under which it was said.
    """

    id: str
    text: str
    tag: Tag
    by: str
    tally: OpinionTally
    merged: tuple[Statement, ...]
    ids: frozenset[str]
    instead: str = ""
    figure: str = ""


@dataclass(frozen=True)
class ShownLead:
    """A lead for improvement; `instead` stands there where it was taken away."""

    lead: Lead
    by: str
    instead: str = ""


@dataclass(frozen=True)
class Written:
    """What people wrote beside their answers about a figure, without names.

    `key` and `question` are those of the figure; the step is that of the answers.
    """

    key: str
    question: str
    step: Step
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Now:
    """What everybody sees.

    Attributes
    ----------
    session : Session
    people : int
        How many came in.
    figure : ToldFigure or None
    shown : bool
        Whether the figure is shown yet.
    guessed : int
        How many people guessed this figure.
    spread : Markup or None
        The drawing with its table and sentence.
    spread_sentence : str
    recognition, valuation : Tally
    written : tuple of Written
        What people wrote beside their answers, of every figure.
    heaps : tuple of Heap
        In the order in which they were written.
    leads : tuple of ShownLead
    survey : str
        Where the cooperation survey is; empty where there is none.
    drawn : dict
        Parts of pages that were made from this, by their template.
    """

    session: Session
    people: int
    figure: ToldFigure | None
    shown: bool
    guessed: int
    spread: Markup | None
    spread_sentence: str
    recognition: Tally[Recognised]
    valuation: Tally[Valued]
    written: tuple[Written, ...]
    heaps: tuple[Heap, ...]
    leads: tuple[ShownLead, ...]
    survey: str = ""
    drawn: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def step(self) -> Step:
        return self.session.step

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What people wrote beside their answers of this step about this figure."""
        key = self.figure.key if self.figure else ""
        return next((one.remarks for one in self.written if (one.key, one.step) == (key, self.step)), ())

    @property
    def running(self) -> bool:
        return self.session.state is SessionState.RUNNING

    @property
    def closed(self) -> bool:
        return self.session.state is SessionState.CLOSED


def now_of(session: Session, there: Contributed, names: Mapping[str, str], people: int) -> Now:
    """What everybody sees, in the current language.

    Parameters
    ----------
    session : Session
    there : Contributed
    names : mapping of participant id to name
        Used only where the conversation is not anonymous.
    people : int
        How many came in.
    """
    reference = session.figures[session.figure] if session.figures else None
    figure = told_figure(session.run, reference) if reference else None
    key = figure_key(reference) if reference else ""
    shown_at = there.shown.get(key)
    spread = spread_of(there.guesses, key, shown_at, figure.value if figure else None)
    chart = spread_chart(spread, figure) if figure else None
    told = spread_sentence(spread, figure.value, figure.unit) if figure and figure.value is not None else ""
    names = {} if session.anonymous else names
    return Now(
        session=session,
        people=people,
        figure=figure,
        shown=shown_at is not None,
        guessed=len(guesses_that_count(there.guesses, key, shown_at)),
        spread=drawn(chart, open=False),
        spread_sentence=told,
        recognition=recognition_of(there.recognitions, key, session.anonymous),
        valuation=valuation_of(there.valuations, key, session.anonymous),
        written=_written(session, there),
        heaps=heaps_of(there, names, session.anonymous),
        leads=_leads(there, names),
    )


def heaps_of(there: Contributed, names: Mapping[str, str], anonymous: bool) -> tuple[Heap, ...]:
    """The statements as they stand under each other, with their votes."""
    off = moderated(there.moderations)
    shown = [one for one in there.statements if one.id not in off]
    # as in the report: what was merged into a statement that was taken away stands by itself again
    roots = roots_of(shown, there.merges)
    tallies = tallies_of(there.opinions, roots, anonymous)
    heaps: dict[str, list[Statement]] = {}
    for one in sorted(shown, key=lambda one: (one.id != roots[one.id], one.serial)):
        heaps.setdefault(roots[one.id], []).append(one)
    found = [
        Heap(
            id=root,
            text=mine[0].text,
            tag=mine[0].tag,
            by=names.get(mine[0].participant, ""),
            tally=tallies[root],
            merged=tuple(mine[1:]),
            ids=frozenset(one.id for one in mine),
            figure=mine[0].figure,
        )
        for root, mine in heaps.items()
    ]
    found += [
        Heap(one.id, "", one.tag, "", OpinionTally(None, {}), (), frozenset(), placeholder(off[one.id]))
        for one in there.statements
        if one.id in off
    ]
    return tuple(sorted(found, key=lambda heap: int(heap.id)))


def _written(session: Session, there: Contributed) -> tuple[Written, ...]:
    off = moderated(there.moderations)
    found = []
    for reference in session.figures:
        key = figure_key(reference)
        for step, remarks in (
            (Step.RECOGNISE, reasons_of(there.recognitions, key, off)),
            (Step.VALUE, wishes_of(there.valuations, key, off)),
        ):
            if remarks:
                found.append(Written(key, told_figure(session.run, reference).question, step, remarks))
    return tuple(found)


def _leads(there: Contributed, names: Mapping[str, str]) -> tuple[ShownLead, ...]:
    off = moderated(there.moderations)
    return tuple(
        ShownLead(one, names.get(one.participant, ""), placeholder(off[one.id]) if one.id in off else "")
        for one in there.leads
    )


def own_vote(heap: Heap, votes: Mapping[str, str]) -> str:
    """What a participant voted on a heap: on the statement on top, else on one that was merged into it."""
    if heap.id in votes:
        return votes[heap.id]
    under: Sequence[str] = [votes[one] for one in sorted(heap.ids) if one in votes]
    return under[-1] if under else ""
