# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that only their owner can read, that appear whole, and that go for good as far as one can tell."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

_CHUNK = 1 << 16
_PATIENCE = 10.0


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Be the only one, over all workers, who changes `path` while the block runs.

    The system keeps the lock, on a file beside it, and lets it go when a worker dies.

    Raises
    ------
    InputError
        When somebody else keeps it for longer than ten seconds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + _PATIENCE
    handle = os.open(path.with_name(path.name + ".lock"), os.O_CREAT | os.O_RDWR, 0o600)
    try:
        while not _taken(handle):
            if time.monotonic() > until:
                raise InputError(_("Iemand anders wijzigt dit nu; probeer het zo nog een keer."))
            time.sleep(0.02)
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def write_secret(path: Path, content: bytes) -> None:
    """Replace `path`; from its first byte on nobody else can read it, and it is on the disk at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".unfinished-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)


def destroy_file(path: Path) -> bool:
    """Overwrite a file with chance, then remove it; False where there was none.

    On a disk that writes elsewhere (SSD, snapshots) old blocks may remain; what they hold is sealed.
    """
    try:
        with path.open("r+b") as stream:
            left = path.stat().st_size
            while left > 0:
                left -= stream.write(os.urandom(min(left, _CHUNK)))
            stream.flush()
            os.fsync(stream.fileno())
    except FileNotFoundError:
        return False
    path.unlink(missing_ok=True)
    return True
