# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How often pure chance gives a truth table as clean as the one found.

With few cases and several conditions nearly every case has a configuration of its own, and then no
contradiction can show (Marx and Dusa 2011, Methodological Innovations 6:103-148).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.stories.truth_table import TruthTable


@dataclass(frozen=True)
class NoiseChance:
    """The chance and how it was found.

    Attributes
    ----------
    contradicting : int
        Cases in the table found that contradict most others of their configuration.
    chance : float
        Share of the shuffled tables with no more of those, from 0 to 1.
    draws, seed : int
    """

    contradicting: int
    chance: float
    draws: int
    seed: int


def noise_chance(truth: TruthTable, draws: int = 10_000, seed: int = 1) -> NoiseChance:
    """Hand the outcomes out anew among the cases, and count how often the table is as clean.

    The configurations stay as they are, and as many cases have the outcome as before. A case has the
    outcome when its membership is above 0.5.
    """
    owner = {case: place for place, row in enumerate(truth.rows) for case in row.cases}
    belongs = np.array([case in owner for case in truth.table.cases])
    rows = np.array([owner[case] for case in truth.table.cases if case in owner], dtype=np.int64)
    has = truth.table.outcome[belongs] > 0.5
    if not rows.size:
        return NoiseChance(0, 1.0, draws, seed)
    found = int(_contradicting(rows, has[None])[0])
    chance = np.random.default_rng(seed)
    shuffled = chance.permuted(np.tile(has, (draws, 1)), axis=1)
    as_clean = int((_contradicting(rows, shuffled) <= found).sum())
    return NoiseChance(found, as_clean / draws, draws, seed)


def _contradicting(rows: NDArray[np.int64], has: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Per draw, (d, n), how many cases stand against the most of their configuration."""
    belongs = (rows[:, None] == np.arange(rows.max() + 1)).astype(np.int64)
    with_outcome = has.astype(np.int64) @ belongs
    return np.asarray(np.minimum(with_outcome, belongs.sum(axis=0) - with_outcome).sum(axis=1))
