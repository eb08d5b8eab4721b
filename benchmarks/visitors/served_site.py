# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The site as a gemeente would start it, with people who have already come in."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import polars as pl

_PROGRAM = "from wijkverhaal.cli import main; main()"


@dataclass(frozen=True)
class ServedSite:
    """Where it answers, the cookie of each person, and the run it shows."""

    port: int
    cookies: list[str]
    run: Path


@contextmanager
def served_site(workspace: Path, workers: int, people: int) -> Iterator[ServedSite]:
    """Start the site for as long as this lasts."""
    runs = sorted(path for path in (workspace / "runs").iterdir() if (path / "run.json").is_file())
    cookies = _cookies(workspace, people)
    serve = ["serve", "--workspace", str(workspace), "--port", "0", "--workers", str(workers)]
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, *serve],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    try:
        yield ServedSite(_port(process), cookies, runs[-1])
    finally:
        process.terminate()
        process.wait(30)


def pages_of(site: ServedSite, wijken: int = 200) -> dict[str, list[str]]:
    """The overview of the gemeente with most wijken, and wijkprofielen spread over the country."""
    areas = pl.read_parquet(site.run / "areas.parquet").filter(pl.col("year") == pl.col("year").max())
    biggest = areas.group_by("gemeente").len().sort("len", "gemeente")["gemeente"][-1]
    codes = areas["area"].sort().gather_every(max(1, len(areas) // wijken)).to_list()
    start = f"/berekening/{site.run.name}"
    return {
        "overview": [f"{start}/gemeente/{biggest}/"],
        "wijkprofiel": [f"{start}/wijk/{code}/" for code in codes],
    }


def _port(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    for line in process.stdout:
        found = re.search(r"http://[^:/]+:(\d+)/", line)
        if found:
            return int(found[1])
    raise SystemExit("the site did not start")


def _cookies(workspace: Path, people: int) -> list[str]:
    """A session for each person, made in a process of its own, for Django is set up once."""
    program = f"""
from pathlib import Path
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.site.commands import prepare
prepare(Workspace(Path({str(workspace)!r})))
from django.conf import settings
from django.test import Client
from wijkverhaal.site.accounts.one_time_link import local_account
for _person in range({people}):
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(local_account(), "wijkverhaal.site.accounts.one_time_link.OneTimeLinkBackend")
    print(settings.SESSION_COOKIE_NAME + "=" + client.cookies[settings.SESSION_COOKIE_NAME].value)
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return told.stdout.split()
