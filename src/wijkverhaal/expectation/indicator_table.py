# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The indicators of a run as published: per wijk and year each value, in its own unit.

A reader who asks why something was expected must see what the model saw. Means over a gemeente or
the country are not kept: they follow from the table and the youths of the wijken.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from wijkverhaal.expectation.run_columns import INDICATOR_COLUMNS

if TYPE_CHECKING:
    from wijkverhaal.expectation.multilevel import FittedYear


def indicator_table(fitted: "FittedYear") -> pl.DataFrame:
    """One row per wijk and indicator of a year.

    Returns
    -------
    DataFrame
        `run_columns.INDICATOR_COLUMNS`: `value` in the unit of the indicator, null where nothing was
        published; `from_year`, the year of the value; `filled_in`, whether the model counted with
        another value, because this one was missing or too odd to believe.
    """
    panel, determinants = fitted.panel, fitted.specification.determinants
    values = panel.values.copy()
    logs = np.array([indicator.transform == "log" for indicator in panel.indicators], dtype=bool)
    values[:, logs] = np.exp(values[:, logs])
    known = np.isfinite(values)
    used = {column.indicator.id for column in determinants.columns}
    areas = panel.areas["area"]
    tables = []
    for place, indicator in enumerate(panel.indicators):
        odd = areas.is_in(list(determinants.odd.get(indicator.id, ()))).to_numpy()
        told = pl.Series(known[:, place])
        tables.append(
            pl.DataFrame(
                {
                    "area": areas,
                    "value": pl.Series(values[:, place]).fill_nan(None),
                    "filled_in": (~known[:, place] | odd) & (indicator.id in used),
                }
            ).with_columns(
                pl.lit(panel.year, pl.Int64).alias("year"),
                pl.lit(indicator.id).alias("indicator"),
                pl.lit(indicator.group).alias("group"),
                pl.when(told).then(pl.lit(_from_year(fitted, indicator.id), pl.Int64)).alias("from_year"),
            )
        )
    empty = pl.DataFrame(schema=INDICATOR_COLUMNS)
    return pl.concat([table.select(*INDICATOR_COLUMNS) for table in tables] or [empty])


def _from_year(fitted: "FittedYear", name: str) -> int:
    """The year of an indicator's values; of a gemeente's own the newest."""
    panel = fitted.panel
    return panel.carried.get(name, max(panel.local_years.get(name, (panel.year,)), default=panel.year))


def indicator_card(fitted_years: Sequence["FittedYear"]) -> dict[str, Any]:
    """For model.json: how the model makes a number of each indicator."""
    return {
        indicator.id: {
            "group": indicator.group,
            "transform": indicator.transform,
            "floor": indicator.floor,
        }
        for fitted in fitted_years
        for indicator in fitted.panel.indicators
    }


def indicator_words(fitted_years: Sequence["FittedYear"]) -> dict[str, dict[str, str]]:
    """For the wording of a run: label, unit and denominator of each indicator."""
    return {
        indicator.id: {
            "label": indicator.text,
            "unit": indicator.unit_text,
            "of": indicator.denominator_text,
        }
        for fitted in fitted_years
        for indicator in fitted.panel.indicators
    }
