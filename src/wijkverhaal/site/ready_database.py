# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database made ready: a file of our own is kept safe and brought up to date, a server's is not."""

import shutil
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _


def make_ready(asked: bool = False) -> None:
    """Bring the database up to date where that is ours to do.

    Parameters
    ----------
    asked : bool
        Whether somebody asked for it; without that only a file in the workspace is changed.

    Raises
    ------
    InputError
        When the database cannot be reached, or is a server's and not up to date.
    """
    try:
        behind = _behind()
        if not behind:
            return
        if connection.vendor != "sqlite" and not asked:
            raise InputError(
                _(
                    "De database is nog niet bijgewerkt; maak een reservekopie en start één keer met"
                    " wijkverhaal serve --migrate."
                )
            )
        if connection.vendor == "sqlite":
            _back_up(Path(connection.settings_dict["NAME"]))
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        raise InputError(
            _("De database is niet te bereiken; kijk of zij draait en of DATABASE_URL klopt.")
        ) from error


def _behind() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _back_up(file: Path) -> None:
    """Copy the file as it is, with what still stands beside it; the next copy replaces this one."""
    if not file.exists() or file.stat().st_size == 0:
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    shutil.copy2(file, file.with_suffix(".sqlite3.bak"))
