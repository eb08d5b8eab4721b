# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shapes of the map: boundaries projected on a grid and made lighter."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl
import shapely
from numpy.typing import NDArray

#: Width of the drawing in whole units; a coordinate is one of them.
UNITS = 2400
#: Corners that stand out less than this many units may go.
_TOLERANCE = 2.2
#: Share of the view that is left around a gemeente.
_ROOM = 0.12


@dataclass(frozen=True)
class MapShapes:
    """Wijken as SVG paths on one grid: `paths` by code, `width` and `height` in units."""

    paths: Mapping[str, str]
    width: int
    height: int
    outline: str = ""


def shapes(boundaries: pl.DataFrame, gemeente: str | None = None) -> MapShapes:
    """Project boundaries (WKB, WGS84) on the drawing; with a gemeente only what lies around it."""
    lines = shapely.force_2d(shapely.from_wkb(boundaries["geometry"].to_numpy()))
    own = boundaries["gemeente"].eq_missing(gemeente or "").to_numpy()
    if not own.any():
        own = np.full(len(lines), gemeente is None)
    view = _view(shapely.total_bounds(lines[own]) if own.any() else shapely.total_bounds(lines), gemeente)
    stretch = math.cos(math.radians((view[1] + view[3]) / 2))
    unit = max((view[2] - view[0]) * stretch, 0.75 * (view[3] - view[1])) / UNITS

    def project(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(((points[:, 0] - view[0]) * stretch / unit, (view[3] - points[:, 1]) / unit))

    seen = shapely.intersects(lines, shapely.box(*view)) & ~shapely.is_empty(lines)
    drawn = _lighter(shapely.transform(lines[seen], project))
    codes = boundaries["area"].filter(pl.Series(seen)).to_list()
    outline = ""
    if gemeente is not None and own.any():
        outline = path(shapely.union_all(shapely.buffer(drawn[own[seen]], 0.01)))
    return MapShapes(
        paths={code: path(shape) for code, shape in zip(codes, drawn, strict=True)},
        width=round((view[2] - view[0]) * stretch / unit),
        height=round((view[3] - view[1]) / unit),
        outline=outline,
    )


def _view(bounds: NDArray[np.float64], gemeente: str | None) -> tuple[float, float, float, float]:
    west, south, east, north = (float(bound) for bound in bounds)
    share = 0.01 if gemeente is None else _ROOM
    room = share * max(east - west, north - south, 1e-6)
    return west - room, south - room, east + room, north + room


def _lighter(drawn: NDArray[np.object_]) -> NDArray[np.object_]:
    """Leave out corners nobody would see, together, so that neighbours keep touching."""
    try:
        simpler = shapely.coverage_simplify(drawn, _TOLERANCE)
    except shapely.errors.GEOSException:  # boundaries that are no valid coverage
        simpler = shapely.simplify(drawn, _TOLERANCE)
    gone = shapely.is_empty(simpler)
    return np.where(gone, drawn, simpler)


def path(shape: shapely.Geometry) -> str:
    """The `d` of an SVG path on whole units, in relative steps."""
    rings: list[str] = []
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            rings.extend(_ring(ring) for ring in (part.exterior, *part.interiors))
    drawn = "".join(ring for ring in rings if ring)
    return drawn or _dot(shape)


def _ring(ring: shapely.LinearRing) -> str:
    points = np.rint(shapely.get_coordinates(ring)).astype(int)
    steps = np.diff(points, axis=0)
    steps = steps[np.any(steps != 0, axis=1)][:-1]
    if len(steps) < 2:
        return ""
    words = "".join(_pair(x, y) for x, y in steps.tolist())
    return f"M{points[0][0]} {points[0][1]}l{words.strip()}z"


def _pair(x: int, y: int) -> str:
    return (str(x) if x < 0 else f" {x}") + (str(y) if y < 0 else f" {y}")


def _dot(shape: shapely.Geometry) -> str:
    """A wijk too small for the grid still gets a dot, so that none is missing."""
    if shapely.is_empty(shape):
        return ""
    centre = shapely.centroid(shape)
    return f"M{round(centre.x)} {round(centre.y)}h1v1h-1z"
