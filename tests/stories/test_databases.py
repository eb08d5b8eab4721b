# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Databases of Taguette and QualCoder, read and never changed."""

import csv
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.qualcoder_file import is_qualcoder, read_qualcoder
from wijkverhaal.stories.taguette_file import is_taguette, read_taguette

TAGUETTE = """
CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT, description TEXT);
CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT, description TEXT, contents TEXT,
    project_id INTEGER);
CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path TEXT, description TEXT);
CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER,
    end_offset INTEGER);
CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
INSERT INTO projects VALUES (1, 'Verzonnen', '');
INSERT INTO documents VALUES (1, 'Moeder', '',
    '<p>Zé <b>wachtte</b> &amp; wachtte.</p><p>Niets 😟 kwam.</p>', 1);
INSERT INTO tags VALUES (1, 1, 'hulp.te laat', ''), (2, 1, 'hulp', 'Alles');
INSERT INTO highlights VALUES (1, 1, 4, 21), (2, 1, 22, 32), (3, 1, 900, 910);
INSERT INTO highlight_tags VALUES (1, 1), (2, 1), (2, 2);
"""

SECOND = "INSERT INTO projects VALUES (2, 'Leeg', '');"

QUALCODER = """
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT, fulltext TEXT, mediapath TEXT, memo TEXT);
CREATE TABLE code_cat (catid INTEGER PRIMARY KEY, name TEXT, memo TEXT, supercatid INTEGER);
CREATE TABLE code_name (cid INTEGER PRIMARY KEY, name TEXT, memo TEXT, catid INTEGER, color TEXT{sub});
CREATE TABLE code_text (ctid INTEGER PRIMARY KEY, cid INTEGER, fid INTEGER, seltext TEXT, pos0 INTEGER,
    pos1 INTEGER, owner TEXT, date TEXT, memo TEXT);
CREATE TABLE cases (caseid INTEGER PRIMARY KEY, name TEXT, memo TEXT);
CREATE TABLE case_text (id INTEGER PRIMARY KEY, caseid INTEGER, fid INTEGER, pos0 INTEGER, pos1 INTEGER);
INSERT INTO source VALUES (1, 'Moeder', 'Zij wachtte.' || char(13) || char(10) || 'Niets 😟 kwam.', NULL, '');
INSERT INTO source VALUES (2, 'foto.jpg', NULL, 'foto.jpg', '');
INSERT INTO code_cat VALUES (1, 'hulp', '', NULL);
INSERT INTO code_name VALUES (1, 'te laat', 'memo', 1, '#CC0000'{null}), (2, 'school', '', NULL, ''{one});
INSERT INTO code_text VALUES (1, 1, 1, 'wachtte', 4, 11, 'Anna', '', ''),
    (2, 2, 1, 'kwam', 22, 26, 'Bo', '', '');
INSERT INTO cases VALUES (1, 'Gezin Berk', '');
INSERT INTO case_text VALUES (1, 1, 1, 0, 5);
"""


def _database(path: Path, script: str) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    return path


def test_taguettes_own_database(published_file: Callable[[str], Path]) -> None:
    project = read_taguette(published_file("qda/taguette/taguette_sample.sqlite3"))
    with published_file("qda/taguette/taguette_highlights.csv").open(newline="", encoding="utf-8") as text:
        expected = [
            (row["document"], row["tag"].split(".")[-1], row["content"]) for row in csv.DictReader(text)
        ]
    assert project.quotations() == expected
    (top,) = [code for code in project.codes if code.children]
    assert (top.name, top.codable) == ("hulp", False)


def test_taguette_counts_bytes_of_text(tmp_path: Path) -> None:
    path = _database(tmp_path / "t.sqlite3", TAGUETTE)
    before = path.read_bytes()
    project = read_taguette(path)
    assert project.sources[0].text == "Zé wachtte & wachtte.\nNiets 😟 kwam.\n"
    assert project.quotations() == [
        ("Moeder", "te laat", "wachtte & wachtte"),
        ("Moeder", "te laat", "Niets 😟"),
        ("Moeder", "hulp", "Niets 😟"),
    ]
    assert len(project.findings) == 1
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["t.sqlite3"]
    assert is_taguette(path)
    assert not is_qualcoder(path)


def test_several_projects_need_a_choice(tmp_path: Path) -> None:
    path = _database(tmp_path / "t.sqlite3", TAGUETTE + SECOND)
    with pytest.raises(InputError, match=r"1 \(Verzonnen\), 2 \(Leeg\)"):
        read_taguette(path)
    assert read_taguette(path, 2).sources == ()


@pytest.mark.parametrize(
    ("parts", "children"),
    [
        ({"sub": "", "null": "", "one": ""}, []),
        ({"sub": ", supercid INTEGER", "null": ", NULL", "one": ", 1"}, ["school"]),
    ],
)
def test_qualcoder(parts: dict[str, str], children: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "studie.qda"
    folder.mkdir()
    path = _database(folder / "data.qda", QUALCODER.format(**parts))
    project = read_qualcoder(folder)
    assert project == read_qualcoder(path)
    assert project.name == "studie"
    assert project.quotations() == [("Moeder", "te laat", "wachtte"), ("Moeder", "school", "kwam")]
    assert [user.name for user in project.users] == ["Anna", "Bo"]
    late = next(code for code in project.all_codes().values() if code.name == "te laat")
    assert (late.color, [code.name for code in late.children]) == ("#cc0000", children)
    assert project.cases[0].sources == (project.sources[0].guid,)
    assert project.findings == ("foto.jpg is geen tekst en is overgeslagen",)


def test_what_is_no_such_database(tmp_path: Path) -> None:
    other = _database(tmp_path / "x.sqlite3", "CREATE TABLE a (b INTEGER);")
    for reader in (read_taguette, read_qualcoder):
        with pytest.raises(InputError, match="is geen"):
            reader(other)
    text = tmp_path / "y.sqlite3"
    text.write_text("geen database", "utf-8")
    broken = tmp_path / "z.sqlite3"
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 500)
    for path in (text, broken, tmp_path / "nergens"):
        with pytest.raises(InputError):
            read_taguette(path)
