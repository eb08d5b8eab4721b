# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same site on PostgreSQL: the tests of this folder once more, with another database behind them."""

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
#: Tests of the browser, of processes and of SQLite's file say nothing about a server's database.
_ELSEWHERE = (
    "test_postgresql.py",
    "test_site_in_browser.py",
    "test_every_page.py",
    "test_serve.py",
    "test_ready_database.py",
)


def _environment(address: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "COV_"))}
    return kept | {"DATABASE_URL": address, "WIJKVERHAAL_LANG": "nl"}


def test_the_tests_of_the_site_pass_on_postgresql() -> None:
    ignored = [f"--ignore={_HERE / name}" for name in _ELSEWHERE]
    with cluster() as address:
        told = subprocess.run(
            [sys.executable, "-m", "pytest", str(_HERE), "-q", "-p", "no:cacheprovider", *ignored],
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
