# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that take long: made by a program of their own, so that no page waits; the reader comes back."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

#: The machine also has readers to serve.
_MOST_AT_ONCE = 2
_lock = Lock()
_making: dict[Path, "subprocess.Popen[bytes]"] = {}
#: What went wrong goes wrong again: for so many seconds it is not tried anew.
_REST = 300.0
#: By file the moment at which it may be tried again.
_failed: dict[Path, float] = {}


def made_aside(target: Path, begin: Callable[[], "subprocess.Popen[bytes]"], patience: float = 0.0) -> bool:
    """Whether a file stands there; where it does not, making it begins.

    Parameters
    ----------
    target : Path
        Appears whole when it is finished.
    begin : callable
        Starts the program that makes it. It is not started while it runs for this file already, or
        while others are being made.
    patience : float
        How many seconds to wait for it.

    Raises
    ------
    InputError
        When making it went wrong, now or a few minutes ago; after that it is tried anew.
    """
    if target.is_file():
        return True
    with _lock:
        _forget_what_ended()
        if target.is_file():
            return True
        if target in _failed:
            raise InputError(_not_made())
        making = _making.get(target)
        if making is None:
            if len(_making) >= _MOST_AT_ONCE:
                return False
            making = _making[target] = begin()
    try:
        making.wait(patience)
    except subprocess.TimeoutExpired:
        return False
    with _lock:
        _forget_what_ended()
    if not target.is_file():
        raise InputError(_not_made())
    return True


def _not_made() -> str:
    return _("Dit bestand maken lukt niet; probeer het later, of druk de pagina af.")


def _forget_what_ended() -> None:
    """What ended is no longer being made; what ended without its file rests a while."""
    now = time.monotonic()
    for path, until in list(_failed.items()):
        if until <= now:
            del _failed[path]
    for path, making in list(_making.items()):
        if making.poll() is not None:
            del _making[path]
            if not path.is_file():
                _failed[path] = now + _REST
