# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would be expected of a wijk whose indicators were others.

This is an association: what is expected of wijken that have such values. It does not say what
would happen if somebody changed them. Every other determinant stays what it is, the mean of the
gemeente too, and no value may lie outside those from which the model learned in that year, nor may
values that each occur be further apart together than those of any such wijk. Wijken without a
figure taught it nothing and those with very few youths next to nothing, so neither count for that;
where the wijk itself lies outside, that indicator cannot be another.

With unchanged values the answer is the run's own expectation, up to the single precision in which
its draws are kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from wijkverhaal.expectation.combination import Combination
from wijkverhaal.expectation.determinant_form import DeterminantForm, forms_of
from wijkverhaal.expectation.expectation_draws import ExpectationDraws, Floats, read_expectation_draws
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _, number

_TAILS = (0.05, 0.95)
#: The edge of what goes together is found to a thousandth of the way there.
_HALVINGS = 10
#: As many youths a wijk must have to count for how far a value can go: on such wijken the model is proved
#: (`validation`), and at a usual rate its count says something.
FEWEST_YOUTHS = 100
#: Of so many wijken the one with the lowest and the one with the highest value do not count either.
_ONE_ODD_IN = 500


@dataclass(frozen=True)
class Expected:
    """A rate or a difference of rates: mean over the draws and 90% bounds."""

    value: float
    low: float
    high: float

    @classmethod
    def of(cls, draws: Floats) -> "Expected":
        low, high = np.quantile(draws, _TAILS)
        return cls(float(draws.mean()), float(low), float(high))


@dataclass(frozen=True)
class WhatIfAnswer:
    """What is expected of such a wijk, in percent of youths.

    Attributes
    ----------
    population, here
        In the average gemeente; in the gemeente of the wijk.
    difference
        Of `here` with what is expected of the wijk as it is, in percentage points.
    """

    population: Expected
    here: Expected
    difference: Expected


@dataclass(frozen=True)
class WhatIf:
    """The question for the wijken of one year.

    Attributes
    ----------
    draws
        Behind the expectations.
    forms : dict of str to DeterminantForm
        By indicator, those that the model uses.
    ranges : dict of str to tuple of float
        By indicator the lowest and highest value from which the model learned, in its own unit.
    values : dict of str to dict of str to float
        By area the values of the wijk that the model counts with.
    gemeente : dict of str to str
        By area.
    labels : dict of str to str
        By indicator, for who is told of a value out of range.
    combination : Combination
        Which values go together.
    """

    draws: ExpectationDraws
    forms: dict[str, DeterminantForm]
    ranges: dict[str, tuple[float, float]]
    values: dict[str, dict[str, float]]
    gemeente: dict[str, str]
    labels: dict[str, str]
    combination: Combination

    def answer(self, area: str, changed: Mapping[str, float]) -> WhatIfAnswer:
        """What is expected of a wijk like this one, but with other values.

        Parameters
        ----------
        area
            Code of the wijk.
        changed
            By indicator its other value, in its own unit.

        Raises
        ------
        NotFoundError
            When the wijk or the indicator is not in the model.
        InputError
            When a value lies outside the range, or that of the wijk itself does, or no wijk that counts
            has such values together.
        """
        if area not in self.draws.row or area not in self.gemeente:
            raise NotFoundError(
                _("Over wijk {code} is in {year} niets te berekenen; kies een andere wijk.").format(
                    code=area, year=self.draws.year
                )
            )
        for name, value in changed.items():
            self._require(area, name, value)
        design, other = self._designs(area, changed)
        if changed and not self.combination.occurs(other, design):
            raise InputError(
                _(
                    "Een wijk met deze kenmerken samen komt niet of bijna niet voor; kies waarden die"
                    " dichter bij elkaar passen."
                )
            )
        here = self.draws.expected(other, self.gemeente[area])
        now = self.draws.expected(design, self.gemeente[area])
        return WhatIfAnswer(
            Expected.of(self.draws.expected(other)), Expected.of(here), Expected.of(here - now)
        )

    def reach(self, area: str, name: str) -> tuple[float, float]:
        """Between which values an indicator of a wijk can lie when all others stay as they are.

        Narrower than the range of the year where the other values of the wijk rule the edge out; only
        its own value where that lies outside the range.
        """
        now = self.values[area][name]
        if not self.can_change(area, name):
            return now, now
        low, high = (self._furthest(area, name, now, edge) for edge in self.ranges[name])
        return low, high

    def can_change(self, area: str, name: str) -> bool:
        """Whether the wijk has a value of this indicator that lies within the range of the year."""
        if name not in self.ranges or name not in self.values.get(area, {}):
            return False
        low, high = self.ranges[name]
        return low <= self.values[area][name] <= high

    def _furthest(self, area: str, name: str, now: float, edge: float) -> float:
        """The value nearest to an edge that still goes with the others; found by halving."""
        if self._goes(area, name, edge):
            return edge
        near, far = now, edge
        for _step in range(_HALVINGS):
            middle = (near + far) / 2.0
            near, far = (middle, far) if self._goes(area, name, middle) else (near, middle)
        return near

    def _goes(self, area: str, name: str, value: float) -> bool:
        design, other = self._designs(area, {name: value})
        return self.combination.occurs(other, design)

    def _designs(self, area: str, changed: Mapping[str, float]) -> tuple[Floats, Floats]:
        """The design of a wijk as it is, and with other values."""
        design = self.draws.design[self.draws.row[area]]
        other = design.copy()
        for name, value in changed.items():
            for term, new in self.forms[name].design(value).items():
                other[self.draws.terms.index(term)] = new
        return design, other

    def _require(self, area: str, name: str, value: float) -> None:
        if name not in self.forms or name not in self.values.get(area, {}):
            raise NotFoundError(
                _("Het kenmerk {name} telt bij wijk {code} niet mee; kies een ander kenmerk.").format(
                    name=self.labels.get(name, name), code=area
                )
            )
        if value == self.values[area][name]:
            return
        if not self.can_change(area, name):
            raise InputError(
                _(
                    "Bij ‘{name}’ ligt wijk {code} zelf buiten wat het model goed kent;"
                    " verander een ander kenmerk."
                ).format(name=self.labels.get(name, name), code=area)
            )
        low, high = self.ranges[name]
        if not low <= value <= high:
            raise InputError(
                _(
                    "Bij ‘{name}’ staat {value}, maar in {year} kent het model alleen {low} tot en met"
                    " {high} goed genoeg; kies een getal daartussen."
                ).format(
                    name=self.labels[name],
                    value=number(value, 1),
                    year=self.draws.year,
                    low=number(low, 1),
                    high=number(high, 1),
                )
            )


def read_what_if(folder: Path, run: FinishedRun) -> dict[int, WhatIf]:
    """The question per year; empty where the run was made before its draws were kept.

    Parameters
    ----------
    folder
        Of the run.
    run
        The same, as read.
    """
    indicators = run.indicators
    if indicators is None:
        return {}
    plain = bool((run.card.get("settings") or {}).get("like_scp"))
    return {
        year: _of_year(draws, indicators.filter(pl.col("year") == year), run, plain)
        for year, draws in read_expectation_draws(folder, run.model).items()
    }


def _of_year(draws: ExpectationDraws, indicators: pl.DataFrame, run: FinishedRun, plain: bool) -> WhatIf:
    told = run.model["indicators"]
    columns = run.coefficients.filter(pl.col("year") == draws.year)
    forms = forms_of(columns, told, plain)
    seen = indicators.filter(
        pl.col("indicator").is_in(list(forms)), pl.col("value").is_not_null(), ~pl.col("filled_in")
    )
    values: dict[str, dict[str, float]] = {}
    for area, name, value in seen.select("area", "indicator", "value").iter_rows():
        values.setdefault(area, {})[name] = value
    taught = _taught(run, draws.year)
    known = run.of_year(draws.year).filter(pl.col("expected_here").is_not_null())
    rows = [draws.row[area] for area in taught if area in draws.row]
    places = [draws.terms.index(form.value[0]) for form in forms.values() if form.value[0] in draws.terms]
    return WhatIf(
        draws=draws,
        forms=forms,
        ranges=_ranges(seen.filter(pl.col("area").is_in(taught))),
        values=values,
        gemeente=dict(known.select("area", "gemeente").iter_rows()),
        labels={name: str(entry.get("label") or name) for name, entry in told.items()},
        combination=Combination.of(draws.design[rows], places),
    )


def _taught(run: FinishedRun, year: int) -> list[str]:
    """The wijken from which the model learned: with a figure and, where youths are known, enough of them."""
    wijken = run.of_year(year).filter(pl.col("expected_here").is_not_null())
    if run.family == "cbs":
        counted = pl.col("status").fill_null("no_row") != "no_row"
        return wijken.filter(counted, pl.col("youths") >= FEWEST_YOUTHS)["area"].to_list()
    return wijken.filter(pl.col("published_rate").is_not_null())["area"].to_list()


def _ranges(seen: pl.DataFrame) -> dict[str, tuple[float, float]]:
    """By indicator the lowest and the highest value, those of odd wijken left out."""
    found = {}
    for (name,), of_one in seen.group_by("indicator"):
        values = of_one["value"].sort().to_list()
        odd = len(values) // _ONE_ODD_IN
        found[str(name)] = (float(values[odd]), float(values[-1 - odd]))
    return found
