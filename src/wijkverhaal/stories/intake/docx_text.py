# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a Word document: paragraphs in order, tables too; what was struck out stays out."""

from collections import Counter
from xml.etree.ElementTree import Element

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, ngettext
from wijkverhaal.stories.intake.read_text import ReadText, read_text
from wijkverhaal.stories.intake.spoken_row import spoken_row
from wijkverhaal.stories.safe_xml import parse_xml
from wijkverhaal.stories.safe_zip import SafeZip

MEMBER = "word/document.xml"
_LIMIT = 40_000_000
#: Struck out, moved away, or there a second time for old programs.
_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sectPr"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def docx_text(packed: SafeZip, file: str) -> ReadText:
    """The text of a docx.

    Raises
    ------
    InputError
        When it is damaged or holds no text.
    """
    root, _space = parse_xml(packed.read(MEMBER, _LIMIT), file)
    body = root.find("body")
    if body is None:
        raise InputError(_("In {file} staat geen tekst; kies een ander bestand.").format(file=file))
    pieces: list[str] = []
    seen: Counter[str] = Counter()
    _walk(body, pieces, seen)
    return read_text(file, "docx", "".join(pieces), _findings(seen))


def _walk(element: Element, pieces: list[str], seen: Counter[str]) -> None:
    for child in element:
        tag = child.tag
        seen[tag] += 1
        if tag in _LEFT_OUT:
            continue
        if tag == "t":
            pieces.append(child.text or "")
        elif tag in _SIGNS:
            pieces.append(_SIGNS[tag])
        elif tag == "tr":
            pieces.append(spoken_row([_cell(cell, seen) for cell in child if cell.tag == "tc"]))
        else:
            _walk(child, pieces, seen)
            if tag == "p":
                pieces.append("\n")


def _cell(cell: Element, seen: Counter[str]) -> str:
    pieces: list[str] = []
    _walk(cell, pieces, seen)
    return "".join(pieces)


def _findings(seen: Counter[str]) -> tuple[str, ...]:
    found = []
    if seen["footnoteReference"] + seen["endnoteReference"]:
        count = seen["footnoteReference"] + seen["endnoteReference"]
        found.append(
            ngettext(
                "{count} voetnoot is niet meegenomen.", "{count} voetnoten zijn niet meegenomen.", count
            ).format(count=count)
        )
    if seen["commentReference"]:
        found.append(
            ngettext(
                "{count} opmerking in de kantlijn is niet meegenomen.",
                "{count} opmerkingen in de kantlijn zijn niet meegenomen.",
                seen["commentReference"],
            ).format(count=seen["commentReference"])
        )
    if seen["del"] + seen["ins"] + seen["moveFrom"]:
        found.append(_("Er staan bijgehouden wijzigingen in; ze zijn gelezen alsof ze zijn aangenomen."))
    return tuple(found)
