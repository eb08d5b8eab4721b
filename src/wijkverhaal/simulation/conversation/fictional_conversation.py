# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fictional conversations as they come with the program: one that was held, and one that is going on."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Person:
    """Somebody invented.

    Attributes
    ----------
    key, name, organisation : str
        The organisation is one of those that a participant can choose.
    guess : float
        What this person expected, as a share of the real figure.
    recognised, reason : str
        What this person says of the first figure; empty where nothing.
    valued, wish : str
    """

    key: str
    name: str
    organisation: str
    guess: float
    recognised: str
    reason: str
    valued: str
    wish: str


@dataclass(frozen=True)
class Said:
    """An explanation, who agrees, disagrees and doubts, and into which other it was merged.

    Attributes
    ----------
    factor : str
        Key of a factor of the fictional study: a quotation about it pleads for the explanation.
    part, indicator : str
        Part of the explanation of the wijk, and indicator, that say whether it is so.
    document : str
        Title of a document that pleads for it.
    reason : str
        Why people think of it what the part says.
    """

    key: str
    by: str
    text: str
    tag: str
    agree: tuple[str, ...]
    disagree: tuple[str, ...]
    doubt: tuple[str, ...]
    into: str = ""
    factor: str = ""
    part: str = ""
    indicator: str = ""
    document: str = ""
    reason: str = ""

    @property
    def stays(self) -> bool:
        """Whether it stays with the wijk: something hangs on it."""
        return bool(self.factor or self.part or self.document)


@dataclass(frozen=True)
class Lead:
    """What was agreed, with whom, and how many months after the conversation it should be done."""

    by: str
    text: str
    owner: str
    months: int
    hypothesis: str
    state: str
    indicator: str = ""


@dataclass(frozen=True)
class Partner:
    """An invented organisation in the wijk."""

    key: str
    name: str
    organisation: str


@dataclass(frozen=True)
class Cooperation:
    """How strongly somebody says that their own organisation works with each other one (0 to 3)."""

    by: str
    own: str
    strengths: dict[str, int]


@dataclass(frozen=True)
class FictionalConversation:
    """One conversation, whole."""

    key: str
    title: str
    goal: str
    closed: bool
    reflection: str
    people: tuple[Person, ...]
    statements: tuple[Said, ...]
    leads: tuple[Lead, ...]
    partners: tuple[Partner, ...]
    cooperation: tuple[Cooperation, ...]


@lru_cache(maxsize=1)
def fictional_conversations() -> tuple[FictionalConversation, ...]:
    """Read the conversations that come with the program.

    >>> [one.key for one in fictional_conversations()]
    ['gehouden', 'bezig']
    """
    found = tomllib.loads((files(__package__) / "conversations.toml").read_text("utf-8"))
    return tuple(_conversation(one) for one in found["conversations"])


def _conversation(found: dict[str, Any]) -> FictionalConversation:
    return FictionalConversation(
        found["key"],
        found["title"],
        found["goal"],
        found["closed"],
        found["reflection"],
        tuple(Person(**one) for one in found["people"]),
        tuple(_said(one) for one in found["statements"]),
        tuple(Lead(**one) for one in found["leads"]),
        tuple(Partner(**one) for one in found["partners"]),
        tuple(Cooperation(**one) for one in found["cooperation"]),
    )


def _said(found: dict[str, Any]) -> Said:
    votes = {name: tuple(found[name]) for name in ("agree", "disagree", "doubt")}
    return Said(**{**found, **votes})
