# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sources that a run rests on, for its card."""

from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.figures.published_count import STEP
from wijkverhaal.figures.source import Source
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.figures.tidy import YOUTH_CARE_USERS

_ALWAYS = ("regions", "boundaries")


def inputs_of(store: FigureStore, fitted: Sequence[FittedYear]) -> list[dict[str, Any]]:
    """The sources of a run, as its card holds them."""
    return told_inputs(store, used_sources(store, fitted))


def told_inputs(store: FigureStore, sources: Iterable[Source]) -> list[dict[str, Any]]:
    """Sources as a card holds them."""
    unrounded = _unrounded(store)
    return [{**_input(source), "unrounded": source.id in unrounded} for source in sources]


def _unrounded(store: FigureStore) -> set[str]:
    """Ids of the sources that hold what a gemeente counted itself.

    The checksum of such a file stays in the house: who knows the rest of it could try the few counts
    that are possible until the checksum fits.
    """
    exact = pl.col("low") == pl.col("high")
    counted = store.figures().filter(pl.col("measure") == YOUTH_CARE_USERS, exact)
    local = {source.id for source in store.sources() if source.kind == "local"}
    return set(counted.filter(pl.col("value") % STEP != 0)["source"].to_list()) | local


def used_sources(store: FigureStore, fitted: Sequence[FittedYear]) -> list[Source]:
    """The sources that a run rests on, the oldest import first."""
    years = {one.panel.year for one in fitted} | {y for one in fitted for y in one.panel.carried.values()}
    own = _local(store, fitted) | _adjacency(store, fitted)

    def used(source: Source) -> bool:
        if source.kind in _ALWAYS or source.id in own:
            return True
        if fitted[0].panel.family == "scp":
            return source.kind == "scp"
        return source.kind in ("kwb", "youth-care") and bool(years & set(source.years))

    return [source for source in store.sources() if used(source)]


def _local(store: FigureStore, fitted: Sequence[FittedYear]) -> set[str]:
    """Ids of the sources of a gemeente's own figures that became determinants."""
    found: set[str] = set()
    figures = store.figures().filter(pl.col("value").is_not_null())
    for one in fitted:
        columns = one.specification.determinants.columns
        names = {column.indicator.id for column in columns if column.indicator.family == "local"}
        years = sorted({year for name in names for year in one.panel.local_years.get(name, ())})
        rows = figures.filter(
            pl.col("measure").is_in(sorted(names)),
            pl.col("year").is_in(years),
            pl.col("area").is_in(one.panel.areas["area"].to_list()),
        )
        found |= set(rows["source"].to_list())
    return found


def _adjacency(store: FigureStore, fitted: Sequence[FittedYear]) -> set[str]:
    """Ids of the lists that say which wijken touch: for the model, and for what its card says of it."""
    lists = [store.adjacency_list(one.panel.year) for one in fitted if one.panel.touching is not None]
    return {source.id for source in lists if source is not None}


def _input(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "kind": source.kind,
        "title": source.title,
        "file": source.file,
        "checksum": source.checksum,
        "licence": source.licence,
        "years": list(source.years),
        "imported": source.imported[:10],
    }
