# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Wijken with their boundaries and main figures, for a map program."""

import json
from pathlib import Path
from typing import Any

import polars as pl
import shapely

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.sentence import fictional_label

#: The figures that travel with a boundary, besides its code, names, year and status.
MAIN_FIGURES = [
    "youths",
    "published",
    "published_rate",
    "expected_population",
    "expected_here",
    "actual",
    "actual_low",
    "actual_high",
    "difference_here",
    "difference_here_low",
    "difference_here_high",
    "probability_higher_here",
    "marked",
    "probability_marked",
]
_NAMES = ("area", "name", "gemeente", "gemeente_name", "year", "status")
#: Five decimals of a degree: about a metre.
_GRID = 5


def write_geojson(run: FinishedRun, path: Path) -> None:
    """Write one feature per area and year; its geometry is null where the run has no boundary."""
    bounds = _geometries(run)
    collection: dict[str, Any] = {"type": "FeatureCollection", "name": run.id}
    if run.fictional:
        collection["fictional"] = fictional_label()
    if run.boundaries is None:
        collection["note"] = _("Bij deze berekening zijn geen wijkgrenzen ingelezen; de vormen ontbreken.")
    collection["features"] = [
        {"type": "Feature", "properties": row, "geometry": bounds.get(row["area"])}
        for row in run.areas.select(*_NAMES, *MAIN_FIGURES).iter_rows(named=True)
    ]
    path.write_text(json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def _geometries(run: FinishedRun) -> dict[str, Any]:
    if run.boundaries is None:
        return {}
    drawn = run.boundaries.filter(pl.col("geometry").is_not_null())
    shapes = shapely.force_2d(shapely.from_wkb(drawn["geometry"].to_numpy()))
    codes = drawn["area"].to_list()
    return {
        code: _rounded(shapely.geometry.mapping(shape)) for code, shape in zip(codes, shapes, strict=True)
    }


def _rounded(geometry: dict[str, Any]) -> dict[str, Any]:
    def near(value: Any) -> Any:
        return round(value, _GRID) if isinstance(value, float) else [near(inner) for inner in value]

    return {"type": geometry["type"], "coordinates": near(geometry["coordinates"])}
