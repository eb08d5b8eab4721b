# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this process keeps in memory of conversations that are going on, so that looking is cheap.

Everybody looks every two seconds. Each look reads one row; only when that row says that something
changed, the new entries are read, and what everybody sees is made anew at most once a second, however
many look. A move of the facilitator, an erasure and what somebody sent themselves are there at once.
"""

from collections import OrderedDict
from dataclasses import dataclass, replace
from threading import Lock
from time import monotonic

from wijkverhaal.foundation.language import current_language
from wijkverhaal.site.conversations.contributions.contributed import Contributed, rows_after
from wijkverhaal.site.conversations.contributions.own import Own
from wijkverhaal.site.conversations.contributions.stored_session import session_of
from wijkverhaal.site.conversations.models import Conversation, StoredParticipant
from wijkverhaal.site.conversations.screen.now import Now, now_of
from wijkverhaal.site.conversations.survey.answers import survey_of

#: How many conversations a process keeps.
_MOST = 30
#: How long what everybody sees may be old, in seconds; where making it takes long, ten times that.
_OLD, _TIMES = 1.0, 10.0


@dataclass(frozen=True)
class Stamp:
    """By what one knows that a conversation changed: the three numbers of its row."""

    version: int
    serial: int
    erasures: int

    def __str__(self) -> str:
        return f"{self.version}-{self.serial}-{self.erasures}"


@dataclass(frozen=True)
class _Made:
    now: Now
    stamp: Stamp
    at: float
    cost: float


class Watched:
    """One conversation as this process knows it."""

    def __init__(self, conversation: str) -> None:
        self._id = conversation
        self._lock = Lock()
        self._there, self._own, self._erasures = Contributed(), dict[str, Own](), -1
        self._made: dict[str, _Made] = {}

    def now(self, stamp: Stamp, fresh: bool = False, at_least: int = 0) -> tuple[Now, Stamp]:
        """What everybody sees, and of when that is.

        Parameters
        ----------
        stamp : Stamp
            What the row says now.
        fresh : bool
            Whether it must be of now: for the few who lead, who must see what they just did.
        at_least : int
            The serial number that must be in it: of who does not look again by themselves.
        """
        language = current_language()
        with self._lock:
            made = self._made.get(language)
            if made is None or not (
                made.stamp == stamp
                or (not fresh and made.stamp.serial >= at_least and self._good_enough(made, stamp))
            ):
                made = self._made[language] = self._make(stamp)
            return made.now, made.stamp

    def own(self, participant: str, stamp: Stamp) -> Own:
        """What a participant contributed, up to the last."""
        with self._lock:
            self._bring_up(stamp)
            return self._own.get(participant) or Own()

    def _good_enough(self, made: _Made, stamp: Stamp) -> bool:
        same_place = (made.stamp.version, made.stamp.erasures) == (stamp.version, stamp.erasures)
        return same_place and monotonic() - made.at < max(_OLD, _TIMES * made.cost)

    def _bring_up(self, stamp: Stamp) -> None:
        if stamp.erasures > self._erasures:
            self._there, self._own, self._erasures = Contributed(), {}, stamp.erasures
        if stamp.serial <= self._there.through:
            return
        rows = rows_after(self._id, self._there.through)
        self._there.take(rows)
        for row in rows:
            self._own.setdefault(row.who, Own()).take(row)
        # a place in the order that somebody took by coming in is no entry
        self._there.through = max(self._there.through, stamp.serial)

    def _make(self, stamp: Stamp) -> _Made:
        began = monotonic()
        stored = Conversation.objects.get(pk=self._id)
        stamp = stamp_of(stored)
        self._bring_up(stamp)
        there = StoredParticipant.objects.filter(conversation=self._id, nobody=False)
        names = {} if stored.anonymous else dict(there.values_list("id", "name"))
        now = now_of(session_of(stored), self._there, names, there.count())
        survey = survey_of(self._id)
        now = replace(now, survey=survey.state if survey else "")
        return _Made(now, stamp, monotonic(), monotonic() - began)


_kept: OrderedDict[str, Watched] = OrderedDict()
_keeping = Lock()


def watched(conversation: str) -> Watched:
    """What this process keeps of a conversation."""
    with _keeping:
        found = _kept.pop(conversation, None) or Watched(conversation)
        _kept[conversation] = found
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return found


def stamp_of(stored: Conversation) -> Stamp:
    """The three numbers of a row."""
    return Stamp(stored.version, stored.last_serial, stored.erasures)
