# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of an OpenDocument text: paragraphs and headings in order; notes and remarks stay out."""

from collections import Counter
from xml.etree.ElementTree import Element

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.intake.read_text import ReadText, read_text
from wijkverhaal.stories.intake.spoken_row import spoken_row
from wijkverhaal.stories.safe_xml import parse_xml
from wijkverhaal.stories.safe_zip import SafeZip

MEMBER = "content.xml"
_MANIFEST = "meta-inf/manifest.xml"
_LIMIT = 40_000_000
_MOST_BLANKS = 1000
_LEFT_OUT = frozenset({"tracked-changes", "annotation", "note", "sequence-decls", "forms", "object"})
_COUNT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}c"


def odt_text(packed: SafeZip, file: str) -> ReadText:
    """The text of an odt.

    Raises
    ------
    InputError
        When it is damaged, has a password, or holds no text.
    """
    if _MANIFEST in packed.names and b"encryption-data" in packed.read(_MANIFEST, _LIMIT):
        raise InputError(
            _("Het bestand {file} heeft een wachtwoord; sla het op zonder wachtwoord.").format(file=file)
        )
    root, _space = parse_xml(packed.read(MEMBER, _LIMIT), file)
    body = root.find("body/text")
    if body is None:
        raise InputError(_("In {file} staat geen tekst; kies een ander bestand.").format(file=file))
    pieces: list[str] = []
    seen: Counter[str] = Counter()
    _walk(body, pieces, seen, inside=False)
    findings: tuple[str, ...] = ()
    if any(seen[tag] for tag in ("annotation", "note", "tracked-changes")):
        findings = (_("Voetnoten, opmerkingen en doorgehaalde tekst zijn niet meegenomen."),)
    return read_text(file, "odt", "".join(pieces), findings)


def _walk(element: Element, pieces: list[str], seen: Counter[str], inside: bool) -> None:
    """Add the text of an element; `inside` a paragraph, because between them there are only blanks."""
    if inside and element.text:
        pieces.append(_one_blank(element.text))
    for child in element:
        seen[child.tag] += 1
        if child.tag not in _LEFT_OUT:
            _child(child, pieces, seen, inside)
        if inside and child.tail:
            pieces.append(_one_blank(child.tail))


def _child(child: Element, pieces: list[str], seen: Counter[str], inside: bool) -> None:
    if child.tag in ("p", "h"):
        _walk(child, pieces, seen, inside=True)
        pieces.append("\n")
    elif child.tag == "s":
        count = child.get(_COUNT, "1")
        pieces.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))
    elif child.tag in ("tab", "line-break"):
        pieces.append("\t" if child.tag == "tab" else "\n")
    elif child.tag == "table-row":
        pieces.append(spoken_row([_cell(cell, seen) for cell in child if cell.tag == "table-cell"]))
    else:
        _walk(child, pieces, seen, inside)


def _cell(cell: Element, seen: Counter[str]) -> str:
    pieces: list[str] = []
    _walk(cell, pieces, seen, inside=False)
    return "".join(pieces)


def _one_blank(text: str) -> str:
    """Blanks as OpenDocument means them: any number of them is one."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + words + (" " if text[-1].isspace() else "")
