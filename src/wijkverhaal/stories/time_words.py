# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dutch words for numbers, ranks, months and lengths of time."""

import re
from typing import NamedTuple

_UNITS = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
    " zeventien achttien negentien twintig"
)
_RANKS = (
    "nulde eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende"
    " veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste"
)
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"

NUMBERS: dict[str, float] = {word: float(number) for number, word in enumerate(_UNITS.split())}
NUMBERS |= {f"{word}ënhalf": value + 0.5 for word, value in NUMBERS.items() if value >= 2}
NUMBERS |= {f"{word}enhalf": value + 0.5 for word, value in NUMBERS.items() if value in (4, 5, 6, 7, 8, 9)}
NUMBERS |= {"één": 1.0, "anderhalf": 1.5, "half": 0.5, "een half": 0.5}
#: The months as they are written in full, from 1.
MONTH_NAMES: dict[int, str] = dict(enumerate(_MONTHS.split(), start=1))
_A_FEW = frozenset({"een paar", "enkele"})
RANKS: dict[str, int] = {word: number for number, word in enumerate(_RANKS.split())}
MONTHS: dict[str, int] = {word: number for number, word in enumerate(_MONTHS.split(), start=1)}
MONTHS |= {word[:3]: number for word, number in MONTHS.items()} | {"mrt": 3, "sept": 9}


def _choice(words: dict[str, float] | dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


#: Pieces of regular expressions.
_COUNT = rf"(?:\d+(?:[.,]\d+)?|\b(?:{_choice(NUMBERS)})\b)"
NUMBER = rf"(?:{_COUNT}(?:\s+en\s+(?:een\s+)?half|½)?|een paar|enkele)"
#: One number, or two between which it is.
NUMBERS_SAID = rf"({NUMBER})(?:(?:\s+(?:of|à|tot)\s+|\s*-\s*)({NUMBER}))?"
RANK = rf"(?:\d+\s?(?:e|de|ste)\b|\b(?:{_choice(RANKS)})\b)"
MONTH = rf"(?:\b(?:{_choice(MONTHS)})\b\.?)"
LENGTH = r"(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren)"


def number_of(word: str) -> float:
    """The number that a word or figure stands for.

    >>> number_of("drieënhalf"), number_of("2,5"), number_of("vier en een half")
    (3.5, 2.5, 4.5)
    """
    whole = re.sub(r"(?:\s+en\s+(?:een\s+)?half|½)$", "", word.strip())
    value = NUMBERS[whole] if whole in NUMBERS else float(whole.replace(",", "."))
    return value + 0.5 if whole != word.strip() else value


def numbers_of(first: str, last: str | None) -> tuple[float, float]:
    """The least and the most of what `NUMBERS_SAID` finds; a few is two to four.

    >>> numbers_of("drie", "4"), numbers_of("een paar", None)
    ((3.0, 4.0), (2.0, 4.0))
    """
    low = 2.0 if first in _A_FEW else number_of(first)
    end = last or first
    return low, max(low, 4.0 if end in _A_FEW else number_of(end))


def rank_of(word: str) -> int:
    """The rank that a word or figure stands for.

    >>> rank_of("vierde"), rank_of("12e")
    (4, 12)
    """
    word = word.strip()
    return RANKS[word] if word in RANKS else int("".join(c for c in word if c.isdigit()))


def month_of(word: str) -> int:
    """The number of a month.

    >>> month_of("mrt."), month_of("augustus")
    (3, 8)
    """
    return MONTHS[word.strip(" .")]


class Length(NamedTuple):
    """A length of time in months, and how far from it the truth may be when people say it."""

    months: float
    room: float


def length_of(number: float, unit: str) -> Length:
    """How long somebody means.

    People round: years to half a year, half years to two months, months to one, weeks to one week.

    >>> length_of(0.5, "jaar"), length_of(3, "maanden")
    (Length(months=6.0, room=2.0), Length(months=3.0, room=1.0))
    """
    if unit.startswith("dag"):
        return Length(number / 30.4, 2 / 30.4)
    if unit.startswith("we"):
        return Length(number / 4.35, 1 / 4.35)
    if unit.startswith("maand"):
        return Length(float(number), 1.0)
    months = 12 * number
    return Length(months, 2.0 if number <= 0.5 else 3.0 if number != round(number) else 6.0)
