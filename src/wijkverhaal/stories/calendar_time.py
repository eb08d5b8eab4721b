# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times on the calendar: exact dates, months, seasons, parts of years and school years.

A moment is counted in months from the beginning of the year 0: year * 12 + month - 1 + part of the month.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.stretch import Stretch
from wijkverhaal.stories.time_words import MONTH, month_of

_LEAP_YEAR = 2000
#: First month (from 0 for January) and number of months. Winter may be either of two.
_PARTS: dict[str, tuple[int, int]] = {
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
    "herfstvakantie": (9, 1),
    "eind": (8, 4),
    "einde": (8, 4),
    "winter": (-1, 16),
    "kerst": (11, 1),
    "kerstvakantie": (11, 2),
    "voorjaarsvakantie": (1, 2),
    "meivakantie": (3, 2),
}
#: People differ by so much in when a season begins and ends.
_SEASON_ROOM = 2
_DECADE_PARTS = {"": (0, 10), "begin": (0, 4), "eind": (6, 4), "einde": (6, 4)}
_YEAR = r"((?:19|20)\d\d|'\d\d)"
_OF = r"(?:(?:van|in)\s+)?(?:(?:het|de)\s+)?(?:jaar\s+)?"
_TO = r"\s*[-/–—]\s*"
_PART_OF = r"(?:(?:begin|half|halverwege|midden|medio|einde?)\s+(?:van\s+)?(?:(?:de|het)\s+)?)?"
_NAMES = "|".join(sorted(_PARTS, key=len, reverse=True))

_ISO = re.compile(rf"{_YEAR}-(\d\d)-(\d\d)")
_DUTCH = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.]{_YEAR}")
_DAY = re.compile(rf"(\d{{1,2}})(?:e|ste|de)?\s+({MONTH})\s+{_YEAR}")
_ISO_MONTH = re.compile(rf"{_YEAR}-(\d\d)")
_DUTCH_MONTH = re.compile(rf"(\d{{1,2}})[-/]{_YEAR}")
_MONTH = re.compile(rf"{_PART_OF}({MONTH})\s+{_OF}{_YEAR}")
_PART = re.compile(rf"{_PART_OF}({_NAMES})\s+{_OF}{_YEAR}")
_WHOLE = re.compile(rf"(?:het\s+)?(?:jaar\s+)?{_YEAR}")
_PAIR = re.compile(rf"((?:het\s+)?schooljaar\s+)?{_YEAR}{_TO}((?:19|20)\d\d|\d\d|'\d\d)")
_DECADE = re.compile(
    r"(?:(begin|half|halverwege|midden|einde?)\s+(?:van\s+)?)?(?:de\s+)?jaren\s+((?:19|20)\d0|'\d0)"
)
_BETWEEN = re.compile(r"(?:ergens\s+)?tussen\s+(.+?)\s+en\s+(.+)")
_EITHER = re.compile(rf"(.+?)(?:\s+(?:of|à)\s+|(?<=[a-z.])/(?={MONTH}))(.+)")
_LAST_YEAR = re.compile(rf"{_YEAR}$")


def moment(day: date) -> float:
    """The beginning of a day, in months from the beginning of the year 0.

    February always counts 29 days, so that a birthday is a whole number of months after the birth.

    >>> moment(date(2013, 1, 1)), moment(date(2014, 2, 15)) - moment(date(2012, 2, 15))
    (24156.0, 24.0)
    """
    return day.year * 12 + day.month - 1 + (day.day - 1) / monthrange(_LEAP_YEAR, day.month)[1]


def calendar_stretch(text: str) -> Stretch | None:
    """What a time on the calendar covers; None where the whole text is not one.

    Raises
    ------
    InputError
        When it is a day or month that no calendar has.

    >>> calendar_stretch("najaar 2013"), calendar_stretch("maart 2014")
    (Stretch(low=24164, high=24168, lasting=2), Stretch(low=24170, high=24171, lasting=1))
    """
    if found := _EITHER.fullmatch(text):
        return _both(found[1], found[2])
    if found := _BETWEEN.fullmatch(text):
        between = _both(found[1], found[2])
        begin = _borrowing(found[1], found[2])
        return between if between and begin and begin.low == between.low else None
    return _one(text)


def _both(first: str, last: str) -> Stretch | None:
    """One of two times."""
    begin, end = _borrowing(first, last), _one(last)
    return begin.or_else(end) if begin and end else None


def _borrowing(first: str, last: str) -> Stretch | None:
    """The first of two times, which may borrow its year from the last."""
    year = _LAST_YEAR.search(last)
    return _one(first) or (_one(f"{first} {year[1]}") if year else None)


def _one(text: str) -> Stretch | None:
    for reader in (_exact, _pair, _month, _part, _decade, _whole):
        found = reader(text)
        if found is not None:
            return found
    return None


def _year(written: str) -> int:
    """A year of four figures, or of two behind an apostrophe.

    >>> _year("2014"), _year("'14"), _year("'98")
    (2014, 2014, 1998)
    """
    if not written.startswith("'"):
        return int(written)
    return int(written[1:]) + (2000 if int(written[1:]) < 70 else 1900)


def _exact(text: str) -> Stretch | None:
    if found := _ISO.fullmatch(text):
        return _day(_year(found[1]), int(found[2]), int(found[3]), text)
    if found := _DUTCH.fullmatch(text):
        return _day(_year(found[3]), int(found[2]), int(found[1]), text)
    if found := _DAY.fullmatch(text):
        return _day(_year(found[3]), month_of(found[2]), int(found[1]), text)
    return None


def _day(year: int, month: int, day: int, text: str) -> Stretch:
    try:
        said = date(year, month, day)
    except ValueError:
        raise _impossible(text) from None
    low, high = moment(said), moment(said + timedelta(days=1))
    return Stretch(low, high, high - low)


def _impossible(text: str) -> InputError:
    return InputError(_("'{text}' staat op geen kalender; kijk de dag en de maand na.").format(text=text))


def _months(year: int, first: int, count: int, lasting: float | None = None) -> Stretch:
    low = year * 12 + first
    return Stretch(low, low + count, count if lasting is None else lasting)


def _pair(text: str) -> Stretch | None:
    """A school year, or two years as people write them: the first, the second or both."""
    found = _PAIR.fullmatch(text)
    if not found:
        return None
    first, written = _year(found[2]), found[3]
    last = _year(written) if len(written) > 2 else first - first % 100 + int(written)
    last += 100 if last < first and len(written) == 2 else 0
    if found[1]:
        return _months(first, 7, 12) if last == first + 1 else None
    if len(written) == 2 and last != first + 1:
        return None
    return _months(first, 0, 12 * (last - first + 1), 12) if last > first else None


def _month(text: str) -> Stretch | None:
    if found := _MONTH.fullmatch(text):
        return _months(_year(found[2]), month_of(found[1]) - 1, 1)
    for pattern, year, month in ((_ISO_MONTH, 1, 2), (_DUTCH_MONTH, 2, 1)):
        if found := pattern.fullmatch(text):
            if not 1 <= int(found[month]) <= 12:
                raise _impossible(text)
            return _months(_year(found[year]), int(found[month]) - 1, 1)
    return None


def _part(text: str) -> Stretch | None:
    found = _PART.fullmatch(text)
    if not found:
        return None
    first, count = _PARTS[found[1]]
    sure = 2 if found[1] == "winter" else max(0.5, count - _SEASON_ROOM)
    return _months(_year(found[2]), first, count, sure)


def _decade(text: str) -> Stretch | None:
    found = _DECADE.fullmatch(text)
    if not found:
        return None
    first, count = _DECADE_PARTS.get(found[1] or "", (3, 4))
    return _months(_year(found[2]) + first, 0, 12 * count, 12)


def _whole(text: str) -> Stretch | None:
    found = _WHOLE.fullmatch(text)
    return _months(_year(found[1]), 0, 12) if found else None
