# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The site as a gemeente would start it, which can be killed like a machine that fails, and started again."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PROGRAM = "from wijkverhaal.cli import main; main()"
_TICKS = os.sysconf("SC_CLK_TCK")
_PROCESSES = Path("/proc")


class KillableSite:
    """A site on one port; `kill` leaves nothing of it, `start` begins it there again."""

    def __init__(self, workspace: Path, workers: int) -> None:
        self._arguments = ["serve", "--workspace", str(workspace), "--workers", str(workers)]
        self._process: subprocess.Popen[str] | None = None
        self.port = 0

    def start(self) -> float:
        """Start, and wait until it listens; the seconds that took."""
        began = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, *self._arguments, "--port", str(self.port)],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
        assert self._process.stdout is not None
        for line in self._process.stdout:
            found = re.search(r"http://[^:/]+:(\d+)/", line)
            if found:
                self.port = int(found[1])
                return time.perf_counter() - began
        raise SystemExit("the site did not start")

    def kill(self) -> None:
        """End every process of the site at once, as it stands; none can finish what it does."""
        assert self._process is not None
        whole = _family(self._process.pid)
        # its supervisor first, which would start a new worker for one that goes
        for process in whole:
            os.kill(process, signal.SIGSTOP)
        for process in whole:
            os.kill(process, signal.SIGKILL)
        self._process.wait(30)

    def stop(self) -> None:
        """Ask it to end."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(30)

    def processor_seconds(self) -> float:
        """How long its processes kept a processor busy, so far; unlike a clock it knows no neighbours."""
        assert self._process is not None
        return sum(map(_busy, _family(self._process.pid)))


@contextmanager
def killable_site(workspace: Path, workers: int) -> Iterator[KillableSite]:
    """A site that was started, and is stopped at the end."""
    site = KillableSite(workspace, workers)
    site.start()
    try:
        yield site
    finally:
        site.stop()


def _family(parent: int) -> list[int]:
    """A process and all that came from it."""
    try:
        tasks = (_PROCESSES / str(parent) / "task").iterdir()
        children = " ".join((task / "children").read_text() for task in tasks).split()
    except OSError:  # it ended while we looked
        return []
    return [parent, *(one for child in children for one in _family(int(child)))]


def _busy(process: int) -> float:
    try:
        told = (_PROCESSES / str(process) / "stat").read_text()
    except OSError:
        return 0.0
    fields = told.rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS
