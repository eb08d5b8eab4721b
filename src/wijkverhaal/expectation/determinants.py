# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Determinants: indicators made ready for the model.

Each becomes a standardised column, cut off at five standard deviations so that one odd wijk
cannot steer a coefficient. A missing value takes the median, and a column of its own says that
it was missing: publishers withhold values of small wijken, so that absence tells something.
Indicators with which use is known to bend (many students, few inhabitants) also give their
square; it belongs to the same group, so that an explanation still adds up.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.expectation.sparse_kernels import Floats
from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.figures.indicator_group import NEIGHBOURHOOD_GROUPS
from wijkverhaal.figures.panel import Panel

_CUT = 5.0
_CUT_OF_SQUARE = 3.0
_MISSING_WORTH_A_COLUMN = 0.01
_TOO_MUCH_MISSING = 0.6
_SAME_PATTERN = 0.8  # correlation above which two patterns of missing values share a column


@dataclass(frozen=True)
class DesignColumn:
    """One column of the design.

    Attributes
    ----------
    indicator : Indicator
        Of which it is the value, or the absence.
    form : str
        "value"; "square", of the standardised value; or "absence", 1 where the value was missing.
    centre, scale : float
        What was subtracted from the indicator (on the scale of its transform), or from its
        square, and divided by.
    """

    indicator: Indicator
    form: Literal["value", "square", "absence"]
    centre: float
    scale: float

    @property
    def term(self) -> str:
        ending = {"value": "", "square": "_squared", "absence": "_missing"}[self.form]
        return self.indicator.id + ending

    @property
    def group(self) -> str:
        return self.indicator.group


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
    """

    columns: tuple[DesignColumn, ...]
    matrix: Floats
    missing: dict[str, float]
    left_out: dict[str, str]

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
        return Determinants(self.columns, matrix, self.missing, self.left_out)

    def of_group(self, group: str) -> list[int]:
        """The numbers of the columns of a group."""
        return [k for k, column in enumerate(self.columns) if column.group == group]


def determinants_of(
    panel: Panel, without_groups: frozenset[str] = frozenset(), plain: bool = False
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
    """
    columns: list[DesignColumn] = []
    vectors: list[Floats] = []
    patterns: list[Floats] = []
    missing: dict[str, float] = {}
    left_out: dict[str, str] = {}
    for indicator, values in zip(panel.indicators, panel.values.T, strict=True):
        absent = ~np.isfinite(values)
        reason = _reason_to_leave_out(panel.family, indicator, values, absent, without_groups)
        if reason:
            left_out[indicator.id] = reason
            continue
        centre, scale = float(values[~absent].mean()), float(values[~absent].std())
        standard = np.where(absent, np.median(values[~absent]) - centre, values - centre) / scale
        columns.append(DesignColumn(indicator, "value", centre, scale))
        vectors.append(standard if plain else np.clip(standard, -_CUT, _CUT))
        if indicator.curved and not plain:
            column, square = _square(indicator, standard)
            columns.append(column)
            vectors.append(square)
        if absent.any():
            missing[indicator.id] = float(absent.mean())
        if not plain and absent.mean() > _MISSING_WORTH_A_COLUMN and _is_new(absent, patterns):
            pattern = absent.astype(float)
            patterns.append(pattern)
            columns.append(DesignColumn(indicator, "absence", 0.0, 1.0))
            vectors.append(pattern)
    matrix = np.column_stack(vectors) if vectors else np.zeros((panel.values.shape[0], 0))
    return Determinants(tuple(columns), matrix, missing, left_out)


def _reason_to_leave_out(
    panel_family: str,
    indicator: Indicator,
    values: Floats,
    absent: NDArray[np.bool_],
    without_groups: frozenset[str],
) -> str:
    if indicator.group in without_groups:
        return "excluded"
    if panel_family == "cbs" and indicator.group in NEIGHBOURHOOD_GROUPS:
        return "neighbourhood"
    if absent.all():
        return "absent"
    if absent.mean() > _TOO_MUCH_MISSING:
        return "missing"
    spread = float(values[~absent].std())
    if spread <= 1e-9 * float(np.abs(values[~absent]).max()):
        return "constant"
    return ""


def _square(indicator: Indicator, standard: Floats) -> tuple[DesignColumn, Floats]:
    square = np.clip(standard, -_CUT_OF_SQUARE, _CUT_OF_SQUARE) ** 2
    centre, scale = float(square.mean()), float(square.std()) or 1.0
    return DesignColumn(indicator, "square", centre, scale), (square - centre) / scale


def _is_new(absent: NDArray[np.bool_], patterns: list[Floats]) -> bool:
    """Whether no earlier column says nearly the same of what is missing."""
    return all(np.corrcoef(absent, pattern)[0, 1] < _SAME_PATTERN for pattern in patterns)
