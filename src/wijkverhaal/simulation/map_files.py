# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map files of the fictional country: boundaries, neighbours and regions."""

import json

import polars as pl
import shapely

from wijkverhaal.simulation.geography import Geography
from wijkverhaal.simulation.names import COUNTRY_NAME, FICTIONAL_LABEL


def boundaries_geojson(geography: Geography) -> str:
    """The wijken as GeoJSON in WGS84; `fictional` is true for the whole and for every wijk."""
    features = ",\n".join(
        _feature(row, shape)
        for row, shape in zip(geography.areas.iter_rows(named=True), geography.shapes, strict=True)
    )
    name = json.dumps(f"{COUNTRY_NAME} ({FICTIONAL_LABEL})", ensure_ascii=False)
    head = f'"type": "FeatureCollection", "fictional": true, "name": {name}'
    return "{" + head + ', "features": [\n' + features + "\n]}\n"


def _feature(row: dict[str, str], shape: shapely.Polygon) -> str:
    properties = {
        "wijkcode": row["wijk"],
        "wijknaam": row["wijk_name"],
        "gemeentecode": row["gemeente"],
        "gemeentenaam": row["gemeente_name"],
        "fictional": 1,
    }
    geometry = {
        "type": "Polygon",
        "coordinates": [[[round(x, 5), round(y, 5)] for x, y in shape.exterior.coords]],
    }
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def adjacency_table(geography: Geography) -> pl.DataFrame:
    """Each pair of wijken that touch, once, with the length of their border in metres."""
    codes = geography.areas["wijk"]
    return pl.DataFrame(
        {
            "wijk_a": codes.gather(geography.pairs[:, 0]),
            "wijk_b": codes.gather(geography.pairs[:, 1]),
            "shared_boundary_m": geography.lengths.round(1),
            "fictional": [1] * len(geography.pairs),
        }
    )


def region_table(geography: Geography) -> pl.DataFrame:
    """The region of each gemeente."""
    return geography.areas.select(gemeentecode="gemeente", jeugdregio="region", fictional=pl.lit(1)).unique(
        maintain_order=True
    )
