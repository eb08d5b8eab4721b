# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map's shapes keep touching, lie where they should, and none gets lost."""

import re
from pathlib import Path

import numpy as np
import polars as pl
import pytest
import shapely

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.map import UNITS, path, shapes
from wijkverhaal.publication.map_drawing import MapArea, draw_map
from wijkverhaal.publication.marking import MARKINGS, marking_of

from .run_factory import fabricate_run


def _polygon(drawn: str) -> shapely.Geometry:
    rings = []
    for start, steps in re.findall(r"M(-?\d+ -?\d+)l([^z]*)z", drawn):
        numbers = np.array([int(word) for word in re.findall(r"-?\d+", steps)]).reshape(-1, 2)
        first = np.array([int(word) for word in start.split()])
        rings.append(np.vstack((first, first + np.cumsum(numbers, axis=0))))
    return shapely.make_valid(shapely.Polygon(rings[0], rings[1:]))


@pytest.fixture(scope="module")
def boundaries(tmp_path_factory: pytest.TempPathFactory) -> pl.DataFrame:
    folder = fabricate_run(tmp_path_factory.mktemp("map") / "run", wijken=36, corners=9)
    found = FinishedRun.read(folder).boundaries
    assert found is not None
    return found


def test_neighbours_keep_touching(boundaries: pl.DataFrame) -> None:
    drawn = [_polygon(text) for text in shapes(boundaries).paths.values()]
    whole = shapely.union_all(drawn)
    total = sum(shapely.area(shape) for shape in drawn)
    assert total == pytest.approx(shapely.area(whole), rel=0.002)
    assert sum(shapely.area(shapely.Polygon(ring)) for ring in whole.interiors) < 0.002 * total


def test_north_is_up_and_proportions_are_kept(boundaries: pl.DataFrame) -> None:
    drawing = shapes(boundaries)
    low, high = _polygon(drawing.paths["WK900101"]), _polygon(drawing.paths["WK900406"])
    assert low.centroid.y > high.centroid.y
    assert low.centroid.x < high.centroid.x
    wide, tall = 6 * 0.05 * np.cos(np.radians(51.59)), 6 * 0.03
    assert drawing.width / drawing.height == pytest.approx(wide / tall, rel=0.1)
    assert drawing.width <= UNITS


def test_a_gemeente_is_shown_with_its_surroundings(boundaries: pl.DataFrame) -> None:
    drawing = shapes(boundaries, "GM9001")
    own = set(boundaries.filter(gemeente="GM9001")["area"])
    assert own < set(drawing.paths) < set(boundaries["area"])
    assert drawing.outline.startswith("M")


def test_a_gemeente_without_boundaries_shows_nothing_wrong(boundaries: pl.DataFrame) -> None:
    assert shapes(boundaries, "GM9999").outline == ""


def test_a_tiny_wijk_keeps_a_dot() -> None:
    assert path(shapely.box(10.0, 10.0, 10.1, 10.1)) == "M10 10h1v1h-1z"
    assert path(shapely.Polygon()) == ""


def test_a_hole_is_drawn() -> None:
    ring = shapely.box(0, 0, 30, 30) - shapely.box(10, 10, 20, 20)
    assert path(ring).count("M") == 2


def test_overlapping_boundaries_are_drawn_too(boundaries: pl.DataFrame) -> None:
    fat = [
        shapely.to_wkb(shape.buffer(0.002)) for shape in shapely.from_wkb(boundaries["geometry"].to_numpy())
    ]
    assert len(shapes(boundaries.with_columns(geometry=pl.Series(fat))).paths) == len(boundaries)


def test_map_draws_what_it_knows_and_what_it_does_not(boundaries: pl.DataFrame) -> None:
    drawing = shapes(boundaries)
    areas = [MapArea("WK900101", MARKINGS[4], "een & ander"), MapArea("WK000000", MARKINGS[0], "nergens")]
    svg = draw_map(drawing, areas, "k", "titel", "uitleg", label="let op")
    assert svg.count("</title></path>") == len(boundaries)
    assert "een &amp; ander" in svg
    assert "nergens" not in svg
    assert "let op" in svg


@pytest.mark.parametrize(
    ("difference", "probability", "key"),
    [
        (3.0, 0.99, "much-higher"),
        (1.0, 0.96, "higher"),
        (5.0, 0.95, "unclear"),
        (-5.0, 0.05, "unclear"),
        (-1.0, 0.04, "lower"),
        (-2.0, 0.01, "much-lower"),
        (None, 0.99, "unknown"),
        (1.0, None, "unknown"),
    ],
)
def test_marking(difference: float | None, probability: float | None, key: str) -> None:
    row = {"difference_here": difference, "probability_higher_here": probability}
    assert marking_of(row).key == key
    silent = marking_of({**row, "status": "no_row"}).key
    assert silent == ("unknown" if key == "unknown" else "predicted")


def test_colours_are_blue_or_grey_and_darken_upwards() -> None:
    def channels(colour: str) -> list[int]:
        return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]

    lightness = {marking.key: sum(channels(marking.colour)) for marking in MARKINGS}
    assert lightness["lower"] > lightness["higher"] > lightness["much-higher"]
    for marking in MARKINGS:
        red, green, blue = channels(marking.colour)
        assert (blue >= green >= red) or max(red, green, blue) - min(red, green, blue) <= 6
    patterned = [marking.key for marking in MARKINGS if marking.line]
    assert patterned == ["much-lower", "lower", "predicted"]


def test_real_boundaries_stay_light(tmp_path: Path) -> None:
    source = Path("../shared/data/areas/wijken_2022.geojson")
    if not source.exists():
        pytest.skip("the real boundaries are not here")
    import json

    features = [
        feature for feature in json.loads(source.read_text("utf-8"))["features"] if feature["geometry"]
    ]
    frame = pl.DataFrame(
        {
            "area": [feature["properties"]["wijkcode"] for feature in features],
            "name": [feature["properties"]["wijknaam"] for feature in features],
            "gemeente": [feature["properties"]["gemeentecode"] for feature in features],
            "geometry": [shapely.to_wkb(shapely.geometry.shape(feature["geometry"])) for feature in features],
        }
    )
    drawing = shapes(frame)
    assert len(drawing.paths) == len(frame)
    assert all(drawing.paths.values())
    assert sum(map(len, drawing.paths.values())) < 500_000
