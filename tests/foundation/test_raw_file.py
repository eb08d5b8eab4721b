# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that cannot be opened are refused at once, with one sentence."""

import os
import zipfile
from pathlib import Path

import pytest

from wijkverhaal.foundation import raw_file
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.raw_file import file_form, says_fictional


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        file_form(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert "\n" not in sentence
    return sentence


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "niet te openen" in refused(tmp_path / "weg.csv")


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\n"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "leeg.csv"
    path.write_bytes(content)
    assert "leeg" in refused(path)


@pytest.mark.parametrize(
    "content", [os.urandom(100_000), b"\x00" * 5000, bytes(range(1, 9)) * 500, b"\x89PNG\r\n\x1a\n\x00"]
)
def test_a_binary_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "foto.csv"
    path.write_bytes(b"\x01" + content)
    assert "geen tabel en geen kaart" in refused(path)


def test_two_gigabytes_of_garbage_are_refused_without_reading_them(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as stream:
        stream.truncate(2_000_000_000)
    assert "geen tabel en geen kaart" in refused(path)


def test_two_gigabytes_of_text_are_too_large(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as stream:
        stream.write(b"wijkcode;x\n" * 10_000)
        stream.truncate(2_000_000_000)
    assert "2.000 MB" in refused(path)


def test_an_old_excel_file_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "oud.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\x00" * 600)
    assert ".xlsx" in refused(path)


def test_a_zip_without_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "alles.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("tabel.csv", "a,b")
    assert "zip zonder rekenblad" in refused(path)


def test_a_spreadsheet_that_stops_halfway(tmp_path: Path) -> None:
    path = tmp_path / "half.ods"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("content.xml", "<x/>" * 1000)
    path.write_bytes(path.read_bytes()[:-40])
    assert "niet heel" in refused(path)


def test_a_zip_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw_file, "UNPACKED_LIMIT", 1000)
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", " " * 5000)
    assert "uitgepakt" in refused(path)


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (b"wijkcode,x\n", "text"),
        (b"\xff\xfea\x00,\x00b\x00", "text"),
        (b'\xef\xbb\xbf {"type": "FeatureCollection"}', "geojson"),
        (b"PAR1....", "parquet"),
        (b"SQLite format 3\x00....", "geopackage"),
    ],
)
def test_the_form_is_known_by_content_and_not_by_name(tmp_path: Path, content: bytes, form: str) -> None:
    path = tmp_path / "naamloos"
    path.write_bytes(content)
    assert file_form(path) == form


@pytest.mark.parametrize(
    ("content", "fictional"),
    [
        ('{"fictional": true}', True),
        ('{"fictional": 1}', False),
        ('{"features": []}', False),
        ("{", False),
        ("[1]", False),
    ],
)
def test_only_a_map_that_says_so_is_fictional(tmp_path: Path, content: str, fictional: bool) -> None:
    path = tmp_path / "kaart.geojson"
    path.write_text(content, "utf-8")
    assert says_fictional(path) is fictional
