# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The network of a wijk as a picture may show it: kinds of organisations, never one person's answer."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from statistics import fmean

from wijkverhaal.dialogue.cooperation import CooperationAnswer, Partner
from wijkverhaal.dialogue.shown_together import ENOUGH, group_word, keys_of_types
from wijkverhaal.dialogue.submission import newest_of_each


@dataclass(frozen=True)
class PictureNode:
    """A kind of organisation, with its place on a circle; x and y from -1 to 1."""

    key: str
    word: str
    people: int
    x: float
    y: float


@dataclass(frozen=True)
class PictureLink:
    """What at least three people of one kind say of working with another, on average; 0 to 3."""

    start: str
    end: str
    strength: float
    people: int


@dataclass(frozen=True)
class CooperationPicture:
    """Nodes and links; empty where fewer than three people answered."""

    nodes: tuple[PictureNode, ...]
    links: tuple[PictureLink, ...]


def cooperation_picture(
    partners: Sequence[Partner], answers: Iterable[CooperationAnswer]
) -> CooperationPicture:
    """The picture: kinds of which fewer than three people answered are shown together.

    A kind of which nobody answered is left out: what others say of it would be about one organisation.
    """
    kind = {partner.id: partner.organisation for partner in partners}
    known = [one for one in answers if one.own in kind and one.partner in kind and one.own != one.partner]
    newest = newest_of_each(known, lambda one: (one.participant, one.partner))
    own = {one.participant: kind[one.own] for one in newest}
    keys = keys_of_types(Counter(own.values()))
    people = Counter(keys[mine] for mine in own.values()) if keys else Counter[str]()
    said: dict[tuple[str, str], list[CooperationAnswer]] = {}
    for one in newest:
        start, end = keys.get(own[one.participant]), keys.get(kind[one.partner])
        if start is not None and end is not None:
            said.setdefault((start, end), []).append(one)
    return CooperationPicture(_nodes(people), tuple(_links(said)))


def _nodes(people: Counter[str]) -> tuple[PictureNode, ...]:
    turn = 2 * pi / max(len(people), 1)
    return tuple(
        PictureNode(key, group_word(key), people[key], round(sin(k * turn), 6), round(-cos(k * turn), 6))
        for k, key in enumerate(sorted(people))
    )


def _links(said: dict[tuple[str, str], list[CooperationAnswer]]) -> Iterable[PictureLink]:
    for (start, end), answers in sorted(said.items()):
        voices = len({one.participant for one in answers})
        if voices >= ENOUGH:
            yield PictureLink(start, end, round(fmean(one.strength for one in answers), 1), voices)
