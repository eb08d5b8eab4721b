# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""SQLite databases from strangers: read only, never written beside, and only tables that we know."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

_LIMIT = 2_000_000_000
_HEAD = b"SQLite format 3\x00"


@contextmanager
def read_database(source: Path | bytes, file: str = "") -> Iterator[sqlite3.Connection]:
    """A database that cannot be changed.

    Parameters
    ----------
    source : Path or bytes
        Where it is, or what it holds; of bytes nothing comes on the disk.
    file : str
        What a person calls it, where `source` is bytes.

    Raises
    ------
    InputError
        When it is no SQLite database, or damaged.
    """
    name = source.name if isinstance(source, Path) else file
    try:
        head, size = _head(source)
    except OSError as error:
        raise InputError(_("Het bestand {file} is niet te openen.").format(file=name)) from error
    if head != _HEAD or size > _LIMIT:
        raise InputError(_("Het bestand {file} is geen database die te lezen is.").format(file=name))
    connection = sqlite3.connect(_address(source), uri=True)
    try:
        if isinstance(source, bytes):
            # a database in memory cannot have a journal beside it, so it may not say that it has one
            connection.deserialize(source[:18] + b"\x01\x01" + source[20:])
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA trusted_schema = OFF")
        yield connection
    except sqlite3.Error as error:
        raise InputError(
            _("De database {file} heeft niet de tabellen die erin horen, of is beschadigd.").format(file=name)
        ) from error
    finally:
        connection.close()


def _head(source: Path | bytes) -> tuple[bytes, int]:
    if isinstance(source, bytes):
        return source[: len(_HEAD)], len(source)
    with source.open("rb") as stream:
        return stream.read(len(_HEAD)), source.stat().st_size


def _address(source: Path | bytes) -> str:
    if isinstance(source, bytes):
        return ":memory:"
    # immutable: SQLite makes no journal or shared memory beside a file that is not ours
    return f"file:{quote(str(source.resolve()))}?mode=ro&immutable=1"


def tables(connection: sqlite3.Connection) -> set[str]:
    """The names of the real tables."""
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def rows(connection: sqlite3.Connection, question: str, *values: Any) -> list[sqlite3.Row]:
    """The answer to a question."""
    return connection.execute(question, values).fetchall()
