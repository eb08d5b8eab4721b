# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest
import shapely

from wijkverhaal.simulation.country import Country
from wijkverhaal.simulation.geography import lay_out
from wijkverhaal.simulation.settings import CountrySettings

MANY = [CountrySettings(gemeenten=20, wijken=120, regions=4), CountrySettings()]


@pytest.mark.parametrize("seed", [11, 12, 13])
@pytest.mark.parametrize("settings", MANY)
def test_wijken_touch_without_overlap_or_crack(settings: CountrySettings, seed: int) -> None:
    shapes = lay_out(settings, seed).shapes
    assert len(shapes) == settings.wijken
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes), "neighbours share their border to the last coordinate"


def test_coordinates_are_rounded(small: Country) -> None:
    coordinates = shapely.get_coordinates(small.geography.shapes)
    assert np.array_equal(coordinates, np.round(coordinates, 5))


def test_pairs_are_exactly_the_wijken_that_share_a_border(small: Country) -> None:
    geography = small.geography
    tree = shapely.STRtree(geography.shapes)
    left, right = tree.query(geography.shapes, predicate="intersects")
    borders = shapely.intersection(geography.shapes[left], geography.shapes[right])
    touching = (left < right) & (shapely.length(borders) > 0)
    found = set(zip(left[touching].tolist(), right[touching].tolist(), strict=True))
    assert found == set(map(tuple, geography.pairs.tolist()))


def test_lengths_are_metres_of_shared_border(small: Country) -> None:
    geography = small.geography
    a, b = geography.pairs.T
    metres = shapely.length(_to_metres(shapely.intersection(geography.shapes[a], geography.shapes[b])))
    assert np.allclose(geography.lengths, metres, rtol=0.02, atol=1.0)


def _to_metres(shapes: np.ndarray) -> np.ndarray:
    latitude = np.radians(np.mean(shapely.bounds(shapes)[:, [1, 3]]))
    scale = np.array([111_200 * np.cos(latitude), 111_200])
    return np.asarray(shapely.transform(shapes, lambda points: points * scale))
