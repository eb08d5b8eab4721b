# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times told by a child's age or school group, in months since birth."""

import re
from math import inf

from wijkverhaal.stories.calendar_time import Bounds
from wijkverhaal.stories.time_words import LENGTH, NUMBER, RANK, number_of, rank_of

_WHOSE = r"(?:zijn|haar|hun|z'n|d'r|m'n|mijn|de)"
_STAGES: dict[str, Bounds] = {
    "baby": (0, 12),
    "dreumes": (12, 24),
    "peuter": (24, 48),
    "kleuter": (48, 84),
    "tiener": (120, 240),
    "puber": (120, 216),
}
_BETWEEN_RANKS = re.compile(rf"\btussen\s+{_WHOSE}\s+({RANK})\s+en\s+(?:{_WHOSE}\s+)?({RANK})")
_BETWEEN = re.compile(rf"\btussen\s+(?:de\s+)?({NUMBER})\s+en\s+({NUMBER})(?:\s+(?:jaar|was)|$)")
_WAS = re.compile(
    rf"\b(?:toen|als)\b.*?({NUMBER})(?:\s+(?:of|à|tot)\s+({NUMBER}))?\s*(maanden|maand|weken|jaar)?"
    r"(?:\s+oud)?\s+(was|waren|werd|is)\b"
)
_OLD = re.compile(rf"({NUMBER})(?:\s+(?:of|à|tot)\s+({NUMBER}))?\s+({LENGTH})\s+oud\b")
_YEARS_OF_AGE = re.compile(rf"({NUMBER}|[a-zë]+?)[\s-]?jarige\s+leeftijd")
_YEAR_OF_LIFE = re.compile(rf"({RANK})\s+levensjaar")
_BIRTHDAY = re.compile(rf"\b(op|rond|vanaf|sinds|na|voor|vóór|tot)\s+{_WHOSE}\s+({RANK})")
_GROUP = re.compile(r"\bgroep\s+(\d)(?:\s*(?:of|en|/|-)\s*(\d))?\b")
_CLASS = re.compile(rf"\bbrugklas\b|\b(?:klas\s+(\d)|({RANK})\s+klas)\b")
_STAGE = re.compile(rf"\b(?:als|was|een)\s+(?:\w+\s+)?({'|'.join(_STAGES)})\b")


def age_bounds(text: str) -> Bounds | None:
    """The ages between which it was, in months; None where the text names no age.

    >>> age_bounds("toen hij drie was"), age_bounds("in groep 4")
    ((36.0, 48.0), (80.0, 108.0))
    """
    for reader in (_between, _years_of_age, _was, _birthday, _school, _stage):
        found = reader(text)
        if found is not None:
            return found
    return None


def _between(text: str) -> Bounds | None:
    if found := _BETWEEN_RANKS.search(text):
        return 12.0 * rank_of(found[1]), 12.0 * rank_of(found[2]) + 12
    if found := _BETWEEN.search(text):
        return 12 * number_of(found[1]), 12 * number_of(found[2]) + 12
    return None


def _years_of_age(text: str) -> Bounds | None:
    if found := _YEARS_OF_AGE.search(text):
        try:
            years = number_of(found[1])
        except ValueError:
            return None
        return 12 * years, 12 * years + 12
    if found := _YEAR_OF_LIFE.search(text):
        years = rank_of(found[1])
        return 12.0 * years - 12, 12.0 * years
    return None


def _was(text: str) -> Bounds | None:
    if found := _WAS.search(text):
        first, second, unit, verb = found.groups()
    elif found := _OLD.search(text):
        first, second, unit, verb = *found.groups(), "was"
    else:
        return None
    low, high = number_of(first), number_of(second or first)
    if unit and unit.startswith("maand"):
        return low, high + 1
    if unit and unit.startswith("we"):
        return low / 4.35, (high + 1) / 4.35
    if verb == "werd":
        return 12 * low - 1, 12 * high + 1
    if low != round(low):  # three and a half: said to half a year
        return 12 * low - 3, 12 * high + 3
    return 12 * low, 12 * high + 12


def _birthday(text: str) -> Bounds | None:
    found = _BIRTHDAY.search(text)
    if not found:
        return None
    months = 12.0 * rank_of(found[2])
    return {
        "op": (months, months + 12),
        "rond": (months - 6, months + 6),
        "vanaf": (months, inf),
        "sinds": (months, inf),
        "na": (months, inf),
    }.get(found[1], (0.0, months))


def _school(text: str) -> Bounds | None:
    if found := _GROUP.search(text):
        first, last = int(found[1]), int(found[2] or found[1])
        if 1 <= first <= last <= 8:
            return _group(first)[0], _group(last)[1]
    if found := _CLASS.search(text):
        year = int(found[1]) if found[1] else rank_of(found[2]) if found[2] else 1
        if 1 <= year <= 6:
            return _group(8 + year)
    return None


def _group(number: int) -> Bounds:
    """Ages in a group: whoever starts young to whoever starts old or stayed down half a year.

    Group 1 begins at four. From there each group is a year; on the first of October most children in
    group 3 are six, the youngest turn six before January.
    """
    return (48.0 if number == 1 else 12.0 * (number + 2) + 8), 12.0 * (number + 5)


def _stage(text: str) -> Bounds | None:
    found = _STAGE.search(text)
    return _STAGES[found[1]] if found else None
