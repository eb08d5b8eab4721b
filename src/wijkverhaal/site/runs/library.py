# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The finished runs of the workspace, read once per language and kept."""

from functools import lru_cache
from pathlib import Path

import polars as pl
from django.conf import settings
from django.http import Http404

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.run import RunEntry, finished_runs
from wijkverhaal.foundation.language import _, current_language, speaking
from wijkverhaal.publication.place import Place


def entries() -> list[RunEntry]:
    """All finished runs, the newest first."""
    return finished_runs(settings.FILES.workspace)[::-1]


def entry_of(run_id: str) -> RunEntry:
    """The run with this number; only of what the workspace lists, so that no path can be asked for.

    Raises
    ------
    Http404
        When there is no such finished run.
    """
    known = _seen.get(run_id)
    if known is not None and (known.folder / "run.json").is_file():
        return known
    found = {entry.id: entry for entry in entries()}
    _seen.update(found)
    if run_id in found:
        return found[run_id]
    raise Http404(_("Deze berekening bestaat niet, of niet meer."))


#: Entries of runs that were listed before; a run never changes, but it can be thrown away.
_seen: dict[str, RunEntry] = {}


def opened(run_id: str) -> FinishedRun:
    """The run in the language of the reader; a run never changes, so it is read once."""
    return _read(entry_of(run_id).folder, current_language())


@lru_cache(maxsize=6)
def _read(folder: Path, language: str) -> FinishedRun:
    with speaking(language):
        return FinishedRun.read(folder)


def wijken_of(run: FinishedRun, place: Place, year: int) -> pl.DataFrame:
    """The wijken of a place in a year, by name.

    Raises
    ------
    Http404
        When the run has no wijken there in that year.
    """
    frame = place.wijken(run.of_year(year)).sort("name", "area")
    if frame.is_empty():
        raise Http404(_("Deze berekening heeft daar in {year} geen wijken.").format(year=year))
    return frame
