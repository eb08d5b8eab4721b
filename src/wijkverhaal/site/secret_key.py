# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The secret of this workspace, with which the site signs its cookies."""

import os
import secrets
from pathlib import Path

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

_LENGTH = 64
_OWNER_ONLY = 0o600


def secret_key(path: Path) -> str:
    """The secret in `path`, which is made on first use and which only its owner can read.

    Raises
    ------
    InputError
        When the file cannot be read or written, is too short, or can be read by others.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _make(path)
        secret = path.read_text("ascii").strip()
        shared = os.name == "posix" and path.stat().st_mode & 0o077
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            _("Het geheim van de site in {file} is niet te lezen; verwijder het bestand.").format(file=path)
        ) from error
    if shared:
        raise InputError(
            _("Anderen kunnen het geheim in {file} lezen; verwijder het bestand en start opnieuw.").format(
                file=path
            )
        )
    if len(secret) < _LENGTH:
        raise InputError(
            _("Het geheim in {file} is te kort; verwijder het bestand en start opnieuw.").format(file=path)
        )
    return secret


def _make(path: Path) -> None:
    """Write a new secret where there is none; of two starts at once the first one wins."""
    if path.exists():
        return
    fresh = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(_LENGTH))
        os.link(fresh, path)
    except FileExistsError:
        return
    finally:
        fresh.unlink(missing_ok=True)
