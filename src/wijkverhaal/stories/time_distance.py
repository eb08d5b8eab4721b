# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long after or before something, and how long ago, as people say it; in months."""

import re
from math import inf

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.time_words import LENGTH, NUMBERS_SAID, length_of, numbers_of

#: Shortly after or before.
NEARBY = 3.0
_LONGEST = 1200.0
_HEDGES = re.compile(
    r"\b(?:ongeveer|zo'n|circa|ca\b\.?|volgens mij|ik denk(?: dat het)?|denk ik|geloof ik|misschien)(?![\w])"
    r",?\s*"
)
_ROUGHLY = re.compile(r"\been (jaar|maand|week) of (\w+)")
_AT_MOST = ("binnen", "minder dan", "nog geen", "hooguit", "hoogstens", "maximaal")
_AT_LEAST = ("meer dan", "langer dan", "minstens", "zeker", "minimaal")
_HOW_FAR = rf"(?:({'|'.join((*_AT_MOST, *_AT_LEAST))}|ruim|bijna)\s+)?"
_AGO = re.compile(rf"{_HOW_FAR}{NUMBERS_SAID}\s+({LENGTH})\s+(?:geleden|terug)")
_LATELY = {
    "vorig jaar": (-24.0, 0.0),
    "dit jaar": (-12.0, 0.0),
    "afgelopen jaar": (-12.0, 0.0),
    "het afgelopen jaar": (-12.0, 0.0),
    "vorige maand": (-2.0, 0.0),
    "deze maand": (-1.0, 0.0),
}
_SIDE = r"(na|nadat|voor|vóór|voordat)\s+(?:dat\s+)?(.+)"
_DISTANCE = re.compile(rf"(?:(?:al|pas|nog)\s+)?{_HOW_FAR}{NUMBERS_SAID}\s+({LENGTH})\s+{_SIDE}")
_WITHIN = re.compile(rf"(?:in\s+)?(?:het|de)\s+(?:eerste\s+|laatste\s+)?(jaar|maand|week|dag)\s+{_SIDE}")
_NEAR = re.compile(rf"(?:kort|vlak|meteen|direct|gelijk|snel|net)\s+{_SIDE}")


def hedged(said: str) -> tuple[str, bool]:
    """The words without "ongeveer" and its like, and whether there was any.

    >>> hedged("ongeveer een jaar of drie na de start")
    ('drie jaar na de start', True)
    >>> hedged("in 2013, denk ik")
    ('in 2013', True)
    """
    left = _ROUGHLY.sub(lambda found: f"{found[2]} {found[1]}", said)
    left = re.sub(r"\s+", " ", _HEDGES.sub(" ", left)).strip(" .,;:!?")
    return left, left != said


def ago(said: str, vague: bool) -> tuple[float, float] | None:
    """How long before the interview: months, negative; None where the whole text is something else."""
    lately = said.removeprefix("in ")
    if lately in _LATELY:
        return _LATELY[lately]
    found = _AGO.fullmatch(said)
    if not found:
        return None
    low, high = _length(found[1], found[2], found[3], found[4], vague, said)
    return -high, min(0.0, -low)


def distance(said: str, vague: bool) -> tuple[float, float, str, str] | None:
    """How long after or before what: the least, the most, the side and the words for the event."""
    if found := _DISTANCE.fullmatch(said):
        low, high = _length(found[1], found[2], found[3], found[4], vague, said)
        return low, high, found[5], found[6]
    if found := _WITHIN.fullmatch(said):
        return 0.0, length_of(1, found[1]).months, found[2], found[3]
    if found := _NEAR.fullmatch(said):
        return 0.0, NEARBY, found[1], found[2]
    return None


def _length(
    how_far: str | None, first: str, last: str | None, unit: str, vague: bool, said: str
) -> tuple[float, float]:
    """The least and the most that somebody means."""
    one, other = numbers_of(first, last)
    least, most = length_of(one, unit), length_of(other, unit)
    if most.months > _LONGEST:
        raise InputError(_("'{text}' is langer dan een mensenleven; kijk het getal na.").format(text=said))
    room = 2 if vague else 1
    low, high = max(0.0, least.months - room * least.room), most.months + room * most.room
    if how_far in _AT_MOST:
        return 0.0, most.months
    if how_far in _AT_LEAST:
        return least.months, inf
    if how_far == "ruim":
        return least.months, high
    return (low, most.months) if how_far == "bijna" else (low, high)
