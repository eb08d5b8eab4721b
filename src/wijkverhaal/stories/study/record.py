# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a study consists of. Every record has an id that is unique in the study and never used again."""

from dataclasses import dataclass
from datetime import date, datetime
from math import inf
from typing import Literal

#: What a comparison compares.
Unit = Literal["family", "child", "episode"]
#: Does it help or hinder, or can it do either?
Direction = Literal["helping", "hindering", "either"]


@dataclass(frozen=True)
class Family:
    """A family under its role name, such as "A"; never under its own."""

    id: str
    label: str
    summary: str = ""


@dataclass(frozen=True)
class Child:
    """A child of a family; `born` only if the study needs it."""

    id: str
    family: str
    label: str
    born: date | None = None


@dataclass(frozen=True)
class Episode:
    """A stretch of help of one child, such as "begeleiding thuis"."""

    id: str
    family: str
    child: str
    label: str


@dataclass(frozen=True)
class Informant:
    """Somebody who tells about a family, by role: moeder, jongere, hulpverlener, intern begeleider."""

    id: str
    family: str
    role: str


@dataclass(frozen=True)
class Consent:
    """What somebody allowed.

    Attributes
    ----------
    informant : str
    given_by : str
        The role of who gave it: the informant, or a parent for a child under 16.
    given : date
    purpose : str
        For what, in words.
    until : date or None
        Until when; None is the retention date of the study.
    quotations : bool
        Whether words may be quoted.
    """

    id: str
    informant: str
    given_by: str
    given: date
    purpose: str
    until: date | None = None
    quotations: bool = False


@dataclass(frozen=True)
class Interview:
    """A frozen text of one informant; the text itself is stored apart, sealed.

    Attributes
    ----------
    sha256 : str
        Of the frozen text.
    length : int
        Its characters.
    """

    id: str
    informant: str
    held: date
    sha256: str
    length: int


@dataclass(frozen=True)
class Factor:
    """A factor of the codebook; `parent` is the id of the one above, or empty."""

    id: str
    name: str
    definition: str = ""
    examples: tuple[str, ...] = ()
    direction: Direction = "either"
    parent: str = ""
    place: int = 0


@dataclass(frozen=True)
class Coding:
    """A factor on a passage.

    Attributes
    ----------
    interview, factor, coder : str
    start, end : int
        Characters (code points) of the frozen text, the end not included.
    present : bool
        False where somebody says that it was not so: that is something else than not speaking of it.
    about : tuple of str
        The children or episodes it is about; empty is the whole family.
    event : str
        The event of the help history that it belongs to, if any.
    """

    id: str
    interview: str
    factor: str
    coder: str
    start: int
    end: int
    present: bool = True
    about: tuple[str, ...] = ()
    event: str = ""


@dataclass(frozen=True)
class Finished:
    """That a coder is done with an interview: from then on it counts for how far coders agree."""

    id: str
    interview: str
    coder: str


@dataclass(frozen=True)
class ToldEvent:
    """Something that happened to a family; the same as `help_history.Event`, in its family."""

    id: str
    family: str
    kind: str
    name: str = ""
    domain: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Statement:
    """What an informant says of an event, and of when it was.

    Attributes
    ----------
    informant, event : str
    said : str
        The words about the time; empty where the event is told without.
    anchor : str
        What the time is counted from, as `TimeExpression.anchor`; empty where there is no time.
    low, high : float
        Months after the anchor, at least and at most.
    interview : str
        Where it was said, if in an interview; from `start` to `end` in its frozen text.
    child : str
        Whose age the time is; empty where the time is no age, or the family's first child of whom the birth
        is known, or else its first.
    """

    id: str
    informant: str
    event: str
    said: str = ""
    anchor: str = ""
    low: float = -inf
    high: float = inf
    interview: str = ""
    start: int = 0
    end: int = 0
    child: str = ""


@dataclass(frozen=True)
class Following:
    """Which statements the history of a family does not follow, why, and who decided."""

    id: str
    family: str
    set_aside: tuple[str, ...]
    reason: str
    by: str


@dataclass(frozen=True)
class Memo:
    """A thought of a researcher, on a record or on the whole study (`about` empty)."""

    id: str
    author: str
    written: datetime
    text: str
    about: str = ""


@dataclass(frozen=True)
class Judgement:
    """Whether a coded passage tells who somebody is, even without names; without one it may not leave."""

    id: str
    coding: str
    recognisable: bool
    by: str


@dataclass(frozen=True)
class Outcome:
    """How it went with a case (family, child or episode), according to whom, and why they think so.

    Attributes
    ----------
    good : bool or None
        Whether help helped; None where it helped in part.
    by : str
        The informant, or the account of a researcher.
    """

    id: str
    case: str
    good: bool | None
    by: str
    reason: str = ""


@dataclass(frozen=True)
class CellSummary:
    """The researcher's words in one cell of the framework matrix."""

    id: str
    case: str
    factor: str
    text: str


Record = (
    Family
    | Child
    | Episode
    | Informant
    | Consent
    | Interview
    | Factor
    | Coding
    | Finished
    | ToldEvent
    | Statement
    | Following
    | Memo
    | Judgement
    | Outcome
    | CellSummary
)
