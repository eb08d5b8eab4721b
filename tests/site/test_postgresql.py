# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same site on PostgreSQL: the tests of this folder once more, with another database behind them.

Left out are tests that carry the marker `any_database`, because what they see cannot depend on it:
every test with a browser (marked in `conftest.py`), tests that fit a model in a child process, which
knows no database, and tests of files, drawings and stylesheets. Left out by their name are tests
that start a site of their own or are about SQLite's file. What stays: accounts, visits, the log, the
queue and its workers, sealed stories, the API and every page once.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .postgresql import cluster, programs

pytestmark = pytest.mark.skipif(
    programs() is None, reason="PostgreSQL is not among Debian's installed packages; nothing ran on it"
)
_HERE = Path(__file__).parent
#: Tests of processes with a database of their own, and of SQLite's file.
_ELSEWHERE = ("test_postgresql.py", "test_serve.py", "test_ready_database.py", "test_demo_serve.py")


def _environment(address: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "COV_"))}
    return kept | {"DATABASE_URL": address, "WIJKVERHAAL_LANG": "nl"}


def test_the_tests_of_the_site_pass_on_postgresql() -> None:
    ignored = [f"--ignore={_HERE / name}" for name in _ELSEWHERE]
    only = ["-m", "not any_database"]
    with cluster() as address:
        told = subprocess.run(
            [sys.executable, "-m", "pytest", str(_HERE), "-q", "-p", "no:cacheprovider", *ignored, *only],
            env=_environment(address),
            cwd=_HERE.parents[1],
            capture_output=True,
            text=True,
        )
    assert told.returncode == 0, told.stdout[-6000:]
    passed = re.search(r"(\d+) passed", told.stdout)
    assert passed is not None
    assert int(passed[1]) > 50


def test_a_server_that_is_behind_is_refused_with_the_command_that_helps(tmp_path: Path) -> None:
    program = "from wijkverhaal.cli import main; main()"
    serve = [sys.executable, "-c", program, "serve", "--workspace", str(tmp_path / "werkmap"), "--port", "0"]
    with cluster() as address:
        told = subprocess.run(serve, env=_environment(address), capture_output=True, text=True, timeout=120)
    assert told.returncode == 2
    assert "wijkverhaal serve --migrate" in told.stderr
    assert told.stderr.strip().count("\n") == 0
    gone = subprocess.run(serve, env=_environment(address), capture_output=True, text=True, timeout=120)
    assert gone.returncode == 2
    assert "niet te bereiken" in gone.stderr
