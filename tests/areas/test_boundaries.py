# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Boundaries: in WGS84, whole, and beside each other."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyogrio
import pyproj
import pytest
import shapely

from wijkverhaal.areas.boundaries import read_boundaries
from wijkverhaal.figures.tidy import BOUNDARIES
from wijkverhaal.foundation.errors import InputError

Draw = Callable[..., Path]

RD = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}


def square(x: float, y: float, size: float = 0.01) -> list[tuple[float, float]]:
    return [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]


def test_boundaries_are_read_with_their_names(draw: Draw) -> None:
    read = read_boundaries(draw({"WK036300": square(5, 52), "WK0363AA": square(5.01, 52)}))
    assert read.table.schema == BOUNDARIES
    assert read.table["area"].to_list() == ["WK036300", "WK0363AA"]
    assert read.table["gemeente"].to_list() == ["GM0363", "GM0363"]
    assert read.table["name"][0] == "Wijk WK036300"
    assert (read.notes, read.fictional) == ((), False)


@pytest.mark.parametrize("code", ["WK_CODE", "statcode", "wijkcode"])
def test_the_names_that_cbs_uses_are_known(draw: Draw, code: str) -> None:
    assert read_boundaries(draw({"36300": square(5, 52)}, code)).completed == 1


def test_a_map_of_the_fictional_country_says_so(draw: Draw) -> None:
    assert read_boundaries(draw({"WK036300": square(5, 52)}, fictional=True)).fictional


def test_metres_that_are_declared_are_converted_and_said_so(draw: Draw) -> None:
    read = read_boundaries(draw({"WK036300": square(121_000, 487_000, 1000)}, crs=RD))
    bounds = shapely.from_wkb(read.table["geometry"][0]).bounds
    expected = pyproj.Transformer.from_crs(28992, 4326, always_xy=True).transform(121_000, 487_000)
    assert np.allclose(bounds[:2], expected, atol=1e-3)
    assert "WGS84" in read.notes[0]


def test_metres_without_a_declaration_are_refused(draw: Draw) -> None:
    with pytest.raises(InputError, match="meters"):
        read_boundaries(draw({"WK036300": square(121_000, 487_000, 1000)}))


def test_degrees_that_are_declared_as_metres_are_refused(draw: Draw) -> None:
    with pytest.raises(InputError, match="graden"):
        read_boundaries(draw({"WK036300": square(5, 52)}, crs=RD))


def test_overlap_above_one_percent_is_refused_naming_both(draw: Draw) -> None:
    with pytest.raises(InputError, match=r"WK036300 en WK036301 .*2,0%"):
        read_boundaries(draw({"WK036300": square(5, 52), "WK036301": square(5.0098, 52)}))


def test_the_same_shape_twice_is_overlap(draw: Draw) -> None:
    with pytest.raises(InputError, match="100,0%"):
        read_boundaries(draw({"WK036300": square(5, 52), "WK036301": square(5, 52)}))


def test_a_sliver_of_overlap_is_counted(draw: Draw) -> None:
    read = read_boundaries(draw({"WK036300": square(5, 52), "WK036301": square(5.00995, 52)}))
    assert "Op 1 plekken" in read.notes[0]


def test_a_ring_that_crosses_itself_is_repaired_and_said_so(draw: Draw) -> None:
    bow_tie = [(5.0, 52.0), (5.01, 52.01), (5.01, 52.0), (5.0, 52.01), (5.0, 52.0)]
    read = read_boundaries(draw({"WK036300": bow_tie}))
    assert shapely.is_valid(shapely.from_wkb(read.table["geometry"][0]))
    assert "1 wijken is hersteld" in read.notes[0]


@pytest.mark.parametrize(
    ("shapes", "code", "says"),
    [
        ({"GM0363": square(5, 52)}, "wijkcode", "GM0363 geen wijk"),
        ({"PV20": square(5, 52)}, "wijkcode", "PV20 geen wijk"),
        ({"WK036300": square(5, 52), "36300": square(6, 52)}, "wijkcode", "WK036300 twee keer"),
        ({"WK036300": square(5, 52)}, "kleur", "wijkcode"),
        ({"WK036300": [(5, 52), (5, 52), (5, 52), (5, 52)]}, "wijkcode", "geen vlak"),
        ({"WK036300": [(5, 52), (float("nan"), 52), (5.1, 52.1), (5, 52)]}, "wijkcode", "geen vlak"),
        ({}, "wijkcode", "vlakken"),
    ],
)
def test_what_cannot_be_a_map_of_wijken_is_refused(draw: Draw, shapes: dict, code: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_boundaries(draw(shapes, code))


def test_a_wijk_without_a_shape_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kaart.geojson"
    feature = '{"type": "Feature", "properties": {"wijkcode": "WK036300"}, "geometry": null}'
    path.write_text('{"type": "FeatureCollection", "features": [' + feature + "]}", "utf-8")
    with pytest.raises(InputError, match="WK036300 geen vlak"):
        read_boundaries(path)


def test_json_that_is_no_map_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "iets.json"
    path.write_text('{"a": 1}', "utf-8")
    with pytest.raises(InputError, match="niet te lezen"):
        read_boundaries(path)


def test_of_a_geopackage_the_layer_with_wijken_is_read_without_the_water(tmp_path: Path) -> None:
    path = tmp_path / "gebieden.gpkg"
    squares = np.array(
        [shapely.box(121_000 + i * 1000, 487_000, 122_000 + i * 1000, 488_000) for i in range(3)]
    )

    def layer(name: str, codes: list[str], water: list[str]) -> None:
        pyogrio.raw.write(
            path,
            shapely.to_wkb(squares[: len(codes)]),
            [np.array(codes, dtype=object), np.array(water, dtype=object)],
            ["statcode", "water"],
            layer=name,
            geometry_type="Polygon",
            crs="EPSG:28992",
            append=path.exists(),
        )

    layer("gemeenten", ["GM0363"], ["NEE"])
    layer("wijken", ["WK036300", "WK036301", "WK036399"], ["NEE", "NEE", "JA"])
    read = read_boundaries(path)
    assert read.table["area"].to_list() == ["WK036300", "WK036301"]
    assert "1 vlakken met alleen water" in read.notes[0]


def test_the_real_map_has_3340_wijken_and_28_small_overlaps(real: Callable[[str], Path]) -> None:
    read = read_boundaries(real("areas/wijken_2022.geojson"))
    assert read.table.height == 3340
    assert read.notes == ("Op 28 plekken overlappen grenzen elkaar een beetje (hooguit 2,6 ha).",)
