# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The roles in which somebody visits the site."""

from wijkverhaal.foundation.language import _

#: Nobody we know; who came into one conversation by its link is one too.
STRANGER = "stranger"

READER = "reader"
ANALYST = "analyst"
RESEARCHER = "researcher"
FACILITATOR = "facilitator"
ADMINISTRATOR = "administrator"

#: What an account can be; each account is a reader, and none of the others includes another:
#: who manages accounts does not thereby read interviews.
ACCOUNT_ROLES = (READER, ANALYST, RESEARCHER, FACILITATOR, ADMINISTRATOR)


def role_words() -> dict[str, str]:
    """What each role of an account may do, in words.

    >>> list(role_words()) == list(ACCOUNT_ROLES)
    True
    """
    return {
        READER: _("lezer: bekijkt de cijfers"),
        ANALYST: _("analist: leest cijfers in en maakt berekeningen"),
        RESEARCHER: _("onderzoeker: werkt met verhalen"),
        FACILITATOR: _("gespreksleider: bereidt gesprekken voor en leidt ze"),
        ADMINISTRATOR: _("beheerder: beheert de accounts en leest het logboek"),
    }
