# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a facilitator does with a conversation: begin, move, show a figure, end, begin again."""

from django.utils import timezone

from wijkverhaal.dialogue.grouping_file import grouping_dict
from wijkverhaal.dialogue.session import Session, SessionState
from wijkverhaal.dialogue.shown_together import grouping_of
from wijkverhaal.dialogue.step import Step
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.contributions import entry_kind as kinds
from wijkverhaal.site.conversations.contributions.adding import append, held
from wijkverhaal.site.conversations.contributions.figure_key import figure_in, figure_key
from wijkverhaal.site.conversations.contributions.stored_session import place_of, session_of
from wijkverhaal.site.conversations.models import Conversation, Entry
from wijkverhaal.site.conversations.taking_part.joining import participants_of


def start(conversation: str, seen: int) -> None:
    """Begin, or begin again what was closed too early; what was written after a close carries no group.

    Parameters
    ----------
    seen : int
        The version that the facilitator had on the screen, here and below.

    Raises
    ------
    InputError
        When somebody else moved it meanwhile, or it has no figure.
    """
    with held(conversation) as stored:
        if not stored.figures:
            raise InputError(_("Er is nog geen cijfer gekozen; kies er minstens een voordat u begint."))
        session = session_of(stored).started(seen)
        begun = {"started": stored.started or timezone.now(), "closed": None}
        _keep(stored, session, **begun)


def move(conversation: str, seen: int, step: Step, figure: int | None = None) -> None:
    """Go to a step, and to a figure where one is named; after the first step figures are shown.

    Raises
    ------
    InputError
    """
    with held(conversation) as stored:
        session = session_of(stored).at(step, seen, figure)
        _keep(stored, session)
        if session.step is not Step.RECOGNISE:
            _show(stored, session)


def reveal(conversation: str, seen: int) -> None:
    """Show the figure that is looked at; guesses that come later do not count.

    Raises
    ------
    InputError
    """
    with held(conversation) as stored:
        session = session_of(stored)
        session = session.at(session.step, seen)
        _keep(stored, session, told=False)
        _show(stored, session)


def close(conversation: str, seen: int) -> None:
    """End the conversation; the grouping is made now, once.

    Raises
    ------
    InputError
    """
    with held(conversation) as stored:
        if stored.state != SessionState.RUNNING:
            raise InputError(
                _("Het gesprek {title} is niet bezig; start het eerst.").format(title=stored.title)
            )
        session = session_of(stored).closed(seen)
        if stored.grouping is None:
            made = grouping_of(participants_of(stored.pk), stored.last_serial)
            stored.grouping = grouping_dict(made)
        _keep(stored, session, told=False, grouping=stored.grouping, closed=timezone.now())


def _keep(stored: Conversation, session: Session, told: bool = True, **more: object) -> None:
    Conversation.objects.filter(pk=stored.pk).update(**place_of(session), **more)
    if told:
        append(stored, kinds.MOVE, {"step": session.step.value, "figure": session.figure})


def _show(stored: Conversation, session: Session) -> None:
    if not session.figures:
        return
    key = figure_key(session.figures[session.figure])
    shown = Entry.objects.filter(conversation=stored.pk, kind=kinds.REVEAL)
    if all(one.content["figure"] != key for one in shown):
        append(stored, kinds.REVEAL, {"figure": key})


def figure_keys(stored: Conversation) -> list[str]:
    """The names of the figures of a conversation, in order."""
    return [figure_key(figure_in(row)) for row in stored.figures]
