# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the log tells of the end of a job."""

from dataclasses import dataclass

from wijkverhaal.site.jobs.models import CANCELLED, ESTIMATE, FAILED, FINISHED, IMPORT, LOOK, QUESTIONS, Job
from wijkverhaal.site.log.record import record

_OF_RUN = {FAILED: "run-failed", CANCELLED: "run-cancelled"}
_OF_QUESTION = {
    FINISHED: "question-answered",
    FAILED: "question-failed",
    CANCELLED: "question-cancelled",
}


@dataclass
class Who:
    """Who asked for a job, by name: the account may be gone by now."""

    name: str


def record_end(job: Job) -> None:
    """Record how a job ended, as its worker told it."""
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
    elif job.kind == ESTIMATE:
        record(_OF_RUN[job.state], who, job=number)
    elif job.kind in QUESTIONS:
        record(_OF_QUESTION[job.state], who, job=number)


def record_broken_off(job: Job) -> None:
    """Record that a job ended because nobody works on it any more; its files were not refused."""
    if job.kind not in (LOOK, IMPORT):
        record_end(job)
    elif job.state == FAILED:
        record("reading-broken-off", Who(job.who), job=str(job.pk))


def record_resumed(job: Job) -> None:
    """Record that a job goes on of which the log told that it had ended."""
    record("job-resumed", Who(job.who), job=str(job.pk))
