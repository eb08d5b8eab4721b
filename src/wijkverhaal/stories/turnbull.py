# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Durations that are known only between two bounds: the estimate of Turnbull.

Source: B.W. Turnbull (1976), Journal of the Royal Statistical Society B 38:290-295; the innermost
intervals after Peto (1973). Self-consistency (EM), until the likelihood can hardly rise any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

Numbers = NDArray[np.float64]
_STEPS = 200_000
_SMALL = 1e-9


@dataclass(frozen=True)
class MassInterval:
    """A stretch of time (after `low`, up to and including `high`) and the share of durations in it."""

    low: float
    high: float
    mass: float


def turnbull(lows: Sequence[float], highs: Sequence[float | None]) -> list[MassInterval]:
    """The distribution that makes the observed bounds most likely.

    Parameters
    ----------
    lows, highs : sequences of n
        A duration lies after its low and not after its high; with low equal to high it is exact; high
        None or infinite where it has not ended yet.

    Returns
    -------
    list of MassInterval
        The innermost intervals with a share above zero, in order; the shares add up to 1. Within an
        interval nothing is known about where the share lies.

    Raises
    ------
    InputError
        When there are no durations, or a high lies before its low.
    """
    low = np.asarray(lows, dtype=float)
    high = np.array([inf if one is None else float(one) for one in highs])
    if not low.size:
        raise InputError(_("Er is geen enkele duur; geef er minstens één."))
    if (wrong := (high < low) | np.isnan(low) | np.isnan(high)).any():
        raise InputError(
            _("Duur {number} eindigt voor hij begint; verbeter de grenzen.").format(
                number=int(np.argmax(wrong)) + 1
            )
        )
    left, right = _innermost(low, high)
    inside = _within(left, right, low, high)
    mass = _self_consistent(inside)
    return [
        MassInterval(float(a), float(b), float(share))
        for a, b, share in zip(left, right, mass, strict=True)
        if share > 1e-6
    ]


def still_waiting(intervals: Sequence[MassInterval], time: float) -> tuple[float, float]:
    """The least and the most share of durations longer than `time`.

    >>> still_waiting([MassInterval(0, 5, 0.4), MassInterval(6, 9, 0.6)], 7)
    (0.0, 0.6)
    """
    least = sum(one.mass for one in intervals if one.low >= time and one.high > time)
    most = sum(one.mass for one in intervals if one.high > time)
    return float(least), float(most)


def _innermost(low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
    """The intervals that begin at a low, end at the next high, and have no other bound inside."""
    exact = low == high
    # At one moment: an open left end comes after everything that ends there; an exact one before.
    ends = [(moment, 1, False) for moment in high]
    begins = [(moment, 0 if point else 2, True) for moment, point in zip(low, exact, strict=True)]
    ordered = sorted(set(begins + ends))
    pairs = [(first[0], second[0]) for first, second in pairwise(ordered) if first[2] and not second[2]]
    return np.array([a for a, _b in pairs]), np.array([b for _a, b in pairs])


def _within(left: Numbers, right: Numbers, low: Numbers, high: Numbers) -> NDArray[np.bool_]:
    """Whether each innermost interval lies within each observation, (n, m)."""
    exact, point = (low == high)[:, None], (left == right)[None]
    inside = (low[:, None] <= left) & (right <= high[:, None])
    return np.asarray(inside & np.where(exact, point, ~(point & (low[:, None] == left))))


def _self_consistent(inside: NDArray[np.bool_]) -> Numbers:
    marks = inside.astype(float)
    mass = np.full(inside.shape[1], 1.0 / inside.shape[1])
    for _step in range(_STEPS):
        slope = (marks / (marks @ mass)[:, None]).mean(axis=0)
        mass = mass * slope
        # At the optimum no slope is above 1 (Gentleman and Geyer 1994); a mass with a lower one is 0.
        if slope.max() < 1 + _SMALL:
            break
    return np.asarray(mass / mass.sum())
