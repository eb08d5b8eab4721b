# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of a table by area and year, found without going through the table."""

from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import polars as pl


@dataclass(frozen=True)
class RowIndex:
    """A table in which the rows of an area and year stand together.

    Attributes
    ----------
    table : DataFrame
        Sorted by year and area; rows of one key in the order in which they came.
    place : dict
        Area and year to the first of its rows and their number.
    """

    table: pl.DataFrame
    place: dict[tuple[str, int], tuple[int, int]]

    @classmethod
    def of(cls, table: pl.DataFrame) -> "RowIndex":
        """The index of a table with columns area and year.

        >>> index = RowIndex.of(pl.DataFrame({"area": ["b", "a", "b"], "year": 2022, "x": [1, 2, 3]}))
        >>> [row["x"] for row in index.rows("b", 2022)], index.rows("c", 2022)
        ([1, 3], [])
        """
        ordered = table.sort("year", "area", maintain_order=True)
        keys = ordered.select("area", "year").with_row_index("first")
        groups = keys.group_by("area", "year").agg(pl.col("first").min(), pl.len().alias("number"))
        return cls(ordered, {(area, year): (first, n) for area, year, first, n in groups.iter_rows()})

    def rows(self, area: str, year: int) -> list[dict[str, Any]]:
        """The rows of an area in a year; none where the table has none."""
        first, number = self.place.get((area, year), (0, 0))
        return self.table.slice(first, number).to_dicts() if number else []


@dataclass
class RunIndexes:
    """The indexes of a run's tables, each made when somebody first asks for it."""

    made: dict[str, RowIndex] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def of(self, name: str, table: pl.DataFrame) -> RowIndex:
        """The index of the table with this name."""
        if name not in self.made:
            with self.lock:
                self.made.setdefault(name, RowIndex.of(table))
        return self.made[name]
