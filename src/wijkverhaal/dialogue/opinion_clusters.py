# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Groups among people who voted on the same statements, kept only where either half of the
statements gives the same groups.

Principal components with k-means always finds groups, in noise too, and picking the number of
groups by how tight they look does not help. What noise cannot do is repeat itself: so the
statements are split in two halves, many times, people are grouped on each half alone, and the two
groupings are compared (adjusted Rand index: L. Hubert and P. Arabie 1985, Journal of Classification
2:193-218; the idea of asking whether a grouping repeats: R. Tibshirani and G. Walther 2005, Journal
of Computational and Graphical Statistics 14:511-528). Groups are kept where they agree well on
average and each person's place repeats. How seldom noise passes, and how often true groups do, is in
docs/method/dialogue.md.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

#: How well the groupings of two halves must agree, 1 being fully and 0 as by chance.
AGREEMENT = 0.5
#: In which share of the halves a person must be in the same group.
SAME_PLACE = 0.75
MOST_GROUPS = 4
SMALLEST_GROUP = 4
_HALVES = 20
_STARTS = 8
_ROUNDS = 30


@dataclass(frozen=True)
class Clusters:
    """Groups that repeat themselves.

    Attributes
    ----------
    place : ndarray of int, shape (people,)
        The group of each; -1 for who is in no group of which the place repeats.
    agreement : float
        Mean adjusted Rand index over the halves.
    """

    place: Ints
    agreement: float


def repeated_clusters(votes: Floats, seed: int = 0) -> Clusters | None:
    """Groups of people that either half of the statements gives; None where there are none.

    Parameters
    ----------
    votes : ndarray of shape (people, statements)
        1 agree, 0 doubt, -1 disagree, NaN where somebody did not vote.
    seed : int
        The same votes and seed always give the same answer.

    Examples
    --------
    >>> side = np.repeat([1.0, -1.0], 8)[:, None] * np.tile([1.0, -1.0], 5)
    >>> repeated_clusters(side).place.tolist() in ([0] * 8 + [1] * 8, [1] * 8 + [0] * 8)
    True
    >>> repeated_clusters(np.random.default_rng(1).choice([-1.0, 1.0], (16, 10))) is None
    True
    """
    random = np.random.default_rng(seed)
    known = centred(votes)
    found = {k: _agreement(known, k, random) for k in range(2, MOST_GROUPS + 1)}
    groups = max(found, key=lambda k: (round(found[k], 6), -k))
    agreement = found[groups]
    if agreement < AGREEMENT:
        return None
    place = _repeated_place(known, groups, random)
    sizes = np.bincount(place[place >= 0], minlength=groups)
    return Clusters(place, agreement) if sizes.min() >= SMALLEST_GROUP else None


def centred(votes: Floats) -> Floats:
    """Votes as differences from what is usual for the statement and for the person; unknown is 0.

    Taking out the person's own mean keeps somebody who agrees with everything from being a group.
    """
    known = ~np.isnan(votes)
    filled = np.where(known, votes, 0.0)
    filled = np.where(known, filled - filled.sum(0) / np.maximum(known.sum(0), 1), 0.0)
    own = filled.sum(1) / np.maximum(known.sum(1), 1)
    return np.where(known, filled - own[:, None], 0.0)


def _agreement(known: Floats, groups: int, random: np.random.Generator) -> float:
    found = []
    for _ in range(_HALVES):
        first, second = _halves(known, random)
        found.append(adjusted_rand(_grouped(first, groups, random), _grouped(second, groups, random)))
    return float(np.mean(found))


def _halves(known: Floats, random: np.random.Generator) -> tuple[Floats, Floats]:
    order = random.permutation(known.shape[1])
    middle = known.shape[1] // 2
    return known[:, order[:middle]], known[:, order[middle:]]


def _repeated_place(known: Floats, groups: int, random: np.random.Generator) -> Ints:
    """The group of each person over all statements, where halves of them mostly agree with it."""
    place = _grouped(known, groups, random)
    same = np.zeros(len(place))
    for _ in range(_HALVES):
        for half in _halves(known, random):
            same += _named_alike(place, _grouped(half, groups, random), groups) == place
    return np.where(same >= SAME_PLACE * 2 * _HALVES, place, -1)


def _named_alike(place: Ints, other: Ints, groups: int) -> Ints:
    """The other grouping with its groups numbered so that they fit this one best."""
    table = _table(place, other, groups)
    mine, theirs = linear_sum_assignment(-table)
    names = np.empty(groups, dtype=np.int64)
    names[theirs] = mine
    return np.asarray(names[other])


def _grouped(known: Floats, groups: int, random: np.random.Generator) -> Ints:
    """k-means on the first groups - 1 principal components, the best of several starts."""
    left, sizes, _right = np.linalg.svd(known - known.mean(0), full_matrices=False)
    points = left[:, : groups - 1] * sizes[: groups - 1]
    best, least = np.zeros(len(points), dtype=np.int64), np.inf
    for _ in range(_STARTS):
        place, within = _kmeans(points, points[_spread_start(points, groups, random)])
        if within < least:
            best, least = place, within
    return best


def _spread_start(points: Floats, groups: int, random: np.random.Generator) -> list[int]:
    """Starting points far from each other (k-means++: D. Arthur and S. Vassilvitskii 2007)."""
    chosen = [int(random.integers(len(points)))]
    while len(chosen) < groups:
        away = ((points[:, None, :] - points[chosen][None]) ** 2).sum(2).min(1)
        total = away.sum()
        chance = away / total if total > 0 else np.full(len(points), 1.0 / len(points))
        chosen.append(int(random.choice(len(points), p=chance)))
    return chosen


def _kmeans(points: Floats, centres: Floats) -> tuple[Ints, float]:
    place = np.full(len(points), -1)
    for _ in range(_ROUNDS):
        away = ((points[:, None, :] - centres[None]) ** 2).sum(2)
        nearest = away.argmin(1)
        if (nearest == place).all():
            break
        place = nearest
        for group in np.unique(place):
            centres[group] = points[place == group].mean(0)
    return place.astype(np.int64), float(((points - centres[place]) ** 2).sum())


def adjusted_rand(first: Ints, second: Ints) -> float:
    """How well two groupings agree: 1 fully, 0 as by chance.

    >>> adjusted_rand(np.array([0, 0, 1, 1]), np.array([1, 1, 0, 0]))
    1.0
    """
    table = _table(first, second, int(max(first.max(), second.max())) + 1)
    pairs = (table * (table - 1)).sum() / 2.0
    rows, columns = ((total * (total - 1)).sum() / 2.0 for total in (table.sum(1), table.sum(0)))
    chance = rows * columns / (table.sum() * (table.sum() - 1) / 2.0)
    most = (rows + columns) / 2.0
    return float((pairs - chance) / (most - chance)) if most > chance else 0.0


def _table(first: Ints, second: Ints, groups: int) -> Floats:
    return np.bincount(first * groups + second, minlength=groups**2).reshape(groups, groups).astype(float)
