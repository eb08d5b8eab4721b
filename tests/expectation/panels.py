# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Panels, made by hand or changed from another one."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np
import polars as pl

from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.figures.panel import Panel


def like_scp_file(panel: Panel) -> Panel:
    """The same wijken with percentages only; a tenth of them withheld."""
    withheld = pl.col("status") != "shown"
    nothing = [pl.lit(None, pl.Float64).alias(name) for name in ("published", "low", "high")]
    areas = panel.areas.with_columns(
        pl.lit(None, pl.Int64).alias("youths"),
        *nothing,
        published_rate=pl.when(~withheld).then(pl.col("published_rate").round(2)),
        status=pl.when(withheld).then(pl.lit("secret")).otherwise(pl.lit("shown")),
    )
    return replace(
        panel, family="scp", outcome="zonder-verblijf", year=2017, areas=areas, gemeente_totals={}, carried={}
    )


def changed(panel: Panel, where: pl.Expr, values: Mapping[str, object]) -> Panel:
    """The panel with other `values` in the rows for which `where` holds."""
    columns = [
        pl.when(where).then(pl.lit(value, panel.areas[name].dtype)).otherwise(pl.col(name)).alias(name)
        for name, value in values.items()
    ]
    return replace(panel, areas=panel.areas.with_columns(columns))


NO_ROW = {"published": None, "low": None, "high": None, "published_rate": None, "status": "no_row"}
SECRET = {"published": None, "low": 0.0, "high": 7.0, "published_rate": None, "status": "secret"}


def without_rows(panel: Panel, gemeenten: Collection[str]) -> Panel:
    """The panel with nothing published of `gemeenten`."""
    silent = changed(panel, pl.col("gemeente").is_in(list(gemeenten)), NO_ROW)
    totals = {code: total for code, total in panel.gemeente_totals.items() if code not in gemeenten}
    return replace(silent, gemeente_totals=totals)


def indicator(name: str, group: str = "age") -> Indicator:
    return Indicator(name, f"Kenmerk {name}", f"Trait {name}", "%", "", group, (name,))


def with_indicators(panel: Panel, groups: Mapping[str, str], values: Floats) -> Panel:
    """The panel with other indicators: name to group, and a column of values for each."""
    indicators = tuple(indicator(name, group) for name, group in groups.items())
    return replace(panel, indicators=indicators, values=np.asarray(values, dtype=np.float64), carried={})


def only(panel: Panel, wijken: Collection[str]) -> Panel:
    """The panel of some wijken, with the totals of gemeenten that are there whole."""
    inside = panel.areas["area"].is_in(list(wijken))
    gone = set(panel.areas.filter(~inside)["gemeente"])
    totals = {code: total for code, total in panel.gemeente_totals.items() if code not in gone}
    return replace(
        panel,
        areas=panel.areas.filter(inside),
        values=panel.values[inside.to_numpy()],
        gemeente_totals=totals,
    )


def touching(panel: Panel, pairs: Collection[tuple[str, str | None]]) -> Panel:
    """The panel with another map."""
    schema = {"area_a": pl.String, "area_b": pl.String}
    return replace(panel, touching=pl.DataFrame(list(pairs), schema=schema, orient="row"))
