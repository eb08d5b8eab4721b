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

#: A later version whose third migration of the accounts cannot be done.
_FAILING = """
import os
from pathlib import Path
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.workspace import Workspace
from importlib import import_module
from django.db import migrations

def stop(apps, editor):
    raise ValueError("deze rij past niet")

migration = import_module("wijkverhaal.site.accounts.migrations.0003_no_single_role").Migration
migration.operations = [migrations.RunPython(stop)]
from wijkverhaal.site.set_up import prepare
try:
    prepare(Workspace(Path({root!r})))
except InputError as error:
    print(error)
"""


def _run(program: str, root: Path) -> str:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "DATABASE_"))
    }
    done = subprocess.run(
        [sys.executable, "-c", program.format(root=str(root))], capture_output=True, text=True, env=kept
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


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


@pytest.fixture(scope="module")
def failed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A site whose bringing up to date failed twice, and what was said each time."""
    root = tmp_path_factory.mktemp("failed") / "werkmap"
    _run(_EARLIER, root)
    (root / "site" / "site.sqlite3.bak").write_text("van de vorige keer")
    return root / "site", [_run(_FAILING, root) for _start in range(2)]


def _named(sentence: str, folder: Path) -> Path:
    return Path(str(folder) + sentence.split(str(folder))[1].split(":")[0])


def test_a_failure_names_its_reason_and_a_copy_of_the_file_as_it_was(
    failed: tuple[Path, list[str]],
) -> None:
    folder, told = failed
    assert len(set(told)) == 1, "the second start says the same"
    assert "deze rij past niet" in told[0]
    assert "niet te bereiken" not in told[0]
    with sqlite3.connect(f"file:{_named(told[0], folder)}?immutable=1", uri=True) as copy:
        assert copy.execute("SELECT role FROM accounts_account WHERE name = 'anna'").fetchone() == (
            "analyst",
        )
        assert not copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'accounts_heldrole'").fetchall()


def test_the_copy_of_the_last_time_stays_until_it_succeeds(failed: tuple[Path, list[str]]) -> None:
    folder, told = failed
    assert (folder / "site.sqlite3.bak").read_text("utf-8", "replace") == "van de vorige keer"
    _run(_NOW, folder.parent)
    with sqlite3.connect(folder / "site.sqlite3.bak") as copy:
        assert copy.execute("SELECT count(*) FROM accounts_account").fetchone() == (2,)
        assert not copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'accounts_heldrole'").fetchall()
    assert not _named(told[0], folder).exists()
    assert not [one for one in folder.iterdir() if "voor-bijwerken" in one.name]


def test_a_new_database_needs_no_copy(tmp_path: Path) -> None:
    _run(_NOW, tmp_path / "werkmap")
    assert [one.name for one in (tmp_path / "werkmap" / "site").glob("site.sqlite3*")] == ["site.sqlite3"]
