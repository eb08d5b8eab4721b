# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Comparable wijken: those most alike in population, in other gemeenten.

Matching on what is expected alone (the prognostic score of Hansen 2008) would call wijken alike
whose populations differ in ways that happen to cancel; matching on every determinant alike would
let those weigh that have nothing to do with use. So determinants are standardised and weighed by
how much each matters for what is expected, the size of its coefficient, with a small floor that
lets the others still count a little; and their sum, what is expected, is one more dimension, so
that small differences which all point one way count as well (Leacy and Stuart 2014 found the two
together better than either alone).
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.expectation.run_columns import COMPARABLE_COLUMNS, DIFFERING
from wijkverhaal.figures.indicator_group import NEIGHBOURHOOD_GROUPS

#: How many wijken one is compared with.
COMPARABLES = 10
#: The least weight of a determinant, as a share of the largest.
FLOOR = 0.1
_BLOCK = 500
_KINDS = {"area": pl.String, "year": pl.Int64, "rank": pl.Int64, "other": pl.String}


def most_alike(
    points: Floats,
    group: Ints,
    candidates: NDArray[np.bool_] | None = None,
    number: int = COMPARABLES,
) -> tuple[Ints, Floats]:
    """The nearest points of other groups.

    Parameters
    ----------
    points : ndarray of shape (points, dimensions)
    group : ndarray of int, shape (points,)
        A point is never compared with one of its own group.
    candidates : ndarray of bool, shape (points,), or None
        Which points others may be compared with; all where None.
    number : int
        How many to find for each.

    Returns
    -------
    other, distance : ndarray of shape (points, number)
        Nearest first; -1 and infinity where there are fewer.

    Examples
    --------
    >>> most_alike(np.array([[0.0], [0.1], [1.0], [3.0]]), np.array([0, 0, 1, 2]), number=2)[0].tolist()
    [[2, 3], [2, 3], [1, 0], [2, 1]]
    """
    rows = np.arange(len(points)) if candidates is None else np.flatnonzero(candidates)
    number_there = min(number, rows.size)
    other = np.full((len(points), number), -1, dtype=np.int64)
    distance = np.full((len(points), number), np.inf)
    length = (points**2).sum(1)
    for start in range(0, len(points), _BLOCK):
        block = slice(start, min(start + _BLOCK, len(points)))
        squared = length[block, None] + length[None, rows] - 2.0 * points[block] @ points[rows].T
        squared[group[block, None] == group[None, rows]] = np.inf
        near = _smallest(squared, number_there)
        found = np.sqrt(np.maximum(np.take_along_axis(squared, near, axis=1), 0.0))
        distance[block, :number_there] = found
        other[block, :number_there] = np.where(np.isfinite(found), rows[near], -1)
    return other, distance


def _smallest(table: Floats, number: int) -> Ints:
    """Per row the columns of the smallest values, in order."""
    if number < table.shape[1]:
        near = np.sort(np.argpartition(table, number, axis=1)[:, :number], axis=1)
    else:
        near = np.broadcast_to(np.arange(table.shape[1]), table.shape)
    order = np.argsort(np.take_along_axis(table, near, axis=1), axis=1, kind="stable")
    return np.asarray(np.take_along_axis(near, order, axis=1))


def weights_of(coefficients: Floats) -> Floats:
    """How much each determinant counts: the size of its coefficient, with a floor.

    >>> weights_of(np.array([-0.2, 0.05, 0.0])).round(3).tolist()
    [0.2, 0.05, 0.02]
    """
    size = np.abs(coefficients)
    if not size.size or size.max() == 0.0:
        return np.ones_like(size)
    return np.asarray(np.maximum(size, FLOOR * size.max()))


def comparable_table(fitted: FittedYear) -> pl.DataFrame:
    """The ten wijken most alike in population to each, with what differs most.

    A wijk is compared with wijken whose figure was shown, so that their actual use rests on a
    count of their own. What differs most are the indicators with the largest difference in
    standard deviations, each told in its own unit.

    Returns
    -------
    DataFrame
        `run_columns.COMPARABLE_COLUMNS`; rates in percent of youths.
    """
    panel, answers = fitted.panel, fitted.answers
    inhabited = _inhabited(fitted)
    other, distance = most_alike(
        _points(fitted),
        fitted.specification.grouping.gemeente,
        fitted.specification.shown & inhabited,
    )
    wijk, rank = np.nonzero((other >= 0) & inhabited[:, None])
    there = other[wijk, rank]
    codes = panel.areas["area"].to_numpy()
    table = pl.DataFrame(
        {
            "area": codes[wijk],
            "year": np.full(wijk.size, panel.year),
            "rank": rank + 1,
            "other": codes[there],
            "other_name": panel.areas["name"].to_numpy()[there],
            "other_gemeente": panel.areas["gemeente"].to_numpy()[there],
            "other_gemeente_name": panel.areas["gemeente_name"].to_numpy()[there],
            "distance": distance[wijk, rank],
            "other_expected_here": answers.expected_here.mean(0)[there],
            "other_actual": answers.actual.mean(0)[there],
        },
        schema_overrides=_KINDS,
    )
    return table.with_columns(_differing(fitted, wijk, there)).select(COMPARABLE_COLUMNS)


def _points(fitted: FittedYear) -> Floats:
    """Population determinants per wijk, weighed, and their sum; shape (wijken, determinants + 1)."""
    determinants = fitted.specification.determinants
    columns = [
        k
        for k, column in enumerate(determinants.columns)
        if column.form in ("value", "square") and column.group not in NEIGHBOURHOOD_GROUPS
    ]
    draws = fitted.specification.own_coefficients(fitted.posterior.draws.fixed)
    coefficients = draws.mean(0)[[1 + k for k in columns]]
    matrix = determinants.matrix[:, columns]
    return np.column_stack([matrix * weights_of(coefficients), matrix @ coefficients])


def _inhabited(fitted: FittedYear) -> NDArray[np.bool_]:
    if fitted.panel.family != "cbs":
        return np.ones(fitted.panel.areas.height, dtype=bool)
    return np.asarray(np.nan_to_num(fitted.panel.column("youths")) > 0)


def _differing(fitted: FittedYear, wijk: Ints, there: Ints) -> list[pl.Series]:
    """Per pair the indicators that differ most, with their values in both wijken."""
    panel = fitted.panel
    used = [
        column
        for column in fitted.specification.determinants.columns
        if column.form == "value" and column.group not in NEIGHBOURHOOD_GROUPS
    ]
    place = {indicator.id: k for k, indicator in enumerate(panel.indicators)}
    values = panel.values[:, [place[column.indicator.id] for column in used]]
    logs = np.array([column.indicator.transform == "log" for column in used], dtype=bool)
    plain = _with_nothing(np.where(logs, np.exp(np.where(logs, values, 0.0)), values))
    away = np.abs(values[wijk] - values[there]) / np.array([column.scale for column in used])
    away = _with_nothing(np.where(np.isfinite(away), away, -1.0))
    order = np.argsort(-away, axis=1, kind="stable")  # NaN comes last
    texts = {
        "": [column.indicator.id for column in used] + [None],
        "_label": [column.indicator.text for column in used] + [None],
        "_unit": [column.indicator.unit_text for column in used] + [None],
    }
    found = []
    for number in range(1, DIFFERING + 1):
        chosen = order[:, min(number, len(used) + 1) - 1]
        unknown = ~(np.take_along_axis(away, chosen[:, None], axis=1)[:, 0] >= 0.0)
        chosen = np.where(unknown, len(used), chosen)
        name = f"differs_{number}"
        for ending, words in texts.items():
            found.append(pl.Series(words, dtype=pl.String).gather(chosen).alias(name + ending))
        for ending, rows in (("_here", wijk), ("_there", there)):
            found.append(pl.Series(name + ending, plain[rows, chosen]).fill_nan(None))
    return found


def _with_nothing(table: Floats) -> Floats:
    """The table with a last column of nothing, for who differs in nothing that is known."""
    return np.column_stack([table, np.full(len(table), np.nan)])
