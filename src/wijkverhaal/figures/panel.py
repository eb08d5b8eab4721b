# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A panel: everything the model needs of one year, one row per wijk."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from wijkverhaal.figures.as_published import as_published, rounded_count
from wijkverhaal.figures.catalogue import indicators_of
from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.figures.indicator_table import CarriedForward, carried_forward
from wijkverhaal.figures.local_indicators import indicators_of_gemeenten
from wijkverhaal.figures.outcome import care_form_of
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.figures.tidy import YOUTH_CARE_RATE, YOUTH_CARE_USERS
from wijkverhaal.figures.youths import approximate_youths
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.language import _

SCP_YEAR = 2017


@dataclass(frozen=True)
class Panel:
    """The wijken of one year.

    Attributes
    ----------
    family : str
        "cbs" (counts and youths) or "scp" (percentages).
    outcome : str
        Key of `figures.outcome.OUTCOMES`.
    year : int
        The year of the youth-care figures.
    areas : pl.DataFrame
        One row per wijk, sorted by code: area, name, gemeente, gemeente_name, region (null where
        unknown), youths, published, low, high, published_rate (percent), status.
    gemeente_totals : dict of str to float
        Youths with care per gemeente, as published, where they are.
    indicators : tuple of Indicator
        What the columns of `values` are.
    values : ndarray of shape (wijken, indicators)
        NaN where missing.
    carried : dict of str to int
        Indicators taken from an earlier year: id to that year.
    carried_areas : frozenset of str
        The wijken that have such a value.
    local_years : dict of str to tuple of int
        Indicators that gemeenten brought themselves: id to the years of their values.
    touching : pl.DataFrame or None
        Pairs of wijken that touch: area_a, area_b. None where no boundaries are known.
    kept : frozenset of str
        The wijken that have the code and the boundary of the year before.
    """

    family: str
    outcome: str
    year: int
    areas: pl.DataFrame
    gemeente_totals: dict[str, float]
    indicators: tuple[Indicator, ...]
    values: NDArray[np.float64]
    carried: dict[str, int]
    carried_areas: frozenset[str]
    local_years: dict[str, tuple[int, ...]] = field(default_factory=dict)
    touching: pl.DataFrame | None = None
    kept: frozenset[str] = frozenset()

    def column(self, name: str) -> NDArray[np.float64]:
        """A number per wijk; NaN where null."""
        return self.areas[name].cast(pl.Float64).fill_null(float("nan")).to_numpy()

    @property
    def status(self) -> NDArray[np.str_]:
        return self.areas["status"].to_numpy().astype(str)

    def gemeenten_without_rows(self) -> list[str]:
        """Codes of gemeenten of which nothing was published."""
        silent = self.areas.group_by("gemeente").agg((pl.col("status") == "no_row").all().alias("silent"))
        return sorted(silent.filter(pl.col("silent"))["gemeente"].to_list())

    def gemeenten_without_region(self) -> list[str]:
        """Codes of gemeenten that no region table knows."""
        return sorted(self.areas.filter(pl.col("region").is_null())["gemeente"].unique().to_list())


def years_with_counts(store: FigureStore, outcome: str) -> list[int]:
    """The years of which youth-care counts per wijk were imported."""
    counts = _counts(store.figures(), care_form_of(outcome))
    return sorted(int(year) for year in counts["year"].unique().to_list())


def count_panel(
    store: FigureStore, outcome: str, year: int, groups: Mapping[str, str] | None = None
) -> Panel:
    """The panel of CBS's counts.

    Parameters
    ----------
    store
        What was imported.
    outcome
        Key of `figures.outcome.OUTCOMES`.
    year
        Of the counts.
    groups
        Name of a column of a gemeente's own table to its group, where its name does not tell.

    Raises
    ------
    NotFoundError
        When the counts or the key figures of that year were not imported.
    """
    figures, areas = store.figures(), store.areas()
    counts = _counts(figures, care_form_of(outcome)).filter(pl.col("year") == year)
    if counts.is_empty():
        raise NotFoundError(
            _(
                "Er zijn geen cijfers over {outcome} per wijk in {year}; importeer de tabel van CBS met"
                " 'wijkverhaal import'."
            ).format(outcome=outcome, year=year)
        )
    youths = approximate_youths(figures).filter(pl.col("year") == year).drop("year")
    wijken = areas.filter(pl.col("year") == year, pl.col("level") == "wijk")
    if youths.join(wijken, on="area", how="semi").is_empty():
        raise NotFoundError(
            _(
                "Er zijn geen kerncijfers wijken en buurten van {year}, dus ook geen aantallen jeugdigen;"
                " importeer die tabel van CBS met 'wijkverhaal import'."
            ).format(year=year)
        )
    totals = _gemeente_totals(figures, care_form_of(outcome), year)
    table = (
        _named(wijken, store.regions())
        .join(youths, on="area", how="left")
        .join(
            counts.select("area", published="value", low="low", high="high", status="status"),
            on="area",
            how="left",
        )
    )
    table = table.with_columns(
        pl.col("status").replace({"missing": "no_row"}).fill_null("no_row"),
        pl.col("youths").round().cast(pl.Int64),
    ).with_columns(
        published_rate=pl.when(pl.col("youths") > 0).then(100.0 * pl.col("published") / pl.col("youths"))
    )
    carried = carried_forward(figures, areas, "kwb", year)
    panel = _panel("cbs", outcome, year, as_published(table.sort("area")), totals, figures, carried)
    return _with_local(_placed(panel, store, areas), figures, areas, groups)


def percentage_panel(store: FigureStore, groups: Mapping[str, str] | None = None) -> Panel:
    """The panel of SCP's file of 2017; `groups` as for `count_panel`.

    Raises
    ------
    NotFoundError
        When SCP's file was not imported.
    """
    figures, areas = store.figures(), store.areas()
    rates = figures.filter(pl.col("measure") == YOUTH_CARE_RATE, pl.col("year") == SCP_YEAR)
    if rates.is_empty():
        raise NotFoundError(
            _("Het bestand van SCP is nog niet geïmporteerd; doe dat met 'wijkverhaal import BESTAND.ods'.")
        )
    of_scp = areas.filter(pl.col("year") == SCP_YEAR, pl.col("level") == "wijk").join(
        rates, on="area", how="semi"
    )
    table = _named(of_scp, store.regions()).join(
        rates.select("area", "status", published_rate="value"), on="area", how="left"
    )
    empty = [pl.lit(None, pl.Int64).alias("youths")] + [
        pl.lit(None, pl.Float64).alias(name) for name in ("published", "low", "high")
    ]
    table = table.with_columns(*empty).sort("area")
    carried = carried_forward(figures, of_scp, "scp", SCP_YEAR)
    panel = _panel("scp", "zonder-verblijf", SCP_YEAR, table, {}, figures, carried)
    return _with_local(_placed(panel, store, areas), figures, areas, groups)


def _placed(panel: Panel, store: FigureStore, areas: pl.DataFrame) -> Panel:
    """The panel with which wijken touch, and which are the same as the year before."""
    touching = store.adjacency(panel.year).select("area_a", "area_b")
    same = areas.filter(
        pl.col("year") == panel.year, pl.col("level") == "wijk", pl.col("boundary_change") == 1
    )
    return replace(
        panel,
        touching=touching if touching.height else None,
        kept=frozenset(same["area"].to_list()),
    )


def _panel(
    family: str,
    outcome: str,
    year: int,
    table: pl.DataFrame,
    totals: dict[str, float],
    figures: pl.DataFrame,
    carried: CarriedForward,
) -> Panel:
    catalogue = "kwb" if family == "cbs" else family
    indicators, values = _values(figures, catalogue, carried, table["area"])
    return Panel(family, outcome, year, table, totals, indicators, values, carried.years, carried.areas)


def _with_local(
    panel: Panel, figures: pl.DataFrame, areas: pl.DataFrame, groups: Mapping[str, str] | None
) -> Panel:
    """The panel with what gemeenten brought themselves as further indicators."""
    local = indicators_of_gemeenten(figures, areas, panel.year, panel.areas["area"], groups)
    return replace(
        panel,
        indicators=panel.indicators + local.indicators,
        values=np.column_stack([panel.values, local.values]),
        local_years=local.years,
    )


def _counts(figures: pl.DataFrame, care_form: str) -> pl.DataFrame:
    return figures.filter(
        pl.col("measure") == YOUTH_CARE_USERS,
        pl.col("care_form") == care_form,
        pl.col("area").str.starts_with("WK"),
    )


def _gemeente_totals(figures: pl.DataFrame, care_form: str, year: int) -> dict[str, float]:
    totals = figures.filter(
        pl.col("measure") == YOUTH_CARE_USERS,
        pl.col("care_form") == care_form,
        pl.col("year") == year,
        pl.col("area").str.starts_with("GM"),
        pl.col("value").is_not_null(),
    )
    rounded = [rounded_count(value) for value in totals["value"]]
    return dict(zip(totals["area"].to_list(), rounded, strict=True))


def _named(wijken: pl.DataFrame, regions: pl.DataFrame) -> pl.DataFrame:
    return (
        wijken.select("area", "name", "gemeente", "gemeente_name")
        .join(regions, on="gemeente", how="left")
        .sort("area")
    )


def _values(
    figures: pl.DataFrame, family: str, carried: CarriedForward, order: pl.Series
) -> tuple[tuple[Indicator, ...], NDArray[np.float64]]:
    known = {i.id: i for i in indicators_of(family, figures["measure"].unique().to_list())}
    table = order.to_frame("area").join(carried.table, on="area", how="left").sort("area")
    names = [name for name in table.columns if name in known]
    values = table.select(pl.col(names).cast(pl.Float64).fill_null(float("nan"))).to_numpy()
    return tuple(known[name] for name in names), np.ascontiguousarray(values, dtype=np.float64)
