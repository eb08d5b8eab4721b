# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a conversation, and preparing it until it begins."""

from collections.abc import Sequence
from secrets import token_hex

from wijkverhaal.dialogue.contribution_text import cleaned, cleaned_line
from wijkverhaal.dialogue.figure_reference import FigureReference
from wijkverhaal.dialogue.session import SessionState
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.accounts.models import Account
from wijkverhaal.site.conversations.contributions.adding import held
from wijkverhaal.site.conversations.contributions.figure_key import figure_in, figure_key, figure_row
from wijkverhaal.site.conversations.models import Conversation

LONGEST_TITLE = 150
LONGEST_GOAL = 1000
MOST_WIJKEN = 6
MOST_FIGURES = 20
MOST_QUOTATIONS = 20


def make(account: Account, title: str, run: FinishedRun, year: int, wijken: Sequence[str]) -> Conversation:
    """Make a conversation; who makes it leads it.

    Raises
    ------
    InputError
        When there is no title, or no wijk that the run has in that year.
    """
    chosen = [code for code in dict.fromkeys(wijken) if run.area(code, year) is not None]
    if not chosen:
        raise InputError(_("Er is nog geen wijk gekozen; kies een wijk uit de lijst."))
    if len(chosen) > MOST_WIJKEN:
        raise InputError(
            _("Er passen {most} wijken in een gesprek; kies er minder.").format(most=MOST_WIJKEN)
        )
    made = Conversation.objects.create(
        id=token_hex(6),
        title=cleaned_line(title, LONGEST_TITLE),
        run=run.id,
        year=year,
        wijken=chosen,
    )
    made.facilitators.add(account)
    return made


def prepare(
    conversation: str,
    seen: int,
    title: str,
    goal: str,
    figures: Sequence[FigureReference],
    quotations: Sequence[str],
    anonymous: bool,
) -> None:
    """Write down what was prepared.

    Once it began its figures stay as they are, for contributions are about them; once somebody came in,
    so does whether names are shown, for that is what they were told.

    Raises
    ------
    InputError
        When somebody else changed it meanwhile, or something is missing or too long.
    """
    with held(conversation) as stored:
        _check_version(stored, seen)
        stored.title = cleaned_line(title, LONGEST_TITLE)
        stored.goal = cleaned(goal, LONGEST_GOAL) if goal.strip() else ""
        stored.quotations = list(dict.fromkeys(quotations))[:MOST_QUOTATIONS]
        if may_choose_figures(stored):
            stored.figures = _rows(stored, figures)
        if may_choose_names(stored):
            stored.anonymous = anonymous
        stored.version += 1
        stored.save()


def put_earlier(conversation: str, seen: int, key: str) -> None:
    """Look at a figure one place earlier.

    Raises
    ------
    InputError
        When somebody else changed the conversation meanwhile, or it began.
    """
    with held(conversation) as stored:
        _check_version(stored, seen)
        if not may_choose_figures(stored):
            raise InputError(_("Het gesprek is begonnen; daarom liggen de cijfers vast."))
        keys = [figure_key(figure_in(row)) for row in stored.figures]
        place = keys.index(key) if key in keys else 0
        if place:
            rows = stored.figures
            rows[place - 1], rows[place] = rows[place], rows[place - 1]
        stored.version += 1
        stored.save()


def _check_version(stored: Conversation, seen: int) -> None:
    if stored.version != seen:
        raise InputError(
            _("Een andere gespreksleider heeft dit gesprek net veranderd; kijk wat er nu staat.")
        )


def may_choose_figures(stored: Conversation) -> bool:
    """Whether other figures can be chosen: as long as nobody said anything about them."""
    return bool(stored.state == SessionState.PREPARED)


def may_choose_names(stored: Conversation) -> bool:
    """Whether it can still be chosen to show names: as long as nobody was told otherwise."""
    return may_choose_figures(stored) and not stored.participants.exists()


def _rows(stored: Conversation, figures: Sequence[FigureReference]) -> list[list[object]]:
    mine = [one for one in dict.fromkeys(figures) if one.area in stored.wijken and one.year == stored.year]
    if len(mine) > MOST_FIGURES:
        raise InputError(
            _("Er passen {most} cijfers in een gesprek; kies er minder.").format(most=MOST_FIGURES)
        )
    return [figure_row(one) for one in mine]
