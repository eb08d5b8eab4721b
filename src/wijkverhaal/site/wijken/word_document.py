# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A Wijkverhaal as a Word document: real headings, tables for the numbers of drawings, and no author."""

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from wijkverhaal.foundation.chart import Chart, Table
from wijkverhaal.foundation.language import _, speaking
from wijkverhaal.site.wijken.paper import Paper

_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
#: What XML cannot hold: Word would call the whole document broken.
_NOT_IN_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")


def word_document(paper: Paper) -> bytes:
    """The document as .docx."""
    with speaking(paper.language):
        word = Document()
        _describe(word, paper)
        word.add_heading(_safe(paper.title), level=1)
        _paragraph(word, paper.about)
        if paper.label:
            _paragraph(word, paper.label, bold=True)
        for part in paper.parts:
            word.add_heading(_safe(part.heading), level=2)
            for text in part.paragraphs:
                _paragraph(word, text)
            for chart in part.charts:
                _chart(word, chart)
        word.add_heading(_("Bronnen"), level=2)
        for text in paper.sources:
            _paragraph(word, text, style="List Bullet")
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def _describe(word: Any, paper: Paper) -> None:
    """Title and language; who wrote it, and with what, is nobody's business."""
    own, language = word.core_properties, _LANGUAGES[paper.language]
    own.title, own.language = _safe(paper.title), language
    own.author = own.last_modified_by = own.comments = own.keywords = ""
    own.created = own.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    own.revision = 1
    for name in ("Normal", "Heading 1", "Heading 2", "List Bullet"):
        properties = word.styles[name].element.get_or_add_rPr()
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        properties.append(_element("w:lang", {"w:val": language}))
    for element in word.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)


def _paragraph(word: Any, text: str, style: str | None = None, bold: bool = False) -> Any:
    paragraph = word.add_paragraph(style=style)
    words, place = _safe(text), 0
    for found in _ADDRESS.finditer(words):
        _run(paragraph, words[place : found.start()], bold)
        _link(paragraph, found[0])
        place = found.end()
    _run(paragraph, words[place:], bold)
    return paragraph


def _run(paragraph: Any, text: str, bold: bool) -> None:
    """Line ends in a paragraph become breaks; python-docx does that itself."""
    if text:
        paragraph.add_run(text).bold = bold or None


def _link(paragraph: Any, address: str) -> None:
    identity = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = _element("w:hyperlink", {"r:id": identity})
    run = paragraph.add_run(address)
    run.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _chart(word: Any, chart: Chart) -> None:
    """The sentence of a drawing and its table: what a drawing shows, everybody can read here."""
    _paragraph(word, chart.sentence)
    if chart.label:
        _paragraph(word, chart.label, bold=True)
    caption = _paragraph(word, chart.table.caption, bold=True)
    caption.paragraph_format.keep_with_next = True
    _table(word, chart.table, chart.sentence)


def _table(word: Any, table: Table, description: str) -> None:
    made = word.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    for cell, column in zip(made.rows[0].cells, table.columns, strict=True):
        cell.paragraphs[0].add_run(_safe(column.label)).bold = True
    made.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader", {"w:val": "true"}))
    for row in table.rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(_safe(text))
    properties = made._tbl.tblPr
    properties.append(_element("w:tblCaption", {"w:val": _safe(table.caption)}))
    properties.append(_element("w:tblDescription", {"w:val": _safe(description)}))
    word.add_paragraph().paragraph_format.space_after = Pt(0)


def _element(name: str, attributes: dict[str, str]) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element


def _safe(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
