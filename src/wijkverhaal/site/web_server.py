# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The web server: granian, with a process per worker and some threads in each."""

import atexit
import os
import socket
import sys
from collections.abc import Callable
from threading import Thread
from time import sleep
from typing import Any

from granian import Granian
from granian.constants import Interfaces

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

_TARGET = "wijkverhaal.site.web_server:loaded"
#: Many, for somebody who sends a form very slowly holds one as long as it takes; idle ones cost little.
_THREADS = 32
#: Seconds that a worker gets to finish what it is doing.
_PATIENCE = 10
_SOON = 0.05
#: Seconds that a thread may hold the interpreter while others wait. Somebody who writes asks the database a
#: few things while nobody else can write, and would wait for everybody who reads at each of them.
_TURN = 0.001


def loaded() -> Any:
    """The site as a worker of the server serves it."""
    from wijkverhaal.site import wsgi

    sys.setswitchinterval(_TURN)
    wsgi.keep_what_stays()
    atexit.register(_leave_at_once)
    return wsgi.application


def _leave_at_once() -> None:
    """End a worker that has answered everything, before Python takes itself down.

    The server's idle threads may ask for the interpreter while it goes, and would then abort the
    process with a page of Rust on the screen of who only pressed Ctrl+C.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def free_port(host: str, port: int) -> int:
    """The port, or one that is free where it is 0.

    Raises
    ------
    InputError
        When the port is taken or not allowed.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, port))
            return int(trial.getsockname()[1])
    except (OSError, OverflowError) as error:
        raise InputError(
            _("Poort {port} is niet vrij; kies een andere met --port, zoals --port {other}.").format(
                port=port, other=8765
            )
        ) from error


def serve_web(host: str, port: int, workers: int, started: Callable[[], None]) -> None:
    """Answer requests until somebody stops it; Ctrl+C is ours, and ends it in peace.

    Parameters
    ----------
    port : int
        One that is free.
    started : callable
        Asked once, when the server listens.
    """
    server = Granian(
        _TARGET,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=workers,
        blocking_threads=_THREADS,
        workers_kill_timeout=_PATIENCE,
        respawn_failed_workers=True,
        # an address may hold the key of a link
        log_access=False,
        log_enabled=False,
    )
    server.on_startup(Thread(target=_tell_when_listening, args=(host, port, started), daemon=True).start)
    server.serve()


def _tell_when_listening(host: str, port: int, started: Callable[[], None]) -> None:
    """The workers listen only when they have read the whole program; a link before that opens nothing."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 (compared, not listened on)
    while True:
        try:
            socket.create_connection((here, port), timeout=1).close()
        except OSError:
            sleep(_SOON)
        else:
            started()
            return
