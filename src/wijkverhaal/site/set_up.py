# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django set up for a workspace: by the command line, by a worker, by who tests."""

import os
from pathlib import Path

import django

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import ENVIRONMENT_VARIABLE, Workspace


def prepare(workspace: Workspace, migrate: bool = False) -> None:
    """Set Django up for a workspace, with a database that is ready."""
    _own_folder(workspace.root / "site")
    os.environ[ENVIRONMENT_VARIABLE] = str(workspace.root)
    os.environ["DJANGO_SETTINGS_MODULE"] = "wijkverhaal.site.settings"
    django.setup()
    from wijkverhaal.site.ready_database import make_ready

    make_ready(migrate)


def _own_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if os.name == "posix" and folder.stat().st_uid == os.geteuid():
            folder.chmod(0o700)  # also a folder that somebody made in advance
    except OSError as error:
        raise InputError(
            _("De map {folder} is niet te maken ({reason}); kies een andere werkmap met --workspace.").format(
                folder=folder, reason=error.strerror
            )
        ) from error
