# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Percentages that SCP withheld, filled in as SCP's own kind of model needs them.

SCP estimated the use of the 286 wijken of which it publishes none and fitted its model to them as
well, so that small wijken with little use are not left out. It does not say how. Here such a wijk
has the mean of its gemeente, uncertain as much as wijken of one gemeente differ.
"""

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints

_SMALLEST_SPREAD = 0.05  # percentage points, where all wijken have the same
_TOWARDS_COUNTRY = 2.0  # how many wijken the mean of the country counts for in that of a gemeente


def filled_percentages(
    rate: Floats, observed: NDArray[np.bool_], withheld: NDArray[np.bool_], gemeente: Ints
) -> tuple[Floats, float]:
    """The percentages with a value for what was withheld, and how uncertain that value is.

    Parameters
    ----------
    rate, observed, withheld, gemeente
        Per wijk: the percentage, whether it may be used, whether it was withheld, and the number of
        its gemeente.

    Returns
    -------
    tuple of ndarray of shape (wijken,) and float
        Percentages, NaN where neither used nor withheld; standard deviation of those filled in.
    """
    size = int(gemeente.max()) + 1
    known = np.where(observed, rate, 0.0)
    mean = float(rate[observed].mean())
    total = np.bincount(gemeente, known, size) + _TOWARDS_COUNTRY * mean
    of_gemeente = total / (np.bincount(gemeente, observed, size) + _TOWARDS_COUNTRY)
    spread = float(np.sqrt(np.mean((rate - of_gemeente[gemeente])[observed] ** 2)))
    filled = np.where(observed, rate, np.where(withheld, of_gemeente[gemeente], np.nan))
    return filled, max(spread, _SMALLEST_SPREAD)
