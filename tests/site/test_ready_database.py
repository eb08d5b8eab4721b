# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database at a start: a file of our own is copied and brought up to date, and nobody loses a role."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

#: As an earlier version left it: one role per account.
_EARLIER = """
from wijkverhaal.site import ready_database
ready_database.make_ready = lambda asked: None
from wijkverhaal.site.commands import prepare
from wijkverhaal.foundation.workspace import Workspace
from pathlib import Path
prepare(Workspace(Path({root!r})))
from django.core.management import call_command
call_command("migrate", "accounts", "0001_initial", verbosity=0)
from django.db import connection
with connection.cursor() as cursor:
    for name, role in (("lokaal", "reader"), ("anna", "analyst")):
        cursor.execute(
            "INSERT INTO accounts_account (password, name, role, is_active, made)"
            " VALUES ('!', %s, %s, 1, '2026-01-01 00:00:00')", [name, role])
"""
_NOW = """
from wijkverhaal.site.commands import prepare
from wijkverhaal.foundation.workspace import Workspace
from pathlib import Path
prepare(Workspace(Path({root!r})))
"""


def _run(program: str, root: Path) -> None:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "DATABASE_"))
    }
    done = subprocess.run(
        [sys.executable, "-c", program.format(root=str(root))], capture_output=True, text=True, env=kept
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("upgrade") / "werkmap"
    _run(_EARLIER, root)
    _run(_NOW, root)
    return root / "site"


def test_the_file_as_it_was_is_kept_beside(upgraded: Path) -> None:
    with sqlite3.connect(upgraded / "site.sqlite3.bak") as copy:
        assert copy.execute("SELECT name, role FROM accounts_account ORDER BY name").fetchall() == [
            ("anna", "analyst"),
            ("lokaal", "reader"),
        ]


def test_accounts_keep_their_roles_and_the_local_one_gets_all(upgraded: Path) -> None:
    with sqlite3.connect(upgraded / "site.sqlite3") as now:
        held = now.execute(
            "SELECT name, role FROM accounts_heldrole JOIN accounts_account"
            " ON accounts_account.id = account_id ORDER BY name, role"
        ).fetchall()
    assert [role for name, role in held if name == "anna"] == ["analyst"]
    assert {role for name, role in held if name == "lokaal"} == {
        "reader",
        "analyst",
        "researcher",
        "facilitator",
        "administrator",
    }


def test_a_file_that_is_up_to_date_is_not_copied_again(upgraded: Path) -> None:
    copy = upgraded / "site.sqlite3.bak"
    before = copy.stat().st_mtime_ns
    _run(_NOW, upgraded.parent)
    assert copy.stat().st_mtime_ns == before
