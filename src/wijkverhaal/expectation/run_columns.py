# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The columns of a finished run's tables, in the order in which they leave the house."""

import polars as pl

#: The columns of areas.csv, in order; scripts of others read them by these names.
AREA_COLUMNS = (
    "area",
    "name",
    "gemeente",
    "region",
    "year",
    "youths",
    "published",
    "published_low",
    "published_high",
    "published_rate",
    "coverage",
    "expected_population",
    "expected_population_low",
    "expected_population_high",
    "expected_here",
    "expected_here_low",
    "expected_here_high",
    "actual",
    "actual_low",
    "actual_high",
    "difference",
    "difference_low",
    "difference_high",
    "probability_higher",
    "difference_here",
    "difference_here_low",
    "difference_here_high",
    "probability_higher_here",
    "published_predicted",
    "published_predicted_low",
    "published_predicted_high",
)
#: Of the change since the year before; empty where none can be given.
CHANGE_COLUMNS = ("change_here", "change_here_low", "change_here_high", "probability_risen")
#: What follows them in a run's folder; anything else there stays in the house.
EXTRA_COLUMNS = (
    "gemeente_name",
    "status",
    "coverage_known",
    "carried",
    "marked",
    "probability_marked",
    *CHANGE_COLUMNS,
)
EXPLANATION_COLUMNS = (
    "area",
    "year",
    "part",
    "part_label",
    "effect",
    "effect_low",
    "effect_high",
    "total",
    "country_rate",
)
COEFFICIENT_COLUMNS = ("year", "term", "label", "group", "unit", "estimate", "low", "high")
BOUNDARY_COLUMNS = ("area", "name", "gemeente", "geometry")

#: How many of the indicators that differ most are told of two comparable wijken.
DIFFERING = 3
COMPARABLE_COLUMNS = (
    "area",
    "year",
    "rank",
    "other",
    "other_name",
    "other_gemeente",
    "other_gemeente_name",
    "distance",
    "other_expected_here",
    "other_actual",
    *(
        f"differs_{number}{ending}"
        for number in range(1, DIFFERING + 1)
        for ending in ("", "_label", "_unit", "_here", "_there")
    ),
)

#: Of indicators.parquet, with what stands in each.
INDICATOR_COLUMNS = {
    "area": pl.String,
    "year": pl.Int64,
    "indicator": pl.String,
    "group": pl.String,
    "value": pl.Float64,
    "from_year": pl.Int64,
    "filled_in": pl.Boolean,
}

PLACE_COLUMNS = ("place", "year", "actual", "actual_low", "actual_high")
#: The place that stands for all areas of a run together.
COUNTRY = "NL00"
