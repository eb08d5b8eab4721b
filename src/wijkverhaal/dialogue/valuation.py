# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Waarderen: what do we think of it? High use is never presented as bad, nor low use as good."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wijkverhaal.dialogue.in_threes import in_threes
from wijkverhaal.dialogue.shown_together import ENOUGH
from wijkverhaal.dialogue.submission import newest_of_each
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


@dataclass(frozen=True)
class ValuationTally:
    """What everybody thinks of one figure; nothing where fewer than three people answered."""

    people: int | None
    counts: dict[Valued, int]

    @property
    def sentence(self) -> str:
        """The counts in words."""
        if self.people is None:
            return _("Minder dan drie mensen hebben geantwoord; daarom tonen we geen aantallen.")
        parts = ", ".join(f"{self.counts[one]} × {one.word}" for one in Valued)
        return _("{people} mensen antwoordden: {parts}.").format(people=self.people, parts=parts)


def valuation_of(answers: Iterable[Valuation], figure: str, anonymous: bool = True) -> ValuationTally:
    """The tally of a figure; of each participant the newest answer counts.

    In an anonymous session the numbers move in threes (`in_threes`).
    """
    of_figure = [one for one in answers if one.figure == figure]
    counting = in_threes(of_figure) if anonymous else of_figure
    mine = newest_of_each(counting, lambda one: one.participant)
    if len(mine) < ENOUGH:
        return ValuationTally(None, {})
    counted = Counter(one.answer for one in mine)
    return ValuationTally(len(mine), {answer: counted[answer] for answer in Valued})
