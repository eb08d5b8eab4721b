# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coordinates of a map: degrees in WGS84, converted from metres where the map says what they are."""

from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

_WGS84 = 4326
#: Around the Netherlands with latitude and longitude swapped: lowest x and y, highest x and y.
_SWAPPED = (50.5, 3.0, 54.0, 7.5)

Geometries = NDArray[Any]


def in_degrees(file: str, geometries: Geometries, declared: str | None) -> tuple[Geometries, list[str]]:
    """Coordinates in degrees; metres are converted where the file says which system they are in.

    Parameters
    ----------
    file : str
        Named in the sentence.
    geometries : array of shapely geometries
    declared : str or None
        The coordinate system that the file names.

    Returns
    -------
    tuple of array and list of str
        The geometries in WGS84, and a note where they were converted.

    Raises
    ------
    InputError
        When the coordinates do not look like the system that is named, the system is not known, or
        latitude and longitude are swapped.
    """
    bounds = shapely.total_bounds(geometries)
    looks_like_degrees = bool(np.all(np.abs(bounds) <= (180, 90, 180, 90)))
    system = _system(file, declared)
    geographic = system is None or system.is_geographic
    if geographic != looks_like_degrees:
        raise InputError(
            _(
                "De coördinaten in {file} zijn {found}, maar het bestand zegt iets anders of niets;"
                " sla de kaart op in WGS84 of vermeld het stelsel (zoals EPSG:28992)."
            ).format(file=file, found=_("graden") if looks_like_degrees else _("meters"))
        )
    if geographic:
        _refuse_swapped(file, bounds)
    if system is None or system.to_epsg() == _WGS84 or "CRS84" in str(declared):
        return geometries, []
    convert = pyproj.Transformer.from_crs(system, _WGS84, always_xy=True)
    moved = shapely.transform(geometries, lambda x, y: convert.transform(x, y), interleaved=False)
    return moved, [_("De coördinaten zijn omgerekend van {system} naar WGS84.").format(system=declared)]


def _refuse_swapped(file: str, bounds: NDArray[np.float64]) -> None:
    if np.all(bounds[:2] >= _SWAPPED[:2]) and np.all(bounds[2:] <= _SWAPPED[2:]):
        raise InputError(
            _(
                "In {file} zijn de breedte en de lengte omgewisseld ({x} staat voor {y});"
                " sla de kaart op met eerst de lengte (zoals 5.1) en dan de breedte (zoals 52.1)."
            ).format(file=file, x=round(float(bounds[0]), 1), y=round(float(bounds[1]), 1))
        )


def _system(file: str, declared: str | None) -> pyproj.CRS | None:
    try:
        return pyproj.CRS.from_user_input(declared) if declared else None
    except pyproj.exceptions.CRSError as error:
        raise InputError(
            _("De kaart {file} noemt een onbekend stelsel ({system}); sla de kaart op in WGS84.").format(
                file=file, system=declared
            )
        ) from error
