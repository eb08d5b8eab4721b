# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""No name of the key leaves, in whatever corner of a file it hides. All names are invented."""

import json

import pytest

from tests.stories.intake.files import docx, odt, packed, paragraph, pdf
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.leaving.export_scan import check_leaving, scan
from wijkverhaal.stories.pseudonym import RosterEntry

ROSTER = [RosterEntry(("Linda van den Berk", "Linda"), "[moeder-A]"), RosterEntry(("José",), "[vader-A]")]
CORE = "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:creator>Linda</dc:creator></cp:coreProperties>"
RUNS = "<w:p><w:r><w:t>Lin</w:t></w:r><w:r><w:t>da belde</w:t></w:r></w:p>"
CLEAN = paragraph("[moeder-A] belde")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"toen belde linda op"),
        ("a.txt", "toen belde LINDA op".encode("utf-16")),
        ("a.txt", "José".encode("cp1252")),
        ("a.csv", b"rol;tekst\nmoeder;Linda's fiets"),
        ("a.html", b"<p>Jos&eacute;</p>"),
        ("a.html", b"<p>Lin<b>da</b></p>"),
        ("a.svg", b'<svg><title a="Linda"/></svg>'),
        ("a.json", json.dumps({"t": "José"}).encode()),
        ("a.json", json.dumps({"t": "Linda\nvan den\tBerk"}).encode()),
        ("a.xml", b"<a><b>Linda</b><c>van</c></a>"),
        ("a.docx", docx(RUNS)),
        ("a.docx", docx(CLEAN, **{"docProps/core.xml": CORE})),
        ("a.docx", docx(CLEAN, **{"word/linda.xml": "<a/>"})),
        ("a.docx", docx(CLEAN, **{"word/comments.xml": "<a>José</a>"})),
        ("a.odt", odt("<text:p>Linda</text:p>")),
        ("a.zip", packed({"b.zip": packed({"c.txt": "José"})})),
        ("a.pdf", pdf("Linda belde")),
        ("a.pdf", pdf("niets", title="van Linda")),
        ("a.png", b"\x89PNG\r\n\x1a\n tEXtAuthor\x00Linda\x00"),
        ("interview_linda.csv", b"niets"),
        ("gesprek-José.txt", b"niets"),
    ],
)
def test_a_name_is_found(name: str, content: bytes) -> None:
    found = scan({name: content}, ROSTER)
    assert found
    assert {leak.pseudonym for leak in found} <= {"[moeder-A]", "[vader-A]"}
    with pytest.raises(InputError) as refused:
        check_leaving({name: content}, ROSTER)
    assert "linda" not in str(refused.value).lower()
    assert "jos" not in str(refused.value).lower()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", docx(CLEAN)),
        ("a.csv", b"rol;tekst\nmoeder;de lindeboom"),
        ("a.pdf", pdf("[moeder-A] belde")),
        ("leeg.txt", b""),
    ],
)
def test_what_is_clean_may_go(name: str, content: bytes) -> None:
    assert scan({name: content}, ROSTER) == []
    check_leaving({name: content}, ROSTER)


_DEEP = packed({"a": packed({"b": packed({"c": packed({"d": "e"})})})})


@pytest.mark.parametrize("content", [b"PK\x03\x04 kapot", b"\x00\x01\x02" * 400, b"%PDF-1.4 kapot", _DEEP])
def test_what_cannot_be_looked_into_stays(content: bytes) -> None:
    assert [leak.pseudonym for leak in scan({"a.bin": content}, ROSTER)] == [""]
    with pytest.raises(InputError, match="niet na te kijken"):
        check_leaving({"a.bin": content}, ROSTER)
