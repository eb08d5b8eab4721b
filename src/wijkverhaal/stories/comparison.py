# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole comparison of cases (QCA): truth table, necessity, solutions and the chance of noise.

>>> from wijkverhaal.stories.case_table import case_table
>>> table = case_table("abcd", {"A": [1, 1, 0, 0], "B": [1, 0, 1, 0], "Y": [1, 1, 0, 0]}, "Y", ["A", "B"])
>>> compare(table).parsimonious.models[0].written
'A'
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wijkverhaal.stories.case_table import CaseTable
from wijkverhaal.stories.necessity import (
    NecessaryExpression,
    necessary_expressions,
    necessity_of_conditions,
)
from wijkverhaal.stories.noise import NoiseChance, noise_chance
from wijkverhaal.stories.solution import (
    IntermediateSolution,
    Solution,
    conservative,
    intermediate,
    parsimonious,
    read_directions,
)
from wijkverhaal.stories.truth_table import Cuts, TruthTable, truth_table


@dataclass(frozen=True)
class Comparison:
    """A comparison; `intermediate` only where directions were given."""

    truth: TruthTable
    necessity: tuple[NecessaryExpression, ...]
    necessary: tuple[NecessaryExpression, ...]
    conservative: Solution
    parsimonious: Solution
    intermediate: IntermediateSolution | None
    noise: NoiseChance


def compare(
    table: CaseTable, cuts: Cuts | None = None, directions: Sequence[str] = (), seed: int = 1
) -> Comparison:
    """Compare cases.

    Parameters
    ----------
    directions : sequence of str
        What theory expects to lead to the outcome, such as `A`, `~B` or `C[2]`; conditions that are not
        named may go either way.
    """
    truth = truth_table(table, cuts)
    expected = read_directions(truth, directions)
    longest, shortest = conservative(truth), parsimonious(truth)
    return Comparison(
        truth,
        tuple(necessity_of_conditions(table)),
        tuple(necessary_expressions(table, relevance=0.5, longest=2)),
        longest,
        shortest,
        intermediate(truth, expected, longest, shortest) if directions else None,
        noise_chance(truth, seed=seed),
    )
