# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The end of a job, written together with its event in the log."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from wijkverhaal.site.jobs import queue
from wijkverhaal.site.jobs.models import CANCELLED, ESTIMATE, FAILED, FINISHED, IMPORT, LOOK, QUESTIONS, Job
from wijkverhaal.site.log.record import record

_OF_QUESTION = {
    FINISHED: "question-answered",
    FAILED: "question-failed",
    CANCELLED: "question-cancelled",
}


@dataclass
class Who:
    """Who asked for a job, by name: the account may be gone by now."""

    name: str


def tell_end(job_id: int, worker: str, state: str, result: dict[str, Any] | None, trouble: str) -> None:
    """End a job and record what happened, both or neither."""
    with transaction.atomic():
        if queue.end(job_id, worker, state, result, trouble):
            _record(Job.objects.get(pk=job_id))


def _record(job: Job) -> None:
    who, number = Who(job.who), str(job.pk)
    if job.kind == LOOK:
        wrong = [one for one in job.result.get("files", []) if one["trouble"]]
        if job.state == FAILED or wrong:
            record("file-refused", who, job=number)
    elif job.kind == IMPORT and job.state == FINISHED:
        for source in job.result["sources"]:
            record("file-read", who, source=source["id"])
    elif job.kind == IMPORT and job.state == FAILED:
        record("file-refused", who, job=number)
    elif job.kind == ESTIMATE and job.state == FINISHED:
        record("run-finished", who, run=job.result["run"])
    elif job.kind == ESTIMATE and job.state == FAILED:
        record("run-failed", who, job=number)
    elif job.kind == ESTIMATE and job.state == CANCELLED:
        record("run-cancelled", who, job=number)
    elif job.kind in QUESTIONS:
        record(_OF_QUESTION[job.state], who, job=number)
