# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files of strangers, sent as a project: refused in one sentence, or read as what they are."""

from __future__ import annotations

import io
import sqlite3
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.stories.conftest import published
from tests.stories.intake.files import pdf

from .conftest import Cast
from .test_import import _send as send_interview
from .test_project_in import send, study_of, told

SPACE = 'xmlns="urn:QDA-XML:project:1.0"'
GUID = "00000000-0000-4000-8000-{:012d}"


def _zip(**members: bytes | str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


def _project(sources: str = "", codes: str = "") -> str:
    book = f"<CodeBook><Codes>{codes}</Codes></CodeBook>" if codes else ""
    inside = f"<Sources>{sources}</Sources>" if sources else ""
    return f'<?xml version="1.0"?><Project {SPACE} name="x">{book}{inside}</Project>'


def _source(start: int, end: int) -> str:
    return (
        f'<TextSource guid="{GUID.format(1)}" name="gesprek" plainTextPath="internal://a.txt">'
        f'<PlainTextSelection guid="{GUID.format(2)}" startPosition="{start}" endPosition="{end}">'
        f'<Coding guid="{GUID.format(3)}"><CodeRef targetGUID="{GUID.format(4)}"/></Coding>'
        "</PlainTextSelection></TextSource>"
    )


CODE = f'<Code guid="{GUID.format(4)}" name="code" isCodable="true"/>'
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<Project {SPACE} name="&b;"/>'
)
ELSEWHERE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    f'<Project {SPACE} name="&a;"/>'
)


def _outside() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("project.qde", _project())
        archive.writestr("../../etc/cron.d/x", "x")
    return packed.getvalue()


def _lying_zip() -> bytes:
    """It says that a text is short, and it is not."""
    whole = bytearray(_zip(**{"project.qde": _project(_source(0, 4), CODE), "sources__a.txt": "aap noot"}))
    place = whole.rindex(b"PK\x01\x02")
    whole[place + 24 : place + 28] = (3).to_bytes(4, "little")
    return bytes(whole)


def _other_database() -> bytes:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE iets (a)")
    content: bytes = database.serialize()
    database.close()
    return content


REFUSED = {
    "empty": b"",
    "nothing": b"\x00" * 2000,
    "broken zip": b"PK\x03\x04" + b"\x00" * 80,
    "half a zip": _zip(**{"project.qde": _project() * 500})[:-40],
    "zip without project": _zip(**{"brief.txt": "hallo"}),
    "two projects": _zip(**{"a.qde": _project(), "b.qde": _project()}),
    "outside": _outside(),
    "entities": _zip(**{"project.qde": BOMB}),
    "file by entity": _zip(**{"project.qde": ELSEWHERE}),
    "codebook with entities": BOMB.replace("Project", "CodeBook").encode(),
    "not xml": _zip(**{"project.qde": "<Project"}),
    "another root": _zip(**{"project.qde": f"<Iets {SPACE}/>"}),
    "deep": _zip(**{"project.qde": f"<Project {SPACE}>" + "<a>" * 500 + "</a>" * 500 + "</Project>"}),
    "bomb": _zip(**{"project.qde": _project(_source(0, 4)), "sources__a.txt": b"a" * 310_000_000}),
    "long text": _zip(**{"project.qde": _project(_source(0, 4)), "sources__a.txt": b"a " * 2_000_000}),
    "lying zip": _lying_zip(),
    "torn database": b"SQLite format 3\x00" + b"\x10\x00" + b"\x01" * 500,
    "other database": _other_database(),
    "pdf": pdf("Moeder: Het ging vlug."),
    "interview": "Moeder: Het ging vlug.\n".encode("utf-16"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_project_is_refused_in_one_sentence(cast: Cast, name: str) -> None:
    from wijkverhaal.site.studies.models import Draft

    answer = send(cast, REFUSED[name], "project.qdpx")
    assert answer.status_code == 400
    page = answer.content.decode()
    assert page.count('role="alert"') == 1
    assert "root:" not in page
    assert "aaaaaaaaaaaa" not in page
    assert not Draft.objects.exists()


def test_two_gigabytes_are_refused_before_they_are_read(cast: Cast) -> None:
    answer = cast.researcher.post(f"{cast.home}project/", {"nummer": "1"}, CONTENT_LENGTH="2000000000")
    assert answer.status_code == 400
    assert "te groot" in answer.content.decode()
    answer = cast.researcher.post(f"{cast.home}sleutels/terugzetten/", {}, CONTENT_LENGTH="2000000000")
    assert answer.status_code == 400


def test_a_form_from_elsewhere_is_refused(cast: Cast) -> None:
    cast.researcher.handler.enforce_csrf_checks = True
    assert send(cast, REFUSED["broken zip"]).status_code == 403


def _taken(cast: Cast, content: bytes, name: str = "project.qdpx") -> tuple[str, set[str]]:
    """The text that came in, and the coded words."""
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.stories.study.record import Coding, Interview

    from .test_project_in import ALLOWED

    there = send(cast, content, name).headers["Location"]
    assert cast.researcher.get(there).status_code == 200
    cast.researcher.post(there, {"doe": "gesprekken", **told(0)})
    cast.researcher.post(there, ALLOWED)
    assert cast.researcher.post(there, {"doe": "neem-op"}).status_code == 302
    opened, study = study_of(cast)
    one = next(one for one in study.all(Interview) if one.id not in cast.filled.study.records)
    text = storage.interview_text(opened, one).text
    return text, {text[c.start : c.end] for c in study.all(Coding) if c.interview == one.id}


ODD = "Zoë 😟 zei: wíj wachtten. 👩‍👧 moe. " + unicodedata.normalize("NFD", "Één café.")
WORDS = "wíj wachtten"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "mark"])
def test_line_ends_marks_emoji_and_loose_accents_stay_on_their_words(
    cast: Cast, ends: str, mark: str
) -> None:
    lines = ["I: Hoe ging het?", ODD, "", "School: ja"]
    raw = mark + ends.join(lines)
    start = raw.removeprefix("\ufeff").index(WORDS)
    project = _project(_source(start, start + len(WORDS)), CODE)
    text, coded = _taken(cast, _zip(**{"project.qde": project, "sources__a.txt": raw.encode()}))
    assert text == "\n".join(lines)
    assert coded == {WORDS}


def test_mixed_line_ends_become_one_kind(cast: Cast) -> None:
    raw = f"I: Hoe?\r\nMoeder: Goed.\n{ODD}\rSchool: ja\r\n"
    start = raw.index(WORDS)
    project = _project(_source(start, start + len(WORDS)), CODE)
    text, coded = _taken(cast, _zip(**{"project.qde": project, "sources__a.txt": raw.encode()}))
    assert "\r" not in text
    assert coded == {WORDS}


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_another_encoding_is_read_and_told(cast: Cast, encoding: str) -> None:
    raw = "Moeder: één café in Liège, zei zij."
    start = raw.index("café")
    project = _project(_source(start, start + 4), CODE)
    text, coded = _taken(cast, _zip(**{"project.qde": project, "sources__a.txt": raw.encode(encoding)}))
    assert (text.lstrip("\ufeff"), coded) == (raw, {"café"})


def test_passages_outside_the_text_are_told_and_left(cast: Cast) -> None:
    project = _project(_source(900, 950), CODE)
    content = _zip(**{"project.qde": project, "sources__a.txt": "Moeder: kort."})
    there = send(cast, content).headers["Location"]
    assert "viel buiten de tekst" in cast.researcher.get(there).content.decode()
    _text, coded = _taken(cast, content)
    assert coded == set()


@pytest.mark.parametrize(
    "file",
    [
        "a_spec_codepoints_lf",
        "b_nvivo_win_utf16_crlf2_bom",
        "c_atlas_crlf_counted_as_1",
        "d_qualcoder_lf_bom_codepoints",
        "e_braced_guids_codepoints_crlf2",
    ],
)
def test_the_page_says_how_positions_were_counted(cast: Cast, file: str) -> None:
    content = published(f"qda/offset_conventions/{file}.qdpx").read_bytes()
    page = cast.researcher.get(send(cast, content).headers["Location"]).content.decode()
    assert "posities tellen" in page
    assert "van de grenzen valt op een woord" in page


def test_a_taguette_database_comes_in(cast: Cast) -> None:
    content = published("qda/taguette/taguette_sample.sqlite3").read_bytes()
    answer = send(cast, content, "taguette.sqlite3")
    assert answer.status_code == 302
    assert "Taguette" in cast.researcher.get(answer.headers["Location"]).content.decode()


@pytest.mark.parametrize("packed", [False, True], ids=["database", "zip of the folder"])
def test_a_qualcoder_project_comes_in(cast: Cast, tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "data.qda"
    database = sqlite3.connect(path)
    database.execute("PRAGMA journal_mode = WAL")
    database.executescript(
        "CREATE TABLE source (id, name, fulltext, memo);"
        "CREATE TABLE code_name (cid, name, memo, catid, color);"
        "CREATE TABLE code_cat (catid, name, memo, supercatid);"
        "CREATE TABLE code_text (cid, fid, pos0, pos1, owner, date);"
        "INSERT INTO source VALUES (1, 'gesprek', 'Moeder: het was te laat.', '');"
        "INSERT INTO code_name VALUES (1, 'te laat', '', NULL, '');"
        "INSERT INTO code_text VALUES (1, 1, 16, 23, 'Ans', '');"
    )
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    content = path.read_bytes()
    if packed:
        content = _zip(**{"studie.qda__data.qda": content, "studie.qda__documents__x.txt": "x"})
    text, coded = _taken(cast, content, "studie.qda")
    assert (text, coded) == ("Moeder: het was te laat.", {"te laat"})


def test_an_empty_interview_is_told_and_left(cast: Cast) -> None:
    content = _zip(**{"project.qde": _project(_source(0, 2), CODE), "sources__a.txt": " \n\n"})
    there = _location(send(cast, content))
    assert "geen tekst en komt niet mee" in cast.researcher.get(there).content.decode()
    assert cast.researcher.post(there, {"doe": "neem-op"}).status_code == 302
    _opened, study = study_of(cast)
    assert "code" in {getattr(one, "name", "") for one in study.records.values()}


def test_an_english_interview_is_told_to_be_english(cast: Cast) -> None:
    words = "He was three and they did not help us, but that was not what we had asked for. " * 20
    shown = cast.researcher.get(_location(send_interview(cast, words.encode()))).content.decode()
    assert "lijkt Engels" in shown
    content = _zip(**{"project.qde": _project(_source(0, 2), CODE), "sources__a.txt": words})
    assert "lijkt Engels" in cast.researcher.get(_location(send(cast, content))).content.decode()


def _location(answer: Any) -> str:
    assert answer.status_code == 302
    return str(answer.headers["Location"])
