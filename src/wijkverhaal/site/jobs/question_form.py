# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a question about the neighbourhood: which figures, and for which place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl
from django.http import QueryDict

from wijkverhaal.figures.outcome import outcome_label
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.language import _
from wijkverhaal.site.jobs.estimate_form import what_there_is

_SCP = "scp"


@dataclass(frozen=True)
class Askable:
    """What can be asked about.

    Attributes
    ----------
    figures : mapping
        Value in the form to outcome, year and whether it is SCP's file; the newest year first.
    gemeenten, regions : mapping of str to str
        Code to what it is called.
    """

    figures: Mapping[str, tuple[str, int, bool]]
    gemeenten: Mapping[str, str]
    regions: Mapping[str, str]

    @classmethod
    def of(cls, store: FigureStore) -> "Askable":
        """What the workspace holds."""
        there = what_there_is(store)
        figures = {
            f"{outcome}-{year}": (outcome, year, False)
            for outcome, years in there.years.items()
            for year in sorted(years, reverse=True)
        }
        if there.scp:
            figures[_SCP] = ("zonder-verblijf", 2017, True)
        if not figures:
            return cls({}, {}, {})
        wijken = store.areas().filter(pl.col("level") == "wijk").sort("year")
        known = wijken.drop_nulls("gemeente").unique("gemeente", keep="last").sort("gemeente_name")
        names = zip(known["gemeente"], known["gemeente_name"], strict=True)
        codes = store.regions().filter(pl.col("gemeente").is_in(known["gemeente"].to_list()))["region"]
        return cls(
            figures,
            {code: f"{name or code} ({code})" for code, name in names},
            {
                code: _("jeugdregio {code}").format(code=code)
                for code in sorted(codes.drop_nulls().unique().to_list())
            },
        )

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The figures to choose from, as a reader calls them."""
        return [(value, self.figures_in_words(value)) for value in self.figures]

    def figures_in_words(self, value: str) -> str:
        """What one choice is called."""
        outcome, year, scp = self.figures[value]
        words = f"{outcome_label(outcome)}, {year}"
        return _("{figures} (bestand van SCP)").format(figures=words) if scp else words


@dataclass
class QuestionForm:
    """What stands in the form, and a sentence per field that is wrong."""

    figures: str = ""
    place: str = ""
    without_origin: bool = False
    troubles: dict[str, str] = field(default_factory=dict)

    @classmethod
    def usual(cls, there: Askable, card: Mapping[str, Any] | None) -> "QuestionForm":
        """All wijken, and the newest figures of the run that somebody came from."""
        if card is None:
            return cls(next(iter(there.figures), ""))
        scp = card.get("family") == _SCP
        wanted = _SCP if scp else f"{card.get('outcome')}-{max(card.get('years') or [0])}"
        left_out = (card.get("settings") or {}).get("without_groups") or []
        first = next(iter(there.figures), "")
        return cls(wanted if wanted in there.figures else first, "", "origin" in left_out)

    @classmethod
    def read(cls, sent: QueryDict, there: Askable) -> "QuestionForm":
        """What somebody sent."""
        form = cls(
            sent.get("cijfers", "")[:40], sent.get("plaats", "")[:40], sent.get("zonder-herkomst") == "ja"
        )
        if form.figures not in there.figures:
            form.troubles["cijfers"] = _("Kies een uitkomst en een jaar waarover er cijfers zijn.")
        if form.place and form.place not in {**there.gemeenten, **there.regions}:
            form.troubles["plaats"] = _("Kies alle wijken, of een gemeente of regio uit de lijst.")
        return form

    def parameters(self, there: Askable) -> dict[str, Any]:
        """The choices as a job keeps them."""
        outcome, year, scp = there.figures[self.figures]
        chosen: dict[str, Any] = {
            "question": "local" if self.place else "neighbourhood",
            "outcome": outcome,
            "years": [year],
            "scp": scp,
            "without_origin": self.without_origin,
        }
        if self.place:
            chosen["gemeente" if self.place in there.gemeenten else "region"] = self.place
        return chosen
