# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which figures of a wijk can be looked at: for who prepares a session, or hangs one on a hypothesis."""

from dataclasses import dataclass

from wijkverhaal.dialogue.figure_reference import (
    Figure,
    FigureKind,
    FigureReference,
    figure_of,
)
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import NotFoundError


@dataclass(frozen=True)
class FigureChoice:
    """A figure that the run has, with where it is."""

    reference: FigureReference
    figure: Figure


def figures_to_choose(run: FinishedRun, area: str, year: int) -> list[FigureChoice]:
    """Every figure that a run has of a wijk: use, expected, difference, parts, indicators, wijken alike.

    Returns
    -------
    list of FigureChoice
        Only what can be told with a value; empty where the run does not have the wijk.
    """
    parts = [row["part"] for row in run.explained(area, year)]
    indicators = [row["indicator"] for row in run.indicators_of(area, year)]
    alike = [row["other"] for row in run.compared(area, year)]
    items = (
        *((kind, "") for kind in (FigureKind.USE, FigureKind.EXPECTED, FigureKind.DIFFERENCE)),
        *((FigureKind.PART, part) for part in parts),
        *((FigureKind.INDICATOR, indicator) for indicator in indicators),
        *((FigureKind.COMPARABLE, other) for other in alike),
    )
    found = []
    for kind, item in items:
        reference = FigureReference(kind, area, year, item)
        try:
            found.append(FigureChoice(reference, figure_of(run, reference)))
        except NotFoundError:
            continue
    return found
