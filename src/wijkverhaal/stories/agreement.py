# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreement of coders: over all values and per factor, with what they should talk about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from wijkverhaal.stories.alpha import SCALES, Alpha, Scale, krippendorff_alpha
from wijkverhaal.stories.coder_table import CoderTable, Difference, differences
from wijkverhaal.stories.kappa import Kappa, Numbers, cohen_kappa, fleiss_kappa


@dataclass(frozen=True)
class FactorAgreement:
    """Agreement on one factor (or one value): is it there or not?

    Attributes
    ----------
    factor : str
    alpha : Alpha
        Nominal.
    kappa : Kappa
    used : int
        How often a coder gave it.
    differ : tuple of str
        The units on which coders differ about it.
    """

    factor: str
    alpha: Alpha
    kappa: Kappa
    used: int
    differ: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """All that is said about the agreement in a table.

    Attributes
    ----------
    alphas : dict of scale to Alpha or None
        None where the scale does not fit the values: order needs numbers, ratio needs none below 0.
    kappa : Kappa
        Cohen's of two coders, Fleiss' of more.
    pairs : dict of two coders to Kappa
        Cohen's of every two coders, where there are more than two.
    percent : float or None
        Share of the pairs of values within a unit that are the same.
    factors : tuple of FactorAgreement
        Per value.
    differences : tuple of Difference
    """

    alphas: dict[Scale, Alpha | None]
    kappa: Kappa
    pairs: dict[tuple[str, str], Kappa]
    percent: float | None
    factors: tuple[FactorAgreement, ...]
    differences: tuple[Difference, ...]


def agreement(table: CoderTable) -> Agreement:
    """The agreement in a table of codings."""
    nominal = krippendorff_alpha(table.ratings, "nominal")
    return Agreement(
        {scale: _fitting(table, scale) for scale in SCALES},
        _kappa(table.ratings),
        _pairs(table),
        1 - nominal.observed if nominal.units else None,
        tuple(_of_value(table, value) for value in table.categories),
        tuple(differences(table)),
    )


def agreement_by_factor(
    units: Sequence[str], marks: Mapping[str, Sequence[Sequence[bool | None]]]
) -> list[FactorAgreement]:
    """Agreement per factor of a codebook.

    Parameters
    ----------
    units : sequence of str
        Passages, sentences or speaker turns.
    marks : mapping of factor to (units, coders)
        Whether each coder gave the factor to the unit; None where a coder did not read it.
    """
    return [
        factor_agreement(
            factor, units, np.array([[np.nan if one is None else one for one in row] for row in rows])
        )
        for factor, rows in marks.items()
    ]


def _fitting(table: CoderTable, scale: Scale) -> Alpha | None:
    if scale != "nominal" and not table.numeric:
        return None
    if scale == "ratio" and (table.ratings[~np.isnan(table.ratings)] < 0).any():
        return None
    return krippendorff_alpha(table.ratings, scale)


def _kappa(ratings: Numbers) -> Kappa:
    return cohen_kappa(ratings) if ratings.shape[1] == 2 else fleiss_kappa(ratings)


def _pairs(table: CoderTable) -> dict[tuple[str, str], Kappa]:
    if len(table.coders) == 2:
        return {}
    return {
        (table.coders[i], table.coders[j]): cohen_kappa(table.ratings[:, [i, j]])
        for i, j in combinations(range(len(table.coders)), 2)
    }


def _of_value(table: CoderTable, value: str) -> FactorAgreement:
    rows = [[np.nan if cell is None else float(cell == value) for cell in row] for row in table.cells]
    return factor_agreement(value, table.units, np.array(rows))


def factor_agreement(factor: str, units: Sequence[str], ratings: Numbers) -> FactorAgreement:
    """Agreement on one factor.

    Parameters
    ----------
    ratings : array (units, coders)
        1 where a coder gave the factor to the unit, 0 where not, NaN where the coder did not read it.
    """
    ratings = ratings.astype(float)
    least = np.where(np.isnan(ratings), np.inf, ratings).min(axis=1)
    most = np.where(np.isnan(ratings), -np.inf, ratings).max(axis=1)
    return FactorAgreement(
        factor,
        krippendorff_alpha(ratings),
        _kappa(ratings),
        int(np.nansum(ratings)),
        tuple(units[int(place)] for place in np.flatnonzero(least < most)),
    )
