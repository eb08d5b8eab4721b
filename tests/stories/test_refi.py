# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""REFI-QDA in and out: published files, a round trip, the schemas, and files that mean harm."""

import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.offset_convention import OffsetConvention, applied, find_convention, plain_text
from wijkverhaal.stories.qda_project import (
    Case,
    Code,
    Coding,
    QdaProject,
    Selection,
    Source,
    User,
    Variable,
)
from wijkverhaal.stories.refi_read import read_qdc, read_qdpx
from wijkverhaal.stories.refi_write import write_qdc, write_qdpx

PublishedFile = Callable[[str], Path]
Json = Callable[[str], Any]


def guid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


TEXT = "Moeder: Hij was drie. ’t Ging niet 😟.\nSchool: Wíj hadden geen capaciteit. 👩‍👧 was moe.\n"


def passage(number: int, words: str, code: int) -> Selection:
    start = TEXT.index(words)
    coding = Coding(guid(100 + number), guid(code), guid(1), "2026-11-21T12:00:00Z")
    return Selection(guid(200 + number), start, start + len(words), words, (coding,), guid(1))


PASSAGES = (passage(1, "Hij was drie", 11), passage(2, "👩‍👧 was moe", 12))
PROJECT = QdaProject(
    "Verzonnen gezinnen & scholen",
    (User(guid(1), "Codeur <1>"),),
    (
        Code(guid(10), "hulp", "", "", False, (Code(guid(11), "te laat", "Na lang wachten", "#cc0000"),)),
        Code(guid(12), "geen klik"),
    ),
    (
        Source(
            guid(20),
            "Interview moeder",
            TEXT,
            (passage(1, "Hij was drie", 11), passage(2, "👩‍👧 was moe", 12)),
        ),
        Source(guid(21), "Interview school", "Leeg.\n"),
    ),
    (Variable(guid(30), "uitkomst"), Variable(guid(31), "kinderen", "Integer")),
    (Case(guid(40), "Gezin Berk", {guid(30): "niet geslaagd", guid(31): "2"}, (guid(20), guid(21))),),
    (Source(guid(50), "Tijdlijn", "Signaal, dan hulp.\n"),),
    "Wijkverhaal",
    "Verzonnen.",
)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "studie.qdpx"
    write_qdpx(PROJECT, path)
    return path


def test_the_five_published_conventions(
    published_file: PublishedFile, published_json: Callable[[str], Any]
) -> None:
    expected = published_json("qda/offset_conventions/expected.json")
    files = sorted(published_file("qda/offset_conventions").glob("*.qdpx"))
    assert len(files) == 5
    for file in files:
        project = read_qdpx(file)
        assert [[code, words] for _source, code, words in project.quotations()] == expected["quotations"], (
            file
        )
        assert project.sources[0].text == expected["text_lf"]
        assert any("posities tellen" in finding for finding in project.findings)


def test_a_project_without_its_sources(published_file: PublishedFile) -> None:
    project = read_qdpx(published_file("qda/skyloom_TestProject.qdpx"))
    assert len(project.codes) == 14
    assert all(source.text is None for source in project.sources)
    for words in ("zit niet in het bestand", "is geen tekst", "verzamelingen"):
        assert any(words in finding for finding in project.findings)


def test_published_codebooks(published_file: PublishedFile) -> None:
    codes = read_qdc(published_file("qda/annexA1_codebook.qdc"))
    assert [code.name for code in codes][:3] == ["Topics", "Economy", "Health care"]
    assert codes[0].guid == "5215cc69-b628-4e02-afb9-9beeaee55808"
    assert not codes[0].codable
    assert len(read_qdc(published_file("qda/taguette/taguette_codebook.qdc"))) == 3


def test_what_is_written_and_read_is_the_same_project(written: Path) -> None:
    assert read_qdpx(written) == PROJECT


def test_the_same_project_gives_the_same_file(written: Path, tmp_path: Path) -> None:
    again = tmp_path / "nog eens.qdpx"
    write_qdpx(PROJECT, again)
    assert again.read_bytes() == written.read_bytes()


def test_no_path_of_a_machine_is_written(written: Path) -> None:
    with zipfile.ZipFile(written) as packed:
        assert b"basePath" not in packed.read("project.qde")
        assert b"internal://" in packed.read("project.qde")
        assert set(packed.namelist()) == {"project.qde", *(f"sources/{guid(n)}.txt" for n in (20, 21, 50))}


def _validate(content: bytes, schema: Path) -> None:
    etree = pytest.importorskip("lxml.etree", reason="lxml is needed to validate against a schema")
    etree.XMLSchema(etree.parse(str(schema))).assertValid(etree.fromstring(content))


@pytest.mark.parametrize(
    "project", [PROJECT, QdaProject("Leeg"), replace(PROJECT, users=(), cases=(), notes=())]
)
def test_a_project_is_valid(project: QdaProject, published_file: PublishedFile, tmp_path: Path) -> None:
    path = tmp_path / "studie.qdpx"
    write_qdpx(project, path)
    with zipfile.ZipFile(path) as packed:
        _validate(packed.read("project.qde"), published_file("qda/refi/Project.xsd"))


def test_a_codebook_is_valid_and_comes_back(published_file: PublishedFile, tmp_path: Path) -> None:
    path = tmp_path / "codes.qdc"
    write_qdc(PROJECT.codes, path)
    assert read_qdc(path) == PROJECT.codes
    _validate(path.read_bytes(), published_file("qda/refi/Codebook.xsd"))


def test_an_empty_codebook_or_a_wrong_guid_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="leeg"):
        write_qdc((), tmp_path / "leeg.qdc")
    with pytest.raises(InputError, match="geen GUID"):
        write_qdc((Code("1", "a"),), tmp_path / "fout.qdc")
    beyond = Selection(guid(9), 0, 999)
    with pytest.raises(InputError, match="buiten de tekst"):
        write_qdpx(
            QdaProject("x", sources=(Source(guid(2), "a", "kort", (beyond,)),)), tmp_path / "fout.qdpx"
        )
    assert list(tmp_path.iterdir()) == []


RAW = TEXT.replace("\n", "\r\n")
QUOTES = ("Hij was drie", "Wíj hadden geen capaciteit", "👩‍👧 was moe", "moe")


def _counted(convention: OffsetConvention, raw: str) -> list[tuple[int, int, str]]:
    """The passages as a program with this convention would write them."""
    numbers, places = (column.tolist() for column in convention.table(raw))
    offsets = dict(zip(reversed(places), reversed(numbers), strict=True))
    plain = plain_text(raw)
    passages = []
    for quote in QUOTES:
        start = plain.index(quote)
        last = start + len(quote) - (1 if convention.end_included else 0)
        passages.append((offsets[start], offsets[last], ""))
    return passages


@pytest.mark.parametrize("unit", ["code point", "utf-16", "utf-8"])
@pytest.mark.parametrize(("crlf", "bom", "included"), list(product((1, 2), (False, True), (False, True))))
def test_every_convention_is_recognised(unit: Any, crlf: int, bom: bool, included: bool) -> None:
    convention = OffsetConvention(unit, crlf, bom, included)
    raw = "\ufeff" + RAW
    found = find_convention([(raw, _counted(convention, raw))])
    assert found.share == 1
    plain = plain_text(raw)
    spans = applied(found.convention, raw, _counted(convention, raw))
    read = [plain[span[0] : span[1]] for span in spans if span is not None]
    assert read == list(QUOTES)
    assert f"een regeleinde telt {crlf}" in found.label
    assert ("telt niet mee" in found.label) != bom
    assert ("het laatste teken hoort erbij" in found.label) == included


def test_of_what_a_text_does_not_hold_nothing_is_said() -> None:
    raw = plain_text(RAW)
    found = find_convention([(raw, _counted(OffsetConvention(), raw))])
    assert found.label == "posities tellen tekens (zoals de standaard zegt)"


def _zip(tmp_path: Path, *members: tuple[str, bytes], name: str = "kwaad.qdpx") -> Path:
    path = tmp_path / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for member, content in members:
            packed.writestr(member, content)
    return path


QDE = b'<Project xmlns="urn:QDA-XML:project:1.0" name="x"/>'
ENTITY = b'<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Project name="&b;"/>'
OUTSIDE = b'<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><Project name="&a;"/>'
DEEP = b"<Project>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</Project>"


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ([("project.qde", QDE), ("../buiten.txt", b"x")], "buiten de map"),
        ([("project.qde", QDE), ("/etc/x.txt", b"x")], "buiten de map"),
        ([("project.qde", QDE), ("C:\\x.txt", b"x")], "buiten de map"),
        ([("project.qde", ENTITY)], "entiteiten"),
        ([("project.qde", OUTSIDE)], "entiteiten"),
        ([("project.qde", DEEP)], "niet goed te lezen"),
        ([("project.qde", b"<Project>")], "niet goed te lezen"),
        ([("project.qde", b"\x00\x01")], "niet goed te lezen"),
        ([("project.qde", b"<CodeBook/>")], "geen project"),
        ([("a.qde", QDE), ("b.qde", QDE)], "niet precies één"),
        ([("leesmij.txt", b"x")], "niet precies één"),
    ],
)
def test_files_that_mean_harm(members: list[tuple[str, bytes]], sentence: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=sentence):
        read_qdpx(_zip(tmp_path, *members))


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """It says how large it becomes: refused before reading."""
    path = tmp_path / "bom.qdpx"
    packed = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)
    with packed, packed.open("project.qde", "w") as stream:
        for _block in range(320):
            stream.write(b"\0" * 1_000_000)
    assert path.stat().st_size < 1_000_000
    with pytest.raises(InputError, match="te groot"):
        read_qdpx(path)


def test_a_zip_that_lies_about_its_size(tmp_path: Path) -> None:
    path = _zip(tmp_path, ("project.qde", QDE + b" " * 100_000))
    content = bytearray(path.read_bytes())
    size = struct.pack("<L", len(QDE) + 100_000)
    while (place := content.find(size)) >= 0:
        content[place : place + 4] = struct.pack("<L", 60)
    path.write_bytes(content)
    with pytest.raises(InputError):
        read_qdpx(path)


def test_a_broken_zip(tmp_path: Path, written: Path) -> None:
    for content in (b"", b"PK\x03\x04", written.read_bytes()[:-40]):
        path = tmp_path / "stuk.qdpx"
        path.write_bytes(content)
        with pytest.raises(InputError, match="geen heel zip-bestand"):
            read_qdpx(path)
    with pytest.raises(InputError, match="geen heel zip-bestand"):
        read_qdpx(tmp_path / "nergens.qdpx")


def test_a_text_elsewhere_on_the_disk_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", "utf-8")
    for path in (f"absolute://{secret}", f"relative:///{secret.name}", str(secret)):
        source = f'<Sources><TextSource guid="{guid(1)}" name="x" plainTextPath="{path}"/></Sources>'
        qde = QDE.replace(b"/>", b">" + source.encode() + b"</Project>")
        project = read_qdpx(_zip(tmp_path, ("project.qde", qde)))
        assert project.sources[0].text is None


def test_text_within_the_project_and_old_names(tmp_path: Path) -> None:
    source = (
        f'<Sources><TextSource guid="{{{guid(1).upper()}}}" name="x"><PlainTextContent>Hij wacht lang.'
        f'</PlainTextContent><PlainTextSelection guid="{guid(2)}" startPosition="4" endPosition="9">'
        f'<Coding guid="{guid(3)}"><CodeRef targetGUID="{{{guid(4)}}}"/></Coding></PlainTextSelection>'
        "</TextSource></Sources>"
    )
    codes = f'<CodeBook><Codes><Code guid="{guid(4)}" name="wachten" isCodable="1"/></Codes></CodeBook>'
    qde = f'<Project xmlns="urn:QDA-XML:project:0:10" name="oud">{codes}{source}</Project>'
    project = read_qdpx(_zip(tmp_path, ("Mijn Studie.QDE", qde.encode())))
    assert project.quotations() == [("x", "wachten", "wacht")]
    assert any("naamruimte" in finding for finding in project.findings)
    assert project.sources[0].guid == guid(1)


def test_a_text_in_an_old_encoding_is_read_and_said(tmp_path: Path) -> None:
    source = f'<Sources><TextSource guid="{guid(1)}" name="oud" plainTextPath="internal://{guid(1)}.txt"/></Sources>'
    qde = QDE.replace(b"/>", b">" + source.encode() + b"</Project>")
    packed = _zip(tmp_path, ("project.qde", qde), (f"SOURCES/{guid(1)}.TXT", "één".encode("cp1252")))
    project = read_qdpx(packed)
    assert project.sources[0].text == "één"
    assert "de tekst van oud was geen UTF-8" in project.findings


def test_reading_needs_no_file_on_disk_beside_it(written: Path) -> None:
    before = set(written.parent.iterdir())
    read_qdpx(written)
    assert set(written.parent.iterdir()) == before
