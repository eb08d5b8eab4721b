# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The intake of files: all of them are read and checked before any of them is written."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from wijkverhaal.figures.conflict import refuse_conflicts
from wijkverhaal.figures.cross_check import check_together
from wijkverhaal.figures.import_report import ImportReport
from wijkverhaal.figures.parsed_source import ParsedSource
from wijkverhaal.figures.reading import Reading
from wijkverhaal.figures.recognise import read_file
from wijkverhaal.figures.source import Source
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.files import checksum
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import Workspace

_LEVELS = ("country", "gemeente", "wijk")


def import_files(
    workspace: Workspace,
    paths: Sequence[Path],
    kind: str | None = None,
    year: int | None = None,
    replace: bool = False,
    fictional: bool | None = None,
    progress: Callable[[str], None] | None = None,
) -> list[ImportReport]:
    """Read files into a workspace: all of them, or none.

    Parameters
    ----------
    workspace : Workspace
        Where the figures go; made when it is not there.
    paths : sequence of Path
        The files.
    kind : str, optional
        One of `source.KINDS`, for all files; None recognises each by its content.
    year : int, optional
        What they are about, where their content does not say so.
    replace : bool
        Whether sources about the same thing and year give way.
    fictional : bool, optional
        Whether the figures are of the fictional country; None believes the files.
    progress : callable, optional
        Called with the name of each file before it is read.

    Returns
    -------
    list of ImportReport
        One per file, in the order given.

    Raises
    ------
    InputError
        With one sentence; nothing has been written then.
    """
    if not paths:
        raise InputError(_("Geef minstens één bestand om te importeren."))
    readings = []
    for path in paths:
        if progress:
            progress(path.name)
        readings.append(read_file(path, kind, year))
    is_fictional = _agreed(readings, paths) if fictional is None else fictional
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    parsed = [_parsed(r, p, is_fictional, now) for r, p in zip(readings, paths, strict=True)]
    store = FigureStore(workspace)
    there = store.parsed()
    refuse_conflicts(parsed, [] if replace else there)
    check_together(parsed, store.remaining(parsed) if replace else there)
    workspace.prepare(is_fictional)
    written = store.add_all(parsed, replace)
    return [_report(r, s) for r, s in zip(readings, written, strict=True)]


def _agreed(readings: Sequence[Reading], paths: Sequence[Path]) -> bool:
    marked = [path.name for reading, path in zip(readings, paths, strict=True) if reading.fictional]
    others = [path.name for reading, path in zip(readings, paths, strict=True) if not reading.fictional]
    if marked and others:
        raise InputError(
            _(
                "{fictional} bevat verzonnen cijfers en {real} echte;"
                " importeer ze in verschillende werkmappen."
            ).format(fictional=marked[0], real=others[0])
        )
    return bool(marked)


def _parsed(reading: Reading, path: Path, fictional: bool, now: str) -> ParsedSource:
    digest = checksum(path)
    name = "-".join([reading.kind, *map(str, reading.years), digest[:8]])
    notes = [*reading.notes, *reading.warnings]
    source = Source(
        id=name,
        kind=reading.kind,
        title=reading.title,
        file=path.name,
        checksum=digest,
        years=reading.years,
        levels=_levels(reading),
        licence=reading.licence,
        fictional=fictional,
        imported=now,
        notes=tuple(_completed(reading.completed) + notes),
    )
    return ParsedSource(
        source, reading.figures, reading.areas, reading.boundaries, reading.adjacency, reading.regions
    )


def _completed(count: int) -> list[str]:
    if not count:
        return []
    return [
        _(
            "{count} codes misten hun letters of nullen vooraan en zijn aangevuld (zoals 300: WK000300)."
        ).format(count=count)
    ]


def _levels(reading: Reading) -> dict[str, int]:
    if reading.areas is not None:
        codes = reading.areas.unique("area")["level"]
        return {level: n for level in _LEVELS if (n := int((codes == level).sum()))}
    if reading.regions is not None:
        return {"gemeente": reading.regions.height, "jeugdregio": reading.regions["region"].n_unique()}
    if reading.adjacency is not None:
        return {"wijk": pl.concat([reading.adjacency["area_a"], reading.adjacency["area_b"]]).n_unique()}
    return {}


def _report(reading: Reading, source: Source) -> ImportReport:
    status = pl.Series([], dtype=pl.String) if reading.figures is None else reading.figures["status"]
    return ImportReport(
        file=source.file,
        kind=source.kind,
        title=source.title,
        source=source.id,
        rows=reading.rows,
        years=source.years,
        year_from=reading.year_from,
        levels=source.levels,
        secret=int((status == "secret").sum()),
        missing=int((status == "missing").sum()),
        completed=reading.completed,
        not_understood=tuple(reading.not_understood),
        notes=(*_completed(reading.completed), *reading.notes),
        warnings=tuple(reading.warnings),
        fictional=source.fictional,
    )
