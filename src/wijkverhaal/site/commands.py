# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the command line may ask of the site."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.site.set_up import prepare

__all__ = ["HOST", "prepare", "serve", "work"]

#: Where the site listens when nobody says otherwise: this machine only.
HOST = "127.0.0.1"


def serve(
    workspace: Workspace,
    port: int,
    migrate: bool,
    tell: Callable[[str], None],
    host: str = HOST,
    workers: int = 1,
) -> None:
    """Start the site of a workspace, and go on until somebody stops it.

    Parameters
    ----------
    port : int
        0 for any port that is free.
    migrate : bool
        Whether a database of a server may be brought up to date.
    tell : callable
        Gets the link with which one person can come in once; on a server nothing but the address.
    host : str
        Another address than this machine's own only where WIJKVERHAAL_HOSTS says who may ask.

    Raises
    ------
    InputError
        When the folder of the site cannot be made, the port is taken, the database is not ready, or
        the site would listen to others without knowing by which name.
    """
    os.umask(0o077)
    prepare(workspace, migrate)
    from django.conf import settings

    from wijkverhaal.site.accounts.one_time_link import new_key
    from wijkverhaal.site.tidy import tidy
    from wijkverhaal.site.web_server import free_port, serve_web

    if host != HOST and not settings.ON_SERVER:
        raise InputError(
            _(
                "Zet eerst WIJKVERHAAL_HOSTS op de naam van de site;"
                " zonder die naam luistert zij alleen op deze computer."
            )
        )
    port = free_port(host, port)
    tidy()

    def started() -> None:
        address = f"http://{host}:{port}/"
        tell(address if settings.ON_SERVER else f"{address}inloggen/?sleutel={new_key()}")

    # a copy of this process would hang on the threads of Polars where figures were read before
    multiprocessing.set_start_method("spawn", force=True)
    with _own_worker(workspace, not settings.ON_SERVER):
        serve_web(host, port, workers, started)


def work(workspace: Workspace) -> None:
    """Do what people ask of the site, until somebody stops it: the worker of a server.

    Raises
    ------
    InputError
        When the database is not ready.
    """
    prepare(workspace)
    from wijkverhaal.site.jobs.supervision import work_until_stopped

    work_until_stopped(workspace)


@contextmanager
def _own_worker(workspace: Workspace, wanted: bool) -> Iterator[None]:
    """On this machine a worker runs beside the site; a server has workers of its own."""
    if not wanted:
        yield
        return
    from django.db import connections

    from wijkverhaal.site.jobs.supervision import supervised
    from wijkverhaal.site.jobs.uploads import sweep_unwanted

    # nobody can be sending files yet: what lies there was left by a crash
    sweep_unwanted(workspace, timedelta(0))
    connections.close_all()
    with supervised(workspace):
        yield
