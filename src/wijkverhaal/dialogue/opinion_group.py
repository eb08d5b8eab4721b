# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Groups of opinion in a session: shown only with enough people and where they repeat themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from wijkverhaal.dialogue.opinion import Vote
from wijkverhaal.dialogue.opinion_clusters import Floats, Ints, repeated_clusters
from wijkverhaal.dialogue.shown_together import ENOUGH
from wijkverhaal.foundation.language import _

FEWEST_PEOPLE = 12
FEWEST_STATEMENTS = 8
#: Which share of the statements somebody must have voted on, and of the people on a statement.
_VOTED = 0.6
#: How many people must think otherwise before a statement can tell people apart.
_OTHERWISE = 2
_TYPICAL = 3
_APART = 0.5
_WORTH = {Vote.AGREE: 1.0, Vote.DOUBT: 0.0, Vote.DISAGREE: -1.0}


@dataclass(frozen=True)
class OpinionGroup:
    """People who vote alike; who they are is told nowhere.

    Attributes
    ----------
    people : int
        Four or more.
    agrees, disagrees : tuple of str
        Ids of the statements on which this group differs most from the others.
    """

    people: int
    agrees: tuple[str, ...]
    disagrees: tuple[str, ...]


@dataclass(frozen=True)
class OpinionGroups:
    """The groups of a session, largest first; none, with the reason, where nothing may be shown.

    Attributes
    ----------
    groups : tuple of OpinionGroup
    shared : tuple of str
        Ids of the statements with which most people of every group agree.
    sentence : str
    """

    groups: tuple[OpinionGroup, ...]
    shared: tuple[str, ...]
    sentence: str


def opinion_groups(votes: Mapping[str, Mapping[str, Vote]], seed: int = 0) -> OpinionGroups:
    """The groups of opinion among those who voted on most statements.

    Parameters
    ----------
    votes : mapping of statement id to a mapping of participant to Vote
        From `opinion.votes_of`.
    seed : int
    """
    statements, table = _votes_that_count(votes)
    if len(table) < FEWEST_PEOPLE or len(statements) < FEWEST_STATEMENTS:
        text = _(
            "Er zijn te weinig stemmen om groepen te zoeken: daarvoor moeten minstens {people} mensen"
            " op minstens {statements} uitspraken stemmen."
        )
        return OpinionGroups((), (), text.format(people=FEWEST_PEOPLE, statements=FEWEST_STATEMENTS))
    found = repeated_clusters(table, seed)
    if found is None:
        return OpinionGroups((), (), _("In de stemmen zijn geen vaste groepen te zien."))
    means = [_mean(table[found.place == group]) for group in range(int(found.place.max()) + 1)]
    groups = [_group(table, found.place, number, statements) for number in range(len(means))]
    shared = tuple(
        statement for place, statement in enumerate(statements) if min(mean[place] for mean in means) > _APART
    )
    text = _(
        "Er zijn {count} groepen die steeds hetzelfde stemmen. Dat zegt niet wie er gelijk heeft, en niet"
        " iedereen past in een groep."
    )
    groups.sort(key=lambda group: -group.people)
    return OpinionGroups(tuple(groups), shared, text.format(count=len(groups)))


def _votes_that_count(votes: Mapping[str, Mapping[str, Vote]]) -> tuple[list[str], Floats]:
    """Statements that tell people apart, and the people who voted on most of them."""
    people = sorted({one for mine in votes.values() for one in mine})
    statements = [
        statement
        for statement, mine in sorted(votes.items())
        if len(mine) >= _VOTED * len(people) and _divides(list(mine.values()))
    ]
    table = np.full((len(people), len(statements)), np.nan)
    for column, statement in enumerate(statements):
        for row, one in enumerate(people):
            if one in votes[statement]:
                table[row, column] = _WORTH[votes[statement][one]]
    enough = (~np.isnan(table)).sum(1) >= _VOTED * max(len(statements), 1)
    return statements, table[enough]


def _divides(mine: list[Vote]) -> bool:
    return len(mine) - max((mine.count(vote) for vote in Vote), default=0) >= _OTHERWISE


def _mean(table: Floats) -> Floats:
    """Mean vote per statement; of fewer than three voters 0, which says nothing."""
    voted = (~np.isnan(table)).sum(0)
    return np.where(voted >= ENOUGH, np.nansum(table, 0) / np.maximum(voted, 1), 0.0)


def _group(table: Floats, place: Ints, number: int, statements: list[str]) -> OpinionGroup:
    mine = _mean(table[place == number])
    away = mine - _mean(table[(place != number) & (place >= 0)])
    order = np.argsort(-np.abs(away), kind="stable")
    told = [k for k in order if abs(away[k]) > _APART and mine[k] * away[k] > 0.0]
    agrees = tuple(statements[k] for k in told if away[k] > 0.0)
    disagrees = tuple(statements[k] for k in told if away[k] < 0.0)
    return OpinionGroup(int((place == number).sum()), agrees[:_TYPICAL], disagrees[:_TYPICAL])
