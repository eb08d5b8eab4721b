# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The queue: nobody's work is done twice, and never two changes at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from wijkverhaal.foundation.workspace import Workspace

from .conftest import USUAL, newest

if TYPE_CHECKING:
    from django.test import Client


def _in_threads(ask: object, times: int) -> list[object]:
    from django.db import connection

    together = Barrier(times)

    def asked(_which: int) -> object:
        together.wait()
        try:
            return ask()  # type: ignore[operator]
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(asked, range(times)))


def test_the_same_run_asked_from_several_threads_is_one_job(home: Workspace) -> None:
    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import ESTIMATE, Job

    answers = _in_threads(lambda: queue.ask(ESTIMATE, {"seed": 1}, "anna", "same"), 6)
    assert Job.objects.count() == 1
    assert sorted(there for _job, there in answers) == [False] + 5 * [True]  # type: ignore[misc]


def test_a_job_is_claimed_by_one_worker(home: Workspace) -> None:
    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import ESTIMATE

    queue.ask(ESTIMATE, {}, "anna")
    claimed = _in_threads(lambda: queue.claim("somebody", (ESTIMATE,)), 6)
    assert len([job for job in claimed if job is not None]) == 1


def test_two_changes_never_run_at_once(home: Workspace) -> None:
    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import ESTIMATE, IMPORT, LOOK

    for kind in (ESTIMATE, IMPORT, LOOK):
        queue.ask(kind, {}, "anna")
    first = queue.claim("one", (ESTIMATE, IMPORT))
    assert first is not None
    assert queue.claim("two", (ESTIMATE, IMPORT)) is None
    assert queue.claim("two", (LOOK,)) is not None
    with pytest.raises(queue.BusyError, match="Er loopt nu"), queue.change("remove", "bram"):
        pytest.fail("a change beside a change")
    queue.end(first.pk, "one", "cancelled")
    assert queue.claim("two", (ESTIMATE, IMPORT)) is not None


def test_two_analysts_who_start_the_same_run_see_one(home: Workspace, analyst: Client) -> None:
    from wijkverhaal.site.jobs.models import Job

    first = analyst.post("/werk/berekenen/", USUAL)
    second = analyst.post("/werk/berekenen/", USUAL)
    assert second.headers["Location"] == first.headers["Location"] + "?al=bezig"
    assert "Deze berekening was al gevraagd" in analyst.get(second.headers["Location"]).text
    analyst.post("/werk/berekenen/", USUAL | {"startgetal": "2"})
    assert Job.objects.count() == 2


def test_silence_ends_a_job_and_it_can_be_started_again(home: Workspace, analyst: Client) -> None:
    from django.utils import timezone

    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import ESTIMATE, Job

    analyst.post("/werk/berekenen/", USUAL)
    job = queue.claim("of a machine that stopped", (ESTIMATE,))
    assert job is not None
    Job.objects.filter(pk=job.pk).update(heartbeat=timezone.now() - queue.SILENCE - timedelta(seconds=1))
    page = analyst.get(f"/werk/opdracht/{job.pk}/").text
    assert "afgebroken" in page
    again = analyst.post(f"/werk/opdracht/{job.pk}/opnieuw/")
    assert newest().state == "waiting"
    assert newest().parameters == job.parameters
    assert again.headers["Location"] == f"/werk/opdracht/{newest().pk}/"


def test_a_worker_that_was_thought_dead_goes_on(home: Workspace) -> None:
    from django.utils import timezone

    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import ESTIMATE, Job

    queue.ask(ESTIMATE, {}, "anna", "same")
    job = queue.claim("one", (ESTIMATE,))
    assert job is not None
    Job.objects.filter(pk=job.pk).update(heartbeat=timezone.now() - 2 * queue.SILENCE)
    assert queue.expire() == 1
    assert queue.beat(job.pk, "one", "nog bezig", 0.5)
    assert Job.objects.get(pk=job.pk).state == "running"
    assert not queue.beat(job.pk, "somebody else", "", 0.0)


def _told_since(last: int) -> list[tuple[str, str]]:
    """What the log tells since then, in Dutch, with who it is about."""
    from wijkverhaal.foundation.language import speaking
    from wijkverhaal.site.log.events import sentence
    from wijkverhaal.site.log.models import Event

    with speaking("nl"):
        found = Event.objects.filter(pk__gt=last).order_by("pk")
        return [(one.key, sentence(one.key, one.actor, one.facts)) for one in found]


def _last_event() -> int:
    from wijkverhaal.site.log.models import Event

    return Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def test_the_log_tells_once_that_work_was_broken_off(home: Workspace) -> None:
    from django.utils import timezone

    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import ESTIMATE, IMPORT, LOCAL, Job

    for kind in (ESTIMATE, LOCAL, IMPORT):
        last = _last_event()
        queue.ask(kind, {}, "anna", kind)
        job = queue.claim("one", (kind,))
        assert job is not None
        Job.objects.filter(pk=job.pk).update(heartbeat=timezone.now() - 2 * queue.SILENCE)
        assert [queue.expire() for _looks in range(3)] == [1, 0, 0]
        queue.end(job.pk, "one", "failed", None, "hoe dan ook")
        ((key, sentence),) = _told_since(last)
        assert key in ("run-failed", "question-failed", "reading-broken-off")
        assert "anna" in sentence
        assert f"opdracht {job.pk}" in sentence
        assert "geweigerd" not in sentence, "nobody refused these files"


def test_the_log_tells_that_broken_off_work_goes_on_after_all(home: Workspace) -> None:
    from django.utils import timezone

    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import ESTIMATE, Job

    last = _last_event()
    queue.ask(ESTIMATE, {}, "anna", "same")
    job = queue.claim("one", (ESTIMATE,))
    assert job is not None
    Job.objects.filter(pk=job.pk).update(heartbeat=timezone.now() - 2 * queue.SILENCE)
    queue.expire()
    assert queue.beat(job.pk, "one", "nog bezig", 0.5)
    assert queue.beat(job.pk, "one", "nog bezig", 0.6)
    queue.end(job.pk, "one", "finished", {"run": "een-berekening"})
    assert [key for key, _told in _told_since(last)] == ["run-failed", "job-resumed", "run-finished"]


def test_stopped_work_whose_worker_died_is_told_as_stopped(home: Workspace) -> None:
    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import ESTIMATE, Job

    last = _last_event()
    queue.ask(ESTIMATE, {}, "anna", "same")
    job = queue.claim("one", (ESTIMATE,))
    assert job is not None
    queue.cancel(job.pk)
    queue.fail(Job.objects.filter(worker="one", state="running"), queue.broken_off())
    assert [key for key, _told in _told_since(last)] == ["run-cancelled"]


def test_a_worker_that_was_replaced_stops(home: Workspace) -> None:
    from django.utils import timezone

    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import ESTIMATE, Job

    queue.ask(ESTIMATE, {}, "anna", "same")
    job = queue.claim("one", (ESTIMATE,))
    assert job is not None
    Job.objects.filter(pk=job.pk).update(heartbeat=timezone.now() - 2 * queue.SILENCE)
    queue.expire()
    queue.ask(ESTIMATE, {}, "anna", "same")
    assert queue.claim("two", (ESTIMATE,)) is not None
    assert not queue.beat(job.pk, "one", "", 0.0)


def test_stopping_a_waiting_job_is_at_once(home: Workspace, analyst: Client) -> None:
    analyst.post("/werk/berekenen/", USUAL)
    analyst.post(f"/werk/opdracht/{newest().pk}/stoppen/")
    assert newest().state == "cancelled"
    assert "Start opnieuw" in analyst.get(f"/werk/opdracht/{newest().pk}/").text


def test_a_page_says_that_nobody_works(home: Workspace, analyst: Client) -> None:
    from wijkverhaal.site.jobs import queue

    assert "geen werker" in analyst.get("/werk/").text
    queue.sign("one")
    assert "geen werker" not in analyst.get("/werk/").text
    queue.sign_off("one")
    assert "geen werker" in analyst.get("/werk/inlezen/").text
