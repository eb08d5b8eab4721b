# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How large a difference must be to be seen, and how many youths or wijken that takes.

A difference is "seen" when its 90% interval does not hold zero. A true difference of delta is seen
with a chance of 80% when delta = (1.645 + 0.842) x sd; see e.g. J. Cohen (1988), Statistical power
analysis for the behavioral sciences, chapters 3 and 6.
"""

from math import atanh, ceil, inf

from scipy.stats import norm

from wijkverhaal.dialogue.estimate import Z_90, Estimate

#: With what chance a difference of the stated size is to be seen.
CHANCE = 0.8


def standard_deviations(chance: float = CHANCE) -> float:
    """How many standard deviations a difference must be to be seen with this chance.

    >>> round(standard_deviations(), 3)
    2.486
    """
    return Z_90 + float(norm.ppf(chance))


def visible_difference(difference: Estimate, chance: float = CHANCE) -> float:
    """The smallest true difference that would have been seen, in the unit of the estimate.

    Parameters
    ----------
    difference : Estimate
        Only the width of its interval counts, not its value.
    chance : float

    Examples
    --------
    >>> round(visible_difference(Estimate(0.3, 0.3 - 1.645, 0.3 + 1.645)), 2)
    2.49
    """
    return standard_deviations(chance) * difference.sd


def youths_needed(rate: float, difference: float, chance: float = CHANCE) -> float:
    """How many youths each of two groups needs before a difference in use can be seen.

    For two groups of which every youth is counted, whoever of them uses care being independent;
    where care clusters in families it takes more.

    Parameters
    ----------
    rate, difference : float
        Percent of youths, and percentage points; the other group has `rate + difference`, or
        `rate - difference` where that would pass 100.

    Examples
    --------
    >>> youths_needed(10.0, 2.0)
    3024
    >>> youths_needed(10.0, 0.0)
    inf
    """
    if difference == 0.0:
        return inf
    other = rate + difference if 0.0 <= rate + difference <= 100.0 else rate - difference
    spread = rate * (100.0 - rate) + other * (100.0 - other)
    return ceil(standard_deviations(chance) ** 2 * spread / difference**2)


def wijken_needed(correlation: float, chance: float = CHANCE) -> int:
    """How many wijken it takes to see that two things go together, by Fisher's z.

    >>> wijken_needed(0.3), wijken_needed(0.5)
    (68, 24)
    """
    return ceil((standard_deviations(chance) / atanh(abs(correlation))) ** 2 + 3.0)
