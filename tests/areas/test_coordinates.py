# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Degrees with first the longitude and then the latitude."""

import numpy as np
import pytest
import shapely

from wijkverhaal.areas.coordinates import in_degrees
from wijkverhaal.foundation.errors import InputError


@pytest.mark.parametrize("declared", [None, "EPSG:4326"])
@pytest.mark.parametrize("box", [(52.0, 5.0, 52.1, 5.1), (50.75, 3.36, 53.55, 7.23)])
def test_latitude_and_longitude_swapped_are_refused(
    declared: str | None, box: tuple[float, float, float, float]
) -> None:
    with pytest.raises(InputError, match=r"kaart\.geojson zijn de breedte en de lengte omgewisseld"):
        in_degrees("kaart.geojson", np.array([shapely.box(*box)]), declared)


@pytest.mark.parametrize(
    "box",
    [
        (3.36, 50.75, 7.23, 53.55),
        (-30.5, 44.0, -28.0, 46.0),
        (52.0, -40.0, 53.0, -39.0),
        (50.0, 2.0, 60.0, 9.0),
    ],
)
def test_the_right_way_round_and_elsewhere_on_the_globe_are_kept(
    box: tuple[float, float, float, float],
) -> None:
    shapes = np.array([shapely.box(*box)])
    kept, notes = in_degrees("kaart.geojson", shapes, None)
    assert shapely.total_bounds(kept).tolist() == list(box)
    assert notes == []
