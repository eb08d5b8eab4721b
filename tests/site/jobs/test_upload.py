# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files of strangers: limited, looked at apart, refused in one sentence, and nothing left behind."""

from __future__ import annotations

import io
import struct
import zipfile
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from wijkverhaal.foundation.workspace import Workspace

from .conftest import finish, left_behind, new_worker, newest

if TYPE_CHECKING:
    from django.test import Client

ADDRESS = "/werk/inlezen/"


def _file(content: bytes | str, name: str = "cijfers.csv") -> io.BytesIO:
    file = io.BytesIO(content.encode() if isinstance(content, str) else content)
    file.name = name
    return file


def _bomb(declared: int | None = None) -> bytes:
    """A spreadsheet of a few hundred kB that becomes 300 MB; it may say that it becomes less."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", b"<workbook/>")
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=False) as sheet:
            for _megabyte in range(300):
                sheet.write(b"0" * 1_000_000)
    content = packed.getvalue()
    if declared is None:
        return content
    said = struct.pack("<I", 300_000_000)
    assert content.count(said) >= 1
    return content.replace(said, struct.pack("<I", declared))


BAD = {
    "empty": (b"", "is leeg"),
    "blanks": (b" \r\n\t", "is leeg"),
    "no table": (bytes(range(256)) * 40, "geen tabel en geen kaart"),
    "no codes": (b"a;b\n1;2\n3;4\n", "geen kolom met codes"),
    "damaged": (b"PK\x03\x04 and then nothing", "niet heel"),
    "old excel": (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "oud Excel-bestand"),
    "broken map": (b'{"type": "FeatureCollection", "features": [', "staan geen vlakken"),
    "program": (b"\x7fELF" + b"\x00\x01\x02" * 90, "geen tabel en geen kaart"),
}


@pytest.mark.parametrize("kind", sorted(BAD))
@pytest.mark.any_database
def test_a_bad_file_is_one_sentence(kind: str, empty: Workspace, analyst: Client, workers: ExitStack) -> None:
    content, words = BAD[kind]
    sent = analyst.post(ADDRESS, {"bestanden": _file(content, "cijfers 2021.csv")})
    finish(new_worker(empty, workers))
    page = analyst.get(sent.headers["Location"]).text
    assert words in page
    assert page.count('class="alert"') == 1
    assert "Deze bestanden zijn gewist" in page
    assert left_behind(empty) == []
    assert not empty.sources.exists()


@pytest.mark.parametrize("declared", [None, 1_000], ids=["honest", "lying"])
@pytest.mark.any_database
def test_a_zip_bomb_is_not_unpacked(
    declared: int | None, empty: Workspace, analyst: Client, workers: ExitStack
) -> None:
    bomb = _bomb(declared)
    assert len(bomb) < 1_000_000
    sent = analyst.post(ADDRESS, {"bestanden": _file(bomb, "cijfers.xlsx")})
    finish(new_worker(empty, workers))
    page = analyst.get(sent.headers["Location"]).text
    assert "veel te groot" in page
    assert left_behind(empty) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.any_database
def test_other_encodings_are_read(
    encoding: str, empty: Workspace, analyst: Client, workers: ExitStack
) -> None:
    text = "wijkcode;cohesie é\nWK900101;1,5\nWK900102;2\n"
    analyst.post(ADDRESS, {"bestanden": _file(text.encode(encoding), "buurt 2021.csv")})
    finish(new_worker(empty, workers))
    (seen,) = newest().result["files"]
    assert (seen["kind"], seen["rows"], seen["trouble"]) == ("local", 2, "")


def test_a_year_is_asked_for_and_then_known(empty: Workspace, analyst: Client, workers: ExitStack) -> None:
    worker = new_worker(empty, workers)
    sent = analyst.post(ADDRESS, {"bestanden": _file("wijkcode;rust\nWK900101;1\nWK900102;2\n")})
    finish(worker)
    page = analyst.get(sent.headers["Location"]).text
    assert "over welk jaar gaat het?" in page
    assert ">Lees in<" not in page
    look = newest().pk
    refused = analyst.post(f"/werk/opdracht/{look}/kijk-opnieuw/", {"jaar": "vorig"}, follow=True).text
    assert "Dit is geen jaar" in refused
    assert "zeg het met --year" not in page + refused
    blocked = analyst.post(f"/werk/opdracht/{look}/lees-in/", follow=True).text
    assert "Beantwoord eerst de vraag" in blocked
    analyst.post(f"/werk/opdracht/{look}/kijk-opnieuw/", {"jaar": "2021", "soort": ""})
    finish(worker)
    analyst.post(f"/werk/opdracht/{newest().pk}/lees-in/")
    finish(worker)
    assert newest().result["sources"][0]["years"] == [2021]
    assert left_behind(empty) == []


def test_what_is_there_gives_way_only_after_a_yes(
    home: Workspace, analyst: Client, country: list[Path], workers: ExitStack
) -> None:
    worker = new_worker(home, workers)
    before = sorted(folder.name for folder in home.sources.iterdir())
    kwb = next(path for path in country if path.name == "kwb_2022.csv")
    sent = analyst.post(ADDRESS, {"bestanden": kwb.open("rb")})
    finish(worker)
    look = newest().pk
    assert "er al iets ingelezen" in analyst.get(sent.headers["Location"]).text
    assert "Beantwoord eerst" in analyst.post(f"/werk/opdracht/{look}/lees-in/", follow=True).text
    analyst.post(f"/werk/opdracht/{look}/lees-in/", {"vervang": "ja"})
    finish(worker)
    assert newest().state == "finished"
    after = sorted(folder.name for folder in home.sources.iterdir())
    assert len(after) == len(before)
    assert after != before


def test_real_and_made_up_figures_are_not_mixed(home: Workspace, analyst: Client, workers: ExitStack) -> None:
    sent = analyst.post(ADDRESS, {"bestanden": _file("wijkcode;rust\nWK900101;1\n", "2021.csv")})
    finish(new_worker(home, workers))
    assert "mengen we niet" in analyst.get(sent.headers["Location"]).text
    assert left_behind(home) == []


def test_reading_in_twice_is_done_once(
    home: Workspace, analyst: Client, country: list[Path], workers: ExitStack
) -> None:
    from wijkverhaal.site.jobs.models import IMPORT, Job

    worker = new_worker(home, workers)
    analyst.post(ADDRESS, {"bestanden": country[0].open("rb")})
    finish(worker)
    look = newest().pk
    for _press in range(3):
        analyst.post(f"/werk/opdracht/{look}/lees-in/", {"vervang": "ja"})
    assert Job.objects.filter(kind=IMPORT).count() == 1


def test_files_can_be_thrown_away(
    home: Workspace, analyst: Client, country: list[Path], workers: ExitStack
) -> None:
    analyst.post(ADDRESS, {"bestanden": country[0].open("rb")})
    finish(new_worker(home, workers))
    look = newest().pk
    assert left_behind(home) != []
    analyst.post(f"/werk/opdracht/{look}/weggooien/")
    assert left_behind(home) == []
    assert analyst.post(f"/werk/opdracht/{look}/lees-in/").status_code == 404


def test_names_on_disk_are_ours(empty: Workspace, analyst: Client) -> None:
    content = "wijkcode;rust\nWK900101;1\n"
    for name in ("../../../buiten.csv", "/etc/passwd", "..\\..\\x.csv", "\x00.csv", "a" * 240 + ".csv"):
        analyst.post(ADDRESS, {"bestanden": _file(content, name)})
    files = [path for path in (empty.root / "site" / "uploads").rglob("*") if path.is_file()]
    assert len(files) >= 4
    assert all(set(path.name) <= set("0123456789abcdef") for path in files)
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert not list(empty.root.parent.rglob("*buiten*"))


def test_a_file_that_is_too_large_is_refused_while_it_comes_in(
    empty: Workspace, analyst: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.jobs import receiving

    monkeypatch.setattr(receiving, "FILE_MOST", 2_000_000)
    answer = analyst.post(ADDRESS, {"bestanden": [_file(b"a" * 3_000_000), _file(b"b;c\n")]})
    assert answer.status_code == 400
    assert "te groot" in answer.text
    assert left_behind(empty) == []


def test_a_form_that_is_too_large_is_not_even_read(empty: Workspace, analyst: Client) -> None:
    answer = analyst.post(
        ADDRESS, b"", content_type="multipart/form-data; boundary=x", headers={"content-length": "900000000"}
    )
    assert answer.status_code == 413
    assert "hoogstens 600 MB" in answer.text
    assert left_behind(empty) == []


def test_the_memory_of_the_site_does_not_grow_with_a_file(empty: Workspace, analyst: Client) -> None:
    """Of 250 MB that come in, nothing stays in memory, and after the limit nothing on disk."""
    import tracemalloc

    from django.core.files.uploadhandler import SkipFile
    from django.test import RequestFactory

    from wijkverhaal.site.jobs.receiving import FIELD, IntoBatch

    folder = empty.root / "batch"
    folder.mkdir()
    handler = IntoBatch(RequestFactory().post(ADDRESS), folder)
    chunk = b"0" * handler.chunk_size
    handler.new_file(FIELD, "groot.geojson", "application/json", None)
    tracemalloc.start()
    with suppress(SkipFile):
        for turn in range(250):
            handler.receive_data_chunk(chunk, turn * len(chunk))
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()
    assert "te groot" in handler.trouble
    assert handler.sent == []


def test_a_disk_that_fills_up_is_one_sentence(
    empty: Workspace, analyst: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.jobs import receiving

    class Full(io.BytesIO):
        def write(self, _content: Any) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(receiving.os, "fdopen", lambda handle, _mode: Full())
    answer = analyst.post(ADDRESS, {"bestanden": _file("wijkcode;rust\nWK900101;1\n")})
    assert answer.status_code == 400
    assert "De schijf is vol" in answer.text
    assert left_behind(empty) == []


def test_no_room_on_disk_is_said_before_anything_is_read(
    empty: Workspace, analyst: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from collections import namedtuple

    from wijkverhaal.site.jobs import receiving

    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(receiving.shutil, "disk_usage", lambda _folder: usage(10, 9, 1))
    answer = analyst.post(ADDRESS, {"bestanden": _file("wijkcode;rust\nWK900101;1\n")})
    assert answer.status_code == 413
    assert "De schijf is vol" in answer.text


def test_a_form_of_another_site_leaves_nothing(empty: Workspace, analyst: Client) -> None:
    from django.test import Client

    strict = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    strict.cookies = analyst.cookies
    answer = strict.post(ADDRESS, {"bestanden": _file("wijkcode;rust\nWK900101;1\n")})
    assert answer.status_code == 403
    assert left_behind(empty) == []


@pytest.mark.parametrize("address", [ADDRESS, "/inloggen/"])
def test_what_a_stranger_sends_is_not_kept(address: str, empty: Workspace, stranger: Client) -> None:
    answer = stranger.post(address, {"bestanden": _file(b"a" * 400_000)})
    assert answer.status_code in (302, 400)
    assert left_behind(empty) == []


def test_what_a_crash_left_is_swept_away(empty: Workspace) -> None:
    import os
    import time
    from datetime import timedelta

    from wijkverhaal.site.jobs.uploads import sweep_unwanted

    uploads = empty.root / "site" / "uploads"
    for name in ("0" * 32, "1" * 32):
        (uploads / name).mkdir(parents=True)
        (uploads / name / "f").write_text("x")
    long_ago = time.time() - 7200
    os.utime(uploads / ("0" * 32), (long_ago, long_ago))
    assert sweep_unwanted(empty) == 1
    assert [folder.name for folder in uploads.iterdir()] == ["1" * 32], "one may still be coming in"
    assert sweep_unwanted(empty, timedelta(0)) == 1
    assert left_behind(empty) == []


def test_an_import_that_is_refused_after_all_can_be_answered(
    empty: Workspace, analyst: Client, country: list[Path], workers: ExitStack
) -> None:
    """Somebody else read the same thing in between the look and the yes."""
    from wijkverhaal.figures.intake import import_files

    worker = new_worker(empty, workers)
    kwb = next(path for path in country if path.name == "kwb_2022.csv")
    analyst.post(ADDRESS, {"bestanden": kwb.open("rb")})
    finish(worker)
    import_files(empty, [kwb])
    look = newest().pk
    analyst.post(f"/werk/opdracht/{look}/lees-in/")
    finish(worker)
    assert newest().state == "failed"
    assert len(list(empty.sources.iterdir())) == 1
    refused = analyst.get(f"/werk/opdracht/{newest().pk}/").text
    assert "intussen al iets ingelezen" in refused
    assert f'href="/werk/opdracht/{look}/"' in refused
    analyst.post(f"/werk/opdracht/{look}/kijk-opnieuw/", {"jaar": ""})
    finish(worker)
    assert newest().result["replaces"]
