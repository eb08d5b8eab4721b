# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where people settled: the middles of wijken, close together in towns."""

from dataclasses import dataclass

import numpy as np
from scipy.spatial import Voronoi, cKDTree

from wijkverhaal.simulation.chance import Floats, Ints, Mask, stream
from wijkverhaal.simulation.coast import Coast
from wijkverhaal.simulation.settings import LARGEST_GEMEENTE

_SPREAD_WIJKEN = 0.72  # standard deviation of the logarithm of the wijken per gemeente
_IN_TOWNS = 0.75
_ROUNDS = 30


@dataclass(frozen=True)
class Settlement:
    """The points from which the wijken grow.

    Attributes
    ----------
    land : array (wijken, 2)
        Middles of wijken, in km.
    sea : array (n, 2)
        Points that keep the sea open; their cells are thrown away.
    centres : array (gemeenten, 2)
        Where each gemeente began, in km.
    sizes : array (gemeenten,)
        How many wijken each gemeente is meant to have.
    """

    land: Floats
    sea: Floats
    centres: Floats
    sizes: Ints


def settle(coast: Coast, gemeenten: int, wijken: int, seed: int) -> Settlement:
    """Middles of `wijken` wijken around the centres of `gemeenten` gemeenten."""
    chance = stream(seed, "settlement")
    ground = _ground(coast, max(20_000, 4 * wijken), chance)
    centres = _spread_centres(ground, gemeenten, chance)
    sizes = _sizes(gemeenten, wijken, chance)
    land = _wijk_middles(coast, ground, centres, sizes, chance)
    sea = _sea(coast, wijken, ground, chance)
    return Settlement(_relax(land, sea, coast), sea, centres, sizes)


def _ground(coast: Coast, wanted: int, chance: np.random.Generator) -> Floats:
    """Points on land, evenly spread: (wanted, 2)."""
    found = np.empty((0, 2))
    while len(found) < wanted:
        tried = chance.uniform(size=(wanted, 2)) * np.array([coast.width, coast.height])
        found = np.vstack([found, tried[coast.is_land(tried)]])
    return found[:wanted]


def _spread_centres(ground: Floats, gemeenten: int, chance: np.random.Generator) -> Floats:
    """Centres at some distance from each other, on land."""
    centres = ground[chance.choice(len(ground), gemeenten, replace=False)]
    for _round in range(2):
        nearest = cKDTree(centres).query(ground)[1]
        weight = np.bincount(nearest, minlength=gemeenten).clip(1)
        mean = np.column_stack([np.bincount(nearest, ground[:, i], gemeenten) / weight for i in (0, 1)])
        centres = np.where((weight > 1)[:, None], mean, centres)
    snapped: Floats = ground[cKDTree(ground).query(centres)[1]]
    return snapped + chance.uniform(-1e-3, 1e-3, snapped.shape)


def _sizes(gemeenten: int, wijken: int, chance: np.random.Generator) -> Ints:
    """Wijken per gemeente: few in most, very many in a few; they add up."""
    most = min(LARGEST_GEMEENTE - 4, max(wijken // 33, -(-3 * wijken // gemeenten)))
    raw = np.exp(_SPREAD_WIJKEN * chance.standard_t(7, gemeenten))
    share = raw * wijken / raw.sum()
    sizes: Ints = np.clip(np.floor(share), 1, most).astype(np.int64)
    while (short := wijken - int(sizes.sum())) != 0:
        room = np.flatnonzero(sizes < most) if short > 0 else np.flatnonzero(sizes > 1)
        some = chance.choice(room, min(abs(short), len(room)), replace=False)
        sizes[some] += np.sign(short)
    return sizes


def _wijk_middles(
    coast: Coast, ground: Floats, centres: Floats, sizes: Ints, chance: np.random.Generator
) -> Floats:
    wijken = int(sizes.sum())
    home = np.repeat(np.arange(len(sizes)), sizes)
    spacing = np.sqrt(coast.width * coast.height * 0.3 / len(sizes))
    reach = 0.30 * spacing * (sizes / sizes.mean()) ** 0.22
    points = ground[chance.choice(len(ground), wijken)] + chance.normal(0, 0.05, (wijken, 2))
    waiting: Ints = np.flatnonzero(chance.uniform(size=wijken) < _IN_TOWNS)
    for _round in range(_ROUNDS):
        tried = (
            centres[home[waiting]]
            + reach[home[waiting], None] * chance.standard_normal((len(waiting), 2)) * 0.8
        )
        dry = coast.is_land(tried)
        points[waiting[dry]] = tried[dry]
        waiting = waiting[~dry]
    return points


def _sea(coast: Coast, wijken: int, ground: Floats, chance: np.random.Generator) -> Floats:
    """Points in the sea, about as far apart as wijken in the country, and beyond the rim."""
    step = np.sqrt(coast.width * coast.height * 0.3 / wijken) * 0.8
    x, y = np.meshgrid(
        np.arange(-3 * step, coast.width + 3 * step, step),
        np.arange(-3 * step, coast.height + 3 * step, step),
    )
    points = np.column_stack([x.ravel(), y.ravel()])
    points += chance.uniform(-0.35 * step, 0.35 * step, points.shape)
    sea: Floats = points[~coast.is_land(points)]
    return sea


def _relax(land: Floats, sea: Floats, coast: Coast) -> Floats:
    """Move each middle some way to the middle of its cell, so that no wijk is a sliver."""
    for _round in range(2):
        cells = Voronoi(np.vstack([land, sea]))
        inside = [cells.regions[region] for region in cells.point_region[: len(land)]]
        counts = np.array([len(corners) for corners in inside])
        owner = np.repeat(np.arange(len(land)), counts)
        corners = cells.vertices[np.concatenate([np.asarray(c) for c in inside])]
        mean = np.column_stack([np.bincount(owner, corners[:, i]) / counts for i in (0, 1)])
        moved = land + 0.5 * (mean - land)
        stays: Mask = coast.is_land(moved)
        land = np.where(stays[:, None], moved, land)
    return land
