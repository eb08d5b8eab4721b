# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Raw tables and maps of an invented gemeente, and the real ones where they are."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from wijkverhaal.foundation.table import RawTable, read_tables

_REAL = Path(__file__).parents[3] / "shared" / "data"

Ring = list[tuple[float, float]]


def square(x: float, y: float, size: float = 0.01) -> Ring:
    return [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]


@pytest.fixture
def raw(tmp_path: Path) -> Callable[[str], RawTable]:
    """The raw table in a text."""

    def read(text: str) -> RawTable:
        path = tmp_path / "tabel.csv"
        path.write_text(text, "utf-8")
        return read_tables(path)[0]

    return read


@pytest.fixture
def draw(tmp_path: Path) -> Callable[..., Path]:
    """Write a GeoJSON with one ring per code."""

    def drawn(shapes: dict[str, Ring], code: str = "wijkcode", **top: object) -> Path:
        features = [
            {
                "type": "Feature",
                "properties": {code: name, "wijknaam": f"Wijk {name}"},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
            for name, ring in shapes.items()
        ]
        path = tmp_path / "wijken_2022.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", **top, "features": features}), "utf-8")
        return path

    return drawn


@pytest.fixture
def real() -> Callable[[str], Path]:
    """A real file by its name below the shared data, which not every machine has."""

    def found(name: str) -> Path:
        path = _REAL / name
        if not path.exists():
            pytest.skip(f"real file {name} is not on this machine")
        return path

    return found
