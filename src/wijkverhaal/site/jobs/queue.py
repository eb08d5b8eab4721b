# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The queue: ask for work, claim it, tell how far it is, end it. Every step is one statement."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, current_language
from wijkverhaal.site.jobs.end_event import record_broken_off, record_end, record_resumed
from wijkverhaal.site.jobs.models import (
    CANCELLED,
    ESTIMATE,
    FAILED,
    FINISHED,
    OPEN,
    RUNNING,
    WAITING,
    Job,
    WorkerSign,
)
from wijkverhaal.site.runs.shown_run import hold

#: A running job whose worker said nothing for this long is taken to be broken off.
SILENCE = timedelta(seconds=30)
_TRIES = 5


class BusyError(InputError):
    """Something else is changing the workspace, or rests on it."""


def ask(kind: str, parameters: dict[str, Any], who: str, fingerprint: str | None = None) -> tuple[Job, bool]:
    """Put work in the queue, or join the same work that is open already.

    Returns
    -------
    tuple of Job and bool
        The job, and whether it was there already.
    """
    mark = fingerprint or secrets.token_hex(32)
    for _try in range(_TRIES):
        try:
            with transaction.atomic():
                return _new(kind, parameters, who, mark), False
        except IntegrityError:
            there = Job.objects.filter(fingerprint=mark, state__in=OPEN).first()
            if there is not None:
                return there, True
    raise _busy()


def _new(kind: str, parameters: dict[str, Any], who: str, mark: str, **more: Any) -> Job:
    return Job.objects.create(
        kind=kind, parameters=parameters, who=who, fingerprint=mark, language=current_language(), **more
    )


def claim(worker: str, kinds: tuple[str, ...]) -> Job | None:
    """Take the oldest waiting job of these kinds; None where there is none, or not now.

    Of several workers one gets it: the update finds the job waiting only once, and the
    database refuses a second change of the workspace.
    """
    waiting = Job.objects.filter(state=WAITING, kind__in=kinds).order_by("pk").first()
    if waiting is None:
        return None
    now = timezone.now()
    try:
        with transaction.atomic():
            taken = Job.objects.filter(pk=waiting.pk, state=WAITING).update(
                state=RUNNING, worker=worker, started=now, heartbeat=now
            )
    except IntegrityError:
        return None
    return Job.objects.get(pk=waiting.pk) if taken else None


def beat(job_id: int, worker: str, words: str, share: float) -> bool:
    """Say that a job goes on, also where it was taken to be broken off; False where it is no longer ours."""
    ours = Job.objects.filter(pk=job_id, worker=worker)
    now = {"heartbeat": timezone.now(), "words": words[:300], "share": share}
    if ours.filter(state=RUNNING).update(**now):
        return True
    taken_for_dead = ours.filter(state=FAILED, wanted_stop=False)
    try:
        with transaction.atomic():
            resumed = taken_for_dead.update(state=RUNNING, ended=None, trouble="", **now)
            if resumed:
                record_resumed(ours.get())
            return bool(resumed)
    except IntegrityError:
        return False


def end(
    job_id: int, worker: str, state: str, result: dict[str, Any] | None = None, trouble: str = ""
) -> bool:
    """End a job of a worker and record it; also one taken to be broken off while the database was away."""
    ours = Job.objects.filter(pk=job_id, worker=worker, state__in=(RUNNING, FAILED))
    share = {"share": 1.0} if state == FINISHED else {}
    with transaction.atomic():
        told = state == FAILED and ours.filter(state=FAILED).exists()
        ended = ours.update(state=state, ended=timezone.now(), result=result or {}, trouble=trouble, **share)
        if ended and not told:
            job = Job.objects.get(pk=job_id)
            record_end(job)
            if job.kind == ESTIMATE and state == FINISHED:
                hold(job.result["run"])
    return bool(ended)


def cancel(job_id: int) -> bool:
    """Stop a job: at once where it waits, else its worker is asked to; False where it had ended."""
    now = timezone.now()
    if Job.objects.filter(pk=job_id, state=WAITING).update(state=CANCELLED, ended=now, wanted_stop=True):
        return True
    return bool(Job.objects.filter(pk=job_id, state=RUNNING).update(wanted_stop=True))


def expire() -> int:
    """Mark what was broken off; how many jobs that were."""
    silent = Job.objects.filter(state=RUNNING, heartbeat__lt=timezone.now() - SILENCE)
    return fail(silent, broken_off())


def fail(jobs: Any, sentence: str) -> int:
    """End jobs that nobody works on any more and record each once; those that should stop anyway stopped."""
    found = list(jobs.values_list("pk", flat=True))
    return sum(_failed(jobs.filter(pk=job_id), job_id, sentence) for job_id in found)


def _failed(one: Any, job_id: int, sentence: str) -> bool:
    """End one job where it is still as it was found: of all who see it broken off, one tells it."""
    now = timezone.now()
    with transaction.atomic():
        ended = one.filter(wanted_stop=True).update(state=CANCELLED, ended=now) or one.filter(
            wanted_stop=False
        ).update(state=FAILED, ended=now, trouble=sentence)
        if ended:
            record_broken_off(Job.objects.get(pk=job_id))
    return bool(ended)


def broken_off() -> str:
    """What is said of work that stopped by itself."""
    return _("Het werk is afgebroken voordat het klaar was; start het opnieuw.")


def sign(worker: str) -> None:
    """Let the pages know that a worker is there."""
    WorkerSign.objects.update_or_create(name=worker, defaults={"seen": timezone.now()})
    WorkerSign.objects.filter(seen__lt=timezone.now() - timedelta(days=1)).delete()


def sign_off(worker: str) -> None:
    """Let the pages know that a worker went."""
    WorkerSign.objects.filter(name=worker).delete()


def somebody_works() -> bool:
    """Whether a worker was seen lately."""
    return WorkerSign.objects.filter(seen__gte=timezone.now() - SILENCE).exists()


def before(job: Job) -> int:
    """How many jobs go before a waiting one."""
    return int(Job.objects.filter(state__in=OPEN).filter(Q(pk__lt=job.pk) | Q(state=RUNNING)).count())


@contextmanager
def change(kind: str, who: str) -> Iterator[Job]:
    """Change the workspace right here, while no worker does.

    Raises
    ------
    BusyError
        When a job runs that changes the workspace or rests on it.
    """
    now = timezone.now()
    expire()
    try:
        with transaction.atomic():
            job = _new(kind, {}, who, secrets.token_hex(32), state=RUNNING, started=now, heartbeat=now)
    except IntegrityError:
        raise _busy() from None
    try:
        yield job
    except BaseException:
        Job.objects.filter(pk=job.pk).update(state=FAILED, ended=timezone.now(), trouble=broken_off())
        raise
    Job.objects.filter(pk=job.pk).update(state=FINISHED, ended=timezone.now(), share=1.0)


def _busy() -> BusyError:
    return BusyError(
        _("Er loopt nu een berekening of een bestand wordt ingelezen; probeer het daarna opnieuw.")
    )
