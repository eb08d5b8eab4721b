# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from wijkverhaal.simulation.coast import draw_coast


def _grid(width: float, height: float) -> np.ndarray:
    x, y = np.meshgrid(np.linspace(0, width, 80), np.linspace(0, height, 80))
    return np.column_stack([x.ravel(), y.ravel()])


@pytest.mark.parametrize("seed", range(5))
def test_the_country_is_part_land_and_has_sea_all_around(seed: int) -> None:
    coast = draw_coast(3300, seed)
    points = _grid(coast.width, coast.height)
    land = coast.is_land(points)
    at_the_edge = (points == 0).any(axis=1) | (points == [coast.width, coast.height]).any(axis=1)
    assert 0.2 < land.mean() < 0.5
    assert not land[at_the_edge].any()


def test_the_country_lies_in_the_open_atlantic() -> None:
    coast = draw_coast(3300, 1)
    west, south = coast.to_degrees(np.array([[0.0, 0.0]]))[0]
    east, north = coast.to_degrees(np.array([[coast.width, coast.height]]))[0]
    assert -36 < west < east < -26, "between Newfoundland and Ireland"
    assert 45 < south < north < 52, "north of the Azores"


def test_another_seed_has_another_coast() -> None:
    one, two = draw_coast(3300, 1), draw_coast(3300, 2)
    points = _grid(one.width, one.height)
    assert (one.is_land(points) != two.is_land(points)).mean() > 0.02
