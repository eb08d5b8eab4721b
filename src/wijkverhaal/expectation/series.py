# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A series of years: which years may stand on one line, and what they have in common.

The figures of CBS have a break between 2020 and 2021; years on either side of it are never fitted
together. Within a series a wijk keeps its effect from year to year as long as its code and its
boundary stay what they were; a wijk that was redrawn is another wijk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np

from wijkverhaal.expectation.engine.neighbour_graph import NeighbourGraph
from wijkverhaal.expectation.engine.sparse_kernels import Ints
from wijkverhaal.expectation.engine.yearly_chain import YearlyChain
from wijkverhaal.expectation.trend_breaks import TREND_BREAKS
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _


def series_of(panels: Sequence[Panel], together: bool = True) -> list[list[Panel]]:
    """The panels, by year, split where no line may be drawn.

    Raises
    ------
    InputError
        When a year is there twice.
    """
    ordered = sorted(panels, key=lambda panel: panel.year)
    for before, after in pairwise(ordered):
        if (before.family, before.year) == (after.family, after.year):
            raise InputError(
                _("Het jaar {year} komt twee keer voor; geef elk jaar één keer.").format(year=after.year)
            )
    if not together:
        return [[panel] for panel in ordered]

    def era(panel: Panel) -> tuple[str, int]:
        return panel.family, sum(panel.year >= first for first in TREND_BREAKS)

    return [list(group) for _era, group in groupby(ordered, era)]


@dataclass(frozen=True)
class Units:
    """Wijken, or gemeenten, as they go on from year to year.

    Attributes
    ----------
    unit : tuple of int arrays
        Number of the unit, per year and member.
    members
        Number of the first member of each year, and the number of all members last.
    chain
        How the members hang together over the years; None for a single year.
    """

    unit: tuple[Ints, ...]
    members: Ints
    chain: YearlyChain | None

    @classmethod
    def of(cls, years: Sequence[int], codes: Sequence[Sequence[str]], broken: Sequence[set[str]]) -> "Units":
        """From the codes of each year, and which of them are not what they were the year before."""
        newest: dict[str, int] = {}
        unit, following = [], 0
        for of_year, new in zip(codes, broken, strict=True):
            numbers = []
            for code in of_year:
                if code not in newest or code in new:
                    newest[code] = following
                    following += 1
                numbers.append(newest[code])
            unit.append(np.array(numbers, dtype=np.int64))
        sizes = [len(of_year) for of_year in codes]
        chain = None
        if len(years) > 1:
            chain = YearlyChain.of(np.concatenate(unit), np.repeat(np.array(years), sizes))
        return cls(tuple(unit), np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64), chain)

    @property
    def count(self) -> int:
        """How many units there are."""
        return int(max(numbers.max() for numbers in self.unit)) + 1


def wijken_of(panels: Sequence[Panel]) -> Units:
    """The wijken of a series; a wijk that is not what it was the year before is another."""
    codes = [panel.areas["area"].to_list() for panel in panels]
    broken: list[set[str]] = []
    for k, panel in enumerate(panels):
        goes_on = k > 0 and panels[k - 1].year == panel.year - 1
        broken.append(set(codes[k]) - panel.kept if goes_on else set(codes[k]))
    return Units.of([panel.year for panel in panels], codes, broken)


def graph_of(panels: Sequence[Panel], wijken: Units) -> NeighbourGraph | None:
    """Which wijken of a series touch, in any of its years; None where no year tells."""
    edges = []
    for panel, unit in zip(panels, wijken.unit, strict=True):
        if panel.touching is None:
            continue
        number = dict(zip(panel.areas["area"].to_list(), unit.tolist(), strict=True))
        pairs = [
            (number[a], number[b])
            for a, b in panel.touching.select("area_a", "area_b").iter_rows()
            if a in number and b in number and a != b
        ]
        edges.append(np.array(pairs, dtype=np.int64).reshape(-1, 2))
    if not edges or not sum(len(pairs) for pairs in edges):
        return None
    unique = np.unique(np.sort(np.concatenate(edges), axis=1), axis=0)
    return NeighbourGraph(wijken.count, unique)
