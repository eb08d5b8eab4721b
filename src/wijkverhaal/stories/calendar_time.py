# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times on the calendar: exact dates, months, seasons, parts of years and school years.

A moment is counted in months from the beginning of the year 0: year * 12 + month - 1 + part of the month.
"""

import re
from calendar import monthrange
from datetime import date

from wijkverhaal.stories.time_words import MONTH, month_of

#: Two moments between which it was.
Bounds = tuple[float, float]

#: First month (from 0 for January) and number of months. Winter may be either of two.
_PARTS: dict[str, tuple[float, float]] = {
    "begin": (0, 4),
    "voorjaar": (2, 4),
    "lente": (2, 4),
    "halverwege": (4, 4),
    "midden": (4, 4),
    "medio": (4, 4),
    "zomer": (5, 4),
    "zomervakantie": (6, 3),
    "najaar": (8, 4),
    "herfst": (8, 4),
    "eind": (8, 4),
    "einde": (8, 4),
    "winter": (-1, 16),
    "kerst": (11, 1),
}
_YEAR = r"((?:19|20)\d\d)"
_ISO = re.compile(rf"\b{_YEAR}-(\d\d)(?:-(\d\d))?\b")
_DUTCH = re.compile(rf"\b(\d{{1,2}})[-/.](\d{{1,2}})[-/.]{_YEAR}\b")
_DAY = re.compile(rf"\b(\d{{1,2}})\s+({MONTH})\s+{_YEAR}\b")
_MONTH = re.compile(rf"({MONTH})\s+(?:van\s+)?{_YEAR}\b")
_SCHOOL_YEAR = re.compile(rf"\bschooljaar\s+{_YEAR}\s*[-/–]\s*(?:\d\d)?\d\d\b")
_BETWEEN = re.compile(rf"\btussen\s+{_YEAR}\s+en\s+{_YEAR}\b")
_PART = re.compile(
    rf"\b({'|'.join(sorted(_PARTS, key=len, reverse=True))})\s+(?:van\s+|in\s+)?(?:het\s+jaar\s+)?{_YEAR}\b"
)
_WHOLE = re.compile(rf"\b{_YEAR}\b")


def moment(day: date) -> float:
    """A day in months from the beginning of the year 0.

    >>> moment(date(2013, 1, 1))
    24156.0
    """
    return day.year * 12 + day.month - 1 + (day.day - 1) / monthrange(day.year, day.month)[1]


def calendar_bounds(text: str) -> Bounds | None:
    """The moments between which a time on the calendar lies; None where there is none in the text.

    >>> calendar_bounds("najaar 2013"), calendar_bounds("in maart 2014")
    ((24164.0, 24168.0), (24170.0, 24171.0))
    """
    for reader in (_exact, _month, _school_year, _between, _part, _whole):
        found = reader(text)
        if found is not None:
            return found
    return None


def _day(year: int, month: int, day: int) -> Bounds | None:
    try:
        begin = moment(date(year, month, day))
    except ValueError:
        return None
    return begin, begin + 1 / monthrange(year, month)[1]


def _exact(text: str) -> Bounds | None:
    if found := _DUTCH.search(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _DAY.search(text):
        return _day(int(found[3]), month_of(found[2]), int(found[1]))
    if found := _ISO.search(text):
        if found[3]:
            return _day(int(found[1]), int(found[2]), int(found[3]))
        return _months(int(found[1]), int(found[2]) - 1, 1) if 1 <= int(found[2]) <= 12 else None
    return None


def _months(year: int, first: float, count: float) -> Bounds:
    return float(year * 12 + first), float(year * 12 + first + count)


def _month(text: str) -> Bounds | None:
    found = _MONTH.search(text)
    return _months(int(found[2]), month_of(found[1]) - 1, 1) if found else None


def _school_year(text: str) -> Bounds | None:
    found = _SCHOOL_YEAR.search(text)
    return _months(int(found[1]), 7, 12) if found else None


def _between(text: str) -> Bounds | None:
    found = _BETWEEN.search(text)
    return (int(found[1]) * 12.0, int(found[2]) * 12.0 + 12) if found else None


def _part(text: str) -> Bounds | None:
    found = _PART.search(text)
    return _months(int(found[2]), *_PARTS[found[1]]) if found else None


def _whole(text: str) -> Bounds | None:
    found = _WHOLE.search(text)
    return _months(int(found[1]), 0, 12) if found else None
