# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be chosen on the pages of a conversation, beside what changes."""

from secrets import token_urlsafe
from typing import Any

from wijkverhaal.dialogue.figure_reference import FigureKind
from wijkverhaal.dialogue.figure_words import with_unit
from wijkverhaal.dialogue.in_threes import waiting_remark
from wijkverhaal.dialogue.opinion import Vote
from wijkverhaal.dialogue.recognition import Recognised
from wijkverhaal.dialogue.statement import LONGEST_STATEMENT, Tag
from wijkverhaal.dialogue.step import Step
from wijkverhaal.dialogue.valuation import Valued, valuation_remark
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.contributions.figure_key import figure_key
from wijkverhaal.site.conversations.screen.now import Now, own_vote
from wijkverhaal.site.conversations.screen.told_figure import ToldFigure, told_figure, wijk_names


def choices_of(now: Now) -> dict[str, Any]:
    """By the names that the templates know."""
    session = now.session
    names = wijk_names(session.run, list(session.wijken), session.year)
    return {
        "all_steps": list(Step),
        "recognised": list(Recognised),
        "tags": list(Tag),
        "votes": list(Vote),
        "valued": list(Valued),
        "longest_statement": LONGEST_STATEMENT,
        "valuation_remark": valuation_remark(),
        "waiting_remark": waiting_remark() if session.anonymous else "",
        "wijk_choices": list(zip(session.wijken, names, strict=True)),
        "told_at": _told_at(now) if len(names) > 1 else {},
        "indicator_choices": _indicators(now),
        "own_vote": own_vote,
        "own_guess": lambda value, figure: with_unit(value, figure.unit),
        "value_of": lambda figure: with_unit(figure.value, figure.unit) if figure.value is not None else "",
        "fresh_key": lambda: token_urlsafe(12),
    }


def _told_at(now: Now) -> dict[str, ToldFigure]:
    """The figures by their keys: with more wijken one must see under which something was said."""
    return {figure_key(one): told_figure(now.session.run, one) for one in now.session.figures}


def _indicators(now: Now) -> list[tuple[str, str]]:
    """By which figure one would see it: those of the conversation, and the use of care itself."""
    session = now.session
    found = {
        one.item: told_figure(session.run, one).label
        for one in session.figures
        if one.kind is FigureKind.INDICATOR
    }
    return [("", _("het gebruik van jeugdzorg zelf")), *found.items()]
