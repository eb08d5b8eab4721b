# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the indicators of a wijk are put beside: means over its gemeente and over the country.

A mean is over wijken that have a value, weighted by their youths where those are known: it says
what the surroundings of the average youth are like, and is not what CBS publishes of a gemeente.
"""

from dataclasses import dataclass

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun


@dataclass(frozen=True)
class IndicatorMeans:
    """The means of one year, by indicator.

    Attributes
    ----------
    country : dict of str to float
    spread : dict of str to float
        Standard deviation over the wijken of the country; 0 where all are the same.
    gemeente : dict of (str, str) to float
        By gemeente and indicator.
    """

    country: dict[str, float]
    spread: dict[str, float]
    gemeente: dict[tuple[str, str], float]


def indicator_means(run: FinishedRun, year: int) -> IndicatorMeans | None:
    """The means of a year; None where the run was made before its indicators were kept."""
    if run.indicators is None:
        return None
    wijken = run.of_year(year).select("area", "gemeente", "youths")
    weight = pl.col("youths").fill_null(0).cast(pl.Float64)
    weight = weight if wijken["youths"].is_not_null().any() else pl.lit(1.0)
    known = (
        run.indicators.filter(pl.col("year") == year, pl.col("value").is_not_null())
        .join(wijken, on="area", how="inner")
        .with_columns(weight=weight)
        .filter(pl.col("weight") > 0)
    )
    mean = ((pl.col("value") * pl.col("weight")).sum() / pl.col("weight").sum()).alias("mean")
    country = known.group_by("indicator").agg(mean, pl.col("value").std(ddof=0).alias("spread"))
    gemeente = known.group_by("gemeente", "indicator").agg(mean)
    return IndicatorMeans(
        country=dict(country.select("indicator", "mean").iter_rows()),
        spread=dict(country.select("indicator", "spread").iter_rows()),
        gemeente={(code, name): value for code, name, value in gemeente.iter_rows()},
    )
