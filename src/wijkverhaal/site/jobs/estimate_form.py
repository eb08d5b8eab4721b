# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a run: what can be chosen, what somebody chose, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from wijkverhaal.expectation.request import Request
from wijkverhaal.figures.outcome import OUTCOMES, outcome_label
from wijkverhaal.figures.panel import years_with_counts
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.sentence import figure

_MOST_SEED = 2**31 - 1
#: Name in the form and name of the parameter.
_BOXES = (
    ("scp", "scp"),
    ("zonder-herkomst", "without_origin"),
    ("niveaus", "levels"),
    ("buren", "neighbours"),
    ("samen", "together"),
)


@dataclass(frozen=True)
class ThereIs:
    """What a run can be made of: years per outcome, and whether SCP's file is there."""

    years: Mapping[str, tuple[int, ...]]
    scp: bool

    @property
    def all_years(self) -> list[int]:
        """Every year of any outcome, the newest first."""
        return sorted({year for years in self.years.values() for year in years}, reverse=True)

    @property
    def outcomes(self) -> list[tuple[str, str, str]]:
        """Outcomes that have figures: name, what it is called, and its years."""
        return [
            (name, outcome_label(name), ", ".join(map(str, years)))
            for name, years in self.years.items()
            if years
        ]

    @property
    def nothing(self) -> bool:
        """Whether no run can be made."""
        return not self.all_years and not self.scp


def what_there_is(store: FigureStore) -> ThereIs:
    """What the workspace holds."""
    kinds = {source.kind for source in store.sources()}
    counted = "youth-care" in kinds or "kwb" in kinds
    years = {name: tuple(years_with_counts(store, name)) if counted else () for name in OUTCOMES}
    return ThereIs(years, "scp" in kinds)


@dataclass
class EstimateForm:
    """What stands in the form, as text, and a sentence per field that is wrong."""

    outcome: str
    years: tuple[int, ...] = ()
    boxes: dict[str, bool] = field(default_factory=dict)
    fdr: str = ""
    smallest: str = ""
    seed: str = ""
    troubles: dict[str, str] = field(default_factory=dict)

    @classmethod
    def usual(cls, there: ThereIs) -> "EstimateForm":
        """The usual choices of the model."""
        usual = Request()
        settings = usual.settings
        first = next((name for name, _label, _years in there.outcomes), usual.outcome)
        return cls(
            outcome=usual.outcome if there.years.get(usual.outcome) else first,
            boxes={
                "scp": there.scp and not there.all_years,
                "zonder-herkomst": False,
                "niveaus": settings.levels,
                "buren": settings.neighbours,
                "samen": settings.together,
            },
            fdr=figure(100 * usual.rule.false_discovery_rate, 0),
            smallest=figure(100 * usual.rule.smallest, 0),
            seed=str(settings.seed),
        )

    @classmethod
    def read(cls, sent: QueryDict, there: ThereIs) -> "EstimateForm":
        """What somebody sent."""
        years = tuple(
            sorted(
                {
                    int(one)
                    for one in sent.getlist("jaar")
                    if one.isascii() and one.isdigit() and len(one) == 4
                }
            )
        )
        form = cls(
            sent.get("uitkomst", "")[:40],
            years,
            {name: sent.get(name) == "ja" for name, _parameter in _BOXES},
            *(sent.get(name, "").strip()[:20] for name in ("fdr", "kleinste", "startgetal")),
        )
        form._check(there)
        return form

    def _check(self, there: ThereIs) -> None:
        if self.boxes["scp"]:
            if not there.scp:
                self.troubles["scp"] = _("Het bestand van SCP is nog niet ingelezen.")
        elif not there.years.get(self.outcome):
            self.troubles["uitkomst"] = _("Kies een uitkomst waarover er cijfers zijn.")
        elif unknown := sorted(set(self.years) - set(there.years[self.outcome])):
            self.troubles["jaar"] = _("Over {year} zijn er geen cijfers over deze uitkomst.").format(
                year=unknown[0]
            )
        if not 0 < (_number(self.fdr) or 0) <= 50:
            self.troubles["fdr"] = _("Geef een percentage van meer dan 0 en hoogstens 50, zoals 10.")
        smallest = _number(self.smallest)
        if smallest is None or not 0 <= smallest < 100:
            self.troubles["kleinste"] = _("Geef een percentage van 0 of meer en minder dan 100, zoals 10.")
        if not (self.seed.isascii() and self.seed.isdigit() and int(self.seed) <= _MOST_SEED):
            self.troubles["startgetal"] = _("Geef een heel getal, zoals 1.")

    def parameters(self) -> dict[str, Any]:
        """The choices as a job keeps them."""
        chosen = {parameter: self.boxes[name] for name, parameter in _BOXES}
        scp = chosen["scp"]
        return chosen | {
            # SCP's file has one outcome and one year of its own
            "outcome": Request.outcome if scp else self.outcome,
            "years": [] if scp else list(self.years),
            "fdr": _number(self.fdr),
            "smallest": _number(self.smallest),
            "seed": int(self.seed),
        }


def _number(text: str) -> float | None:
    """A number as a person writes it, with a comma or a point.

    >>> _number("2,5"), _number("nan"), _number("veel")
    (2.5, None, None)
    """
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if value == value and abs(value) < 1e9 else None
