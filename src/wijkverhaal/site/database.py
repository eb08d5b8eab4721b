# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which database holds the accounts: a file in the workspace, or PostgreSQL by its address."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

#: What was taken back is overwritten, also where SQLite was not built to do so. Without the last an event
#: could be replaced, past the trigger that refuses to erase one. `on_disk` says what NORMAL promises.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
    " PRAGMA secure_delete=ON; PRAGMA recursive_triggers=ON;"
)


def database(address: str | None, file: Path) -> dict[str, Any]:
    """What Django wants to know of the database: `address` where there is one, else `file`.

    >>> database(None, Path("site.sqlite3"))["ENGINE"]
    'django.db.backends.sqlite3'
    >>> database("postgresql://reader:a%40b@db:5433/wijk", Path("x"))["PASSWORD"]
    'a@b'

    Raises
    ------
    InputError
        When the address is not one of PostgreSQL with a name for the database.
    """
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": file,
            # who closes the file last must first put everything in its place, while others wait
            "CONN_MAX_AGE": 60,
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _PRAGMAS},
        }
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise _wrong() from None
    name = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in ("postgres", "postgresql") or not name:
        raise _wrong()
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _wrong() -> InputError:
    """The address itself is not repeated, for it may hold a password."""
    return InputError(
        _(
            "DATABASE_URL is niet te begrijpen; schrijf hem als postgresql://naam:wachtwoord@host:5432/database."
        )
    )
