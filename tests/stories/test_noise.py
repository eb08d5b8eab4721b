# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The chance that noise looks as clean, against counting by hand."""

from math import comb

import pytest

from tests.stories.test_solution import invented
from wijkverhaal.stories.noise import noise_chance
from wijkverhaal.stories.truth_table import truth_table


def test_two_rows_of_four_and_a_clean_table() -> None:
    """Of all ways to hand out 4 outcomes over two rows of 4, two are clean."""
    found = noise_chance(truth_table(invented(["1>1"] * 4 + ["0>0"] * 4)), draws=20_000)
    assert found.contradicting == 0
    assert found.chance == pytest.approx(2 / comb(8, 4), abs=0.005)


def test_a_case_each_proves_nothing() -> None:
    found = noise_chance(truth_table(invented(["110>1", "101>1", "011>0", "000>0"])), draws=100)
    assert found.chance == 1


def test_the_same_seed_gives_the_same_chance() -> None:
    truth = truth_table(invented(["11>1", "11>1", "11>0", "10>0", "00>0", "00>1", "01>1"]))
    assert noise_chance(truth, 500, seed=4) == noise_chance(truth, 500, seed=4)
    assert noise_chance(truth, 500).contradicting == 2
