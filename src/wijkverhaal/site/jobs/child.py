# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The child process in which one job is done; it knows no Django and no database.

It tells its parent how far it is, and at the end what came of it. It dies with its parent.
"""

import errno
import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from wijkverhaal.foundation.errors import WijkverhaalError
from wijkverhaal.foundation.language import _, use_language
from wijkverhaal.site.jobs.limits import Limits, keep_within

#: Seconds between two messages about progress.
PAUSE = 0.5
_FULL = (errno.ENOSPC, errno.EDQUOT)

Tell = Callable[[str, float], None]
Task = Callable[[str, dict[str, Any], Tell], dict[str, Any]]


def work(
    task: Task, root: str, parameters: dict[str, Any], language: str, limits: Limits, parent: Connection
) -> None:
    """Do a task, and send `("done", result)` or `("trouble", sentence)`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    use_language(language)
    keep_within(limits)
    answer: tuple[str, Any]
    try:
        answer = ("done", task(root, parameters, _teller(parent)))
    except WijkverhaalError as error:
        answer = ("trouble", full_sentence() if _disk_is_full(error) else str(error))
    except MemoryError:
        answer = ("trouble", memory_sentence())
    except OSError as error:
        answer = ("trouble", full_sentence() if _disk_is_full(error) else _of_disk(error))
    except Exception as error:
        # the place in the code, never the message: it may hold something of a file
        places = "".join(traceback.format_tb(error.__traceback__))
        print(f"{type(error).__name__}\n{places}", file=sys.stderr, flush=True)
        answer = ("trouble", _("Hier ging iets mis waar de site geen raad mee weet; meld het de beheerder."))
    parent.send(answer)
    parent.close()


def _leave(*_signal: Any) -> None:
    """Leave as after Ctrl+C, so that nothing half-written stays."""
    raise SystemExit(1)


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _teller(parent: Connection) -> Tell:
    last = (0.0, "")

    def tell(words: str, share: float) -> None:
        nonlocal last
        now = time.monotonic()
        if words != last[1] or now - last[0] >= PAUSE:
            last = (now, words)
            parent.send(("progress", words, share))

    return tell


def _disk_is_full(error: BaseException | None) -> bool:
    """Whether a full disk is at the bottom of it."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in _FULL:
            return True
        error = error.__cause__ or error.__context__
    return False


def full_sentence() -> str:
    """What is said when the disk is full."""
    return _("De schijf is vol en er is niets bewaard; maak ruimte en probeer het opnieuw.")


def memory_sentence() -> str:
    """What is said when a job asked too much."""
    return _("Dit vroeg te veel geheugen of te veel tijd; laat weg wat niet nodig is en probeer het opnieuw.")


def _of_disk(error: OSError) -> str:
    return _("Een bestand van de werkmap is niet te lezen of te schrijven ({reason}).").format(
        reason=error.strerror or type(error).__name__
    )
