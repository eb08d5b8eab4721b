# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Interviews from every format, and bad files refused in one sentence."""

import os
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from tests.stories.intake.files import docx, odt, packed, paragraph, pdf
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.stories.intake import interview_file, pdf_text
from wijkverhaal.stories.intake.frozen_text import freeze, thawed
from wijkverhaal.stories.intake.interview_file import read_interview, read_interview_file
from wijkverhaal.stories.intake.read_text import MOST_CHARACTERS, normalised

SAID = "I: Hoe oud was hij?\nMoeder: Drie, denk ik. Eén jaar later ging hij naar de crèche… 😀"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_in_any_unicode(encoding: str) -> None:
    found = read_interview("a.txt", SAID.encode(encoding))
    assert (found.kind, found.text, found.findings) == ("txt", SAID, ())


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1252", "Windows"), ("mac_roman", "Macintosh"), ("cp850", "DOS")]
)
def test_text_of_old_programs_is_read_and_said(encoding: str, name: str) -> None:
    said = "Eén keer, zei ze, en hij was zo blij als een kind in de crèche: hé, België, coördinatie."
    found = read_interview("a.txt", said.encode(encoding))
    assert found.text == said
    assert name in found.findings[0]


def test_text_that_was_spoilt_before_is_said() -> None:
    spoilt = "Eén keer naar de crèche".encode().decode("cp1252")
    assert any("accent" in one for one in read_interview("a.txt", spoilt.encode()).findings)


def test_mixed_line_ends_become_one() -> None:
    found = read_interview("a.txt", b"een\r\ntwee\rdrie\nvier\x0bvijf\xe2\x80\xa8zes\r\n\r\n")
    assert found.text == "een\ntwee\ndrie\nvier\nvijf\nzes"


@given(st.text())
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize("text", ["👩‍👩‍👧 zei 🏳️‍🌈", unicodedata.normalize("NFD", "José belde"), "ﷺ x̧̱̄"])
def test_emoji_and_marks_stay_as_they_were(text: str) -> None:
    assert read_interview("a.txt", text.encode()).text == text


def test_word_with_tables_breaks_and_changes() -> None:
    body = (
        paragraph("I: Hoe ging het?")
        + "<w:tbl><w:tr><w:tc>" + paragraph("Moeder: Goed") + "</w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:t>een</w:t><w:tab/><w:t>twee</w:t><w:br/><w:t>drie</w:t></w:r>"
        "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> erbij</w:t></w:r></w:ins><w:r><w:footnoteReference/></w:r></w:p>"
    )  # fmt: skip
    found = read_interview("a.docx", docx(body))
    assert found.text == "I: Hoe ging het?\nMoeder: Goed\neen\ttwee\ndrie erbij"
    assert len(found.findings) == 2


def test_who_speaks_stands_beside_what_is_said() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"

    told = row("I", "Hoe ging het?") + row("Moeder:", "Goed") + row("", "En toen?") + row("a", "b", "c")
    long = row("Dit is een hele zin die iemand in de eerste kolom zei", "ja")
    found = read_interview("a.docx", docx(f"<w:tbl>{told}{long}</w:tbl>"))
    first, *rest = found.text.split("\n")
    assert first == "I: Hoe ging het?"
    assert rest[0] == "Moeder: Goed"
    assert [line for line in rest[1:] if line] == [
        "En toen?", "a", "b", "c", "Dit is een hele zin die iemand in de eerste kolom zei", "ja"
    ]  # fmt: skip
    cells = "".join(f"<table-cell><text:p>{cell}</text:p></table-cell>" for cell in ("Moeder", "Goed"))
    assert read_interview("a.odt", odt(f"<table-row>{cells}</table-row>")).text == "Moeder: Goed"


def test_opendocument() -> None:
    body = (
        '<text:h>Kop</text:h><text:p>I: Hoe<text:s text:c="2"/>ging <text:span>het</text:span>?'
        "<text:note><text:p>noot</text:p></text:note></text:p>\n  <text:list><text:list-item>"
        "<text:p>een<text:tab/>twee<text:line-break/>drie</text:p></text:list-item></text:list>"
    )
    found = read_interview("a.odt", odt(body))
    assert found.text == "Kop\nI: Hoe  ging het?\neen\ttwee\ndrie"
    assert len(found.findings) == 1


def test_pdf_with_text_and_without() -> None:
    found = read_interview("a.pdf", pdf("Moeder: Hij was drie.", "I: En toen?"))
    assert found.text == "Moeder: Hij was drie.\nI: En toen?"
    with pytest.raises(InputError, match="alleen beeld"):
        read_interview("a.pdf", pdf("", ""))


def test_a_pdf_that_keeps_its_reader_busy_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="te lang"):
        pdf_text.pdf_text(pdf("tekst"), "a.pdf", seconds=0.001)


def test_300_000_characters() -> None:
    long = "Moeder: en toen zei ik tegen de juf dat het zo niet ging 😀.\n" * 5_000
    assert read_interview("a.txt", long.encode()).text == long.strip("\n")
    body = "".join(map(paragraph, long.strip("\n").split("\n")))
    assert read_interview("a.docx", docx(body)).text == long.strip("\n")


def test_english_is_read_with_a_remark() -> None:
    said = "He was three and they did not help us, but that was not what we had asked for. " * 20
    assert "Engels" in read_interview("a.txt", said.encode()).findings[0]
    assert read_interview("a.txt", SAID.encode() * 40).findings == ()


_BOMB = packed({"word/document.xml": b"<x>" + b" " * 61_000_000})
_LAUGHS = '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;">]><a>&c;</a>'
_OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"  \n\r\n ", id="blanks"),
        pytest.param(b"\x00\x01\x02\x03" * 500, id="binary"),
        pytest.param(b"\xff\xfe\x00", id="half of UTF-16"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), id="old Word"),
        pytest.param(b"{\\rtf1 tekst}", id="rtf"),
        pytest.param(b'{"text": "<p>Moeder: ja</p>", "media": ""}', id="oTranscribe"),
        pytest.param(b"\n<!DOCTYPE html><p>Moeder: ja</p>", id="a web page"),
        pytest.param(docx(paragraph("tekst"))[:200], id="broken zip"),
        pytest.param(packed({"iets.txt": "tekst"}), id="another zip"),
        pytest.param(packed({"../word/document.xml": "<a/>"}), id="a path outside"),
        pytest.param(_BOMB, id="zip bomb"),
        pytest.param(packed({"word/document.xml": _LAUGHS}), id="entities"),
        pytest.param(packed({"content.xml": _OUTSIDE}), id="a file from elsewhere"),
        pytest.param(packed({"word/document.xml": "<a>" * 5000}), id="deep"),
        pytest.param(packed({"word/document.xml": "geen xml"}), id="no XML"),
        pytest.param(packed({"word/document.xml": "<a>" + "<a/>" * 1_000_001 + "</a>"}), id="millions"),
        pytest.param(packed({"content.xml": "<a/>"}), id="odt without text"),
        pytest.param(docx(""), id="docx without text"),
        pytest.param(odt("<text:p>x</text:p>", "<encryption-data/>"), id="odt with a password"),
        pytest.param(b"%PDF-1.7\nonzin", id="broken pdf"),
        pytest.param(b"WEBVTT\n\nniets", id="vtt without cues"),
        pytest.param(("x" * (MOST_CHARACTERS + 1)).encode(), id="too long"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(InputError) as refused:
        read_interview("gesprek.docx", content)
    assert str(refused.value).endswith(".")
    assert "hostname" not in str(refused.value)


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"WEBVTT\n", b"\xff\xfe", b"{\\rtf"]))
def test_no_bytes_make_it_fall(content: bytes, start: bytes) -> None:
    try:
        found = read_interview("gesprek", start + content)
    except InputError:
        return
    assert found.text.strip()


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "groot.txt"
    with path.open("wb") as stream:
        os.truncate(stream.fileno(), 2_000_000_000)
    monkeypatch.setattr(interview_file, "read_interview", lambda *_words: pytest.fail("was read"))
    with pytest.raises(InputError, match=r"2\.000 MB"):
        read_interview_file(path)
    with pytest.raises(NotFoundError):
        read_interview_file(tmp_path / "weg.txt")


def test_a_frozen_text_that_changed_is_seen() -> None:
    frozen = freeze(SAID)
    assert thawed(SAID, frozen.sha256) == frozen
    assert frozen.passage(3, 6) == SAID[3:6]
    with pytest.raises(InputError):
        thawed(SAID + " ", frozen.sha256)
    for start, end in ((-1, 3), (3, 3), (5, 4), (0, len(SAID) + 1)):
        with pytest.raises(InputError):
            frozen.passage(start, end)


def test_a_pdf_with_a_password_is_refused_and_one_with_pictures_between_is_said() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("Moeder: drie"))))
    writer.encrypt("geheim", algorithm="RC4-128")
    target = BytesIO()
    writer.write(target)
    with pytest.raises(InputError, match="wachtwoord"):
        read_interview("a.pdf", target.getvalue())
    assert len(read_interview("a.pdf", pdf("Moeder: drie", "")).findings) == 2
