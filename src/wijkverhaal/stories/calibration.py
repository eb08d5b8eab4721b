# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a measurement to a degree of membership, with three anchors that the researcher chooses.

Direct method of Ragin (2008), Redesigning Social Inquiry, ch. 5, with the exact log odds of a
membership of 0.95.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.condition import Numbers

_LOG_ODDS = log(0.95 / 0.05)


@dataclass(frozen=True)
class Anchors:
    """Where membership is 0.05, 0.5 and 0.95; rising or falling.

    Attributes
    ----------
    out, crossover, inside : float
        In the unit of the measurement.
    """

    out: float
    crossover: float
    inside: float

    def __post_init__(self) -> None:
        rising = self.out < self.crossover < self.inside
        if not rising and not self.out > self.crossover > self.inside:
            raise InputError(_("De drie grenzen van een kalibratie moeten oplopen of aflopen."))


def calibrate(values: Sequence[float] | Numbers, anchors: Anchors) -> Numbers:
    """Membership of each value, (n,), between 0 and 1.

    >>> calibrate([400, 550, 900], Anchors(400, 550, 900)).round(2).tolist()
    [0.05, 0.5, 0.95]
    """
    given = np.asarray(values, dtype=float)
    distance = given - anchors.crossover
    above = distance * (anchors.inside - anchors.crossover) >= 0
    width = np.where(above, anchors.inside - anchors.crossover, anchors.crossover - anchors.out)
    return np.asarray(1.0 / (1.0 + np.exp(-_LOG_ODDS * distance / width)))


def in_levels(values: Sequence[float] | Numbers, thresholds: Sequence[float]) -> Numbers:
    """The level of each value, (n,): how many of the rising thresholds it reaches.

    >>> in_levels([1, 5, 9], [5, 8]).tolist()
    [0.0, 1.0, 2.0]
    """
    if list(thresholds) != sorted(set(thresholds)):
        raise InputError(_("De grenzen tussen niveaus moeten oplopen."))
    return np.searchsorted(np.asarray(thresholds, dtype=float), values, side="right").astype(float)
