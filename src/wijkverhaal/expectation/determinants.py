# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Determinants: indicators made ready for the model.

Each becomes a standardised column, cut off at five standard deviations so that one odd wijk
cannot steer a coefficient. A missing value takes the median, and a column of its own says that
it was missing: publishers withhold values of small wijken, so that absence tells something.
Indicators with which use is known to bend (many students, few inhabitants) also give their
square; it belongs to the same group, so that an explanation still adds up.

Where an indicator is missing in all wijken of a gemeente, its absence says which gemeente that is and
nothing of a wijk; the effect of the gemeente has that already, so the column of absence is 0 there.
A value that lies absurdly far from all others counts as missing (`odd_value`).

The slope of an indicator between gemeenten may differ from that within them. Where asked, the mean
of the gemeente is a column of its own (Mundlak 1978, "On the pooling of time series and cross
section data", Econometrica 46): the coefficient of the value is then the slope within gemeenten,
and that of the mean how much the slope between them differs. Its group is the indicator's own.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.expectation.determinant_form import CUT, CUT_OF_SQUARE
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.expectation.odd_value import odd_values
from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.figures.indicator_group import NEIGHBOURHOOD_GROUPS
from wijkverhaal.figures.panel import Panel

_MISSING_WORTH_A_COLUMN = 0.01
_TOO_MUCH_MISSING = 0.6
_SAME_EVERYWHERE = 1e-9
_FEW_WIJKEN = 8  # of a gemeente; so few may all be small, and all withheld for that
_SAME_PATTERN = 0.8  # correlation above which two patterns of missing values share a column


@dataclass(frozen=True)
class DesignColumn:
    """One column of the design.

    Attributes
    ----------
    indicator : Indicator
        Of which it is the value, or the absence.
    form : str
        "value"; "square", of the standardised value; "between", the mean of the gemeente; or
        "absence", 1 where the value was missing.
    centre, scale : float
        What was subtracted from the indicator (on the scale of its transform), from its mean
        over the gemeente or from its square, and divided by.
    """

    indicator: Indicator
    form: Literal["value", "square", "between", "absence"]
    centre: float
    scale: float

    @property
    def term(self) -> str:
        endings = {"value": "", "square": "_squared", "between": "_between", "absence": "_missing"}
        return self.indicator.id + endings[self.form]

    @property
    def group(self) -> str:
        return self.indicator.group


_Built = tuple[DesignColumn, Floats]


@dataclass(frozen=True)
class Determinants:
    """The design without its intercept.

    Attributes
    ----------
    columns : tuple of DesignColumn
    matrix : ndarray of shape (wijken, columns)
    missing : dict of str to float
        Indicator id to the share of wijken whose value was filled in.
    left_out : dict of str to str
        Indicator id to why it is not used: "absent" (no file has it), "constant", "missing",
        "excluded" or "neighbourhood" (what is expected for a population leaves the place out;
        only SCP's own determinants are taken as a whole).
    odd : dict of str to tuple of str
        Indicator id to the wijken whose value was too odd to believe.
    """

    columns: tuple[DesignColumn, ...]
    matrix: Floats
    missing: dict[str, float]
    left_out: dict[str, str]
    odd: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that occur, in the order of the columns."""
        return tuple(dict.fromkeys(column.group for column in self.columns))

    def without_absence(self, rows: NDArray[np.bool_]) -> "Determinants":
        """The same, but in some wijken nothing is made of what is missing.

        Among small wijken a percentage is shown only where it is high. There an absent determinant
        foretells a high percentage; where the percentage itself was withheld it does not.
        """
        absence = np.array([column.form == "absence" for column in self.columns], dtype=bool)
        matrix = np.where(rows[:, None] & absence[None, :], 0.0, self.matrix)
        return replace(self, matrix=matrix)

    def of_group(self, group: str) -> list[int]:
        """The numbers of the columns of a group."""
        return [k for k, column in enumerate(self.columns) if column.group == group]


def determinants_of(
    panel: Panel,
    without_groups: frozenset[str] = frozenset(),
    plain: bool = False,
    neighbourhood: frozenset[str] = frozenset(),
    within_between: frozenset[str] = frozenset(),
    withheld_is_low: bool = False,
) -> Determinants:
    """The design of a panel.

    Parameters
    ----------
    panel
        The wijken with their indicators.
    without_groups
        Groups of indicators to leave out, such as "origin".
    plain
        Only standardise and fill in medians, as SCP's kind of model does: nothing is cut off and
        no column says what was missing.
    neighbourhood
        Groups of indicators about the place itself that are used all the same, such as "safety".
    within_between
        Ids of indicators of which the mean of the gemeente is a column too.
    withheld_is_low
        Fill in the first quartile for a percentage that is missing: SCP withholds those with few
        people behind them, so that they are lower than most.
    """
    gemeente = _Gemeente.of(panel)
    areas = panel.areas["area"].to_numpy()
    built: list[_Built] = []
    patterns: list[Floats] = []
    missing: dict[str, float] = {}
    left_out: dict[str, str] = {}
    odd: dict[str, tuple[str, ...]] = {}
    for indicator, values in zip(panel.indicators, panel.values.T, strict=True):
        unlikely = odd_values(values)
        absent = ~np.isfinite(values) | unlikely
        reason = _reason_to_leave_out(panel.family, indicator, values, absent, without_groups, neighbourhood)
        if reason:
            left_out[indicator.id] = reason
            continue
        if unlikely.any():
            odd[indicator.id] = tuple(str(code) for code in areas[unlikely])
        column, standard = _value(indicator, values, absent, withheld_is_low)
        vector = standard if plain else np.clip(standard, -CUT, CUT)
        built.append((column, vector))
        if indicator.curved and not plain:
            built.append(_square(indicator, standard))
        if indicator.id in within_between:
            built += _between(column, gemeente.mean(vector))
        if absent.any():
            missing[indicator.id] = float(absent.mean())
        telling = absent & ~unlikely & ~gemeente.all_of(absent)
        if _absence_tells(indicator, telling, patterns, plain):
            patterns.append(telling.astype(float))
            built.append((DesignColumn(indicator, "absence", 0.0, 1.0), patterns[-1]))
    matrix = np.column_stack([v for _c, v in built]) if built else np.zeros((panel.values.shape[0], 0))
    return Determinants(tuple(column for column, _v in built), matrix, missing, left_out, odd)


def _reason_to_leave_out(
    panel_family: str,
    indicator: Indicator,
    values: Floats,
    absent: NDArray[np.bool_],
    without_groups: frozenset[str],
    neighbourhood: frozenset[str],
) -> str:
    if indicator.group in without_groups:
        return "excluded"
    only_on_request = panel_family == "cbs" or indicator.family == "local"
    if only_on_request and indicator.group in NEIGHBOURHOOD_GROUPS - neighbourhood:
        return "neighbourhood"
    if absent.all():
        return "absent"
    if absent.mean() > _TOO_MUCH_MISSING:
        return "missing"
    largest = float(np.abs(values[~absent]).max())
    if largest <= 0.0 or float((values[~absent] / largest).std()) <= _SAME_EVERYWHERE:
        return "constant"
    return ""


def _value(indicator: Indicator, values: Floats, absent: NDArray[np.bool_], low: bool) -> _Built:
    known = values[~absent]
    largest = float(np.abs(known).max())  # divided by first, so that no square runs over
    instead = np.quantile(known, 0.25 if low and indicator.unit == "%" else 0.5)
    small = np.where(absent, instead, values) / largest
    centre, scale = float((known / largest).mean()), float((known / largest).std())
    return DesignColumn(indicator, "value", largest * centre, largest * scale), (small - centre) / scale


def _square(indicator: Indicator, standard: Floats) -> _Built:
    square = np.clip(standard, -CUT_OF_SQUARE, CUT_OF_SQUARE) ** 2
    centre, scale = float(square.mean()), float(square.std()) or 1.0
    return DesignColumn(indicator, "square", centre, scale), (square - centre) / scale


def _between(value: DesignColumn, mean: Floats) -> list[_Built]:
    """The column of the gemeente's mean; none where all gemeenten have the same."""
    centre, scale = float(mean.mean()), float(mean.std())
    if scale <= _SAME_EVERYWHERE:
        return []
    column = DesignColumn(
        value.indicator, "between", value.centre + value.scale * centre, value.scale * scale
    )
    return [(column, (mean - centre) / scale)]


@dataclass(frozen=True)
class _Gemeente:
    """Number of the gemeente of each wijk, and how much the wijk weighs in it."""

    number: Ints
    weight: Floats

    @classmethod
    def of(cls, panel: Panel) -> "_Gemeente":
        _codes, number = np.unique(panel.areas["gemeente"].to_numpy(), return_inverse=True)
        youths = np.nan_to_num(panel.column("youths")) if panel.family == "cbs" else np.ones(number.size)
        empty = np.bincount(number, youths)[number] <= 0.0
        return cls(number.astype(np.int64), np.where(empty, 1.0, youths))

    def mean(self, values: Floats) -> Floats:
        """At every wijk the mean of its gemeente, weighted by youths where they are known."""
        total = np.bincount(self.number, self.weight)
        return np.asarray((np.bincount(self.number, self.weight * values) / total)[self.number])

    def all_of(self, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Wijken of gemeenten of which every wijk is chosen; of few wijken that may be chance."""
        wijken = np.bincount(self.number)
        everything = (np.bincount(self.number, chosen) == wijken) & (wijken > _FEW_WIJKEN)
        return np.asarray(everything[self.number])


def _absence_tells(
    indicator: Indicator, absent: NDArray[np.bool_], patterns: list[Floats], plain: bool
) -> bool:
    """Whether what is missing gets a column of its own.

    Not of a gemeente's own figures: their absence says which gemeente asked, nothing of a wijk.
    """
    often = absent.mean() > _MISSING_WORTH_A_COLUMN
    return bool(often and not plain and indicator.family != "local" and _is_new(absent, patterns))


def _is_new(absent: NDArray[np.bool_], patterns: list[Floats]) -> bool:
    """Whether no earlier column says nearly the same of what is missing."""
    return all(np.corrcoef(absent, pattern)[0, 1] < _SAME_PATTERN for pattern in patterns)
