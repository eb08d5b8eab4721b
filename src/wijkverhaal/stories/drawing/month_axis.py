# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An axis of months from nothing on, for how long families waited."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, isinf

from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.svg import piece

WIDTH, SIDE = 400, 14
_STEPS = (1, 2, 3, 6, 12, 24, 36, 60, 120)
_MOST_TICKS = 8


@dataclass(frozen=True)
class MonthAxis:
    """An axis from 0 to `most` months between two places across the drawing."""

    most: float
    step: int
    left: float = SIDE
    right: float = WIDTH - 2 * SIDE

    def at(self, months: float) -> float:
        """The place of a length of time; what is longer stands at the edge."""
        share = min(max(months, 0.0), self.most) / self.most
        return round(self.left + share * (self.right - self.left), 1)

    def drawn(self, top: float, height: float) -> list[str]:
        """Its lines from `top` down, with the months above each."""
        lines = [
            piece(
                '<path d="M{x} {t}V{h}" stroke="#e1e7ec"/>'
                '<text x="{x}" y="{n}" font-size="12.5" text-anchor="middle" fill="#4a5866">{v}</text>',
                x=self.at(months),
                t=top,
                h=height,
                n=top - 5,
                v=str(months),
            )
            for months in range(0, int(self.most) + 1, self.step)
        ]
        title = piece(
            '<text x="{x}" y="{y}" font-size="12.5" fill="#4a5866">{t}</text>',
            x=self.left,
            y=top - 22,
            t=_("maanden"),
        )
        return [title, *lines]


def month_axis(months: Iterable[float], left: float = SIDE) -> MonthAxis:
    """The axis on which all these fit."""
    most = max([one for one in months if not isinf(one)] or [12.0])
    most = max(most, 1.0)
    step = next((one for one in _STEPS if most / one <= _MOST_TICKS), 240)
    return MonthAxis(float(step * ceil(most / step)), step, left)
