# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Waarderen: what do we think of it? High use is never presented as bad, nor low use as good."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wijkverhaal.dialogue.tally import Tally, tally_of
from wijkverhaal.foundation.language import _


class Valued(StrEnum):
    """What somebody thinks of a figure."""

    TOO_HIGH = "te-hoog"
    TOO_LOW = "te-laag"
    FINE = "in-orde"
    OTHERWISE = "anders"

    @property
    def word(self) -> str:
        """What a reader sees."""
        words = {
            Valued.TOO_HIGH: _("hoger dan wij willen"),
            Valued.TOO_LOW: _("lager dan wij willen"),
            Valued.FINE: _("zo in orde"),
            Valued.OTHERWISE: _("wij willen het anders"),
        }
        return words[self]


def valuation_remark() -> str:
    """What stands beside the question, whatever the figure says."""
    return _(
        "Veel gebruik kan betekenen dat kinderen de hulp krijgen die nodig is, of dat er veel nodig is."
        " Weinig gebruik kan betekenen dat er weinig nodig is, of dat hulp kinderen niet bereikt."
        " Het cijfer zelf zegt niet welke van die het is."
    )


@dataclass(frozen=True)
class Valuation:
    """What one participant thinks of one figure, and what should be otherwise where that was said."""

    participant: str
    figure: str
    answer: Valued
    serial: int
    wish: str = ""
    client_key: str = ""


def valuation_of(answers: Iterable[Valuation], figure: str, anonymous: bool = True) -> Tally[Valued]:
    """The tally of a figure; in an anonymous session its numbers move in threes."""
    return tally_of(answers, figure, Valued, anonymous)
