# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Wijkverhaal as Word, HTML and PDF."""

from __future__ import annotations

import time
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
import pytest

from tests.site.conftest import WIJK
from wijkverhaal.dialogue.document_part import PartKind
from wijkverhaal.publication.pdf import can_make_pdf

from .conftest import HOME, QUOTED

if TYPE_CHECKING:
    from django.test import Client

    from wijkverhaal.site.studies.models import ReleasedQuotation
    from wijkverhaal.site.wijken.models import StoredAgreement
    from wijkverhaal.site.wijken.paper import Paper

PAGE = f"{HOME}wijkverhaal/"


@pytest.fixture
def made(facilitator: Client, agreement: StoredAgreement, quotation: ReleasedQuotation) -> Client:
    """A facilitator who made the document of a wijk with a quotation and an agreement."""
    from wijkverhaal.site.wijken.quotations import choose_quotation

    choose_quotation(WIJK, quotation.id)
    facilitator.post(f"{PAGE}vernieuwen/")
    return facilitator


def _paper() -> Paper:
    from wijkverhaal.site.wijken.document_store import stored_document
    from wijkverhaal.site.wijken.paper import paper_of
    from wijkverhaal.site.wijken.wijk_now import wijk_now

    stored = stored_document(WIJK, "nl")
    assert stored is not None
    return paper_of(stored, wijk_now(WIJK))


def _word(visitor: Client, rest: str = "") -> docx.document.Document:
    answer = visitor.get(f"{PAGE}wijkverhaal.docx{rest}")
    assert answer.status_code == 200
    return docx.Document(BytesIO(answer.content))


def _said(word: docx.document.Document) -> str:
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])


def test_the_word_document_holds_the_figure_the_quotation_and_the_agreement(
    made: Client, reader: Client, agreement: StoredAgreement
) -> None:
    said = _said(_word(reader))
    assert "naar schatting" in said
    assert QUOTED in said
    assert agreement.text in said
    assert "verzonnen" in said.lower()
    assert "Op tijd (verzonnen)" in said


def test_its_headings_are_headings_and_its_tables_say_what_they_are(made: Client, reader: Client) -> None:
    word = _word(reader)
    named = [(str(one.style and one.style.name), one.text) for one in word.paragraphs]
    headings = [pair for pair in named if pair[0].startswith("Heading")]
    assert headings[0][0] == "Heading 1"
    assert [text for name, text in headings if name == "Heading 2"] == [
        *(kind.heading for kind in PartKind),
        "Bronnen",
    ]
    assert len(word.tables) == 3
    for table in word.tables:
        xml = table._tbl.xml
        assert "w:tblHeader" in xml
        assert "w:tblCaption" in xml
        assert "w:tblDescription" in xml


def test_it_tells_its_title_and_language_and_no_author(made: Client, reader: Client) -> None:
    for rest, language, title in (
        ("?taal=nl", "nl-NL", "Het Wijkverhaal van"),
        ("?taal=en", "en-GB", ""),
    ):
        content = reader.get(f"{PAGE}wijkverhaal.docx{rest}").content
        own = docx.Document(BytesIO(content)).core_properties
        assert (own.author, own.last_modified_by, own.comments) == ("", "", "")
        assert own.language == language
        assert own.title.startswith(title)
        with zipfile.ZipFile(BytesIO(content)) as packed:
            everything = b"".join(packed.read(name) for name in packed.namelist())
            styles = packed.read("word/styles.xml").decode()
        assert b"python-docx" not in everything
        assert b"test-facilitator" not in everything
        assert f'w:val="{language}"' in styles
        assert 'w:lang w:val="en-US"' not in styles


@pytest.mark.parametrize("bad", ["\u0000\u0001\u000b", "\ufffe\uffff", "\ud800", "]]><w:p>", "&#0;"])
def test_what_xml_cannot_hold_breaks_no_document(made: Client, bad: str) -> None:
    from wijkverhaal.site.wijken.word_document import word_document

    paper = _paper()
    part = replace(paper.parts[0], paragraphs=(f"voor{bad}na\nregel",), heading=f"Kop{bad}")
    content = word_document(replace(paper, title=f"Wijk{bad}", parts=(part,), sources=(f"Bron{bad}",)))
    said = _said(docx.Document(BytesIO(content)))
    assert "voor" in said
    assert "na\nregel" in said


def test_only_an_address_of_the_web_is_a_link_in_word(made: Client) -> None:
    from wijkverhaal.site.wijken.word_document import word_document

    text = "Plan – https://x.nl/plan?a=1&b=2. javascript:alert(1) file:///etc/passwd"
    word = docx.Document(BytesIO(word_document(replace(_paper(), sources=(text,)))))
    links = [one.target_ref for one in word.part.rels.values() if one.is_external]
    assert links == ["https://x.nl/plan?a=1&b=2"]
    assert word.paragraphs[-1].text == text


def test_the_html_stands_alone(made: Client, reader: Client) -> None:
    answer = reader.get(f"{PAGE}wijkverhaal.html")
    page = answer.content.decode()
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert '<html lang="nl">' in page
    assert QUOTED in page
    assert page.count("<svg") == page.count("<table") == 3
    for outside in ('src="', "<link", "@import", "<script"):
        assert outside not in page


def test_a_download_is_written_down_without_what_is_in_it(made: Client, reader: Client) -> None:
    from wijkverhaal.site.log.models import Event

    reader.get(f"{PAGE}wijkverhaal.docx")
    event = Event.objects.order_by("-pk").first()
    assert event is not None
    assert (event.key, event.facts) == ("wijkverhaal-downloaded", {"area": WIJK, "kind": "docx"})


@pytest.mark.skipif(not can_make_pdf(), reason="needs the extra pdf")
def test_the_pdf_has_tags_and_a_title(made: Client, reader: Client) -> None:
    import pypdf

    answer = reader.get(f"{PAGE}wijkverhaal.pdf")
    for _attempt in range(20):
        if answer.status_code == 200:
            break
        time.sleep(3)
        answer = reader.get(f"{PAGE}wijkverhaal.pdf")
    assert answer.status_code == 200
    read = pypdf.PdfReader(BytesIO(answer.content))
    root: Any = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert read.metadata is not None
    assert str(read.metadata.title).startswith("Het Wijkverhaal van")
    assert "wachtlijst" in "".join(page.extract_text() for page in read.pages)


def test_without_the_extra_the_page_says_what_else_there_is(
    made: Client, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.wijken import document_downloads

    monkeypatch.setattr(document_downloads, "can_make_pdf", lambda: False)
    answer = reader.get(f"{PAGE}wijkverhaal.pdf")
    assert answer.status_code == 501
    assert "Word" in answer.content.decode()


def test_when_the_run_is_gone_the_words_stay(made: Client, reader: Client) -> None:
    from wijkverhaal.site.wijken.models import StoredDocument

    StoredDocument.objects.update(run="20250101-weg")
    assert reader.get(PAGE).status_code == 200
    word = _word(reader)
    assert QUOTED in _said(word)
    assert word.tables == []
