# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What chance alone does to published counts, against counting in a simulated publication."""

import numpy as np
import pytest

from wijkverhaal.expectation.by_chance import counts_beyond


@pytest.mark.parametrize("smallest", [0.0, 0.1, 0.3])
def test_chance_alone_is_what_a_simulation_finds(smallest: float) -> None:
    random = np.random.default_rng(2)
    youths = np.exp(random.normal(6.3, 1.0, 300)).round()
    coverage, expected = random.uniform(0.6, 1.0, 300), random.uniform(5.0, 15.0, 300)
    middle = youths * coverage * expected / 100.0
    found = []
    for _time in range(300):
        count = random.binomial(youths.astype(int), coverage * expected / 100.0)
        rounded = 5.0 * np.floor(count / 5.0 + 0.5)
        published = np.where(rounded >= 10, rounded, np.nan)
        beyond = counts_beyond(published, youths, coverage, expected, smallest)
        assert beyond.number == (np.abs(published / middle - 1.0) > smallest).sum()
        found.append(beyond.number)
    error = np.std(found) / np.sqrt(300)
    assert beyond.by_chance == pytest.approx(np.mean(found), abs=4 * error)
    assert beyond.by_chance > 5


def test_a_wijk_without_youths_counts_nowhere() -> None:
    nothing = counts_beyond(np.array([np.nan]), np.zeros(1), np.ones(1), np.full(1, 9.0), 0.1)
    assert (nothing.number, nothing.by_chance) == (0, 0.0)


def test_in_a_huge_wijk_chance_is_small_and_a_difference_is_seen() -> None:
    huge = counts_beyond(np.array([120_000.0]), np.array([1e6]), np.ones(1), np.full(1, 10.0), 0.1)
    assert huge.number == 1
    assert huge.by_chance < 1e-6
