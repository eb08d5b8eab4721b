# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files and folders that appear whole or not at all, and their checksums."""

import hashlib
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CHUNK = 1 << 20
_UNFINISHED = ".unfinished-"


def _prefix() -> str:
    return f"{_UNFINISHED}{os.getpid()}-"


def _umask() -> int:
    """The permissions that this user takes away from new files; reading it means setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _writer_is_alive(left: Path) -> bool:
    writer = left.name.removeprefix(_UNFINISHED).split("-")[0]
    try:
        os.kill(int(writer), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return int(writer) != os.getpid()


def checksum(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Fill a new folder that appears at `path` only when the block ends well.

    Raises
    ------
    FileExistsError
        When `path` exists already.
    """
    if path.exists():
        raise FileExistsError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=_prefix(), dir=path.parent))
    try:
        yield unfinished
        os.chmod(unfinished, 0o777 & ~_umask())
        os.rename(unfinished, path)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Write a file that replaces `path` only when the block ends well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_prefix(), suffix=path.suffix, dir=path.parent)
    os.close(handle)
    unfinished = Path(name)
    try:
        yield unfinished
        os.chmod(unfinished, 0o666 & ~_umask())
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def finished_folders(parent: Path) -> list[Path]:
    """The folders in `parent` that were written to their end, by name."""
    if not parent.is_dir():
        return []
    return sorted(p for p in parent.iterdir() if p.is_dir() and not p.name.startswith(_UNFINISHED))


def remove_folder(path: Path) -> None:
    """Remove a folder that nobody sees half removed: it is first renamed to something unfinished."""
    away = path.with_name(f"{_prefix()}{secrets.token_hex(4)}")
    os.rename(path, away)
    shutil.rmtree(away, ignore_errors=True)


def remove_unfinished(parent: Path) -> None:
    """Clear away what a killed process left behind in `parent`."""
    if parent.is_dir():
        for left in parent.glob(_UNFINISHED + "*"):
            if _writer_is_alive(left):
                continue
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)
