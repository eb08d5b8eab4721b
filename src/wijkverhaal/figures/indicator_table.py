# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Indicators per wijk, as a table with a row per wijk and a column per indicator."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import polars as pl

from wijkverhaal.figures.catalogue import indicators_of
from wijkverhaal.figures.indicator import Indicator


def indicator_table(
    figures: pl.DataFrame,
    areas: pl.DataFrame,
    family: str,
    year: int,
    *,
    level: str = "wijk",
    transformed: bool = True,
) -> pl.DataFrame:
    """The indicators of one family in one year.

    Parameters
    ----------
    figures, areas : pl.DataFrame
        Schemas `figures.tidy.FIGURES` and `AREAS`.
    family : str
        "scp", "kwb" or "local".
    year : int
        The year of both the figures and the areas.
    level : str
        Of which areas: "wijk" (default), "gemeente" or "country".
    transformed : bool
        Whether an indicator with transform "log" is given as its logarithm (for a model), else as is.

    Returns
    -------
    pl.DataFrame
        Column `area` (every area of that level in that year, sorted) and a Float64 column per
        indicator id; null where missing, never infinite: a denominator of 0 and the logarithm of
        0 are missing.
    """
    indicators = indicators_of(family, figures["measure"].unique().to_list())
    wide = _wide(figures, areas, indicators, year, level)
    return wide.select("area", *(_expression(i, wide.columns, transformed) for i in indicators))


@dataclass(frozen=True)
class CarriedForward:
    """A table of indicators in which gaps of a whole column were filled from an earlier year.

    Attributes
    ----------
    table : pl.DataFrame
        As from `indicator_table`.
    years : dict of str to int
        For every indicator that was carried: from which year.
    areas : frozenset of str
        The wijken that got at least one carried value.
    """

    table: pl.DataFrame
    years: dict[str, int]
    areas: frozenset[str]


def carried_forward(
    figures: pl.DataFrame, areas: pl.DataFrame, family: str, year: int, *, transformed: bool = True
) -> CarriedForward:
    """The indicators of a year; one that the year lacks altogether comes from the newest earlier year.

    A value is carried only to wijken of which CBS says that code and boundary have not changed
    (`boundary_change` 1) in every year in between.
    """
    table = indicator_table(figures, areas, family, year, transformed=transformed)
    lacking = [name for name in table.columns[1:] if table[name].null_count() == table.height]
    earlier = figures.filter(pl.col("year") < year)["year"].unique().sort(descending=True).to_list()
    years: dict[str, int] = {}
    carried: set[str] = set()
    for before in earlier:
        if not lacking:
            break
        old = indicator_table(figures, areas, family, before, transformed=transformed)
        old = old.filter(pl.col("area").is_in(_unchanged(areas, before, year)))
        there = [name for name in lacking if name in old.columns and old[name].count()]
        there = [
            n for n in there if table.join(old.filter(pl.col(n).is_not_null()), on="area", how="semi").height
        ]
        if not there:
            continue
        table = (
            table.drop(there)
            .join(old.select("area", *there), on="area", how="left", maintain_order="left")
            .select(table.columns)
        )
        years |= dict.fromkeys(there, before)
        filled = table.filter(pl.any_horizontal(pl.col(there).is_not_null()))
        carried |= set(filled["area"])
        lacking = [name for name in lacking if name not in there]
    return CarriedForward(table, years, frozenset(carried))


def _unchanged(areas: pl.DataFrame, before: int, year: int) -> list[str]:
    """Codes that kept their boundary in every year after `before`, up to `year`."""
    same = areas.filter(pl.col("year").is_between(before + 1, year), pl.col("boundary_change") == 1).unique(
        ["area", "year"]
    )
    kept = same.group_by("area").len().filter(pl.col("len") == year - before)
    return kept["area"].to_list()


def _wide(
    figures: pl.DataFrame, areas: pl.DataFrame, indicators: Sequence[Indicator], year: int, level: str
) -> pl.DataFrame:
    """A row per area, a column per published measure that the indicators use."""
    needed = sorted(set().union(*(i.columns for i in indicators)))
    rows = areas.filter(pl.col("year") == year, pl.col("level") == level)
    used = figures.filter(pl.col("year") == year, pl.col("measure").is_in(needed))
    wide = used.pivot("measure", index="area", values="value", aggregate_function="first")
    return rows.select("area").unique().sort("area").join(wide, on="area", how="left", maintain_order="left")


def _term(names: Sequence[str], columns: Sequence[str]) -> pl.Expr:
    there = [pl.col(name) for name in names if name in columns]
    return pl.coalesce(there) if there else pl.lit(None, pl.Float64)


def _sum(terms: Sequence[str], columns: Sequence[str]) -> pl.Expr:
    return reduce(lambda a, b: a + b, (_term(term.split("|"), columns) for term in terms))


def _expression(indicator: Indicator, columns: Sequence[str], transformed: bool) -> pl.Expr:
    value = _sum(indicator.measure, columns) * indicator.multiplier
    if indicator.over:
        value = value / _sum(indicator.over, columns)
    if transformed and indicator.transform == "log":
        value = pl.max_horizontal(value, pl.when(value.is_finite()).then(indicator.floor)).log()
    value = pl.when(value.is_finite()).then(value)
    return value.cast(pl.Float64).alias(indicator.id)
