# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Krippendorff's alpha: agreement of any number of coders, with gaps, on four scales.

Source: K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; Content Analysis (2004),
chapter 11.
"""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Scale = Literal["nominal", "ordinal", "interval", "ratio"]
SCALES: tuple[Scale, ...] = get_args(Scale)


@dataclass(frozen=True)
class Alpha:
    """Agreement beyond chance.

    Attributes
    ----------
    alpha : float or None
        1 is full agreement, 0 is chance; None where it cannot be said, because all values are the same
        or nothing was coded twice.
    observed, expected : float
        Disagreement found, and to be expected by chance.
    units, values : int
        Units coded at least twice, and the values in them.
    """

    alpha: float | None
    observed: float
    expected: float
    units: int
    values: int


def krippendorff_alpha(ratings: Numbers, scale: Scale = "nominal") -> Alpha:
    """Alpha of a table of ratings.

    Parameters
    ----------
    ratings : array (units, coders)
        Values; NaN where a coder did not code the unit. On the nominal scale any distinct numbers do.
    scale : "nominal", "ordinal", "interval" or "ratio"

    Examples
    --------
    >>> round(krippendorff_alpha(np.array([[1.0, 1], [1, 0], [0, 0], [0, 0]])).alpha, 3)
    0.533
    """
    domain, counts = value_counts(ratings)
    pairable = counts[counts.sum(axis=1) >= 2]
    if not len(pairable):
        return Alpha(None, 0.0, 0.0, 0, 0)
    used = pairable.any(axis=0)
    domain, pairable = domain[used], pairable[:, used]
    each = pairable.sum(axis=1)
    totals = pairable.sum(axis=0)
    size = float(totals.sum())
    distance = squared_distance(domain, totals, scale)
    within = np.einsum("uc,uk,ck->u", pairable, pairable, distance)
    observed = float((within / (each - 1)).sum() / size)
    expected = float(totals @ distance @ totals / (size * (size - 1)))
    alpha = 1 - observed / expected if expected > 0 else None
    return Alpha(alpha, observed, expected, len(pairable), int(size))


def value_counts(ratings: Numbers) -> tuple[Numbers, Numbers]:
    """The distinct values, ascending, and how often each unit has each, (units, values)."""
    domain = np.unique(ratings[~np.isnan(ratings)])
    return domain, (ratings[:, :, None] == domain).sum(axis=1).astype(float)


def squared_distance(domain: Numbers, totals: Numbers, scale: Scale) -> Numbers:
    """The squared distance between each two values on a scale, (values, values)."""
    if scale == "nominal":
        return 1.0 - np.eye(len(domain))
    if scale == "ordinal":
        middle = np.cumsum(totals) - totals / 2
        return np.asarray((middle[:, None] - middle) ** 2)
    difference = domain[:, None] - domain
    if scale == "interval":
        return np.asarray(difference**2)
    total = domain[:, None] + domain
    return np.divide(difference, total, out=np.zeros_like(difference), where=total != 0) ** 2
