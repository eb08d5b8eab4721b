# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times told by a group at school, in months since birth."""

import re

from wijkverhaal.stories.stretch import Stretch
from wijkverhaal.stories.time_words import NUMBER, RANK, number_of, rank_of

_GROUP = re.compile(
    rf"(?:(?:begin|half|halverwege|midden|medio|einde?)\s+(?:van\s+)?)?"
    rf"groep\s+(\d|{NUMBER})(?:\s*(?:of|en|à|/|-)\s*(?:groep\s+)?(\d|{NUMBER}))?"
)
_INFANTS = re.compile(r"kleuter(?:s|klas|klassen|groep|groepen|school|tijd)")
_CLASS = re.compile(
    rf"(?:(brugklas|brugjaar)|klas\s+(\d)|({RANK})\s+klas)"
    r"(?:\s+van\s+(?:de|het))?(?:\s+(?:vmbo|havo|vwo|mavo|gymnasium|middelbare(?:\s+school)?))?"
)
_YEAR = 12.0


def school_stretch(text: str) -> Stretch | None:
    """The ages in a group at school; None where the whole text is none.

    >>> school_stretch("groep vier")
    Stretch(low=80.0, high=108.0, lasting=12.0)
    """
    if _INFANTS.fullmatch(text):
        return _groups(1, 2)
    if found := _GROUP.fullmatch(text):
        first = number_of(found[1])
        last = number_of(found[2]) if found[2] else first
        if first.is_integer() and last.is_integer() and 1 <= first <= last <= 8:
            return _groups(int(first), int(last))
    if found := _CLASS.fullmatch(text):
        year = int(found[2]) if found[2] else rank_of(found[3]) if found[3] else 1
        if 1 <= year <= 6:
            return _groups(8 + year, 8 + year)
    return None


def _groups(first: int, last: int) -> Stretch:
    """Ages in a group: whoever starts young to whoever starts old or stayed down half a year.

    Group 1 begins at four. From there each group is a year; on the first of October most children in
    group 3 are six, the youngest turn six before January.
    """
    low = 48.0 if first == 1 else 12.0 * (first + 2) + 8
    return Stretch(low, 12.0 * (last + 5), _YEAR)
