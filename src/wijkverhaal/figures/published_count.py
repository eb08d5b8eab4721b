# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a published count stands for.

CBS rounds counts of youths with care to multiples of 5, shows none below 10, and leaves the cell
of a wijk blank where the rounded count would be lower: so a blank there stands for 0 to 7.
"""

from dataclasses import dataclass
from typing import Literal

#: CBS rounds to multiples of this.
STEP = 5
#: The smallest count that CBS shows.
SMALLEST_SHOWN = 10
#: The largest true count that is kept secret: 8 would be shown as 10.
LARGEST_SECRET = 7


@dataclass(frozen=True)
class PublishedCount:
    """A count as published, and the true counts that it can stand for.

    Attributes
    ----------
    value : float or None
        As published; None where secret or missing.
    low, high : int or None
        The smallest and largest true count; None where nothing is known.
    status : {"shown", "secret", "missing"}
    """

    value: float | None
    low: int | None
    high: int | None
    status: Literal["shown", "secret", "missing"]


def published_count(value: float | None, level: str) -> PublishedCount:
    """What a count in a youth-care table stands for.

    Parameters
    ----------
    value : float or None
        A whole number of at least 0; None for a blank.
    level : str
        Of the area in whose row it stands: "wijk", "gemeente" or "country".

    Returns
    -------
    PublishedCount
        A multiple of 5 of at least 10 stands for two less to two more; another count was not
        rounded and stands for itself; a blank is secret in a wijk's row and a gap elsewhere.

    Raises
    ------
    ValueError
        When the value is negative or not whole.

    Examples
    --------
    >>> published_count(10, "wijk")
    PublishedCount(value=10.0, low=8, high=12, status='shown')
    >>> published_count(None, "wijk")
    PublishedCount(value=None, low=0, high=7, status='secret')
    >>> published_count(None, "country")
    PublishedCount(value=None, low=None, high=None, status='missing')
    >>> published_count(43, "wijk").low
    43
    """
    if value is None:
        if level in ("wijk", "buurt"):
            return PublishedCount(None, 0, LARGEST_SECRET, "secret")
        return PublishedCount(None, None, None, "missing")
    if value < 0 or value != int(value):
        raise ValueError(f"a count is a whole number of at least 0, not {value}")
    count = int(value)
    half = STEP // 2 if count % STEP == 0 and count >= SMALLEST_SHOWN else 0
    return PublishedCount(float(count), count - half, count + half, "shown")
