# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Herkennen: is a figure recognised, and why or why not?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wijkverhaal.dialogue.in_threes import in_threes
from wijkverhaal.dialogue.shown_together import ENOUGH
from wijkverhaal.dialogue.submission import newest_of_each
from wijkverhaal.foundation.language import _


class Recognised(StrEnum):
    """Whether somebody recognises a figure."""

    YES = "ja"
    PARTLY = "deels"
    NO = "nee"

    @property
    def word(self) -> str:
        """What a reader sees."""
        words = {
            Recognised.YES: _("herkend"),
            Recognised.PARTLY: _("deels herkend"),
            Recognised.NO: _("niet herkend"),
        }
        return words[self]


@dataclass(frozen=True)
class Recognition:
    """What one participant says of one figure; the reason may be empty."""

    participant: str
    figure: str
    answer: Recognised
    serial: int
    reason: str = ""
    client_key: str = ""


@dataclass(frozen=True)
class RecognitionTally:
    """What everybody says of one figure.

    Attributes
    ----------
    people : int or None
        None where fewer than three people answered.
    counts : dict of Recognised to int
        Empty where fewer than three people answered.
    """

    people: int | None
    counts: dict[Recognised, int]

    @property
    def sentence(self) -> str:
        """The counts in words."""
        if self.people is None:
            return _("Minder dan drie mensen hebben geantwoord; daarom tonen we geen aantallen.")
        parts = ", ".join(f"{self.counts[one]} × {one.word}" for one in Recognised)
        return _("{people} mensen antwoordden: {parts}.").format(people=self.people, parts=parts)


def recognition_of(answers: Iterable[Recognition], figure: str, anonymous: bool = True) -> RecognitionTally:
    """The tally of a figure; of each participant the newest answer counts.

    In an anonymous session the numbers move in threes (`in_threes`).
    """
    of_figure = [one for one in answers if one.figure == figure]
    counting = in_threes(of_figure) if anonymous else of_figure
    mine = newest_of_each(counting, lambda one: one.participant)
    if len(mine) < ENOUGH:
        return RecognitionTally(None, {})
    counted = Counter(one.answer for one in mine)
    return RecognitionTally(len(mine), {answer: counted[answer] for answer in Recognised})
