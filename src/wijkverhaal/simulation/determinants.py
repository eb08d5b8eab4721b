# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the rate of youth care depends on: indicators that can be computed from published columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from wijkverhaal.simulation.chance import Floats
from wijkverhaal.simulation.settings import COEFFICIENTS

_EDUCATION = ("a_opl_lg", "a_opl_md", "a_opl_hg")


@dataclass(frozen=True)
class Standard:
    """The mean and standard deviation with which every determinant is standardised: (determinants,)."""

    mean: Floats
    sd: Floats


def determinant_values(population: pl.DataFrame) -> Floats:
    """The determinants as published (wijken, determinants), in the order of `COEFFICIENTS`.

    A name such as "a_gesch/a_inw" is a share of one column in another; a_opl is the sum of the
    three levels of education; any other name is a column itself. NaN where a share has no whole.
    """
    return np.column_stack([_value(population, name) for name in COEFFICIENTS])


def standard_of(years: Sequence[pl.DataFrame]) -> Standard:
    """Mean and standard deviation over all wijken and years, every wijk counting as one."""
    values = np.vstack([determinant_values(frame) for frame in years])
    spread = np.nanstd(values, axis=0)
    return Standard(np.nanmean(values, axis=0), np.where(spread > 0, spread, 1.0))


def standard_scores(population: pl.DataFrame, standard: Standard) -> Floats:
    """Standardised determinants (wijken, determinants); a share without a whole counts as average."""
    scores = (determinant_values(population) - standard.mean) / standard.sd
    return np.nan_to_num(scores, nan=0.0)


def _value(population: pl.DataFrame, name: str) -> Floats:
    if "/" not in name:
        return population[name].to_numpy().astype(np.float64)
    part, whole = name.split("/")
    below = (
        population.select(pl.sum_horizontal(_EDUCATION)).to_series()
        if whole == "a_opl"
        else population[whole]
    )
    divisor = below.to_numpy().astype(np.float64)
    share = np.full_like(divisor, np.nan)
    np.divide(population[part].to_numpy(), divisor, out=share, where=divisor > 0)
    return share
