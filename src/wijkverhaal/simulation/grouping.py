# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Joining neighbours into groups that hang together: wijken into gemeenten, gemeenten into regions."""

import heapq

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from wijkverhaal.simulation.chance import Floats, Ints, stream
from wijkverhaal.simulation.settings import LARGEST_GEMEENTE
from wijkverhaal.simulation.settlement import Settlement
from wijkverhaal.simulation.tessellation import Tessellation


def gemeenten_of(tessellation: Tessellation, settlement: Settlement) -> Ints:
    """The number of the gemeente (from 0) of each wijk: (wijken,)."""
    middles = tessellation.middles
    seeds = _distinct_seeds(middles, settlement.centres)
    seeds = _a_seed_everywhere(tessellation.pairs, len(middles), seeds, settlement.sizes)
    pairs = _with_ferries(tessellation.pairs, middles, seeds)
    return _grow(pairs, middles, seeds, settlement.sizes.astype(np.float64), LARGEST_GEMEENTE)


def regions_of(tessellation: Tessellation, gemeente: Ints, regions: int, seed: int) -> Ints:
    """The number of the region (from 0) of each gemeente: (gemeenten,)."""
    count = int(gemeente.max()) + 1
    weight = np.bincount(gemeente, minlength=count)
    middles = np.column_stack(
        [np.bincount(gemeente, tessellation.middles[:, i], count) / weight for i in (0, 1)]
    )
    pairs = np.unique(np.sort(gemeente[tessellation.pairs], axis=1), axis=0)
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    chance = stream(seed, "regions")
    seeds = _far_apart(middles, regions, int(chance.integers(count)))
    pairs = _with_ferries(pairs, middles, seeds)
    return _grow(pairs, middles, seeds, chance.uniform(0.7, 1.3, regions), count)


def _distinct_seeds(middles: Floats, centres: Floats) -> Ints:
    """The wijk nearest to each centre, no wijk twice."""
    nearest = cKDTree(middles).query(centres, k=min(len(middles), 50))[1].reshape(len(centres), -1)
    taken: set[int] = set()
    seeds = np.empty(len(centres), dtype=np.int64)
    for group, candidates in enumerate(nearest):
        free = [int(c) for c in candidates if int(c) not in taken]
        seeds[group] = free[0] if free else next(i for i in range(len(middles)) if i not in taken)
        taken.add(int(seeds[group]))
    return seeds


def _far_apart(middles: Floats, count: int, first: int) -> Ints:
    """Middles that lie far from each other, beginning with the given one."""
    chosen = [first]
    distance = np.hypot(*(middles - middles[first]).T)
    for _step in range(count - 1):
        chosen.append(int(distance.argmax()))
        distance = np.minimum(distance, np.hypot(*(middles - middles[chosen[-1]]).T))
    return np.array(chosen)


def _parts(pairs: Ints, count: int) -> tuple[int, Ints]:
    """How many parts the land is in, and the part of each area."""
    ones = np.ones(len(pairs))
    graph = coo_array((ones, (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    parts, label = connected_components(graph, directed=False)
    return int(parts), label


def _a_seed_everywhere(pairs: Ints, count: int, seeds: Ints, sizes: Ints) -> Ints:
    """Move seeds of small gemeenten to islands that have none, as far as there are enough."""
    seeds = seeds.copy()
    parts, label = _parts(pairs, count)
    for part in range(parts):
        seeded = np.bincount(label[seeds], minlength=parts)
        movable = np.flatnonzero(seeded[label[seeds]] > 1)
        if seeded[part] == 0 and len(movable):
            seeds[movable[sizes[movable].argmin()]] = np.flatnonzero(label == part)[0]
    return seeds


def _with_ferries(pairs: Ints, middles: Floats, seeds: Ints) -> Ints:
    """The pairs, and a crossing from each part without a seed to the nearest area elsewhere."""
    parts, label = _parts(pairs, len(middles))
    seeded = np.bincount(label[seeds], minlength=parts) > 0
    crossings = []
    for part in np.flatnonzero(~seeded):
        here, elsewhere = np.flatnonzero(label == part), np.flatnonzero(seeded[label])
        distance, nearest = cKDTree(middles[elsewhere]).query(middles[here])
        crossings.append([here[distance.argmin()], elsewhere[nearest[distance.argmin()]]])
    return np.vstack([pairs, np.array(crossings, dtype=np.int64).reshape(-1, 2)])


def _grow(pairs: Ints, middles: Floats, seeds: Ints, targets: Floats, largest: int) -> Ints:
    """Let every group take its nearest free neighbour in turn, in proportion to its target."""
    neighbours: list[list[int]] = [[] for _area in middles]
    for a, b in pairs.tolist():
        neighbours[a].append(b)
        neighbours[b].append(a)
    label = np.full(len(middles), -1, dtype=np.int64)
    size = np.zeros(len(seeds), dtype=np.int64)
    frontier: list[list[tuple[float, int]]] = [[(0.0, int(seed))] for seed in seeds]
    label[seeds] = np.arange(len(seeds))
    turns: list[tuple[float, int]] = [(-1.0, group) for group in range(len(seeds))]
    heapq.heapify(turns)
    while turns:
        _share, group = heapq.heappop(turns)
        area = _nearest_free(frontier[group], label, group if size[group] == 0 else -1)
        if area is None or size[group] >= largest:
            continue
        label[area] = group
        size[group] += 1
        for other in neighbours[area]:
            if label[other] < 0:
                distance = float(np.hypot(*(middles[other] - middles[seeds[group]])))
                heapq.heappush(frontier[group], (distance, other))
        heapq.heappush(turns, (size[group] / float(targets[group]), group))
    return _leftovers(label, middles)


def _nearest_free(frontier: list[tuple[float, int]], label: Ints, allowed: int) -> int | None:
    while frontier:
        area = heapq.heappop(frontier)[1]
        if label[area] == allowed:
            return area
    return None


def _leftovers(label: Ints, middles: Floats) -> Ints:
    """Areas that every full group had to leave go with the nearest area that has a group."""
    left = label < 0
    if left.any():
        nearest = cKDTree(middles[~left]).query(middles[left])[1]
        label[left] = label[~left][nearest]
    return label
