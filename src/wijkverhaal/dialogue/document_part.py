# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The six parts of a Wijkverhaal, in their fixed order, each generated with people's words around it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from wijkverhaal.dialogue.contribution_text import cleaned, tidied
from wijkverhaal.dialogue.three_way import Mark, Paragraphs, merged
from wijkverhaal.foundation.language import _

#: A part holds more than a contribution: many quotations, years of agreements.
LONGEST_PART = 100_000


class PartKind(StrEnum):
    """A part, in the order in which it is read."""

    SEEN = "wat-we-zien"
    EXPECTED = "wat-te-verwachten-was"
    TOLD = "wat-mensen-vertellen"
    PARTNERS = "wat-partners-ervan-vinden"
    AGREED = "wat-we-afspraken"
    UNKNOWN = "wat-we-niet-weten"

    @property
    def heading(self) -> str:
        """What stands above it."""
        headings = {
            PartKind.SEEN: _("Wat we zien"),
            PartKind.EXPECTED: _("Wat te verwachten was"),
            PartKind.TOLD: _("Wat mensen vertellen"),
            PartKind.PARTNERS: _("Wat partners ervan vinden"),
            PartKind.AGREED: _("Wat we afspraken"),
            PartKind.UNKNOWN: _("Wat we niet weten"),
        }
        return headings[self]


@dataclass(frozen=True)
class Part:
    """One part in one language.

    Attributes
    ----------
    kind : PartKind
    generated : tuple of str
        The newest generated paragraphs.
    written : tuple of str or None
        What people made of the generated paragraphs; None where nobody changed them.
    before, after : str
        What people wrote above and below the generated paragraphs.
    marks : tuple of Mark
        Where the generated text beneath people's words changed and nobody looked yet.
    """

    kind: PartKind
    generated: Paragraphs = ()
    written: Paragraphs | None = None
    before: str = ""
    after: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def paragraphs(self) -> Paragraphs:
        """Everything that is read, in order."""
        middle = self.generated if self.written is None else self.written
        return (*paragraphs_of(self.before), *middle, *paragraphs_of(self.after))

    def refreshed(self, generated: Paragraphs) -> "Part":
        """The part with newly generated text; what people wrote stays."""
        if self.written is None:
            return replace(self, generated=generated)
        found = merged(self.generated, self.written, generated)
        old = tuple(mark for mark in self.marks if _still_there(mark, found.paragraphs))
        fresh = {mark.written for mark in found.marks}
        marks = (*(mark for mark in old if mark.written not in fresh), *found.marks)
        written = None if found.paragraphs == generated else found.paragraphs
        return replace(self, generated=generated, written=written, marks=marks)

    def around(self, before: str, after: str) -> "Part":
        """The part with other words above and below it; either may be empty."""
        return replace(self, before=_optional(before), after=_optional(after))

    def rewritten(self, text: str) -> "Part":
        """The part with its generated paragraphs as people now write them.

        What they had before them is what they saw: saving counts as having looked at every mark. A
        paragraph that comes back as it was generated counts as untouched, whatever a browser or the
        cleaning did to its invisible characters.
        """
        as_generated = {tidied(one): one for one in self.generated}
        written = tuple(as_generated.get(one, one) for one in paragraphs_of(_optional(text)))
        same = written == self.generated
        return replace(self, written=None if same else written, marks=())

    def as_generated(self) -> "Part":
        """The part with its generated paragraphs again; the words around them stay."""
        return replace(self, written=None, marks=())


def paragraphs_of(text: str) -> Paragraphs:
    """A text as paragraphs: empty lines stand between them.

    >>> paragraphs_of("een\\ntwee\\n\\ndrie")
    ('een\\ntwee', 'drie')
    """
    return tuple(one.strip() for one in text.split("\n\n") if one.strip())


def _optional(text: str) -> str:
    return cleaned(text, LONGEST_PART) if tidied(text[:LONGEST_PART]) else ""


def _still_there(mark: Mark, paragraphs: Paragraphs) -> bool:
    size = len(mark.written)
    return not size or any(
        paragraphs[k : k + size] == mark.written for k in range(len(paragraphs) - size + 1)
    )
