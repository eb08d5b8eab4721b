# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The characteristics of a wijk beside those of its gemeente and the country."""

from dataclasses import dataclass

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.indicator_means import IndicatorMeans
from wijkverhaal.figures.indicator_group import GROUPS
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.sentence import DASH, figure


@dataclass(frozen=True)
class Characteristic:
    """One indicator of a wijk.

    Attributes
    ----------
    id, label, unit : str
        The unit with its denominator, in words.
    group : str
        Its group in words.
    wijk, gemeente, country : float or None
        In its own unit.
    spread : float
        Over the wijken of the country.
    from_year : int or None
        Of the value of the wijk.
    earlier : bool
        Whether that is before the year of the figures.
    filled_in : bool
        Whether the model counted with another value.
    """

    id: str
    label: str
    unit: str
    group: str
    wijk: float | None
    gemeente: float | None
    country: float | None
    spread: float
    from_year: int | None
    earlier: bool
    filled_in: bool

    def away(self, value: float | None) -> float | None:
        """How many standard deviations a value lies from the country."""
        if value is None or self.country is None or not self.spread:
            return None
        return (value - self.country) / self.spread

    @property
    def year_words(self) -> str:
        """The year of the value; that it is from an earlier one, or not known, is said."""
        if self.from_year is None:
            return _("niet bekend; het model vult aan") if self.filled_in else _("niet bekend")
        if self.filled_in:
            return _("{year}; vreemde waarde, telt niet mee").format(year=self.from_year)
        if self.earlier:
            return _("{year}, uit een eerder jaar").format(year=self.from_year)
        return str(self.from_year)


def characteristics(
    run: FinishedRun, area: str, year: int, means: IndicatorMeans | None
) -> list[Characteristic]:
    """The characteristics of a wijk by group; none where the run did not keep them.

    An indicator that no wijk of the country has is left out.
    """
    row = run.area(area, year)
    if means is None or row is None:
        return []
    told = run.model.get("indicators", {})
    found = [
        Characteristic(
            id=one["indicator"],
            label=str(told.get(one["indicator"], {}).get("label") or one["indicator"]),
            unit=_unit(told.get(one["indicator"], {})),
            group=GROUPS[one["group"]].text if one["group"] in GROUPS else one["group"],
            wijk=one["value"],
            gemeente=means.gemeente.get((row["gemeente"], one["indicator"])),
            country=means.country[one["indicator"]],
            spread=means.spread[one["indicator"]] or 0.0,
            from_year=one["from_year"],
            earlier=one["from_year"] is not None and one["from_year"] < year,
            filled_in=one["filled_in"],
        )
        for one in run.indicators_of(area, year)
        if one["indicator"] in means.country
    ]
    order = [group.text for group in GROUPS.values()]
    return sorted(found, key=lambda one: order.index(one.group) if one.group in order else len(order))


def _unit(entry: dict[str, str]) -> str:
    unit, of = entry.get("unit") or "", entry.get("of") or ""
    return _("{unit} van {of}").format(unit=unit, of=of) if unit and of else unit


def decimals_of(one: Characteristic) -> int:
    """Large numbers are read without decimals."""
    return 0 if max(abs(value or 0.0) for value in (one.wijk, one.country)) >= 1000 else 1


def written(one: Characteristic, value: float | None) -> str:
    """A value as the reader sees it."""
    return DASH if value is None else figure(value, decimals_of(one))
