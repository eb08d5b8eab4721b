# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Collinearity: what follows from others is named, what only resembles others is not."""

import numpy as np
import pytest

from wijkverhaal.expectation.collinearity import repeating_terms
from wijkverhaal.expectation.determinants import determinants_of
from wijkverhaal.figures.panel import Panel

from .panels import with_indicators


def repeating(panel: Panel, columns: dict[str, np.ndarray]) -> list[str]:
    values = np.column_stack(list(columns.values()))
    return repeating_terms(determinants_of(with_indicators(panel, dict.fromkeys(columns, "age"), values)))


@pytest.fixture
def noise(panel: Panel) -> np.ndarray:
    return np.random.default_rng(2).standard_normal((4, panel.areas.height))


def test_twins_are_named_and_others_are_not(panel: Panel, noise: np.ndarray) -> None:
    assert repeating(panel, {"a": noise[0], "b": noise[1], "c": 5.0 - 2.0 * noise[0]}) == ["a", "c"]


def test_shares_that_add_up_are_named(panel: Panel, noise: np.ndarray) -> None:
    left = 100.0 - noise[0] - noise[1]
    assert repeating(panel, {"a": noise[0], "b": noise[1], "rest": left, "d": noise[3]}) == ["a", "b", "rest"]


def test_a_strong_resemblance_is_not_named(panel: Panel, noise: np.ndarray) -> None:
    near = noise[0] + 0.15 * noise[1]
    assert np.corrcoef(near, noise[0])[0, 1] > 0.98
    assert repeating(panel, {"a": noise[0], "b": near}) == []


def test_one_column_follows_from_nothing(panel: Panel, noise: np.ndarray) -> None:
    assert repeating(panel, {"a": noise[0]}) == []
