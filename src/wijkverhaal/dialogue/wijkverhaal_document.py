# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Wijkverhaal: one readable document per wijk, of generated parts with people's words around them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wijkverhaal.dialogue.document_part import Part, PartKind
from wijkverhaal.dialogue.three_way import Paragraphs
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _


@dataclass(frozen=True)
class WijkverhaalDocument:
    """The document of one wijk in one language.

    Attributes
    ----------
    area : str
    language : str
        "nl" or "en"; each language keeps edits of its own.
    parts : tuple of Part
        All six, in the order of `PartKind`.
    sources : tuple of str
    version : int
        Goes up by one with every change, so that two people cannot undo each other unseen.
    """

    area: str
    language: str
    parts: tuple[Part, ...]
    sources: tuple[str, ...] = ()
    version: int = 0

    @classmethod
    def empty(cls, area: str, language: str) -> "WijkverhaalDocument":
        """A document of which nothing is generated or written yet."""
        return cls(area, language, tuple(Part(kind) for kind in PartKind))

    def part(self, kind: PartKind) -> Part:
        """One of the parts."""
        return next(part for part in self.parts if part.kind is kind)

    def refreshed(
        self, generated: Mapping[PartKind, Paragraphs], sources: tuple[str, ...], seen: int
    ) -> "WijkverhaalDocument":
        """The document with newly generated parts; nothing that people wrote is lost.

        A part of which nothing is generated now is refreshed to nothing, with people's words kept.
        """
        self._check_version(seen)
        parts = tuple(part.refreshed(generated.get(part.kind, ())) for part in self.parts)
        return replace(self, parts=parts, sources=sources, version=seen + 1)

    def with_part(self, part: Part, seen: int) -> "WijkverhaalDocument":
        """The document with one part changed (`Part.around`, `rewritten` or `as_generated`).

        Raises
        ------
        InputError
            When somebody else changed the document since this version was seen.
        """
        self._check_version(seen)
        parts = tuple(part if one.kind is part.kind else one for one in self.parts)
        return replace(self, parts=parts, version=seen + 1)

    @property
    def to_look_at(self) -> tuple[PartKind, ...]:
        """The parts of which the generated text beneath people's words changed."""
        return tuple(part.kind for part in self.parts if part.marks)

    def _check_version(self, seen: int) -> None:
        if seen != self.version:
            raise InputError(
                _("Iemand anders heeft het Wijkverhaal net veranderd; bewaar je tekst en laad het opnieuw.")
            )
