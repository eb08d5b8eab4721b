# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which files that somebody sent are still wanted; the others are thrown away."""

from datetime import timedelta

from django.utils import timezone

from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.site.jobs import batch
from wijkverhaal.site.jobs.models import FINISHED, IMPORT, LOOK, OPEN, Job

#: How long files wait for somebody to say that they may be read in.
PATIENCE = timedelta(hours=12)
#: A batch that no job knows yet is still coming in; after this long it was broken off.
ARRIVING = timedelta(hours=1)


def sweep_unwanted(workspace: Workspace, arriving: timedelta = ARRIVING) -> int:
    """Throw away every batch that was read in, refused, thrown away or forgotten; how many those were."""
    folder = batch.uploads_of(str(workspace.root))
    if not folder.is_dir():
        return 0
    since = (timezone.now() - arriving).timestamp()
    fresh = {one.name for one in folder.iterdir() if one.stat().st_mtime > since}
    return batch.sweep(folder, wanted_batches() | (fresh - _known_batches()))


def _known_batches() -> set[str]:
    looks = Job.objects.filter(kind=LOOK).values_list("parameters", flat=True)
    return {parameters["batch"] for parameters in looks}


def wanted_batches() -> set[str]:
    """The batches of open jobs, and of looks after which somebody may still say yes."""
    now = timezone.now()
    work = Job.objects.filter(kind__in=(LOOK, IMPORT))
    open_now = work.filter(state__in=OPEN)
    looked = Job.objects.filter(kind=LOOK, state=FINISHED, ended__gt=now - PATIENCE)
    done = work.filter(kind=IMPORT, state=FINISHED).values_list("parameters", flat=True)
    read = {parameters["batch"] for parameters in done}
    usable = {job.parameters["batch"] for job in looked if is_usable(job)}
    return {job.parameters["batch"] for job in open_now} | (usable - read)


def is_usable(job: Job) -> bool:
    """Whether its files can be read in, or can be once a question is answered."""
    if job.kind != LOOK or job.state != FINISHED or job.result.get("thrown_away"):
        return False
    return not any(one["trouble"] for one in job.result["files"]) and not job.result["trouble"]
