# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Herkennen: is a figure recognised, and why or why not?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wijkverhaal.dialogue.tally import Tally, tally_of
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


def recognition_of(answers: Iterable[Recognition], figure: str, anonymous: bool = True) -> Tally[Recognised]:
    """The tally of a figure; in an anonymous session its numbers move in threes."""
    return tally_of(answers, figure, Recognised, anonymous)
