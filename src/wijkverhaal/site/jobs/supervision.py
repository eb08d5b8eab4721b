# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker beside a site on this machine: started with it, started again when it dies, stopped with it."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from wijkverhaal.foundation.workspace import Workspace

_spawn = multiprocessing.get_context("spawn")
#: Seconds before a worker that died is started again; each time longer, to a limit.
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
_PATIENCE = 12.0


def work_until_stopped(workspace: Workspace) -> None:
    """Work in this process until it is asked to stop."""
    from wijkverhaal.site.jobs.worker import Worker

    stop = threading.Event()

    def leave(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, leave)
    Worker(workspace).run(lambda: not stop.is_set())


def _worker_process(root: str) -> None:
    """A worker under supervision: Ctrl+C is for its parent, and it goes when its parent goes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_go_with_parent, daemon=True).start()
    from wijkverhaal.site.set_up import prepare

    workspace = Workspace(Path(root))
    prepare(workspace)
    from wijkverhaal.site.jobs.worker import Worker

    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_signal: stop.set())
    Worker(workspace).run(lambda: not stop.is_set())


def _go_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class Supervised:
    """Keeps one worker process alive."""

    def __init__(self, workspace: Workspace) -> None:
        self._root = str(workspace.root)
        self._stop = threading.Event()
        self._process = self._started()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int | None:
        """Of the worker that is alive now."""
        return self._process.pid

    def stop(self) -> None:
        """Stop the worker, and do not start it again."""
        self._stop.set()
        self._thread.join()
        self._process.terminate()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _started(self) -> multiprocessing.context.SpawnProcess:
        process = _spawn.Process(target=_worker_process, args=(self._root,), name="worker")
        process.start()
        return process

    def _watch(self) -> None:
        pause = _FIRST_PAUSE
        while not self._stop.is_set():
            self._process.join(0.3)
            if self._process.is_alive():
                continue
            if self._stop.wait(pause):
                return
            pause = min(2 * pause, _LONGEST_PAUSE)
            self._process = self._started()


@contextmanager
def supervised(workspace: Workspace) -> Iterator[Supervised]:
    """A worker process as long as the block lasts."""
    worker = Supervised(workspace)
    try:
        yield worker
    finally:
        worker.stop()
