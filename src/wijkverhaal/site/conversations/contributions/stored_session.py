# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A conversation as the rules know it, and back into the database."""

from wijkverhaal.dialogue.grouping_file import grouping_from
from wijkverhaal.dialogue.session import Session, SessionState
from wijkverhaal.dialogue.shown_together import NOT_YET, Grouping
from wijkverhaal.dialogue.step import Step
from wijkverhaal.site.conversations.contributions.figure_key import figure_in
from wijkverhaal.site.conversations.models import Conversation


def session_of(stored: Conversation) -> Session:
    """The conversation as `dialogue.session` knows it."""
    return Session(
        id=stored.id,
        title=stored.title,
        wijken=tuple(stored.wijken),
        run=stored.run,
        year=stored.year,
        goal=stored.goal,
        figures=tuple(figure_in(row) for row in stored.figures),
        quotations=tuple(stored.quotations),
        anonymous=stored.anonymous,
        state=SessionState(stored.state),
        step=Step(stored.step),
        figure=stored.figure,
        version=stored.version,
    )


def place_of(session: Session) -> dict[str, str | int]:
    """What a move changes of a conversation, by the names of its columns."""
    return {
        "state": session.state.value,
        "step": session.step.value,
        "figure": session.figure,
        "version": session.version,
    }


def grouping_of_stored(stored: Conversation) -> Grouping:
    """The grouping that was made when the conversation closed; before that nobody carries a group."""
    return NOT_YET if stored.grouping is None else grouping_from(stored.grouping)
