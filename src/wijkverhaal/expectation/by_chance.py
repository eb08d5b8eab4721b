# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many published counts lie beyond a difference by chance alone.

Who marks every wijk whose published count lies more than 10% from what was expected, marks many
in which nothing is the matter: counts are small, and they are rounded. How many those are follows
from the binomial distribution of a count in a wijk that does not differ.
"""

from dataclasses import dataclass

import numpy as np
from scipy.stats import binom

from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.figures.published_count import LARGEST_SECRET, STEP

_HALF = STEP // 2


@dataclass(frozen=True)
class CountsBeyond:
    """Published counts beyond a difference: those there are, and those there would be by chance."""

    number: int
    by_chance: float


def counts_beyond(
    published: Floats, youths: Floats, coverage: Floats, expected: Floats, smallest: float
) -> CountsBeyond:
    """Count the published counts that lie beyond a difference, and how many would by chance.

    Parameters
    ----------
    published : ndarray of shape (wijken,)
        Rounded counts of CBS; NaN where the count is secret.
    youths : ndarray of shape (wijken,)
    coverage : ndarray of shape (wijken,)
        Share of the users who can be placed in a wijk.
    expected : ndarray of shape (wijken,)
        Percentage of youths.
    smallest : float
        The difference, as a share of what was expected.

    Returns
    -------
    CountsBeyond
        `by_chance` is how many one expects where no wijk differs from what was expected: the
        sum of binomial probabilities, rounding and secrecy included.

    Examples
    --------
    >>> counts_beyond(np.array([60.0]), np.array([500.0]), np.array([0.9]), np.array([10.0]), 0.1).number
    1
    """
    people = np.round(youths).astype(np.int64)
    share = np.clip(coverage * expected / 100.0, 0.0, 1.0)
    middle = people * share
    known = np.isfinite(published) & (middle > 0.0)
    away = np.abs(np.where(known, published, 0.0) - middle) > smallest * middle
    first_above = STEP * (np.floor((1.0 + smallest) * middle / STEP) + 1.0) - _HALF
    last_below = STEP * (np.ceil((1.0 - smallest) * middle / STEP) - 1.0) + _HALF
    secret = binom.cdf(LARGEST_SECRET, people, share)
    above = binom.sf(np.maximum(first_above, LARGEST_SECRET + 1) - 1, people, share)
    below = np.maximum(binom.cdf(last_below, people, share) - secret, 0.0)
    return CountsBeyond(int((away & known).sum()), float((above + below)[middle > 0.0].sum()))
