# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times told by a child's age, in months since birth."""

import re
from math import inf

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.school_time import school_stretch
from wijkverhaal.stories.stretch import Stretch
from wijkverhaal.stories.time_words import NUMBER, NUMBERS_SAID, RANK, number_of, numbers_of, rank_of

#: Who is older speaks of somebody else than the child.
OLDEST = 30
_WHOSE = r"(?:zijn|haar|hun|z'n|d'r|m'n|mijn|de)"
_CHILD = r"(?:zoon(?:tje)?|dochter(?:tje)?|kind|jongen|meisje|jongste|oudste)"
_OTHERS = r"(?:moeder|mama|vader|papa|broer(?:tje)?|zus(?:je)?|opa|oma|oom|tante|iemand|niemand)"
_WHO = rf"(?:(?:mijn|m'n|onze|ons|het|de)\s+{_CHILD}|(?!{_OTHERS}\b)(?:\[[^\]]+\]|[^\W\d]+)|'m)"
_NEAR = r"(?:(bijna|net|nog geen|ruim)\s+|(?:(?:nog|al|pas|nog maar)\s+)?)"
_UNIT = r"(?:\s*(jaar|maanden|maand|weken))?"
_STAGES: dict[str, tuple[float, float]] = {
    "baby": (0, 12),
    "dreumes": (12, 24),
    "peuter": (24, 48),
    "kleuter": (48, 84),
    "tiener": (120, 240),
    "puber": (120, 216),
}
_STAGE = rf"({'|'.join(_STAGES)})"
_WAS = re.compile(
    rf"(?:(?:toen|als)\s+{_WHO}\s+{_NEAR}{NUMBERS_SAID}{_UNIT}(?:\s+oud)?\s+(?:was|waren|is)"
    rf"|{_WHO}\s+(?:was|waren)\s+(?:toen\s+)?{_NEAR}{NUMBERS_SAID}{_UNIT}(?:\s+oud)?)"
)
_BECAME = re.compile(rf"(?:toen|als)\s+{_WHO}\s+({NUMBER})(?:\s+jaar)?\s+(?:werd|is geworden|was geworden)")
_OLD = re.compile(rf"(?:als kind van\s+)?{_NEAR}{NUMBERS_SAID}{_UNIT}(\s+oud)?")
_SIDE_OF_AGE = re.compile(
    rf"(voor|voordat|nadat)\s+{_WHO}\s+({NUMBER})(?:\s+jaar)?(?:\s+oud)?\s+(?:was|werd|is|was geworden)"
)
_OF_AGE = re.compile(rf"(?:als\s+)?(?:({NUMBER})|([a-zë]+?))[\s-]?jarige(?:\s+(?:leeftijd|{_CHILD}))?")
_YEAR_OF_LIFE = re.compile(rf"(?:{_WHOSE}\s+)?({RANK})\s+levensjaar")
_BIRTHDAY = re.compile(
    rf"(?:(vlak|kort|net)\s+)?(op|rond|tegen|vanaf|sinds|na|voor|vóór|tot)\s+{_WHOSE}\s+({RANK})(\s+verjaardag)?"
)
_BETWEEN_RANKS = re.compile(
    rf"tussen\s+{_WHOSE}\s+({RANK})\s+en\s+(?:{_WHOSE}\s+)?({RANK})(?:\s+verjaardag)?"
)
_BETWEEN = re.compile(rf"tussen\s+(?:de\s+)?({NUMBER})\s+en\s+(?:de\s+)?({NUMBER})(?:\s+jaar)?(?:\s+oud)?")
_AS_STAGE = re.compile(
    rf"(?:als|{_WHO}\s+was)\s+(?:nog\s+)?(?:een\s+)?(?:(?:kleine|jonge|echte)\s+)?{_STAGE}"
    rf"|(?:toen|als)\s+{_WHO}\s+(?:nog\s+)?(?:een\s+)?(?:(?:kleine|jonge|echte)\s+)?{_STAGE}\s+was"
    rf"|{_STAGE}(?:tijd|teit|leeftijd)"
)
_AT_SCHOOL = re.compile(
    rf"(?:toen|als)\s+{_WHO}\s+(?:nog\s+|net\s+)?(?:in|naar|bij)\s+(?:de\s+)?(.+?)\s+(?:zat|ging|kwam|was|begon)"
)


def age_stretch(text: str) -> Stretch | None:
    """The ages that a text names, in months; None where the whole text is no age.

    Raises
    ------
    InputError
        When no child is that old.

    >>> age_stretch("toen hij drie was"), age_stretch("groep 4")
    (Stretch(low=36.0, high=48.0, lasting=12.0), Stretch(low=80.0, high=108.0, lasting=12.0))
    """
    for reader in (_between, _of_age, _was, _became, _side, _birthday, _at_school, _stage):
        found = reader(text)
        if found is not None:
            return _of_a_child(found, text)
    return None


def _of_a_child(found: Stretch, text: str) -> Stretch:
    ends = [end for end in (found.low, found.high) if abs(end) < inf]
    if max(ends, default=0.0) > 12 * (OLDEST + 1):
        raise InputError(
            _(
                "'{text}' is geen leeftijd van een kind; hier tellen leeftijden tot en met {oldest} jaar."
            ).format(text=text, oldest=OLDEST)
        )
    return found


def _years(low: float, high: float) -> Stretch:
    """From a birthday to a birthday."""
    return Stretch(12.0 * low, 12.0 * high, min(12.0, 12.0 * (high - low)))


def _between(text: str) -> Stretch | None:
    first: float
    last: float
    if found := _BETWEEN_RANKS.fullmatch(text):
        first, last = rank_of(found[1]), rank_of(found[2])
    elif found := _BETWEEN.fullmatch(text):
        first, last = number_of(found[1]), number_of(found[2])
    else:
        return None
    return _years(first, last + 1) if first <= last else None


def _of_age(text: str) -> Stretch | None:
    if found := _OF_AGE.fullmatch(text):
        try:
            years = number_of(found[1] or found[2])
        except ValueError:
            return None
        return _years(years, years + 1)
    if found := _YEAR_OF_LIFE.fullmatch(text):
        years = rank_of(found[1])
        return _years(years - 1, years)
    return None


def _was(text: str) -> Stretch | None:
    found = _WAS.fullmatch(text)
    if found:
        near, first, last, unit = [
            a or b for a, b in zip(found.groups()[:4], found.groups()[4:], strict=True)
        ]
    elif (found := _OLD.fullmatch(text)) and (found[4] == "jaar" or found[5] or found[1]):
        near, first, last, unit = found.groups()[:4]
    else:
        return None
    low, high = numbers_of(first, last)
    if unit and unit.startswith("maand"):
        return Stretch(low, high + 1, 1.0) if not near else None
    if unit == "weken":
        return Stretch(low / 4.35, (high + 1) / 4.35, 1 / 4.35) if not near else None
    return _near_age(near, low, high)


def _near_age(near: str | None, low: float, high: float) -> Stretch:
    """Nearly four is the half year before, only just four the half year after."""
    if near in ("bijna", "nog geen"):
        return Stretch(12 * low - (6 if near == "bijna" else 12), 12 * low, 1.0)
    if near == "net":
        return Stretch(12 * low, 12 * low + 6, 1.0)
    if low != round(low):  # three and a half: said to half a year
        return Stretch(12 * low - 3, 12 * high + 3, 1.0)
    return _years(low, high + 1)


def _became(text: str) -> Stretch | None:
    found = _BECAME.fullmatch(text)
    if not found:
        return None
    months = 12 * number_of(found[1])
    return Stretch(months - 1, months + 1, 0.0)


def _side(text: str) -> Stretch | None:
    found = _SIDE_OF_AGE.fullmatch(text)
    if not found:
        return None
    months = 12 * number_of(found[2])
    return Stretch(months, inf, 0.0) if found[1] == "nadat" else Stretch(0.0, months, 0.0)


def _birthday(text: str) -> Stretch | None:
    found = _BIRTHDAY.fullmatch(text)
    if not found:
        return None
    months = 12.0 * rank_of(found[3])
    if found[1]:
        near = {"na": (months, months + 3), "voor": (months - 3, months), "vóór": (months - 3, months)}
        return Stretch(*near[found[2]], 0.0) if found[2] in near else None
    low, high = {
        "op": (months, months + (1 if found[4] else 12)),
        "rond": (months - 6, months + 6),
        "tegen": (months - 6, months),
        "vanaf": (months, inf),
        "sinds": (months, inf),
        "na": (months, inf),
    }.get(found[2], (0.0, months))
    return Stretch(low, high, 0.0)


def _at_school(text: str) -> Stretch | None:
    found = _AT_SCHOOL.fullmatch(text)
    return school_stretch(found[1]) if found else school_stretch(text)


def _stage(text: str) -> Stretch | None:
    found = _AS_STAGE.fullmatch(text)
    if not found:
        return None
    low, high = _STAGES[found[1] or found[2] or found[3]]
    return Stretch(float(low), float(high), 6.0)
