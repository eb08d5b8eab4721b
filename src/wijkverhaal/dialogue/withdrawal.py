# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Withdrawal: a participant takes back what they contributed.

Words go; numbers stay, without the person. A total that dropped by one the moment somebody withdrew
would tell what that one had answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from wijkverhaal.dialogue.cooperation import CooperationAnswer
from wijkverhaal.dialogue.guess import Guess
from wijkverhaal.dialogue.opinion import Opinion
from wijkverhaal.dialogue.recognition import Recognition
from wijkverhaal.dialogue.statement import Merge, Statement, roots_of
from wijkverhaal.dialogue.valuation import Valuation
from wijkverhaal.foundation.language import _

A = TypeVar("A", Guess, Recognition, Opinion, Valuation, CooperationAnswer)


@dataclass(frozen=True)
class Contributions:
    """Everything that participants contributed to one session."""

    guesses: tuple[Guess, ...] = ()
    recognitions: tuple[Recognition, ...] = ()
    statements: tuple[Statement, ...] = ()
    merges: tuple[Merge, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    valuations: tuple[Valuation, ...] = ()
    cooperation: tuple[CooperationAnswer, ...] = ()


def without_participant(
    contributions: Contributions, participant: str, nobody: str, serial: int
) -> Contributions:
    """What remains when a participant withdraws.

    Parameters
    ----------
    contributions : Contributions
    participant : str
    nobody : str
        A new random id, kept with nothing else: one for all answers, so that nobody counts twice.
    serial : int
        The place of the withdrawal in the server's order.
    """
    return Contributions(
        tuple(_unlinked(one, participant, nobody) for one in contributions.guesses),
        tuple(
            _unlinked(
                replace(one, reason="", client_key="") if one.participant == participant else one,
                participant,
                nobody,
            )
            for one in contributions.recognitions
        ),
        tuple(one for one in contributions.statements if one.participant != participant),
        _merges_without(contributions.statements, contributions.merges, participant, serial),
        tuple(_unlinked(one, participant, nobody) for one in contributions.opinions),
        tuple(
            _unlinked(
                replace(one, wish="", client_key="") if one.participant == participant else one,
                participant,
                nobody,
            )
            for one in contributions.valuations
        ),
        tuple(_unlinked(one, participant, nobody) for one in contributions.cooperation),
    )


def _unlinked(one: A, participant: str, nobody: str) -> A:
    return replace(one, participant=nobody) if one.participant == participant else one


def _merges_without(
    statements: Sequence[Statement], merges: Sequence[Merge], participant: str, serial: int
) -> tuple[Merge, ...]:
    """Merges among the statements that stay: the oldest of each heap takes the place of one that goes."""
    roots = roots_of(statements, merges)
    heaps: dict[str, list[Statement]] = {}
    for one in sorted(statements, key=lambda one: one.serial):
        if one.participant != participant:
            heaps.setdefault(roots[one.id], []).append(one)
    kept: list[Merge] = []
    for root, heap in heaps.items():
        top = next((one.id for one in heap if one.id == root), heap[0].id)
        kept += [Merge(one.id, top, serial) for one in heap if one.id != top]
    return tuple(kept)


def withdrawal_sentences() -> tuple[str, ...]:
    """What somebody reads before withdrawing."""
    return (
        _("Je naam en alles wat je schreef verdwijnen: uitspraken, redenen en wensen."),
        _(
            "Wat je aankruiste, stemde of schatte blijft in de totalen, los van je naam. Zo ziet niemand"
            " aan de aantallen wat jij antwoordde."
        ),
        _(
            "Staan jouw woorden bij de wijk of in het Wijkverhaal, dan gaan ze daar ook weg. Wat de groep in"
            " eigen woorden opschreef, blijft staan."
        ),
        _("In een verslag dat al gedeeld is, kunnen wij niets meer weghalen."),
    )
