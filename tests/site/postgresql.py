# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A PostgreSQL of our own for a moment: Debian's programs, a folder in tmp, a socket nobody else sees."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import quote

_QUIET = "-c listen_addresses='' -c fsync=off"


def programs() -> Path | None:
    """Where the newest server that Debian installed has its programs; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    return found[-1].parent if found else None


@contextmanager
def cluster() -> Iterator[str]:
    """A server that runs for as long as this lasts; gives the address of an empty database."""
    bin_folder = programs()
    assert bin_folder is not None
    folder = Path(mkdtemp(prefix="wv-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    try:
        _run(bin_folder, "initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "postgres", "-E", "UTF8")
        options = f"{_QUIET} -c unix_socket_directories={folder}"
        _run(
            bin_folder,
            "pg_ctl",
            "-D",
            str(folder / "data"),
            "-w",
            "-l",
            str(folder / "log"),
            "-o",
            options,
            "start",
        )
        try:
            yield f"postgresql://postgres@{quote(str(folder), safe='')}/postgres"
        finally:
            _run(bin_folder, "pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(bin_folder: Path, program: str, *arguments: str) -> None:
    """Run one of its programs, which refuse to work for root."""
    aside = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*aside, str(bin_folder / program), *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd="/",
    )
    assert done.returncode == 0, done.stderr
