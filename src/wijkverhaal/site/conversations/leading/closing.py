# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stays with the wijken when a conversation ends: figures as they were judged, and its quotations."""

from django.utils import timezone

from wijkverhaal.dialogue.moderation import moderated
from wijkverhaal.dialogue.recognition import recognition_of
from wijkverhaal.dialogue.remark import reasons_of, texts_of, wishes_of
from wijkverhaal.dialogue.valuation import valuation_of
from wijkverhaal.site.conversations.contributions.contributed import contributed_to
from wijkverhaal.site.conversations.contributions.figure_key import figure_key
from wijkverhaal.site.conversations.contributions.stored_session import session_of
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.studies.leaving.released import released_with
from wijkverhaal.site.wijken.discussed import JudgedFigure, keep_discussed, was_discussed
from wijkverhaal.site.wijken.quotations import choose_quotation


def keep_with_the_wijken(stored: Conversation) -> None:
    """Tell each wijk what came of its figures; done again after a conversation that went on."""
    _keep_figures(stored)
    for area in stored.wijken:
        for quotation in stored.quotations:
            if released_with(quotation) is not None:
                choose_quotation(area, quotation)


def keep_figures_again(stored: Conversation) -> None:
    """Tell each wijk anew what came of its figures, where it was told before."""
    if was_discussed(stored.id):
        _keep_figures(stored)


def judged_figures(stored: Conversation) -> list[JudgedFigure]:
    """What the conversation made of each figure that was shown, in order."""
    session, there = session_of(stored), contributed_to(stored.id)
    off = moderated(there.moderations)
    return [
        JudgedFigure(
            one,
            recognition_of(there.recognitions, figure_key(one), stored.anonymous),
            valuation_of(there.valuations, figure_key(one), stored.anonymous),
            texts_of(reasons_of(there.recognitions, figure_key(one), off)),
            texts_of(wishes_of(there.valuations, figure_key(one), off)),
        )
        for one in session.figures
        if figure_key(one) in there.shown
    ]


def _keep_figures(stored: Conversation) -> None:
    held = timezone.localdate(stored.started or timezone.now())
    judged = judged_figures(stored)
    for area in stored.wijken:
        keep_discussed(stored.id, area, stored.run, held, [one for one in judged if one.figure.area == area])
