# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came of the search for slopes that differ between gemeenten: in numbers and in a sentence."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.within_between import SlopeChoice, choose_within_between
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.language import _

_NAMED = 10


@dataclass(frozen=True)
class SlopeSearch:
    """A search on the figures of one year.

    Attributes
    ----------
    year : int
        Of the figures; the newest of a run.
    chosen : frozenset of str
        Ids of the indicators whose gemeente's mean is a determinant too; empty where one slope
        foretold hidden figures as well.
    choices : mapping of str to SlopeChoice
        How each candidate did.
    """

    year: int
    chosen: frozenset[str]
    choices: Mapping[str, SlopeChoice]

    @classmethod
    def on(
        cls, panels: Sequence[Panel], settings: Settings, progress: Callable[[float], None] | None = None
    ) -> "SlopeSearch":
        """Search on the newest of the panels."""
        newest = max(panels, key=lambda panel: panel.year)
        return cls(newest.year, *choose_within_between(newest, settings, progress))

    def to_json(self) -> dict[str, Any]:
        return {
            "year": self.year,
            "chosen": sorted(self.chosen),
            "candidates": {
                name: {
                    "indicators": sorted(choice.indicators),
                    "gains": {
                        way: {
                            "difference": gain.difference,
                            "standard_error": gain.standard_error,
                            "wijken": gain.wijken,
                            "gemeenten": gain.gemeenten,
                            "verdict": gain.verdict,
                        }
                        for way, gain in choice.gains.items()
                    },
                }
                for name, choice in self.choices.items()
            },
        }


def slope_sentences(fitted_years: Sequence[FittedYear], search: SlopeSearch | None) -> list[str]:
    """Which indicators have another slope between gemeenten, and what the search found."""
    newest = max(fitted_years, key=lambda one: one.panel.year)
    labels = [
        column.indicator.text
        for column in newest.specification.determinants.columns
        if column.form == "between"
    ]
    if labels:
        names = ", ".join(labels[:_NAMED])
        if len(labels) > _NAMED:
            names = _("{names} en nog {count}").format(names=names, count=len(labels) - _NAMED)
        text = _(
            "Tussen gemeenten mag het gewicht van deze kenmerken anders zijn dan binnen een gemeente:"
            " {names}."
        )
        return [text.format(names=names)]
    if search is None:
        return []
    text = _(
        "Een eigen gewicht tussen gemeenten voorspelde verborgen cijfers van {year} niet duidelijk beter;"
        " elk kenmerk heeft daarom één gewicht."
    )
    return [text.format(year=search.year)]
