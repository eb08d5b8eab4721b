# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The framework matrix: cases down, factors across, in each cell who said what and the researcher's words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wijkverhaal.stories.matrix.mention import Mention, mentions
from wijkverhaal.stories.study.record import CellSummary, Child, Episode, Factor, Family, Unit
from wijkverhaal.stories.study.study import Study


@dataclass(frozen=True)
class Cell:
    """One cell: what was said of the factor in the case, and the researcher's summary of it."""

    mention: Mention
    summary: str = ""


@dataclass(frozen=True)
class FrameworkMatrix:
    """The matrix; `cells[i][j]` is of case i and factor j."""

    cases: tuple[Family | Child | Episode, ...]
    factors: tuple[Factor, ...]
    cells: tuple[tuple[Cell, ...], ...]


def framework_matrix(
    study: Study,
    factors: Sequence[str],
    unit: Unit = "family",
    coders: Iterable[str] | None = None,
) -> FrameworkMatrix:
    """Put the codings and summaries of a study in a matrix; see `mention.mentions`."""
    found = mentions(study, unit, factors, coders)
    written = {(one.case, one.factor): one.text for one in study.all(CellSummary)}
    cases = tuple(study.cases(unit))
    return FrameworkMatrix(
        cases,
        tuple(study.one(Factor, factor) for factor in factors),
        tuple(
            tuple(Cell(found[case.id, factor], written.get((case.id, factor), "")) for factor in factors)
            for case in cases
        ),
    )
