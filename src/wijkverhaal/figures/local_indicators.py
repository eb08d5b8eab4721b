# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What gemeenten brought themselves, merged over their files: an indicator per column.

A wijk takes its newest value of at most the year asked for. An older one does not count where a
source says that the border of the wijk changed since; where no source says anything about the
border, the code decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from wijkverhaal.figures.catalogue import local_indicators
from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.figures.local_group import LOCAL_PREFIX


@dataclass(frozen=True)
class LocalIndicators:
    """Indicators of gemeenten for the wijken of one year.

    Attributes
    ----------
    indicators : tuple of Indicator
        Those of which at least one of the wijken has a value.
    values : ndarray of shape (wijken, indicators)
        NaN where missing.
    years : dict of str to tuple of int
        Indicator id to the years its values come from, oldest first.
    """

    indicators: tuple[Indicator, ...]
    values: NDArray[np.float64]
    years: dict[str, tuple[int, ...]]


def indicators_of_gemeenten(
    figures: pl.DataFrame,
    areas: pl.DataFrame,
    year: int,
    order: pl.Series,
    groups: Mapping[str, str] | None = None,
) -> LocalIndicators:
    """The local indicators of a year.

    Parameters
    ----------
    figures, areas : pl.DataFrame
        Schemas `figures.tidy.FIGURES` and `AREAS`.
    year : int
        Values of later years do not count.
    order : pl.Series
        Codes of the wijken, in the order of the rows of `values`.
    groups : mapping, optional
        Name of a column to its group, where somebody said so.
    """
    own = figures.filter(
        pl.col("measure").str.starts_with(LOCAL_PREFIX),
        pl.col("year") <= year,
        pl.col("value").is_finite(),
        pl.col("area").is_in(order.to_list()),
    ).select("area", "measure", "year", "value")
    newest = (
        _without_changed(own, areas, year)
        .sort("year", descending=True, maintain_order=True)
        .unique(["area", "measure"], keep="first", maintain_order=True)
    )
    indicators = local_indicators(newest["measure"].unique().to_list(), groups)
    row = {area: k for k, area in enumerate(order.to_list())}
    values = np.full((len(row), len(indicators)), np.nan)
    years = {}
    for column, indicator in enumerate(indicators):
        mine = newest.filter(pl.col("measure") == indicator.id)
        values[[row[area] for area in mine["area"]], column] = mine["value"].to_numpy()
        years[indicator.id] = tuple(sorted(mine["year"].unique().to_list()))
    return LocalIndicators(indicators, values, years)


def _without_changed(own: pl.DataFrame, areas: pl.DataFrame, year: int) -> pl.DataFrame:
    """Without values from before the newest change of a wijk's border."""
    change = areas.filter(pl.col("boundary_change") > 1, pl.col("year") <= year)
    newest = change.group_by("area").agg(changed=pl.col("year").max())
    return (
        own.join(newest, on="area", how="left")
        .filter(pl.col("changed").is_null() | (pl.col("year") >= pl.col("changed")))
        .drop("changed")
    )
