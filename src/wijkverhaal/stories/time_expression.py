# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Time as people say it, turned into what it says: how long after which event, at least and at most."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import inf

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.age_time import age_stretch
from wijkverhaal.stories.calendar_time import calendar_stretch
from wijkverhaal.stories.stretch import Stretch
from wijkverhaal.stories.temporal_network import TimeStatement
from wijkverhaal.stories.time_distance import NEARBY, ago, distance, hedged

#: The events that a time can be counted from without having been told themselves.
CALENDAR = "calendar"
BIRTH = "birth"
INTERVIEW = "interview"

_LEAD = re.compile(
    r"(?:ergens|zo|in|op|met|bij|tijdens|gedurende|de|het|dat|was|al|pas|nog|toen|rond|rondom|omstreeks|tegen)\s+"
)
_ROUND = re.compile(r"(?:rond|rondom|omstreeks|tegen)\s")
_BESIDE = re.compile(
    r"(?:ergens\s+)?(?:(vlak|kort|net|meteen|direct|snel)\s+)?"
    r"(na|sinds|vanaf|voor|vóór|tot en met|tot)\s+(?:de\s+|het\s+)?(.+)"
)
_SIDE = re.compile(
    r"(?:ergens\s+)?(na|nadat|voor|vóór|voordat|tot|tijdens|rond|rondom|omstreeks|sinds|vanaf|bij)\s+(.+)"
)
_TOGETHER = re.compile(r"(?:tegelijk|tegelijkertijd|gelijktijdig|samen)\s+met\s+(.+)")
_SAME = re.compile(
    r"(?:precies\s+)?op\s+(?:het|de)\s*zelfde\s+(?:moment|dag)\s+als\s+(.+)"
    r"|op\s+(?:de\s+dag|het\s+moment)\s+van\s+(.+)"
)
_ARTICLE = re.compile(r"^(?:(?:de|het|een|die|dat|onze|hun|zijn|haar|z'n|d'r|mijn|m'n)\s+)+")
_AROUND = 2.0
_TOGETHER_ROOM = 1.0
_DAY = 1 / 28


@dataclass(frozen=True)
class TimeExpression:
    """What a time says.

    Attributes
    ----------
    anchor : hashable
        The event it is counted from: `CALENDAR`, `BIRTH`, `INTERVIEW`, or one that was told.
    low, high : float
        Months after it, at least and at most; negative is before. Whether a bound itself is left out
        follows from what it is: an age or a year ends where the next begins, and what comes after an event
        is not at the same moment.
    """

    anchor: Hashable
    low: float
    high: float

    @property
    def open_low(self) -> bool:
        """Whether it is after the low bound and never at it."""
        told = self.anchor not in (CALENDAR, BIRTH, INTERVIEW)
        return told and self.low == 0 < self.high

    @property
    def open_high(self) -> bool:
        """Whether it is before the high bound and never at it."""
        if self.anchor in (CALENDAR, BIRTH):
            return self.low < self.high
        return self.anchor != INTERVIEW and self.low < 0 == self.high

    def statement(
        self, event: Hashable, source: str = "", text: str = "", anchor: Hashable | None = None
    ) -> TimeStatement:
        """What it says of `event`, for a temporal network.

        Parameters
        ----------
        anchor : hashable, optional
            What it is counted from in that network, where that has another name there.
        """
        return TimeStatement(
            self.anchor if anchor is None else anchor,
            event,
            self.low,
            self.high,
            source,
            text,
            self.open_low,
            self.open_high,
        )


def read_time(text: str, events: Mapping[str, Hashable] | None = None) -> TimeExpression:
    """What a time as somebody said it, in Dutch, says.

    All of the words have to be understood: half of "bijna vier" would be another time.

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
    said, vague = hedged(re.sub(r"\s+", " ", text.lower().replace("’", "'").strip(' .,;:!?"')))
    found = _now(said, vague) or _named(said, vague) or _after(said, vague, events, text)
    found = found or _side(said, events, text)
    if found is None:
        raise InputError(
            _(
                "De tijd '{text}' is niet te begrijpen; schrijf bijvoorbeeld 'toen hij drie was', 'groep 4',"
                " 'een half jaar na de verhuizing' of 'najaar 2013'."
            ).format(text=text)
        )
    return found


def _now(said: str, vague: bool) -> TimeExpression | None:
    """Counted back from the day of the interview."""
    found = ago(said, vague)
    return TimeExpression(INTERVIEW, *found) if found else None


def _named(said: str, vague: bool) -> TimeExpression | None:
    """A time with a name of its own, or what lies beside it."""
    if found := _stretch(said, vague):
        return TimeExpression(found[0], float(found[1].low), float(found[1].high))
    if not (beside := _BESIDE.fullmatch(said)) or not (found := _stretch(beside[3], vague)):
        return None
    if beside[1] and beside[2] not in ("na", "voor", "vóór"):
        return None
    low, high = found[1].beside(beside[2], NEARBY if beside[1] else inf)
    return TimeExpression(found[0], float(low), float(high))


def _stretch(said: str, vague: bool) -> tuple[str, Stretch] | None:
    """A time on the calendar or an age, behind words that add nothing."""
    while True:
        for anchor, read in ((CALENDAR, calendar_stretch), (BIRTH, age_stretch)):
            if found := read(said):
                return anchor, found.wider(_room(found, anchor)) if vague else found
        lead = _LEAD.match(said)
        if not lead:
            return None
        vague = vague or bool(_ROUND.match(said))
        said = said[lead.end() :]


def _room(found: Stretch, anchor: str) -> float:
    """How far "ongeveer" reaches: a year beside a year, half a year beside an age, a month beside a month."""
    if found.lasting >= 12:
        return 12.0 if anchor == CALENDAR else 6.0
    return 0.5 if found.lasting < 0.1 else 1.0 if found.lasting <= 1 else 2.0


def _after(said: str, vague: bool, events: Mapping[str, Hashable] | None, text: str) -> TimeExpression | None:
    """A length after or before an event, or close to it."""
    found = distance(said, vague)
    if found is None:
        return None
    low, high, side, words = found
    return _from(_event(words, events, text), side, low, high)


def _from(event: Hashable, side: str, low: float, high: float) -> TimeExpression:
    if side.startswith("na"):
        return TimeExpression(event, low, high)
    return TimeExpression(event, -high, -low + 0.0)


def _side(said: str, events: Mapping[str, Hashable] | None, text: str) -> TimeExpression | None:
    if found := _TOGETHER.fullmatch(said):
        return TimeExpression(_event(found[1], events, text), -_TOGETHER_ROOM, _TOGETHER_ROOM)
    if found := _SAME.fullmatch(said):
        return TimeExpression(_event(found[1] or found[2], events, text), -_DAY, _DAY)
    found = _SIDE.fullmatch(said)
    if not found:
        return None
    event = _event(found[2], events, text)
    if found[1] in ("tijdens", "rond", "rondom", "omstreeks", "bij"):
        return TimeExpression(event, -_AROUND, _AROUND)
    return _from(event, "na" if found[1] in ("sinds", "vanaf") else found[1], 0.0, inf)


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
