# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A family of the fictional study: who told about it, what happened, what was coded, how it ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from typing import Any


@dataclass(frozen=True)
class Consent:
    """Who agreed (`self`, `guardian` or `parents`), on which day, to what, and until when."""

    by: str
    given: date
    purposes: tuple[str, ...]
    until: date


@dataclass(frozen=True)
class Informant:
    """Somebody who told a family's story, in an interview with the same id.

    Attributes
    ----------
    id : str
        Such as "a-mother".
    role : str
    label : str
        What stands before this person's turns.
    pseudonym : str
        One of those in the family's names.
    interviewed : date
    consent : Consent
    text : str
        The whole interview, with the line that says that it is fictional.
    """

    id: str
    role: str
    label: str
    pseudonym: str
    interviewed: date
    consent: Consent
    text: str

    @property
    def file_name(self) -> str:
        """The name of the interview's file."""
        return f"family-{self.id}.txt"


@dataclass(frozen=True)
class Name:
    """Somebody or something with a name, every way it is called, and the role that replaces it."""

    terms: tuple[str, ...]
    kind: str
    pseudonym: str


@dataclass(frozen=True)
class Happening:
    """Something that happened to a family; `name` is what people count time from."""

    id: str
    kind: str
    name: str
    domain: str
    organisation: str


@dataclass(frozen=True)
class Telling:
    """What an informant says of a happening: `said` is the time in their words, empty where untold."""

    id: str
    informant: str
    event: str
    said: str
    quote: str


@dataclass(frozen=True)
class Decision:
    """Which tellings a researcher sets aside, and why."""

    set_aside: tuple[str, ...]
    reason: str
    by: str


@dataclass(frozen=True)
class Verdict:
    """How it ended (`helped`, `partly` or `not_helped`) by an informant's words or a researcher's reason."""

    by: str
    value: str
    quote: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Coding:
    """A passage that a coder gave a factor.

    `state` is "absent" where the passage says that it was not there; nothing `recognisable` may leave.
    """

    interview: str
    factor: str
    coder: str
    quote: str
    state: str = "present"
    recognisable: bool = False


@dataclass(frozen=True)
class Family:
    """One family: who they are, who told about them, and what was made of it; named by pseudonyms only."""

    key: str
    child: str
    born: date
    household: str
    about: str
    names: tuple[Name, ...]
    informants: tuple[Informant, ...]
    events: tuple[Happening, ...]
    accounts: tuple[Telling, ...]
    choices: tuple[Decision, ...]
    outcomes: tuple[Verdict, ...]
    codings: tuple[Coding, ...]


def read_family(found: Mapping[str, Any], interviews: Traversable) -> Family:
    """A family as `study.toml` has it, with the texts of its interviews."""
    plain = {key: found[key] for key in ("key", "child", "born", "household", "about")}
    return Family(
        **plain,
        names=tuple(Name(tuple(one["terms"]), one["kind"], one["pseudonym"]) for one in found["names"]),
        informants=tuple(_informant(one, interviews) for one in found["informants"]),
        events=_each(Happening, found["events"]),
        accounts=_each(Telling, found["accounts"]),
        choices=tuple(Decision(tuple(c["set_aside"]), c["reason"], c["by"]) for c in found["choices"]),
        outcomes=_each(Verdict, found["outcomes"]),
        codings=_each(Coding, found["codings"]),
    )


def _informant(found: Mapping[str, Any], interviews: Traversable) -> Informant:
    who = {key: found[key] for key in ("id", "role", "label", "pseudonym", "interviewed")}
    consent = Consent(
        found["consent_by"], found["consent_given"], tuple(found["consent_for"]), found["consent_until"]
    )
    text = (interviews / f"family-{found['id']}.txt").read_text("utf-8")
    return Informant(**who, consent=consent, text=text)


def _each(kind: type[Any], found: Sequence[Mapping[str, Any]]) -> tuple[Any, ...]:
    return tuple(kind(**one) for one in found)
