# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many youths (0 to 22) live in a wijk: an approximation, since CBS publishes no such count there."""

import polars as pl

#: Ages 15 to 22 are eight of the ten years of age from 15 to 24.
SHARE_OF_15_24 = 0.8


def approximate_youths(figures: pl.DataFrame) -> pl.DataFrame:
    """Youths of 0 to 22 per area and year, approximated as 0-14 plus 0.8 times 15-24.

    Parameters
    ----------
    figures : pl.DataFrame
        Schema `figures.tidy.FIGURES`, with the KWB measures `a_00_14` and `a_15_24`.

    Returns
    -------
    pl.DataFrame
        Columns `area`, `year`, `youths` (persons, not whole); areas that miss one of the two are left out.

    Notes
    -----
    It assumes that ages are spread evenly between 15 and 24, which a wijk with many students breaks.
    """
    ages = figures.filter(pl.col("measure").is_in(["a_00_14", "a_15_24"]), pl.col("value").is_not_null())
    weight = pl.when(pl.col("measure") == "a_15_24").then(SHARE_OF_15_24).otherwise(1.0)
    return (
        ages.unique(["area", "year", "measure"], maintain_order=True)
        .group_by("area", "year")
        .agg(youths=(pl.col("value") * weight).sum(), parts=pl.len())
        .filter(pl.col("parts") == 2)
        .select("area", "year", "youths")
        .sort("year", "area")
    )
