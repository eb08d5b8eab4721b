# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates of a family moved in time, each by as much, so that they no longer tell who it was.

Whole years keep seasons, school years and the order of things; the few days on top hide the exact day.
Only exact dates move by the days. Ages and groups at school stay as they are.
"""

import re
import secrets
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wijkverhaal.stories.hit import Hit, not_overlapping
from wijkverhaal.stories.time_words import MONTH, MONTH_NAMES, month_of

_YEAR = r"(?:19|20)\d\d"
_NUMERIC = re.compile(rf"(?<![\d-])(\d{{1,2}})([-/.])(\d{{1,2}})\2({_YEAR})(?!\d)")
_ISO = re.compile(rf"(?<!\d)({_YEAR})-(\d\d)-(\d\d)(?!\d)")
_WRITTEN = re.compile(rf"(?<!\d)(\d{{1,2}})(\s+)({MONTH})(\s+)({_YEAR})(?!\d)", re.IGNORECASE)
#: Two years or more as people write a school year: one hit, because half of it moved betrays how far.
_YEARS_TOGETHER = re.compile(
    rf"(?<![\d.,/-])(?:{_YEAR}|['’]\d\d)(?:\s?[-/–—]\s?(?:{_YEAR}|['’]\d\d))+(?![\d]|[.,/-]\d)"
)
_NEXT_YEAR = re.compile(rf"(?<![\d.,/-])({_YEAR})(\s?[-/–—]\s?)(\d\d)(?![\d]|[.,/-]\d)")
_MONTH_YEAR = re.compile(rf"(?<![\d.,/-])(\d{{1,2}}[-/])({_YEAR})(?![\d]|[.,/-]\d)")
_BARE = re.compile(rf"(?<![\d.,])({_YEAR})(?![\d]|[.,]\d)")
#: A year of two figures only behind a word for a time; else it is the beginning of a quotation.
_SHORT = re.compile(
    rf"\b(?:{MONTH}|voorjaar|lente|zomer|najaar|herfst|winter|kerst|begin|eind|in|van|sinds|vanaf|rond|jaar)\s+"
    r"['’](\d\d)(?!\d|\s+(?:dag|we(?:ek|ken)|maand|ja))",
    re.IGNORECASE,
)
_ONE_YEAR = re.compile(r"\d{4}|\d\d")
_YEARS = (-3, -2, 2, 3)
_DAYS = 10


@dataclass(frozen=True)
class DateShift:
    """How far the dates of a family move; 0 and 0 leaves them."""

    years: int = 0
    days: int = 0

    def moved(self, day: date) -> date:
        """A day in the family's moved time.

        >>> DateShift(2, 5).moved(date(2012, 2, 29))
        datetime.date(2014, 3, 5)
        """
        year = day.year + self.years
        return date(year, day.month, min(day.day, monthrange(year, day.month)[1])) + timedelta(self.days)


def new_date_shift() -> DateShift:
    """A shift by chance: two or three years, and up to ten days, never none."""
    days = secrets.choice([day for day in range(-_DAYS, _DAYS + 1) if day])
    return DateShift(secrets.choice(_YEARS), days)


def date_hits(text: str, shift: DateShift) -> list[Hit]:
    """Every date and year in a text with the moved one, for a person to accept.

    >>> [(hit.text, hit.replacement) for hit in date_hits("op 3 mei 2013, in 2014", DateShift(2, 4))]
    [('3 mei 2013', '7 mei 2015'), ('2014', '2016')]
    """
    if shift == DateShift():
        return []
    return not_overlapping(_proposals(text, shift))


def _proposals(text: str, shift: DateShift) -> Iterator[Hit]:
    for found in _ISO.finditer(text):
        yield from _hit(found, shift, int(found[1]), int(found[2]), int(found[3]), "{0:%Y-%m-%d}")
    for found in _NUMERIC.finditer(text):
        sign = found[2]
        yield from _hit(
            found,
            shift,
            int(found[4]),
            int(found[3]),
            int(found[1]),
            f"{{0.day}}{sign}{{0.month}}{sign}{{0.year}}",
        )
    for found in _WRITTEN.finditer(text):
        layout = f"{{0.day}}{found[2]}{{1}}{found[4]}{{0.year}}"
        yield from _hit(found, shift, int(found[5]), month_of(found[3].lower()), int(found[1]), layout)
    if shift.years:
        yield from _years(text, shift.years)


def _years(text: str, years: int) -> Iterator[Hit]:
    """Years without a day: of two together both move."""
    for found in _YEARS_TOGETHER.finditer(text):
        moved = _ONE_YEAR.sub(lambda year: _moved(year[0], years), found[0])
        yield Hit(found.start(), found.end(), found[0], moved, "date")
    for found in _NEXT_YEAR.finditer(text):
        if (int(found[1]) + 1) % 100 == int(found[3]):
            moved = _moved(found[1], years) + found[2] + _moved(found[3], years)
            yield Hit(found.start(), found.end(), found[0], moved, "date")
    for found in _MONTH_YEAR.finditer(text):
        yield Hit(found.start(), found.end(), found[0], found[1] + _moved(found[2], years), "date")
    for pattern in (_BARE, _SHORT):
        for found in pattern.finditer(text):
            yield Hit(found.start(1), found.end(1), found[1], _moved(found[1], years), "date")


def _moved(year: str, years: int) -> str:
    """A year of four figures or two.

    >>> _moved("2013", -2), _moved("00", -2)
    ('2011', '98')
    """
    return f"{(int(year) + years) % 10 ** len(year):0{len(year)}d}"


def _hit(
    found: re.Match[str], shift: DateShift, year: int, month: int, day: int, layout: str
) -> Iterator[Hit]:
    try:
        moved = shift.moved(date(year, month, day))
    except ValueError:
        return
    yield Hit(found.start(), found.end(), found[0], layout.format(moved, MONTH_NAMES[moved.month]), "date")
