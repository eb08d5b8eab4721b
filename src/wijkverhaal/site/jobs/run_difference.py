# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two runs beside each other: what went in, what was chosen, and what moved because of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.site.runs.run_settings import settings_in_words

#: What can move, by the column of a run.
MEASURES = ("expected_here", "actual", "difference_here")


@dataclass(frozen=True)
class Moved:
    """How far one measure moved over all wijken, in percentage points.

    Attributes
    ----------
    middle : float
        Of half of the wijken the move is smaller than this, whichever way.
    most : float
        Of 90% of the wijken the move is smaller than this.
    low, high : float
        Between these lie the moves of 90% of the wijken, with their sign.
    """

    measure: str
    wijken: int
    middle: float
    most: float
    low: float
    high: float


@dataclass(frozen=True)
class RunDifference:
    """What differs between run `a` and run `b`, where `b` is the later one to look at.

    Attributes
    ----------
    settings : list of (str, str, str)
        Name of a choice, and what it was in each.
    only_a, only_b : list of dict
        Sources that only one of them rests on.
    table : polars.DataFrame
        One row per wijk and year that both have; empty where the runs tell of different things.
    moved : list of Moved
    marked_both, marked_a, marked_b : int
        How many wijken stand out in both the same way, and only in one of them.
    """

    a: FinishedRun
    b: FinishedRun
    settings: list[tuple[str, str, str]]
    only_a: list[dict[str, Any]]
    only_b: list[dict[str, Any]]
    comparable: bool
    table: pl.DataFrame
    moved: list[Moved]
    marked_both: int
    marked_a: int
    marked_b: int

    @property
    def years(self) -> list[int]:
        """The years that both are about."""
        return sorted(set(self.a.years) & set(self.b.years))


def run_difference(a: FinishedRun, b: FinishedRun) -> RunDifference:
    """What differs between two runs.

    Runs of different outcomes are never set beside each other wijk by wijk: their definitions
    lie within each other and their difference says nothing.
    """
    comparable = (a.outcome, a.family, a.fictional) == (b.outcome, b.family, b.fictional)
    table = _joined(a, b) if comparable else _joined(a, b).clear()
    stands_a, stands_b = pl.col("marked_a") != "none", pl.col("marked_b") != "none"
    same = pl.col("marked_a") == pl.col("marked_b")
    return RunDifference(
        a,
        b,
        _chosen_otherwise(a.card, b.card),
        _only(a, b),
        _only(b, a),
        comparable and not table.is_empty(),
        table,
        [_moved(table, measure) for measure in MEASURES] if not table.is_empty() else [],
        table.filter(same, stands_a).height,
        table.filter(~same, stands_a).height,
        table.filter(~same, stands_b).height,
    )


def _chosen_otherwise(a: Mapping[str, Any], b: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    mine, other = settings_in_words(a), settings_in_words(b)
    return [(name, mine[name], other[name]) for name in mine if mine[name] != other[name]]


def _only(run: FinishedRun, other: FinishedRun) -> list[dict[str, Any]]:
    """Sources of one run that the other has not, by their checksum: a file read in twice is one file."""
    known = {one.get("checksum") for one in other.card.get("inputs") or []}
    kept = [one.get("checksum") not in known for one in run.card.get("inputs") or []]
    return [one for one, new in zip(run.inputs, kept, strict=True) if new]


def _joined(a: FinishedRun, b: FinishedRun) -> pl.DataFrame:
    keys = ["area", "year"]
    columns = [*MEASURES, "marked"]
    left = a.areas.select(*keys, "name", "gemeente", *(pl.col(c).alias(f"{c}_a") for c in columns))
    right = b.areas.select(*keys, *(pl.col(c).alias(f"{c}_b") for c in columns))
    both = left.join(right, on=keys, how="inner").sort("year", "area")
    marks = [pl.col(f"marked_{side}").fill_null("none") for side in "ab"]
    moves = [(pl.col(f"{m}_b") - pl.col(f"{m}_a")).alias(f"{m}_moved") for m in MEASURES]
    order = [name for m in MEASURES for name in (f"{m}_a", f"{m}_b", f"{m}_moved")]
    return both.with_columns(*marks, *moves).select(*keys, "name", "gemeente", *order, "marked_a", "marked_b")


def _moved(table: pl.DataFrame, measure: str) -> Moved:
    moves = table[f"{measure}_moved"].drop_nulls()
    return Moved(
        measure,
        moves.len(),
        _at(moves.abs(), 0.5),
        _at(moves.abs(), 0.9),
        _at(moves, 0.05),
        _at(moves, 0.95),
    )


def _at(values: pl.Series, share: float) -> float:
    found = values.quantile(share, "linear")
    return float("nan") if found is None else float(found)
