# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Time as people say it, turned into what it says: how long after which event, at least and at most."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import inf

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.age_time import age_bounds
from wijkverhaal.stories.calendar_time import calendar_bounds
from wijkverhaal.stories.temporal_network import TimeStatement
from wijkverhaal.stories.time_words import LENGTH, NUMBER, length_of, number_of

#: The events that a time can be counted from without having been told themselves.
CALENDAR = "calendar"
BIRTH = "birth"
INTERVIEW = "interview"

_VAGUE = re.compile(r"\b(ongeveer|zo'n|circa|ca|rond|omstreeks|een jaar of|volgens mij|ik denk)\b")
_AGO = re.compile(rf"({NUMBER})\s+({LENGTH})\s+(?:geleden|terug)\b")
_LAST_YEAR = re.compile(r"\b(vorig jaar|dit jaar)\b")
_DISTANCE = re.compile(rf"({NUMBER})\s+({LENGTH})\s+(na|nadat|voor|vóór|voordat)\s+(?:dat\s+)?(.+)$")
_NEAR = re.compile(r"\b(kort|vlak|meteen|direct|gelijk|snel)\s+(na|nadat|voor|vóór|voordat)\s+(.+)$")
_SIDE = re.compile(r"\b(na|nadat|voor|vóór|voordat|tijdens|rond|sinds|bij)\s+(.+)$")
_ARTICLE = re.compile(r"^(?:(?:de|het|een|die|dat|onze|hun|zijn|haar|z'n|d'r|mijn|m'n)\s+)+")
_NEARBY = 3.0
_AROUND = 2.0


@dataclass(frozen=True)
class TimeExpression:
    """What a time says.

    Attributes
    ----------
    anchor : hashable
        The event it is counted from: `CALENDAR`, `BIRTH`, `INTERVIEW`, or one that was told.
    low, high : float
        Months after it, at least and at most; negative is before.
    """

    anchor: Hashable
    low: float
    high: float

    def statement(self, event: Hashable, source: str = "", text: str = "") -> TimeStatement:
        """What it says of `event`, for a temporal network."""
        return TimeStatement(self.anchor, event, self.low, self.high, source, text)


def read_time(text: str, events: Mapping[str, Hashable] | None = None) -> TimeExpression:
    """What a time as somebody said it, in Dutch, says.

    Parameters
    ----------
    text : str
        Such as "toen hij drie was", "groep 4", "een half jaar na de verhuizing", "najaar 2013".
    events : mapping of str to hashable, optional
        What people call the events that were told, without article: "verhuizing". Without it any words
        after "na" or "voor" are an event of that name.

    Raises
    ------
    InputError
        When it cannot be understood, or names an event that is not there.

    Examples
    --------
    >>> read_time("een half jaar na de verhuizing")
    TimeExpression(anchor='verhuizing', low=4.0, high=8.0)
    """
    said = _plain(text)
    found = _relative_to_now(said) or _distance(said, events, text)
    if found is None and (bounds := calendar_bounds(said)) is not None:
        found = _sided(said, TimeExpression(CALENDAR, *bounds))
    if found is None and (bounds := age_bounds(said)) is not None:
        found = TimeExpression(BIRTH, *bounds)
    if found is None:
        found = _side(said, events, text)
    if found is None:
        raise InputError(
            _(
                "De tijd '{text}' is niet te begrijpen; schrijf bijvoorbeeld 'toen hij drie was', 'groep 4',"
                " 'een half jaar na de verhuizing' of 'najaar 2013'."
            ).format(text=text)
        )
    return found


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower().replace("’", "'").strip(" .,;:!?\"'"))


def _room(said: str, room: float) -> float:
    return 2 * room if _VAGUE.search(said) else room


def _relative_to_now(said: str) -> TimeExpression | None:
    if found := _AGO.search(said):
        length = length_of(number_of(found[1]), found[2])
        room = _room(said, length.room)
        return TimeExpression(INTERVIEW, -length.months - room, min(0.0, -length.months + room))
    if found := _LAST_YEAR.search(said):
        return TimeExpression(INTERVIEW, *((-24.0, 0.0) if found[1] == "vorig jaar" else (-12.0, 0.0)))
    return None


def _distance(said: str, events: Mapping[str, Hashable] | None, text: str) -> TimeExpression | None:
    """A length after or before an event, or close to it."""
    if found := _DISTANCE.search(said):
        length = length_of(number_of(found[1]), found[2])
        room = _room(said, length.room)
        low, high = max(0.0, length.months - room), length.months + room
        return _from(_event(found[4], events, text), found[3], low, high)
    if found := _NEAR.search(said):
        return _from(_event(found[3], events, text), found[2], 0.0, _NEARBY)
    return None


def _from(event: Hashable, side: str, low: float, high: float) -> TimeExpression:
    if side.startswith("na"):
        return TimeExpression(event, low, high)
    return TimeExpression(event, -high, -low + 0.0)


def _sided(said: str, inside: TimeExpression) -> TimeExpression:
    """A time on the calendar that is only the beginning or the end of when it was."""
    if re.match(r"^(?:ergens )?(?:na|vanaf|sinds)\s", said):
        after = inside.high if re.search(r"\bna\s", said) else inside.low
        return TimeExpression(CALENDAR, after, inf)
    if re.match(r"^(?:ergens )?(?:voor|vóór|tot)\s", said):
        return TimeExpression(CALENDAR, -inf, inside.low if "tot" not in said else inside.high)
    return inside


def _side(said: str, events: Mapping[str, Hashable] | None, text: str) -> TimeExpression | None:
    found = _SIDE.search(said)
    if not found:
        return None
    event = _event(found[2], events, text)
    if found[1] in ("tijdens", "rond", "bij"):
        return TimeExpression(event, -_AROUND, _AROUND)
    return _from(event, "na" if found[1] == "sinds" else found[1], 0.0, inf)


def _event(words: str, events: Mapping[str, Hashable] | None, text: str) -> Hashable:
    name = _ARTICLE.sub("", words.strip())
    if name in ("geboorte", "bevalling"):
        return BIRTH
    if events is None:
        return name
    if name not in events:
        raise InputError(
            _(
                "'{text}' noemt '{event}', en die gebeurtenis is nog niet verteld; voeg haar eerst toe."
            ).format(text=text, event=name)
        )
    return events[name]
