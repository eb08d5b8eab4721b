# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A program for one test: a site's worker under supervision, killed in mid-run, and what comes of it.

It is a process of its own, for the site of the other tests lives in theirs.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from wijkverhaal.foundation.workspace import Workspace

_LONGEST = 200


def _wait(reached: Callable[[], object]) -> None:
    end = time.monotonic() + _LONGEST
    while not reached():
        if time.monotonic() > end:
            raise SystemExit("this takes too long")
        time.sleep(0.05)


def _children(pid: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int((folder / "stat").read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def _gone(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def main(root: Path) -> None:
    from wijkverhaal.site.commands import prepare

    workspace = Workspace(root)
    prepare(workspace)
    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import ESTIMATE, Job
    from wijkverhaal.site.jobs.supervision import supervised
    from wijkverhaal.site.log.models import Event

    told: dict[str, object] = {}
    with supervised(workspace) as worker:
        job, _there = queue.ask(ESTIMATE, {"years": [2022]}, "anna", "one")
        _wait(lambda: Job.objects.get(pk=job.pk).words)
        first = worker.pid
        assert first is not None
        children = _children(first)
        os.kill(first, signal.SIGKILL)
        _wait(lambda: not Job.objects.get(pk=job.pk).is_open)
        _wait(lambda: all(map(_gone, children)))
        told["state"], told["trouble"] = Job.objects.values_list("state", "trouble").get(pk=job.pk)
        told["log"] = list(Event.objects.order_by("pk").values_list("key", flat=True))
        told["children"] = len(children)
        told["half"] = [path.name for path in workspace.runs.glob("*") if not path.name.startswith(".")]
        again, there = queue.ask(ESTIMATE, job.parameters, "anna", "one")
        _wait(lambda: not Job.objects.get(pk=again.pk).is_open)
        told["joined"] = there
        told["again"], told["result"] = Job.objects.values_list("state", "result").get(pk=again.pk)
        told["new worker"] = worker.pid != first
        last = worker.pid
    assert last is not None
    told["stopped"] = _gone(last)
    told["runs"] = sorted(path.name for path in workspace.runs.iterdir())
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
