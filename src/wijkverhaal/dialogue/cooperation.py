# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cooperation survey: who works with whom, how well, and what that says about a wijk.

Answers that are missing are not zero: every figure has bounds, between which it would lie whatever
the missing answers were.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.dialogue.organisation import OrganisationType
from wijkverhaal.dialogue.shown_together import ENOUGH
from wijkverhaal.dialogue.submission import newest_of_each
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

#: From this answer on two partners are said to work together well enough.
WORKS = 2
STRONGEST = 3


@dataclass(frozen=True)
class Partner:
    """An organisation in the wijk with which others can work."""

    id: str
    name: str
    organisation: OrganisationType


@dataclass(frozen=True)
class CooperationAnswer:
    """What one participant says of one partner.

    Attributes
    ----------
    participant : str
    own : str
        Id of the partner for which the participant speaks.
    partner : str
        Id of the partner of whom it is said.
    strength : int
        0 to 3, see `strength_words`.
    serial : int
    """

    participant: str
    own: str
    partner: str
    strength: int
    serial: int


@dataclass(frozen=True)
class Bounded:
    """A percentage from what is known, and between which it lies whatever is missing."""

    value: float | None
    low: float
    high: float


@dataclass(frozen=True)
class NetworkFigures:
    """The cooperation in a wijk, each in percent.

    Attributes
    ----------
    density : Bounded
        Of all ordered pairs of partners, those that work together.
    reciprocity : Bounded
        Of the pairs of which one works with the other, those of which both say so.
    reached : Bounded
        Of the partners, those with whom at least one other works.
    isolated : Bounded
        Of the partners, those that work with nobody and with whom nobody works.
    partners, people : int
        How many there are, and how many people answered.
    """

    density: Bounded
    reciprocity: Bounded
    reached: Bounded
    isolated: Bounded
    partners: int
    people: int


def strength_words() -> tuple[str, ...]:
    """The answers, from 0 to 3."""
    return (
        _("wij werken niet samen"),
        _("wij werken een beetje samen"),
        _("wij werken redelijk samen"),
        _("wij werken nauw samen"),
    )


def read_strength(typed: str) -> int:
    """The answer that somebody chose.

    Raises
    ------
    InputError
        When it is not 0, 1, 2 or 3.
    """
    if typed not in {str(one) for one in range(STRONGEST + 1)}:
        raise InputError(_("Dit antwoord kan niet; kies een van de vier antwoorden."))
    return int(typed)


def strengths_of(partners: Sequence[Partner], answers: Iterable[CooperationAnswer]) -> Floats:
    """Mean strength from each partner to each other.

    Returns
    -------
    ndarray of shape (partners, partners)
        Row: who says it; NaN where nobody did, and on the diagonal.
    """
    place = {partner.id: k for k, partner in enumerate(partners)}
    total, count = np.zeros((len(place), len(place))), np.zeros((len(place), len(place)))
    for one in newest_of_each(answers, lambda one: (one.participant, one.partner)):
        if one.own in place and one.partner in place and one.own != one.partner:
            total[place[one.own], place[one.partner]] += one.strength
            count[place[one.own], place[one.partner]] += 1
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def network_figures(
    partners: Sequence[Partner], answers: Iterable[CooperationAnswer], works: float = WORKS
) -> NetworkFigures | None:
    """The figures of a wijk; None where fewer than three people answered or there are fewer partners.

    Parameters
    ----------
    partners : sequence of Partner
    answers : iterable of CooperationAnswer
    works : float
        From which mean strength on two partners work together.
    """
    answers = list(answers)
    people = len({one.participant for one in answers})
    if people < ENOUGH or len(partners) < ENOUGH:
        return None
    strengths = strengths_of(partners, answers)
    apart = ~np.eye(len(partners), dtype=bool)
    tie, known = strengths >= works, ~np.isnan(strengths)
    missing = ~known & apart
    heard = [_any(flags, 0) for flags in (tie, missing, known)]
    told = [_any(flags, 1) for flags in (tie, missing, known)]
    reached = _partners_with(*heard)
    together = _partners_with(*(one | other for one, other in zip(heard, told, strict=True)))
    return NetworkFigures(
        _density(tie, known, apart),
        _reciprocity(tie, known),
        reached,
        _opposite(together),
        len(partners),
        people,
    )


def _any(flags: Flags, axis: int) -> Flags:
    return np.asarray(flags.any(axis=axis))


def _density(tie: Flags, known: Flags, apart: Flags) -> Bounded:
    ties, answered, pairs = int(tie.sum()), int(known.sum()), int(apart.sum())
    return _bounded(ties, answered, ties / pairs, (ties + pairs - answered) / pairs)


def _reciprocity(tie: Flags, known: Flags) -> Bounded:
    """A missing answer can make a pair one-sided, two-sided, or one that does not count."""
    upper = np.triu(np.ones(tie.shape, dtype=bool), 1)
    both = known & known.T & upper
    counted, mutual = int((both & (tie | tie.T)).sum()), int((both & tie & tie.T).sum())
    one = (known ^ known.T) & upper
    one_tie = int((one & (tie | tie.T)).sum())
    one_none = int(one.sum()) - one_tie
    none = int((~known & ~known.T & upper).sum())
    most, least = counted + one_tie + none, counted + one_tie + one_none + none
    low = mutual / least if least else 0.0
    high = (mutual + one_tie + none) / most if most else 0.0
    return _bounded(mutual, counted, low, max(high, low))


def _partners_with(has: Flags, might: Flags, known: Flags) -> Bounded:
    partners = len(has)
    low = int(has.sum()) / partners
    high = int((has | might).sum()) / partners
    return _bounded(int((has & known).sum()), int(known.sum()), low, high)


def _bounded(part: int, whole: int, low: float, high: float) -> Bounded:
    return Bounded(100.0 * part / whole if whole else None, 100.0 * low, 100.0 * high)


def _opposite(found: Bounded) -> Bounded:
    value = None if found.value is None else 100.0 - found.value
    return Bounded(value, 100.0 - found.high, 100.0 - found.low)
