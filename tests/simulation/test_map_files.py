# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import json
from pathlib import Path

import polars as pl
import shapely

from wijkverhaal.simulation.country import Country


def test_boundaries_are_small_valid_and_say_they_are_fictional(files: Path, country: Country) -> None:
    path = files / "wijken_2022.geojson"
    collection = json.loads(path.read_text("utf-8"))
    assert path.stat().st_size < 3_000_000
    assert collection["fictional"] is True
    assert [f["properties"]["wijkcode"] for f in collection["features"]] == country.geography.areas[
        "wijk"
    ].to_list()
    shapes = shapely.from_geojson([json.dumps(f["geometry"]) for f in collection["features"]])
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    assert shapely.equals_exact(shapes, country.geography.shapes, tolerance=1e-9).all()


def test_a_wijk_on_the_map_has_its_names_and_gemeente(files: Path) -> None:
    feature = json.loads((files / "wijken_2022.geojson").read_text("utf-8"))["features"][0]
    assert set(feature["properties"]) == {"wijkcode", "wijknaam", "gemeentecode", "gemeentenaam", "fictional"}
    assert feature["properties"]["gemeentecode"] == "GM9001"


def test_neighbours_are_listed_once_and_exist(files: Path, country: Country) -> None:
    table = pl.read_csv(files / "adjacency_2022.csv")
    assert table.columns == ["wijk_a", "wijk_b", "shared_boundary_m", "fictional"]
    assert (table["wijk_a"] < table["wijk_b"]).all()
    assert not table.select("wijk_a", "wijk_b").is_duplicated().any()
    assert set(table["wijk_a"]) | set(table["wijk_b"]) <= set(country.geography.areas["wijk"])
    assert 5 < 2 * table.height / 3300 < 6


def test_every_gemeente_is_in_one_region(files: Path) -> None:
    table = pl.read_csv(files / "gemeente_jeugdregio.csv")
    assert table.columns == ["gemeentecode", "jeugdregio", "fictional"]
    assert table["gemeentecode"].n_unique() == table.height == 340
    assert table["jeugdregio"].n_unique() == 42
