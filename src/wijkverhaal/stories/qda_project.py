# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A coded project as programs for qualitative analysis exchange it."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class User:
    """A coder."""

    guid: str
    name: str = ""


@dataclass(frozen=True)
class Code:
    """A code with the codes under it.

    Attributes
    ----------
    guid, name, description : str
    color : str
        `#rrggbb`, or empty.
    codable : bool
        Whether it is meant for coding, or only a heading.
    children : tuple of Code
    """

    guid: str
    name: str
    description: str = ""
    color: str = ""
    codable: bool = True
    children: tuple["Code", ...] = ()

    def all(self) -> Iterator["Code"]:
        """This code and all beneath it."""
        yield self
        for child in self.children:
            yield from child.all()


@dataclass(frozen=True)
class Coding:
    """A code given to a passage, by whom and when (as ISO text)."""

    guid: str
    code: str
    user: str = ""
    created: str = ""


@dataclass(frozen=True)
class Selection:
    """A passage: from `start` up to, not including, `end`, in characters of the source's text."""

    guid: str
    start: int
    end: int
    name: str = ""
    codings: tuple[Coding, ...] = ()
    user: str = ""
    created: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """An interview or a note.

    Attributes
    ----------
    guid, name : str
    text : str or None
        With line ends `\\n` and no byte order mark; None where the file does not hold it.
    selections : tuple of Selection
    """

    guid: str
    name: str
    text: str | None
    selections: tuple[Selection, ...] = ()
    description: str = ""


@dataclass(frozen=True)
class Variable:
    """What is known of cases: its name and its type (Text, Integer, Float, Boolean, Date, DateTime)."""

    guid: str
    name: str
    type: str = "Text"


@dataclass(frozen=True)
class Case:
    """A case: its values as text by the guid of the variable, and the guids of its sources."""

    guid: str
    name: str
    values: dict[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True)
class QdaProject:
    """A project; `findings` say what the reader had to be lenient about.

    `companion` is what Wijkverhaal itself wrote beside it (`study.companion`); other programs have none.
    """

    name: str
    users: tuple[User, ...] = ()
    codes: tuple[Code, ...] = ()
    sources: tuple[Source, ...] = ()
    variables: tuple[Variable, ...] = ()
    cases: tuple[Case, ...] = ()
    notes: tuple[Source, ...] = ()
    origin: str = ""
    description: str = ""
    findings: tuple[str, ...] = field(default=(), compare=False)
    companion: str = field(default="", compare=False)

    def all_codes(self) -> dict[str, Code]:
        """Every code by its guid."""
        return {code.guid: code for top in self.codes for code in top.all()}

    def quotations(self) -> list[tuple[str, str, str]]:
        """Source, code and quoted text of every coding of a text that is here."""
        codes = self.all_codes()
        return [
            (source.name, codes[coding.code].name, source.text[one.start : one.end])
            for source in self.sources
            if source.text is not None
            for one in source.selections
            for coding in one.codings
            if coding.code in codes
        ]
