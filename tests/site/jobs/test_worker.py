# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A worker on bad days: its child is killed, somebody stops it, the disk is full, the database is gone."""

from __future__ import annotations

import os
import signal
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from wijkverhaal.foundation.workspace import Workspace

from . import slow_task
from .conftest import USUAL, finish, left_behind, new_worker, newest, until

if TYPE_CHECKING:
    from django.test import Client

    from wijkverhaal.site.jobs.worker import Worker


def _instead(monkeypatch: pytest.MonkeyPatch, task: Any, **limits: Any) -> None:
    from dataclasses import replace

    from wijkverhaal.site.jobs import worker
    from wijkverhaal.site.jobs.limits import ESTIMATING
    from wijkverhaal.site.jobs.models import ESTIMATE

    monkeypatch.setitem(worker._TASKS, ESTIMATE, (task, replace(ESTIMATING, **limits)))


def _at_work(worker: Worker, analyst: Client) -> int:
    """Ask for a run, wait until it is really at work, and give the process."""
    analyst.post("/werk/berekenen/", USUAL)
    until(worker, lambda: newest().words)
    (child,) = worker.running.values()
    assert child.process.pid is not None
    return child.process.pid


def test_a_killed_child_is_a_failed_job_and_leaves_nothing(
    home: Workspace, analyst: Client, workers: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    _instead(monkeypatch, slow_task.slow)
    worker = new_worker(home, workers)
    os.kill(_at_work(worker, analyst), signal.SIGKILL)
    finish(worker)
    assert newest().state == "failed"
    page = analyst.get(f"/werk/opdracht/{newest().pk}/").text
    assert "afgebroken" in page
    assert "Start opnieuw" in page
    assert left_behind(home) == []


def test_somebody_stops_a_run(
    home: Workspace, analyst: Client, workers: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.log.models import Event

    _instead(monkeypatch, slow_task.slow)
    worker = new_worker(home, workers)
    process = _at_work(worker, analyst)
    analyst.post(f"/werk/opdracht/{newest().pk}/stoppen/")
    assert "wordt gestopt" in analyst.get(f"/werk/opdracht/{newest().pk}/").text
    finish(worker)
    assert newest().state == "cancelled"
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert left_behind(home) == []
    assert Event.objects.first().key == "run-cancelled"  # type: ignore[union-attr]


def test_a_worker_that_stops_says_so(
    home: Workspace, analyst: Client, workers: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    _instead(monkeypatch, slow_task.slow)
    worker = new_worker(home, workers)
    _at_work(worker, analyst)
    worker.close()
    assert newest().state == "failed"
    assert left_behind(home) == []


@pytest.mark.parametrize(
    ("task", "words"),
    [
        (slow_task.full_disk, "De schijf is vol"),
        (slow_task.out_of_memory_kill, "afgebroken"),
        (slow_task.crash, "meld het de beheerder"),
    ],
)
def test_trouble_is_one_sentence(
    task: Any,
    words: str,
    home: Workspace,
    analyst: Client,
    workers: ExitStack,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    _instead(monkeypatch, task)
    analyst.post("/werk/berekenen/", USUAL)
    finish(new_worker(home, workers))
    assert newest().state == "failed"
    assert words in newest().trouble
    page = analyst.get(f"/werk/opdracht/{newest().pk}/").text
    assert newest().trouble in page
    assert "Traceback" not in page
    assert "4321" not in page + capfd.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="Windows has no limits of memory")
def test_too_much_memory_is_one_sentence(
    home: Workspace, analyst: Client, workers: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    _instead(monkeypatch, slow_task.too_much_memory, memory=2_000_000_000)
    analyst.post("/werk/berekenen/", USUAL)
    finish(new_worker(home, workers))
    assert newest().state == "failed"
    assert "te veel geheugen" in newest().trouble


def test_too_long_is_one_sentence(
    home: Workspace, analyst: Client, workers: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    _instead(monkeypatch, slow_task.slow, clock=2)
    analyst.post("/werk/berekenen/", USUAL)
    finish(new_worker(home, workers))
    assert newest().state == "failed"
    assert "te veel tijd" in newest().trouble


def test_a_full_disk_while_a_run_is_written(home: Workspace, tmp_path: object) -> None:
    """As the engine meets it: the sentence says what is wrong, whatever stands around the error."""
    from wijkverhaal.foundation.errors import InputError
    from wijkverhaal.site.jobs.child import _disk_is_full

    def written() -> None:
        try:
            raise OSError(28, "No space left on device")
        except OSError as error:
            raise InputError("De werkmap is niet te schrijven.") from error

    with pytest.raises(InputError) as caught:
        written()
    assert _disk_is_full(caught.value)
    assert not _disk_is_full(InputError("iets anders"))


def test_the_database_is_gone_for_a_while(
    home: Workspace, analyst: Client, workers: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The child goes on, and what came of it is told when the database is back."""
    from django.db.utils import OperationalError

    from wijkverhaal.site.jobs import queue, worker

    monkeypatch.setattr(worker, "_WAIT_FOR_DATABASE", 0.05)
    gone = {"times": 0}
    real = queue.end

    def end(*arguments: Any) -> bool:
        gone["times"] += 1
        if gone["times"] < 4:
            raise OperationalError("server closed the connection unexpectedly")
        return real(*arguments)

    monkeypatch.setattr(queue, "end", end)
    analyst.post("/werk/berekenen/", USUAL)
    at_work = new_worker(home, workers)
    at_work.run(lambda: newest().is_open)
    assert gone["times"] == 4
    assert newest().state == "finished"
    assert newest().result["run"] in [folder.name for folder in home.runs.iterdir()]


def test_a_job_of_a_process_that_is_gone_ends_at_the_next_start(
    home: Workspace, analyst: Client, workers: ExitStack
) -> None:
    import socket
    import subprocess
    import sys

    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import ESTIMATE, Job

    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    analyst.post("/werk/berekenen/", USUAL)
    assert queue.claim(f"{socket.gethostname()[:80]}:{ended.pid}:x", (ESTIMATE,)) is not None
    new_worker(home, workers)
    assert Job.objects.get().state == "failed"
