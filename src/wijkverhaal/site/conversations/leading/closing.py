# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stays with the wijken when a conversation ends: figures as they were judged, and its quotations."""

from django.utils import timezone

from wijkverhaal.dialogue.recognition import recognition_of
from wijkverhaal.dialogue.valuation import valuation_of
from wijkverhaal.site.conversations.contributions.contributed import contributed_to
from wijkverhaal.site.conversations.contributions.figure_key import figure_key
from wijkverhaal.site.conversations.contributions.stored_session import session_of
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.studies.leaving.released import released_with
from wijkverhaal.site.wijken.discussed import keep_discussed
from wijkverhaal.site.wijken.quotations import choose_quotation


def keep_with_the_wijken(stored: Conversation) -> None:
    """Tell each wijk what came of its figures; done again after a conversation that went on."""
    session, there = session_of(stored), contributed_to(stored.id)
    held = timezone.localdate(stored.started or timezone.now())
    for area in stored.wijken:
        looked_at = [one for one in session.figures if one.area == area and figure_key(one) in there.shown]
        told = [
            (
                one,
                recognition_of(there.recognitions, figure_key(one), stored.anonymous),
                valuation_of(there.valuations, figure_key(one), stored.anonymous),
            )
            for one in looked_at
        ]
        keep_discussed(stored.id, area, stored.run, held, told)
        for quotation in stored.quotations:
            if released_with(quotation) is not None:
                choose_quotation(area, quotation)
