# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A Wijkverhaal as plain values, for a database or a file, and back."""

from collections.abc import Mapping
from typing import Any

from wijkverhaal.dialogue.document_part import Part, PartKind
from wijkverhaal.dialogue.three_way import Mark
from wijkverhaal.dialogue.wijkverhaal_document import WijkverhaalDocument

_FORMAT = 1


def document_dict(document: WijkverhaalDocument) -> dict[str, Any]:
    """The document as plain values that JSON can hold."""
    return {
        "format": _FORMAT,
        "area": document.area,
        "language": document.language,
        "version": document.version,
        "sources": list(document.sources),
        "parts": {part.kind.value: _part_dict(part) for part in document.parts},
    }


def document_from(values: Mapping[str, Any]) -> WijkverhaalDocument:
    """The document that `document_dict` wrote; a part that it does not have is empty."""
    parts = values["parts"]
    return WijkverhaalDocument(
        values["area"],
        values["language"],
        tuple(_part_from(kind, parts.get(kind.value, {})) for kind in PartKind),
        tuple(values["sources"]),
        values["version"],
    )


def _part_dict(part: Part) -> dict[str, Any]:
    return {
        "generated": list(part.generated),
        "written": None if part.written is None else list(part.written),
        "before": part.before,
        "after": part.after,
        "marks": [{"written": list(mark.written), "beneath": list(mark.beneath)} for mark in part.marks],
    }


def _part_from(kind: PartKind, values: Mapping[str, Any]) -> Part:
    written = values.get("written")
    return Part(
        kind,
        tuple(values.get("generated", ())),
        None if written is None else tuple(written),
        values.get("before", ""),
        values.get("after", ""),
        tuple(Mark(tuple(one["written"]), tuple(one["beneath"])) for one in values.get("marks", ())),
    )
