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
from wijkverhaal.foundation.files import whole_file
from wijkverhaal.foundation.language import _

#: Follows the name of the database in a copy for a migration that has not succeeded yet.
_BEFORE = ".voor-bijwerken-"


def make_ready(asked: bool = False) -> None:
    """Bring the database up to date where that is ours to do.

    Parameters
    ----------
    asked : bool
        Whether somebody asked for it; without that only a file in the workspace is changed.

    Raises
    ------
    InputError
        When the database cannot be reached, is a server's and not up to date, or cannot be brought
        up to date.
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
    except DatabaseError as error:
        raise InputError(
            _("De database is niet te bereiken; kijk of zij draait en of DATABASE_URL klopt.")
        ) from error
    if connection.vendor == "sqlite":
        _bring_up_to_date(Path(connection.settings_dict["NAME"]))
    else:
        _migrate(_("zet uw reservekopie terug en start de vorige versie van Wijkverhaal"))


def _behind() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _bring_up_to_date(file: Path) -> None:
    """Migrate our own file, beside a copy that stays until this has succeeded."""
    _back_up(file)
    copies = _unfinished_copies(file)
    if not copies:
        _migrate(_("gooi {file} weg en start opnieuw").format(file=file))
        return
    _migrate(
        _(
            "uw gegevens van ervoor staan in {copy}: zet die terug als {file} en start de vorige versie"
        ).format(copy=copies[0], file=file.name)
    )
    copies[0].replace(file.with_suffix(".sqlite3.bak"))
    for later in copies[1:]:
        later.unlink()


def _migrate(advice: str) -> None:
    """Run the migrations; whatever stops one is told with what to do."""
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except Exception as error:
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
        raise InputError(
            _("De database is niet bijgewerkt, want dat mislukte ({reason}); {advice}.").format(
                reason=reason, advice=advice
            )
        ) from error
    finally:
        connection.close()


def _unfinished_copies(file: Path) -> list[Path]:
    """Copies made for a migration that has not succeeded yet, the earliest state of the database first."""
    found = file.parent.glob(f"{file.name}{_BEFORE}*")
    known = {one: one.name.rpartition("-")[2] for one in found}
    return sorted((one for one, step in known.items() if step.isdecimal()), key=lambda one: int(known[one]))


def _back_up(file: Path) -> None:
    """Copy the file under the name of its state: how many migrations it has had.

    A migration that stops halfway leaves another state, whose copy does not replace the earlier one.
    """
    steps = len(MigrationExecutor(connection).loader.applied_migrations)
    if not steps:
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    target = file.with_name(f"{file.name}{_BEFORE}{steps}")
    with whole_file(target) as copy:
        shutil.copyfile(file, copy)
    shutil.copystat(file, target)
