# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What participants think of statements, also of those that were merged: nobody counts twice."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from wijkverhaal.dialogue.in_threes import in_threes, left_out_of, left_out_remark
from wijkverhaal.dialogue.shown_together import ENOUGH
from wijkverhaal.foundation.language import _


class Vote(StrEnum):
    """What somebody thinks of a statement."""

    AGREE = "eens"
    DISAGREE = "oneens"
    DOUBT = "twijfel"

    @property
    def word(self) -> str:
        """What a reader sees."""
        words = {Vote.AGREE: _("eens"), Vote.DISAGREE: _("oneens"), Vote.DOUBT: _("twijfel")}
        return words[self]


@dataclass(frozen=True)
class Opinion:
    """The vote of one participant on one statement, as it was before any merging."""

    participant: str
    statement: str
    vote: Vote
    serial: int


@dataclass(frozen=True)
class OpinionTally:
    """The votes on a statement and on all that were merged into it.

    Attributes
    ----------
    people : int or None
        None where fewer than three people voted.
    counts : dict of Vote to int
        Adds up to `people`; empty where fewer than three people voted.
    torn : int
        How many people voted differently on statements that are now one; their newest vote counts.
        Many of them is a sign that the statements do not say the same. 0 where fewer than three.
    left_out : int
        Of how many people the newest vote is not in it (`in_threes`).
    """

    people: int | None
    counts: dict[Vote, int]
    torn: int = 0
    left_out: int = 0

    @property
    def outcome(self) -> str:
        """The counts in words when the conversation is over."""
        if self.people is None:
            return _("Minder dan drie mensen stemden.")
        told = ", ".join(f"{number} × {vote.word}" for vote, number in self.counts.items()) + "."
        return f"{told} {left_out_remark(self.left_out)}" if self.left_out else told


def votes_of(opinions: Iterable[Opinion], roots: Mapping[str, str]) -> dict[str, dict[str, Vote]]:
    """Per statement that is shown the vote of each participant.

    Of several votes of one participant, on this statement or on one merged into it, the newest in
    the server's order counts. Votes stay with the statement on which they were given, so that a merge
    that is taken back gives each its own votes again.

    Parameters
    ----------
    opinions : iterable of Opinion
    roots : mapping of statement id to statement id
        From `statement.roots_of`; votes on a statement that is not in it do not count.
    """
    votes: dict[str, dict[str, Vote]] = {root: {} for root in roots.values()}
    for one in sorted(opinions, key=lambda one: one.serial):
        if one.statement in roots:
            votes[roots[one.statement]][one.participant] = one.vote
    return votes


def tallies_of(
    opinions: Iterable[Opinion], roots: Mapping[str, str], anonymous: bool = True
) -> dict[str, OpinionTally]:
    """Per statement that is shown what everybody thinks of it.

    In an anonymous session the numbers of each statement move in threes (`in_threes`).
    """
    gathered: dict[str, list[Opinion]] = {root: [] for root in roots.values()}
    for one in opinions:
        if one.statement in roots:
            gathered[roots[one.statement]].append(one)
    return {root: _tally(mine, roots, anonymous) for root, mine in gathered.items()}


def _tally(given: list[Opinion], roots: Mapping[str, str], anonymous: bool) -> OpinionTally:
    mine = in_threes(given) if anonymous else given
    counted = Counter(vote for votes in votes_of(mine, roots).values() for vote in votes.values())
    if counted.total() < ENOUGH:
        return OpinionTally(None, {})
    left_out = left_out_of(given, mine)
    return OpinionTally(counted.total(), {vote: counted[vote] for vote in Vote}, _torn(mine), left_out)


def _torn(mine: list[Opinion]) -> int:
    last: dict[tuple[str, str], Vote] = {}
    for one in sorted(mine, key=lambda one: one.serial):
        last[one.participant, one.statement] = one.vote
    given: dict[str, set[Vote]] = {}
    for (participant, _statement), vote in last.items():
        given.setdefault(participant, set()).add(vote)
    return sum(len(votes) > 1 for votes in given.values())
