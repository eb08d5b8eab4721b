# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The truth table: every configuration that occurs, how many cases it has and what it leads to."""

from dataclasses import dataclass
from itertools import islice
from math import prod

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.case_table import CaseTable
from wijkverhaal.stories.cube import number_of
from wijkverhaal.stories.set_fit import ROOM, sufficiency

Rows = NDArray[np.int64]
#: Above this many configurations nobody reads their numbers one by one.
MOST_LISTED = 4096


@dataclass(frozen=True)
class Cuts:
    """When a configuration counts as leading to the outcome.

    Attributes
    ----------
    consistency, pri : float
        The least consistency and PRI, from 0 to 1.
    cases : int
        With fewer cases a configuration counts as not observed.
    """

    consistency: float = 0.8
    pri: float = 0.0
    cases: int = 1

    def __post_init__(self) -> None:
        for name, value in ((_("consistentie"), self.consistency), ("PRI", self.pri)):
            if not 0 <= value <= 1:
                raise InputError(
                    _("De grens voor {name} moet tussen 0 en 1 liggen, niet {value}.").format(
                        name=name, value=f"{value:g}"
                    )
                )
        if self.cases < 1:
            raise InputError(_("Het kleinste aantal gevallen moet minstens 1 zijn."))


@dataclass(frozen=True)
class TruthRow:
    """One configuration.

    Attributes
    ----------
    number : int
        Its place among all possible configurations, from 1; the first condition counts heaviest.
    levels : tuple of int
        One per condition.
    leads : bool or None
        Whether it leads to the outcome; None where it has too few cases to say.
    cases, with_outcome : tuple of str
        The cases that belong to it, and those of them that have the outcome (more than 0.5).
    consistency, pri : float or None
    """

    number: int
    levels: tuple[int, ...]
    leads: bool | None
    cases: tuple[str, ...]
    with_outcome: tuple[str, ...]
    consistency: float | None
    pri: float | None

    @property
    def contradictory(self) -> bool:
        """Whether some of its cases have the outcome and others do not."""
        return 0 < len(self.with_outcome) < len(self.cases)


@dataclass(frozen=True)
class TruthTable:
    """The configurations of a comparison.

    Attributes
    ----------
    table : CaseTable
    cuts : Cuts
    rows : tuple of TruthRow
        Only those with a case, by number.
    """

    table: CaseTable
    cuts: Cuts
    rows: tuple[TruthRow, ...]

    @property
    def size(self) -> int:
        """How many configurations are possible."""
        return prod(self.table.levels)

    def levels_where(self, leads: bool) -> Rows:
        """The configurations that lead, or do not lead, to the outcome; (m, k)."""
        found = [row.levels for row in self.rows if row.leads is leads]
        return np.array(found, dtype=np.int64).reshape(len(found), len(self.table.conditions))

    @property
    def undecided(self) -> tuple[str, ...]:
        """The cases that belong to no configuration."""
        pairs = zip(self.table.cases, self.table.undecided, strict=True)
        return tuple(case for case, between in pairs if between)

    @property
    def contradictions(self) -> tuple[TruthRow, ...]:
        """The configurations of which the cases disagree."""
        return tuple(row for row in self.rows if row.contradictory)

    @property
    def unknown(self) -> int:
        """How many configurations nothing is known about."""
        return self.size - sum(row.leads is not None for row in self.rows)

    def remainders(self, most: int = MOST_LISTED) -> list[int]:
        """The numbers of the first configurations about which nothing is known."""
        known = {row.number for row in self.rows if row.leads is not None}
        return list(islice((one for one in range(1, self.size + 1) if one not in known), most))


def truth_table(table: CaseTable, cuts: Cuts | None = None) -> TruthTable:
    """The truth table of a comparison.

    A case belongs to the configuration in which its membership is above 0.5. Consistency and PRI
    of a fuzzy configuration are over all cases (Ragin 2008, Redesigning Social Inquiry, ch. 7), also
    those that belong to none because a membership is exactly 0.5.
    """
    cuts = cuts or Cuts()
    places = np.column_stack(
        [condition.level(table.values[:, place]) for place, condition in enumerate(table.conditions)]
    )
    rows = []
    decided = ~table.undecided
    for configuration in np.unique(places[decided], axis=0):
        levels = tuple(int(part) for part in configuration)
        members = np.flatnonzero((places == configuration).all(axis=1) & decided)
        fit = sufficiency(table.membership(levels), table.outcome)
        rows.append(
            TruthRow(
                number_of(levels, table.levels),
                levels,
                _leads(fit.consistency, fit.pri, len(members), cuts),
                tuple(table.cases[one] for one in members),
                tuple(table.cases[one] for one in members if table.outcome[one] > 0.5),
                fit.consistency,
                fit.pri,
            )
        )
    return TruthTable(table, cuts, tuple(rows))


def _leads(consistency: float | None, pri: float | None, cases: int, cuts: Cuts) -> bool | None:
    if cases < cuts.cases:
        return None
    return (consistency or 0.0) >= cuts.consistency - ROOM and (pri or 0.0) >= cuts.pri - ROOM
