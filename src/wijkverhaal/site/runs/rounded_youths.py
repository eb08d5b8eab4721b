# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A number of youths as the site shows it: in fives, and never below ten."""

from wijkverhaal.foundation.language import _
from wijkverhaal.publication.sentence import DASH, figure

_STEP = 5
_SMALLEST = 10


def rounded_youths(rate: float | None, youths: float | None) -> str:
    """How many of the youths a percentage stands for.

    >>> rounded_youths(9.0, 700)
    '65'
    >>> rounded_youths(1.0, 700)
    'minder dan 10'
    """
    if rate is None or youths is None:
        return DASH
    number = _STEP * round(rate * youths / 100 / _STEP)
    return figure(number, 0) if number >= _SMALLEST else _("minder dan {number}").format(number=_SMALLEST)


def youths_margin(low: float | None, high: float | None, youths: float | None) -> str:
    """The margin of a percentage as numbers of youths; nothing where it is unknown.

    >>> youths_margin(1.0, 9.0, 500)
    'hooguit 45'
    """
    if low is None or high is None or youths is None:
        return ""
    ends = rounded_youths(low, youths), rounded_youths(high, youths)
    if ends[0] == ends[1]:
        return ends[0]
    if _STEP * round(low * youths / 100 / _STEP) < _SMALLEST:
        return _("hooguit {number}").format(number=ends[1])
    return _("{low} tot {high}").format(low=ends[0], high=ends[1])
