# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A sign for each informant: a shape and a letter, the same wherever they are drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from wijkverhaal.foundation.svg import piece
from wijkverhaal.stories.help_history import HelpHistory

_SHAPES = (
    "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0Z",
    "M-6.5 -6.5H6.5V6.5H-6.5Z",
    "M0 -9L9 6.5H-9Z",
    "M0 -9L9 0L0 9L-9 0Z",
    "M-4 -7.5H4L8 0L4 7.5H-4L-8 0Z",
    "M-9 -6.5H9L0 9Z",
)
#: The room that one mark takes.
STEP = 20


@dataclass(frozen=True)
class InformantMark:
    """An informant with letter, role and the number of the shape."""

    informant: str
    letter: str
    role: str
    shape: int

    @property
    def label(self) -> str:
        """The letter and the role: A moeder."""
        return f"{self.letter} {self.role}"

    def drawn(self, x: float, y: float) -> str:
        """The mark with its middle at a place."""
        return piece(
            '<path d="{d}" transform="translate({x} {y})" fill="#fff" stroke="#1d5b99" stroke-width="1.5"/>'
            '<text x="{x}" y="{t}" font-size="9.5" font-weight="700" text-anchor="middle" fill="#1b2733">'
            "{letter}</text>",
            d=_SHAPES[self.shape],
            x=round(x, 1),
            y=round(y, 1),
            t=round(y + 3.5, 1),
            letter=self.letter,
        )

    def swatch(self) -> Markup:
        """The mark for a legend."""
        pieces = (
            '<svg class="swatch" viewBox="-14 -10 28 20" aria-hidden="true">' + self.drawn(0, 0) + "</svg>"
        )
        return Markup(pieces)  # noqa: S704 (made of pieces)


def informant_marks(
    history: HelpHistory, roles: Mapping[str, str], order: Sequence[str] = ()
) -> dict[str, InformantMark]:
    """A mark for everybody who tells.

    Parameters
    ----------
    roles : mapping of str to str
        The role of each informant, as a reader sees it.
    order : sequence of str
        Informants who come first; give all of the family to keep their letters when one side is drawn.
    """
    everybody = dict.fromkeys([*order, *history.informants])
    return {
        one: InformantMark(one, _letter(place), roles.get(one, one), place % len(_SHAPES))
        for place, one in enumerate(everybody)
    }


def _letter(place: int) -> str:
    letter = chr(ord("A") + place % 26)
    return letter if place < 26 else letter + str(place // 26 + 1)
