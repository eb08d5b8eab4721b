# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the command line may ask of the site."""

import os
from collections.abc import Callable
from pathlib import Path

import django

from wijkverhaal.expectation.run import find_run
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import ENVIRONMENT_VARIABLE, Workspace

#: The only address on which the site listens: this machine.
HOST = "127.0.0.1"


def serve(workspace: Workspace, port: int, migrate: bool, tell: Callable[[str], None]) -> None:
    """Start the site of a workspace on this machine, and go on until somebody stops it.

    Parameters
    ----------
    port : int
        0 for any port that is free.
    migrate : bool
        Whether a database of a server may be brought up to date.
    tell : callable
        Gets the link with which one person can come in once.

    Raises
    ------
    NotFoundError
        When there is no finished run to show.
    InputError
        When the folder of the site cannot be made, the port is taken or the database is not ready.
    """
    find_run(workspace)
    prepare(workspace, migrate)
    from wijkverhaal.site.accounts.one_time_link import new_key
    from wijkverhaal.site.local_server import local_server

    with local_server(HOST, port) as server:
        tell(f"http://{HOST}:{server.server_port}/inloggen/?sleutel={new_key()}")
        server.serve_forever()


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
    except OSError as error:
        raise InputError(
            _("De map {folder} is niet te maken ({reason}); kies een andere werkmap met --workspace.").format(
                folder=folder, reason=error.strerror
            )
        ) from error
