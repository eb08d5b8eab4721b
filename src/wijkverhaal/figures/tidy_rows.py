# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a wide table (a row per area, a column per measure) to tidy figures and areas."""

from collections.abc import Sequence

import polars as pl

from wijkverhaal.areas.code import gemeente_of, level_of
from wijkverhaal.figures.tidy import AREAS, FIGURES
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.table import RawTable


def tidy_figures(wide: pl.DataFrame, measures: Sequence[str]) -> pl.DataFrame:
    """Figures for the columns `measures` of a table with `area` and `year`.

    Parameters
    ----------
    wide : pl.DataFrame
        Columns `area`, `year` and one Float64 column per measure.
    measures : sequence of str
        Those that become figures.

    Returns
    -------
    pl.DataFrame
        Schema `figures.tidy.FIGURES`. A null is missing. Counts of CBS (`a_...`) of which all those
        of wijken are multiples of 5 or 10 stand for half a step less to half a step more.
    """
    if not measures:
        return FIGURES.to_frame()
    steps = {name: _step(wide, name) for name in measures}
    long = wide.select("area", "year", *measures).unpivot(
        on=list(measures), index=["area", "year"], variable_name="measure", value_name="value"
    )
    half = pl.col("measure").replace_strict(steps, return_dtype=pl.Float64)
    half = pl.when(pl.col("area").str.starts_with("WK")).then(half).otherwise(0.0)
    return long.select(
        "area",
        "measure",
        care_form=pl.lit(None, pl.String),
        year=pl.col("year").cast(pl.Int16),
        value=pl.col("value").cast(pl.Float64),
        low=pl.when(half > 0).then((pl.col("value") - half).clip(lower_bound=0.0)).otherwise(pl.col("value")),
        high=pl.col("value") + half,
        status=pl.when(pl.col("value").is_null()).then(pl.lit("missing")).otherwise(pl.lit("shown")),
        source=pl.lit("", pl.String),
    ).select(list(FIGURES))


def _step(wide: pl.DataFrame, measure: str) -> float:
    """How far a true count can be from the published one of a wijk."""
    if not measure.startswith("a_"):
        return 0.0
    values = wide.filter(pl.col("area").str.starts_with("WK"))[measure].drop_nulls()
    if not values.len() or not (values % 5 == 0).all():
        return 0.0
    return 5.0 if (values % 10 == 0).all() else 2.0


def tidy_areas(
    codes: pl.Series,
    years: pl.Series,
    names: pl.Series | None = None,
    gemeente_names: pl.Series | None = None,
    boundary_change: pl.Series | None = None,
) -> pl.DataFrame:
    """Areas, schema `figures.tidy.AREAS`, from their canonical codes and what else is known."""
    nothing = pl.Series([None] * codes.len(), dtype=pl.String)
    unique = {code: (level_of(code), gemeente_of(code)) for code in codes.unique()}
    table = pl.DataFrame(
        {
            "area": codes,
            "level": [unique[code][0] for code in codes],
            "name": nothing if names is None else names,
            "gemeente": [unique[code][1] for code in codes],
            "gemeente_name": nothing if gemeente_names is None else gemeente_names,
            "year": years,
            "boundary_change": nothing if boundary_change is None else boundary_change,
        },
        strict=False,
    )
    return table.cast(AREAS).unique(["area", "year"], maintain_order=True)


def used_rows(table: RawTable, codes: pl.Series) -> pl.Series:
    """Which rows are about a level that is used: the country, a gemeente or a wijk.

    Raises
    ------
    InputError
        When there is no wijk among them.
    """
    used = codes.str.slice(0, 2).is_in(["NL", "GM", "WK"]).fill_null(False)
    if not codes.str.starts_with("WK").any():
        raise InputError(
            _("In {file} staan geen cijfers per wijk; geef een tabel met codes als WK036300.").format(
                file=table.place
            )
        )
    return used
