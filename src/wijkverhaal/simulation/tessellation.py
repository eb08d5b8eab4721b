# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wijken as a tessellation: cells that touch, with borders that wander as rivers do.

A border wanders only inside the two triangles between it and the middles of the wijken on
either side. Those triangles never overlap those of another border, so no two borders cross.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import Voronoi

from wijkverhaal.simulation.chance import Floats, Ints, Mask, Shapes, stream
from wijkverhaal.simulation.coast import KM_PER_LATITUDE, Coast
from wijkverhaal.simulation.settlement import Settlement

_DECIMALS = 5
_INLAND_BENDS, _COAST_BENDS = 2, 6
_WANDER_INLAND, _WANDER_COAST = 0.22, 0.55
_SHORTEST_KM = 0.3  # a shorter border stays straight


@dataclass(frozen=True)
class Tessellation:
    """The shapes of the wijken, and which of them touch.

    Attributes
    ----------
    shapes : array of polygons (wijken,)
        In longitude and latitude (WGS84), rounded to 1e-5 degree.
    pairs : array (n, 2)
        Each pair of wijken that touch, once, the lower number first.
    lengths : array (n,)
        Length of the border that they share, in metres.
    middles : array (wijken, 2)
        In km from the south-west of the sea around the country.
    """

    shapes: Shapes
    pairs: Ints
    lengths: Floats
    middles: Floats


def tessellate(settlement: Settlement, coast: Coast, seed: int) -> Tessellation:
    """Cells around the middles of wijken, bounded by the sea."""
    wijken = len(settlement.land)
    cells = Voronoi(np.vstack([settlement.land, settlement.sea]))
    ends = np.asarray(cells.ridge_vertices, dtype=np.int64)
    sides = np.asarray(cells.ridge_points, dtype=np.int64)
    of_land = (sides < wijken).any(axis=1)
    ends, sides = ends[of_land], sides[of_land]
    at_sea = np.asarray((sides >= wijken).any(axis=1))
    borders = _borders(cells, ends, sides, at_sea, coast, stream(seed, "borders"))
    inland = (sides < wijken).all(axis=1)
    pairs = np.sort(sides[inland], axis=1)
    lengths = np.array([_metres(borders[i]) for i in np.flatnonzero(inland)])
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    shapes = _polygons(borders, ends, sides, cells.points, cells.vertices, wijken)
    return Tessellation(shapes, pairs[order], lengths[order], settlement.land)


def _borders(
    cells: Voronoi, ends: Ints, sides: Ints, at_sea: Mask, coast: Coast, chance: np.random.Generator
) -> list[Floats]:
    """The line of each border in degrees, from its first corner to its second."""
    inland = _bend(cells, ends, sides, _INLAND_BENDS, _WANDER_INLAND, chance)
    by_sea = _bend(cells, ends, sides, _COAST_BENDS, _WANDER_COAST, chance)
    return [
        np.round(coast.to_degrees(wet if sea else dry), _DECIMALS)
        for dry, wet, sea in zip(inland, by_sea, at_sea, strict=True)
    ]


def _bend(
    cells: Voronoi, ends: Ints, sides: Ints, bends: int, wander: float, chance: np.random.Generator
) -> Floats:
    """Lines (borders, bends + 2, 2) in km between the corners, bent sideways by chance."""
    start, stop = cells.vertices[ends[:, 0]], cells.vertices[ends[:, 1]]
    along = stop - start
    length = np.hypot(*along.T).clip(1e-9)
    direction = along / length[:, None]
    sideways = np.column_stack([-direction[:, 1], direction[:, 0]])
    part = np.linspace(0, 1, bends + 2)
    middle = cells.points[sides[:, 0]] - start
    foot = (middle * direction).sum(axis=1) / length
    height = np.abs((middle * sideways).sum(axis=1))
    with np.errstate(divide="ignore", invalid="ignore"):
        rising = np.where(foot[:, None] > 0, part / foot[:, None], np.inf)
        falling = np.where(foot[:, None] < 1, (1 - part) / (1 - foot[:, None]), np.inf)
    room = height[:, None] * np.minimum(np.minimum(rising, falling), 1.0)
    room = np.minimum(room, 0.4 * length[:, None]) * (length > _SHORTEST_KM)[:, None]
    room[:, [0, -1]] = 0.0
    shift = wander * room * chance.uniform(-1, 1, room.shape)
    lines: Floats = (
        start[:, None, :] + part[None, :, None] * along[:, None, :] + shift[..., None] * sideways[:, None, :]
    )
    return lines


def _polygons(
    borders: list[Floats], ends: Ints, sides: Ints, points: Floats, vertices: Floats, wijken: int
) -> Shapes:
    """Join the borders of each wijk, counterclockwise, into a polygon."""
    border = np.repeat(np.arange(len(sides)), 2)
    owner = sides.ravel()
    kept = owner < wijken
    border, owner = border[kept], owner[kept]
    first, last = (vertices[ends[border, i]] - points[owner] for i in (0, 1))
    backwards = first[:, 0] * last[:, 1] - first[:, 1] * last[:, 0] < 0
    begin = np.where(backwards[:, None], last, first)
    order = np.lexsort((np.arctan2(begin[:, 1], begin[:, 0]), owner))
    coordinates = [borders[border[i]][::-1][:-1] if backwards[i] else borders[border[i]][:-1] for i in order]
    ring = np.repeat(owner[order], [len(c) for c in coordinates])
    rings = _closed(np.vstack(coordinates), ring)
    return np.asarray(shapely.polygons(rings))


def _closed(points: Floats, ring: Ints) -> Shapes:
    """Rings without repeated points, each ending where it began."""
    repeated = np.zeros(len(points), dtype=bool)
    repeated[1:] = (points[1:] == points[:-1]).all(axis=1) & (ring[1:] == ring[:-1])
    points, ring = points[~repeated], ring[~repeated]
    return np.asarray(shapely.linearrings(points, indices=ring))


def _metres(line: Floats) -> float:
    """Length of a line in degrees."""
    steps = np.diff(line, axis=0) * KM_PER_LATITUDE * 1000
    latitude = np.radians((line[1:, 1] + line[:-1, 1]) / 2)
    return float(np.hypot(steps[:, 0] * np.cos(latitude), steps[:, 1]).sum())
