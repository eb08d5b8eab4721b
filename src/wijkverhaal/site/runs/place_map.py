# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map of a gemeente or jeugdregio; drawn once, because a run never changes."""

from functools import lru_cache

import polars as pl

from wijkverhaal.publication.chart import Chart
from wijkverhaal.publication.map import MapShapes, shapes
from wijkverhaal.publication.map_chart import place_map_chart
from wijkverhaal.publication.place import Place
from wijkverhaal.site.runs.library import opened


def place_map(run_id: str, place: Place, year: int) -> Chart | None:
    """The place with what lies around it; None where the run has no boundaries of it."""
    drawing = _shapes(run_id, place.kind, place.code)
    return None if drawing is None else place_map_chart(opened(run_id), year, drawing, place)


@lru_cache(maxsize=100)
def _shapes(run_id: str, kind: str, code: str) -> MapShapes | None:
    run = opened(run_id)
    bounds = run.boundaries
    if bounds is None:
        return None
    if kind == "region":
        of_gemeente = run.areas.select("gemeente", "region").unique("gemeente")
        bounds = bounds.join(of_gemeente, on="gemeente", how="left", maintain_order="left")
        bounds = bounds.with_columns(gemeente=pl.col("region"))
    if bounds.filter(pl.col("gemeente") == code).is_empty():
        return None
    drawing = shapes(bounds, code)
    return drawing if drawing.paths else None
