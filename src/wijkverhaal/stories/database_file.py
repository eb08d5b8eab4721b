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


@contextmanager
def read_database(path: Path) -> Iterator[sqlite3.Connection]:
    """A database that cannot be changed.

    Raises
    ------
    InputError
        When it is no SQLite database, or damaged.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(16)
        too_large = path.stat().st_size > _LIMIT
    except OSError as error:
        raise InputError(_("Het bestand {file} is niet te openen.").format(file=path.name)) from error
    if head != b"SQLite format 3\x00" or too_large:
        raise InputError(_("Het bestand {file} is geen database die te lezen is.").format(file=path.name))
    # immutable: SQLite makes no journal or shared memory beside a file that is not ours
    connection = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1", uri=True)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA trusted_schema = OFF")
        yield connection
    except sqlite3.Error as error:
        raise InputError(
            _("De database {file} heeft niet de tabellen die erin horen, of is beschadigd.").format(
                file=path.name
            )
        ) from error
    finally:
        connection.close()


def tables(connection: sqlite3.Connection) -> set[str]:
    """The names of the real tables."""
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def rows(connection: sqlite3.Connection, question: str, *values: Any) -> list[sqlite3.Row]:
    """The answer to a question."""
    return connection.execute(question, values).fetchall()
