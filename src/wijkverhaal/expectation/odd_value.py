# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Odd values: so far from all others that they cannot be meant.

A slip of the pen (a wrong unit, a code for "unknown" such as -99999999) among ordinary values makes
the standard deviation of an indicator so large that all other wijken become alike: the indicator is
lost without anybody noticing. Skewed indicators have far values too, but with others on the way
there. So values are odd when a few of them lie beyond a gap that is many times as wide as the whole
range of all other values together.
"""

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.expectation.engine.sparse_kernels import Floats

_GAP = 20.0  # times the range of the others
_AT_MOST = 0.02  # of the values; more of them are a group of their own, and no slip
_FEWEST = 20  # values from which one can tell what is ordinary


def odd_values(values: Floats) -> NDArray[np.bool_]:
    """Which values are odd; missing values are not.

    Parameters
    ----------
    values
        Of one indicator, shape (wijken,); NaN where missing.

    Examples
    --------
    >>> np.flatnonzero(odd_values(np.append(np.arange(50.0), 1e12))).tolist()
    [50]
    """
    odd = np.zeros(values.size, dtype=bool)
    places = np.flatnonzero(np.isfinite(values))
    if places.size < _FEWEST:
        return odd
    places = places[np.argsort(values[places], kind="stable")]
    half = 0.5 * values[places]  # halves, so that no difference runs over
    most = max(1, int(_AT_MOST * places.size))
    first, last = 0, places.size
    while True:
        below, above = _ends(half[first:last], most - (places.size - (last - first)))
        if below == above == 0:
            break
        first, last = first + below, last - above
    odd[places[:first]] = odd[places[last:]] = True
    return odd


def _ends(ordered: Floats, most: int) -> tuple[int, int]:
    """How many of the lowest, or of the highest, lie beyond a gap; one of the two is 0."""
    for count in range(1, most + 1):
        for below, above in ((0, count), (count, 0)):
            rest = ordered[below : ordered.size - above]
            spread = rest[-1] - rest[0]
            gap = rest[0] - ordered[below - 1] if below else ordered[-above] - rest[-1]
            if spread > 0.0 and gap / _GAP > spread:
                return below, above
    return 0, 0
