# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which run everybody sees on the start page.

An analyst chooses it, so that a trial is not everybody's start page at once. Where nobody chose, it is
the newest run; a run made on the site does not come in its place by itself (`hold`).
"""

from collections.abc import Sequence
from contextlib import suppress

from django.db import DatabaseError, connection

from wijkverhaal.expectation.run import RunEntry
from wijkverhaal.foundation.errors import WijkverhaalError
from wijkverhaal.foundation.language import LANGUAGES, speaking
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.models import ShownRun


def for_readers(without: str = "") -> list[RunEntry]:
    """All finished runs, the one that everybody sees first, then the newest first.

    Parameters
    ----------
    without : str
        A run that is left out: so it would be when that run is gone.
    """
    entries = [entry for entry in library.entries() if entry.id != without]
    first = chosen(entries)
    if first is None:
        return entries
    return [first, *(one for one in entries if one.id != first.id)]


def chosen(entries: Sequence[RunEntry]) -> RunEntry | None:
    """The run that was chosen last of those that are still there; None where nobody chose."""
    if len(entries) < 2:
        return None
    known = {entry.id: entry for entry in entries}
    runs = ShownRun.objects.values_list("run", flat=True)
    return next((known[run] for run in runs if run in known), None)


def show(run_id: str) -> None:
    """From now on everybody sees this run first."""
    ShownRun.objects.create(run=run_id)


def hold(new: str = "") -> None:
    """Let everybody go on seeing what they see now, while a run is made on the site.

    Parameters
    ----------
    new : str
        The run that is finished already.
    """
    entries = [entry for entry in library.entries() if entry.id != new]
    known = {entry.id for entry in entries}
    if entries and not ShownRun.objects.filter(run__in=known).exists():
        ShownRun.objects.create(run=entries[0].id)


def read_ahead() -> None:
    """Read what everybody sees in the language most people read; what cannot be read says so when asked."""
    with suppress(WijkverhaalError, DatabaseError), speaking(LANGUAGES[0]):
        for entry in for_readers()[:1]:
            library.opened(entry.id)
    connection.close()
