# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Neighbours from boundaries."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
import shapely

from tests.areas.conftest import square
from wijkverhaal.areas.adjacency import read_adjacency
from wijkverhaal.areas.boundaries import read_boundaries
from wijkverhaal.areas.neighbours import neighbours_of
from wijkverhaal.foundation.table import read_tables

Ring = list[tuple[float, float]]
#: Degrees of longitude and latitude that are 100 metres at 52 degrees north.
_EAST, _NORTH = 100 / 68_678, 100 / 111_267


def drawn(shapes: dict[str, Ring | shapely.Polygon]) -> pl.DataFrame:
    polygons = [shapely.Polygon(shape) for shape in shapes.values()]
    wkb = pl.Series(shapely.to_wkb(polygons).tolist(), dtype=pl.Binary)
    return pl.DataFrame({"area": list(shapes), "geometry": wkb})


def block(x: float, y: float, wide: float = 10, high: float = 10) -> Ring:
    """A rectangle whose measures are in hundreds of metres."""
    west, south, east, north = (
        5 + x * _EAST,
        52 + y * _NORTH,
        5 + (x + wide) * _EAST,
        52 + (y + high) * _NORTH,
    )
    return [(west, south), (east, south), (east, north), (west, north)]


def test_pairs_are_found_once_in_order_of_code_with_the_length_of_the_border() -> None:
    found = neighbours_of(drawn({"B": block(10, 0), "A": block(0, 0), "C": block(20, 0)}))
    assert found.select("area_a", "area_b").rows() == [("A", "B"), ("B", "C")]
    assert found["shared_boundary"].to_list() == pytest.approx([1000, 1000], rel=0.02)


def test_areas_that_meet_in_one_point_touch() -> None:
    found = neighbours_of(drawn({"A": block(0, 0), "B": block(10, 10)}))
    assert found.rows() == [("A", "B", 0.0)]


def test_a_gap_or_a_sliver_of_overlap_between_drawings_of_one_border_is_bridged() -> None:
    gap = neighbours_of(drawn({"A": block(0, 0), "B": block(10.2, 0)}))
    overlap = neighbours_of(drawn({"A": block(0, 0), "B": block(9.8, 0)}))
    for found in (gap, overlap):
        assert found.select("area_a", "area_b").rows() == [("A", "B")]
        assert found["shared_boundary"][0] == pytest.approx(1000, rel=0.05)


def test_what_lies_further_apart_or_only_passes_at_a_corner_does_not_touch() -> None:
    shapes = {"A": block(0, 0), "B": block(10.5, 0), "C": block(-10.1, 10.1)}
    assert neighbours_of(drawn(shapes)).is_empty()
    assert neighbours_of(drawn(shapes), tolerance=60.0).height == 1


def test_an_area_within_another_touches_it_all_around() -> None:
    ring = shapely.Polygon(block(0, 0), [block(4, 4, 2, 2)])
    found = neighbours_of(drawn({"A": ring, "B": block(4, 4, 2, 2)}))
    assert found["shared_boundary"].to_list() == pytest.approx([800 - 60], rel=0.02)


def test_no_areas_have_no_neighbours() -> None:
    none = neighbours_of(drawn({"A": square(5, 52)}).head(0))
    assert none.is_empty()
    assert none.columns == ["area_a", "area_b", "shared_boundary"]


@pytest.mark.parametrize(("metres", "recall"), [(0.0, 0.999), (30.0, 0.99), (60.0, 0.98)])
def test_the_real_map_gives_the_real_list(real: Callable[[str], Path], metres: float, recall: float) -> None:
    table = read_boundaries(real("areas/wijken_2022.geojson")).table
    listed, _completed = read_adjacency(read_tables(real("areas/wijk_2022_adjacency_queen.csv"))[0])
    found = neighbours_of(_simplified(table, metres))
    both = found.join(listed, on=["area_a", "area_b"])
    assert both.height / found.height > 0.998
    assert both.height / listed.height > recall
    long = both.filter(pl.col("shared_boundary_right") > 100)
    assert (long["shared_boundary"] / long["shared_boundary_right"]).median() == pytest.approx(1.0, abs=0.04)


def _simplified(table: pl.DataFrame, metres: float) -> pl.DataFrame:
    """Every area simplified by itself, so that neighbours no longer share their vertices."""
    if metres == 0:
        return table
    shapes = shapely.from_wkb(table["geometry"].to_list())
    plane = shapely.transform(shapes, lambda points: points / (_EAST / 100, _NORTH / 100))
    simple = shapely.make_valid(shapely.simplify(plane, metres))
    back = shapely.transform(simple, lambda points: points * (_EAST / 100, _NORTH / 100))
    return table.with_columns(geometry=pl.Series(shapely.to_wkb(back).tolist(), dtype=pl.Binary))
