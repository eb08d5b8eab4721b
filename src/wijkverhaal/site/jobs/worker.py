# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker: a process of its own that claims jobs and does each in a child process.

It runs one change of the workspace at a time, and looks at files beside that. Where the
database is gone it waits; its children go on, and what came of them is told later.
"""

import os
import secrets
import socket
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from typing import Any

from django.db import InterfaceError, OperationalError, close_old_connections, connection

from wijkverhaal.foundation.files import remove_unfinished
from wijkverhaal.foundation.language import _, speaking
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.site.jobs import question_tasks, queue, tasks, uploads
from wijkverhaal.site.jobs.limits import ESTIMATING, READING, Limits
from wijkverhaal.site.jobs.models import (
    CANCELLED,
    ESTIMATE,
    FAILED,
    FINISHED,
    IMPORT,
    LOCAL,
    LOOK,
    NEIGHBOURHOOD,
    QUESTIONS,
    RUNNING,
    Job,
)
from wijkverhaal.site.jobs.running import Running

#: Which work goes beside which: one job of each row at a time.
_ROWS = ((LOOK,), (IMPORT, ESTIMATE, *QUESTIONS))
_TASKS: dict[str, tuple[Any, Limits]] = {
    LOOK: (tasks.look, READING),
    IMPORT: (tasks.read_in, READING),
    ESTIMATE: (tasks.make_run, ESTIMATING),
    NEIGHBOURHOOD: (question_tasks.ask_neighbourhood, ESTIMATING),
    LOCAL: (question_tasks.ask_local, ESTIMATING),
}
#: Seconds between two writes about one job, and between two signs of life.
_WRITE, _SIGN = 0.6, 8.0
_TURN = 0.5
_WAIT_FOR_DATABASE = 2.0


def new_name() -> str:
    """The name of a worker: where it runs, as which process, and something random."""
    return f"{socket.gethostname()[:80]}:{os.getpid()}:{secrets.token_hex(4)}"


class Worker:
    """Does jobs until it is told to stop."""

    def __init__(self, workspace: Workspace, name: str | None = None) -> None:
        self.workspace, self.name = workspace, name or new_name()
        self.running: dict[tuple[str, ...], Running] = {}
        self._told = dict.fromkeys(_ROWS, 0.0)
        self._signed = 0.0
        self._away = False

    def start(self) -> None:
        """Clear away what earlier workers left."""
        self._fail_orphans()
        queue.expire()
        self._clear()

    def run(self, go_on: Callable[[], bool]) -> None:
        """Work as long as `go_on` says so; then stop what runs."""
        started = False
        while go_on():
            try:
                if not started:
                    self.start()
                    started = True
                self.turn()
                self._away = False
            except (OperationalError, InterfaceError):
                self._database_is_gone()
            self._rest()
        self.close()

    def turn(self) -> None:
        """One round: a sign of life, hear every child, take new work."""
        close_old_connections()
        if time.monotonic() - self._signed > _SIGN:
            queue.sign(self.name)
            self._let_go()
            queue.expire()
            self._signed = time.monotonic()
        for row in _ROWS:
            if row in self.running:
                self._attend(row)
            else:
                self._take(row)

    def close(self) -> None:
        """Stop every child and say so."""
        for row in list(self.running):
            child = self.running[row]
            child.stop()
            child.listen()
        try:
            queue.fail(Job.objects.filter(worker=self.name, state=RUNNING), queue.broken_off())
            queue.sign_off(self.name)
        except (OperationalError, InterfaceError):
            pass  # the silence tells the same, half a minute later
        self._clear_workspace()
        connection.close()

    def _rest(self) -> None:
        waits_on = [one for child in self.running.values() for one in child.waits_on]
        if waits_on:
            wait(waits_on, timeout=_TURN)
            time.sleep(0.05)
        else:
            time.sleep(_TURN)

    def _take(self, row: tuple[str, ...]) -> None:
        job = queue.claim(self.name, row)
        if job is None:
            return
        task, limits = _TASKS[job.kind]
        self.running[row] = Running(
            job.pk, task, str(self.workspace.root), job.parameters, job.language, limits
        )

    def _attend(self, row: tuple[str, ...]) -> None:
        child = self.running[row]
        child.listen()
        if child.ended:
            self._finish(row, child)
            return
        if time.monotonic() - self._told[row] < _WRITE:
            return
        self._told[row] = time.monotonic()
        if not queue.beat(child.job_id, self.name, child.words, child.share):
            child.stop()
            child.trouble = queue.broken_off()
        elif Job.objects.filter(pk=child.job_id, wanted_stop=True).exists():
            child.stop()

    def _finish(self, row: tuple[str, ...], child: Running) -> None:
        """Write how it ended; where the database is gone this is done again in the next round."""
        state = FAILED if child.trouble else CANCELLED
        if child.result is not None:
            state = FINISHED
        with speaking(child.language):
            queue.end(child.job_id, self.name, state, child.result, child.trouble)
        del self.running[row]
        self._clear()

    def _let_go(self) -> None:
        """End jobs that are ours by the database and that no child of ours does."""
        doing = [child.job_id for child in self.running.values()]
        lost = Job.objects.filter(worker=self.name, state=RUNNING).exclude(pk__in=doing)
        queue.fail(lost, queue.broken_off())

    def _fail_orphans(self) -> None:
        """End jobs of workers on this machine whose process is gone."""
        for name in Job.objects.filter(state=RUNNING).values_list("worker", flat=True).distinct():
            host, _colon, rest = name.partition(":")
            if host == socket.gethostname()[:80] and not _alive(rest.partition(":")[0]):
                queue.fail(Job.objects.filter(worker=name, state=RUNNING), queue.broken_off())
                queue.sign_off(name)

    def _clear(self) -> None:
        uploads.sweep_unwanted(self.workspace)
        self._clear_workspace()

    def _clear_workspace(self) -> None:
        questions = self.workspace.root / "questions"
        for folder in (self.workspace.runs, self.workspace.sources, questions):
            remove_unfinished(folder)

    def _database_is_gone(self) -> None:
        if not self._away:
            told = _("De database is even niet bereikbaar; de werker wacht en probeert het steeds opnieuw.")
            print(told, file=sys.stderr, flush=True)
        self._away = True
        connection.close()
        time.sleep(_WAIT_FOR_DATABASE)


def _alive(pid: str) -> bool:
    """Whether a process is there; where that cannot be known, it is taken to be."""
    if not pid.isdigit() or os.name != "posix":
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
