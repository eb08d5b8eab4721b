# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same study as other programs keep it: readable text in plain SQLite, searched by going through it."""

import sqlite3
from pathlib import Path
from typing import Any

from visitors.long_study import LongStudy


class PlainStudy:
    """Documents and highlights in two tables, as in Taguette: no seal, no page, no log."""

    def __init__(self, path: Path, study: LongStudy) -> None:
        self._database = sqlite3.connect(path)
        self._database.executescript(
            "CREATE TABLE documents (id TEXT PRIMARY KEY, contents TEXT);"
            "CREATE TABLE highlights (id INTEGER PRIMARY KEY, document TEXT, tag TEXT, a INTEGER, b INTEGER);"
            "CREATE INDEX of_document ON highlights (document);"
        )
        self._database.executemany("INSERT INTO documents VALUES (?, ?)", study.texts.items())
        self._database.executemany(
            "INSERT INTO highlights (document, tag, a, b) VALUES (?, ?, ?, ?)",
            [(one.interview, one.factor, one.start, one.end) for one in study.codings],
        )
        self._database.commit()

    def open(self, interview: str) -> int:
        """Read a text with its highlights."""
        text = self._database.execute("SELECT contents FROM documents WHERE id = ?", (interview,)).fetchone()
        found = self._database.execute(
            "SELECT tag, a, b FROM highlights WHERE document = ? ORDER BY a", (interview,)
        ).fetchall()
        return len(text[0]) + len(found)

    def code(self, interview: str, start: int, end: int) -> None:
        """Put a highlight on the disk."""
        self._database.execute(
            "INSERT INTO highlights (document, tag, a, b) VALUES (?, 'f1', ?, ?)", (interview, start, end)
        )
        self._database.commit()

    def counts(self) -> int:
        """How often each factor was given."""
        return len(self._all("SELECT tag, count(*) FROM highlights GROUP BY tag"))

    def table(self) -> int:
        """How often each factor was given in each document."""
        return len(self._all("SELECT document, tag, count(*) FROM highlights GROUP BY document, tag"))

    def rows(self) -> int:
        """Every highlight, as a program gets it that goes through all of them."""
        return len(self._all("SELECT id, document, tag, a, b FROM highlights"))

    def quoted(self, tag: str, most: int = 50) -> int:
        """The first quotations of a factor, with their words."""
        found = self._all(
            "SELECT substr(contents, a + 1, b - a) FROM highlights JOIN documents"
            " ON document = documents.id WHERE tag = ? LIMIT ?",
            (tag, most),
        )
        return sum(len(words) for (words,) in found)

    def _all(self, asked: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        return self._database.execute(asked, values).fetchall()

    def search(self, words: str) -> int:
        """Go through every text until a hundred places are found."""
        rows = self._database.execute(
            "SELECT contents FROM documents WHERE contents LIKE ? ESCAPE '\\'", (f"%{words}%",)
        )
        found = 0
        for (text,) in rows:
            found += text.lower().count(words)
            if found >= 100:
                break
        return found
