# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The surface of an area: it has one, and its rings do not cross themselves."""

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

Geometries = NDArray[Any]


def refuse_shapeless(file: str, geometries: Geometries, codes: list[str]) -> None:
    """Refuse areas without a surface, or with coordinates that are no numbers.

    Raises
    ------
    InputError
        Naming the first of them.
    """
    finite = np.isfinite(shapely.bounds(geometries)).all(axis=1) & np.isfinite(shapely.area(geometries))
    flat = np.zeros(len(geometries), dtype=bool)
    flat[finite] = ~(shapely.area(geometries[finite]) > 0) & shapely.is_valid(geometries[finite])
    for code, wrong in zip(codes, ~finite | flat, strict=True):
        if wrong:
            raise InputError(
                _("In de kaart {file} heeft {code} geen vlak; teken de grens of haal de wijk weg.").format(
                    file=file, code=code
                )
            )


def repaired(file: str, geometries: Geometries, codes: list[str]) -> tuple[Geometries, list[str]]:
    """The geometries with rings that cross themselves put right, and a note that counts them.

    Raises
    ------
    InputError
        When nothing with a surface is left of one.
    """
    invalid = ~shapely.is_valid(geometries)
    if not invalid.any():
        return geometries, []
    geometries = geometries.copy()
    geometries[invalid] = [_polygons(shapely.make_valid(shape)) for shape in geometries[invalid]]
    refuse_shapeless(file, geometries, codes)
    return geometries, [_("De grens van {count} wijken is hersteld.").format(count=int(invalid.sum()))]


def _polygons(shape: Any) -> Any:
    parts = shapely.get_parts(shapely.get_parts(shape))
    return shapely.union_all([p for p in parts if p.geom_type in ("Polygon", "MultiPolygon")])
