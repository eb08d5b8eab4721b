# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A workspace of its own for every test, with the figures of a very small country or with none."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wijkverhaal.figures.intake import import_files
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.simulation.country import CountrySettings, simulate_country
from wijkverhaal.simulation.published_files import publish

from ..conftest import Site

if TYPE_CHECKING:
    from wijkverhaal.site.jobs.models import Job
    from wijkverhaal.site.jobs.worker import Worker

#: What the form of a run sends when nobody changes anything; of one year, to be quick.
USUAL = {
    "uitkomst": "jeugdzorg",
    "jaar": "2022",
    "niveaus": "ja",
    "buren": "ja",
    "samen": "ja",
    "fdr": "10",
    "kleinste": "10",
    "startgetal": "1",
}
_LONGEST = 240


@pytest.fixture(scope="session")
def country(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The files of the country."""
    settings = CountrySettings(gemeenten=12, wijken=70, regions=3)
    return publish(simulate_country(settings, seed=7), tmp_path_factory.mktemp("country"))


@pytest.fixture(scope="session")
def imported(country: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with all of them; only copied."""
    root = tmp_path_factory.mktemp("imported") / "werkmap"
    import_files(Workspace(root), country)
    return root


def _at(root: Path) -> Iterator[Workspace]:
    from django.test import override_settings

    from wijkverhaal.site.jobs.models import Job, WorkerSign
    from wijkverhaal.site.runs import library
    from wijkverhaal.site.runs.models import ShownRun
    from wijkverhaal.site.workspace_files import SiteFiles

    workspace = Workspace(root)
    (root / "site").mkdir(parents=True)
    library._seen.clear()
    with override_settings(FILES=SiteFiles(workspace)):
        yield workspace
    library._seen.clear()
    Job.objects.all().delete()
    WorkerSign.objects.all().delete()
    ShownRun.objects.all().delete()


@pytest.fixture
def empty(site: Site, tmp_path: Path) -> Iterator[Workspace]:
    """The site at work in a workspace in which nothing was read."""
    yield from _at(tmp_path / "werkmap")


@pytest.fixture
def home(site: Site, imported: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The site at work in a workspace with figures and without a run."""
    shutil.copytree(imported, tmp_path / "werkmap")
    yield from _at(tmp_path / "werkmap")


@pytest.fixture
def workers() -> Iterator[ExitStack]:
    """Closes every worker of a test."""
    with ExitStack() as stack:
        yield stack


def new_worker(workspace: Workspace, workers: ExitStack) -> Worker:
    from wijkverhaal.site.jobs.worker import Worker

    worker = Worker(workspace)
    workers.callback(worker.close)
    worker.start()
    return worker


def finish(worker: Worker) -> None:
    """Let a worker go on until nothing is open."""
    from wijkverhaal.site.jobs.models import OPEN, Job

    until(worker, lambda: not Job.objects.filter(state__in=OPEN).exists())


def until(worker: Worker, reached: object) -> None:
    """Let a worker go on until something is so."""
    end = time.monotonic() + _LONGEST
    while not reached():  # type: ignore[operator]
        assert time.monotonic() < end, "this takes too long"
        worker.turn()
        time.sleep(0.05)


def newest() -> Job:
    """The job that was asked for last."""
    from wijkverhaal.site.jobs.models import Job

    found = Job.objects.first()
    assert found is not None
    return found


def left_behind(workspace: Workspace) -> list[str]:
    """What lies in the folder of files that somebody sent, and what is half written elsewhere."""
    uploads = workspace.root / "site" / "uploads"
    half = list(workspace.root.rglob(".unfinished-*"))
    return [str(path) for path in [*(uploads.rglob("*") if uploads.is_dir() else []), *half]]
