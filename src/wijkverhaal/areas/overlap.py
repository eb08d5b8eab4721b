# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Overlap between boundaries: a sliver is the drawing, more than that is a mistake."""

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, number

#: The share of the smaller area from which an overlap is refused.
TOLERANCE = 0.01
_METRES_PER_DEGREE = 111_320.0


def check_overlap(geometries: NDArray[Any], codes: list[str], file: str) -> list[str]:
    """Refuse areas that overlap; count the slivers.

    Parameters
    ----------
    geometries : array of shapely geometries
        Valid polygons in WGS84.
    codes : list of str
        The code of each.
    file : str
        Named in the sentence.

    Returns
    -------
    list of str
        At most one note, about overlaps larger than 1 m2.

    Raises
    ------
    InputError
        When two areas share more than 1% of the smaller one, naming both.
    """
    one, other = _pairs(geometries)
    shared = shapely.area(shapely.intersection(geometries[one], geometries[other]))
    area = shapely.area(geometries)
    share = shared / np.minimum(area[one], area[other])
    if share.size and share.max() > TOLERANCE:
        worst = int(share.argmax())
        raise InputError(
            _(
                "In de kaart {file} overlappen {one} en {other} elkaar voor {share}% van de kleinste;"
                " verbeter de grenzen."
            ).format(
                file=file,
                one=codes[one[worst]],
                other=codes[other[worst]],
                share=number(100 * share[worst], 1),
            )
        )
    latitude = np.radians(shapely.get_y(shapely.centroid(geometries[one])))
    metres = shared * _METRES_PER_DEGREE**2 * np.cos(latitude)
    small = metres[metres > 1]
    if not small.size:
        return []
    return [
        _("Op {count} plekken overlappen grenzen elkaar een beetje (hooguit {largest} ha).").format(
            count=small.size, largest=number(small.max() / 10_000, 1)
        )
    ]


def _pairs(geometries: NDArray[Any]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Positions of areas that share some surface, each pair once."""
    tree = shapely.STRtree(geometries)
    one, other = tree.query(geometries, predicate="intersects")
    once = one < other
    return one[once], other[once]
