# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moderation: a contribution is taken off the screen with a reason, and can be put back."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wijkverhaal.dialogue.submission import newest_of_each
from wijkverhaal.foundation.language import _


class ModerationReason(StrEnum):
    """Why a contribution was taken off the screen."""

    NAME = "naam"
    RECOGNISABLE = "herkenbaar"
    HURTFUL = "kwetsend"
    OFF_TOPIC = "ander-onderwerp"
    TWICE = "dubbel"
    ASKED = "op-verzoek"

    @property
    def word(self) -> str:
        """What a reader sees."""
        words = {
            ModerationReason.NAME: _("er staat een naam in"),
            ModerationReason.RECOGNISABLE: _("een kind of gezin is te herkennen"),
            ModerationReason.HURTFUL: _("de tekst kan iemand kwetsen"),
            ModerationReason.OFF_TOPIC: _("de tekst gaat over iets anders"),
            ModerationReason.TWICE: _("de tekst staat er twee keer"),
            ModerationReason.ASKED: _("de schrijver vroeg erom"),
        }
        return words[self]


@dataclass(frozen=True)
class Moderation:
    """A decision about a contribution; reason None puts it back.

    Attributes
    ----------
    contribution : str
    reason : ModerationReason or None
    facilitator : str
        Who decided; kept on the server.
    serial : int
    """

    contribution: str
    reason: ModerationReason | None
    facilitator: str
    serial: int


def moderated(decisions: Iterable[Moderation]) -> dict[str, ModerationReason]:
    """The contributions that are off the screen now, each with its reason; the newest decision counts."""
    newest = newest_of_each(decisions, lambda one: one.contribution)
    return {one.contribution: one.reason for one in newest if one.reason is not None}


def placeholder(reason: ModerationReason) -> str:
    """What stands on the screen instead."""
    return _("Deze bijdrage is weggehaald: {reason}.").format(reason=reason.word)
