# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas touch, from an imported list or from the map nearest in year."""

import json
from collections.abc import Callable
from pathlib import Path

from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.figures.tidy import ADJACENCY
from wijkverhaal.foundation.workspace import Workspace

Write = Callable[[str, str], Path]


def row_of_squares(count: int) -> str:
    features = [
        {
            "type": "Feature",
            "properties": {"wijkcode": f"WK03630{k}"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[5 + x / 100, 52 + y / 100] for x, y in _corners(k)]],
            },
        }
        for k in range(count)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def _corners(k: int) -> list[tuple[int, int]]:
    return [(k, 0), (k + 1, 0), (k + 1, 1), (k, 1), (k, 0)]


def pairs(store: FigureStore, year: int | None) -> list[tuple[str, str]]:
    found = store.adjacency(year)
    assert found.schema == ADJACENCY
    return found.select("area_a", "area_b").rows()


_FIRST = ("WK036300", "WK036301")
_SECOND = ("WK036301", "WK036302")
_LISTED = ("WK036300", "WK036302")


def test_neighbours_come_from_the_map_nearest_in_year(
    workspace: Workspace, store: FigureStore, write: Write
) -> None:
    for year, count in ((2022, 2), (2019, 3)):
        import_files(workspace, [write(f"kaart_{year}.geojson", row_of_squares(count))])
    assert pairs(store, 2021) == pairs(store, 2022) == pairs(store, 2025) == [_FIRST]
    assert pairs(store, 2019) == pairs(store, 2020) == [_FIRST, _SECOND]
    assert store.boundaries(2020).height == 3
    assert store.boundaries(2021).height == 2


def test_an_imported_list_wins_unless_a_map_is_nearer(
    workspace: Workspace, store: FigureStore, write: Write
) -> None:
    import_files(workspace, [write("buren_2022.csv", "wijk_a,wijk_b\n" + ",".join(_LISTED) + "\n")])
    import_files(workspace, [write("kaart_2022.geojson", row_of_squares(2))])
    assert pairs(store, 2022) == pairs(store, 2021) == pairs(store, None) == [_LISTED]
    import_files(workspace, [write("kaart_2021.geojson", row_of_squares(3))])
    assert pairs(store, 2021) == [_FIRST, _SECOND]
    assert pairs(store, 2022) == [_LISTED]
