# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The generated paragraphs of a Wijkverhaal, with what hangs on each explanation told beside it."""

from collections.abc import Mapping, Sequence

from wijkverhaal.dialogue.contribution_text import isolated
from wijkverhaal.dialogue.document_material import Material
from wijkverhaal.dialogue.document_part import PartKind
from wijkverhaal.dialogue.evidence import Direction, Evidence, EvidenceKind
from wijkverhaal.dialogue.generated_parts import generated_parts, sources_of
from wijkverhaal.dialogue.three_way import Paragraphs
from wijkverhaal.foundation.language import _

Hung = Mapping[str, Sequence[Evidence]]


def parts_with_evidence(material: Material, hung: Hung) -> dict[PartKind, Paragraphs]:
    """The paragraphs of every part, in the current language.

    Parameters
    ----------
    material : Material
    hung : mapping
        Per explanation what hangs on it, told in the same language.
    """
    parts = generated_parts(material)
    told = [
        _piece(hypothesis.text, piece)
        for hypothesis, _balance in material.hypotheses
        for piece in hung.get(hypothesis.id, ())
    ]
    return {**parts, PartKind.PARTNERS: (*parts[PartKind.PARTNERS], *told)}


def sources_with_documents(material: Material, hung: Hung) -> tuple[str, ...]:
    """The sources of the figures and quotations, and the documents that hang on an explanation."""
    documents = [
        f"{one.text} – {one.source}"
        for pieces in hung.values()
        for one in pieces
        if one.kind is EvidenceKind.DOCUMENT
    ]
    return (*sources_of(material), *dict.fromkeys(documents))


def _piece(explanation: str, piece: Evidence) -> str:
    if piece.direction is Direction.FOR:
        text = _("Voor de verklaring ‘{explanation}’ pleit ({kind}): {text}")
    else:
        text = _("Tegen de verklaring ‘{explanation}’ pleit ({kind}): {text}")
    told = text.format(explanation=isolated(explanation), kind=piece.kind.word, text=isolated(piece.text))
    words = f"{told} {isolated(piece.remark)}" if piece.remark else told
    return "\n".join(line for line in words.split("\n") if line.strip())
