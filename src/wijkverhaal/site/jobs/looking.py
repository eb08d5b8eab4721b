# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A first look at files: what is in them, what they would replace, what must be asked.

They are read exactly as `wijkverhaal import` does, into a workspace that is thrown away.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from wijkverhaal.figures.conflict import conflicts, refuse_conflicts
from wijkverhaal.figures.cross_check import check_together
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.parsed_source import ParsedSource
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.errors import InputError, WijkverhaalError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.site.jobs.child import Tell
from wijkverhaal.site.jobs.unpacked import refuse_bomb

#: The option by which a sentence of the intake asks for a year, in every language.
_YEAR_OPTION = "--year"
_ANY_YEAR = 2000
_MOST, _LONGEST = 20, 400


def look_at(
    workspace: Workspace,
    paths: Sequence[Path],
    kind: str | None,
    year: int | None,
    scratch: Path,
    tell: Tell,
) -> dict[str, Any]:
    """What stands in the files.

    Returns
    -------
    dict
        `files`: per file its report, or its `trouble`; `asks_year`: whether somebody must say the
        year; `replaces`: the sources that would give way; `trouble`: why they cannot be read in.
    """
    files, parsed = [], []
    for place, path in enumerate(paths):
        tell(_("Lezen: {name}").format(name=path.name), place / len(paths))
        seen, found = _look(path, kind, year, Workspace(scratch / f"look-{place}"))
        files.append(seen)
        parsed += found
    troubled = any(file["trouble"] for file in files)
    seen = {
        "files": files,
        "asks_year": any(file["asks_year"] for file in files),
        "replaces": [],
        "trouble": "",
    }
    if not troubled:
        try:
            seen["replaces"] = _together(workspace, parsed, files)
        except WijkverhaalError as error:
            seen["trouble"] = str(error)
    return seen


def _look(
    path: Path, kind: str | None, year: int | None, room: Workspace
) -> tuple[dict[str, Any], list[ParsedSource]]:
    try:
        refuse_bomb(path)
        report, asks = _read(path, kind, year, room)
    except WijkverhaalError as error:
        return {"file": path.name, "trouble": str(error), "asks_year": False}, []
    seen = {name: _bounded(value) for name, value in report.items()}
    return seen | {"file": path.name, "trouble": "", "asks_year": asks}, FigureStore(room).parsed()


def _read(path: Path, kind: str | None, year: int | None, room: Workspace) -> tuple[dict[str, Any], bool]:
    """The report of a file, and whether its year must still be asked."""
    try:
        return import_files(room, [path], kind, year)[0].to_json(), False
    except InputError as error:
        if year is not None or _YEAR_OPTION not in str(error):
            raise
    report = import_files(room, [path], kind, _ANY_YEAR)[0].to_json()
    return report | {"years": [], "notes": []}, True


def _bounded(value: Any) -> Any:
    """Of what a stranger's file says only so much as a page can show."""
    if isinstance(value, str):
        return value[:_LONGEST]
    return [_bounded(one) for one in value[:_MOST]] if isinstance(value, list) else value


def _together(
    workspace: Workspace, parsed: Sequence[ParsedSource], files: Sequence[dict[str, Any]]
) -> list[str]:
    """Titles of the sources that would give way.

    Raises
    ------
    InputError
        When the files do not go together, or not with what is there.
    """
    sorts = {bool(file["fictional"]) for file in files}
    there = workspace.fictional
    if len(sorts) > 1 or (there is not None and sorts and sorts != {there}):
        raise InputError(
            _("Echte en verzonnen cijfers mengen we niet; lees deze bestanden in een andere werkmap in.")
        )
    if any(file["asks_year"] for file in files):
        return []
    refuse_conflicts(parsed, [])
    store = FigureStore(workspace)
    remaining = store.remaining(parsed)
    check_together(parsed, remaining)
    stay = {one.source.id for one in remaining}
    return [
        f"{old.source.title} ({old.source.file})"
        for old in store.parsed()
        if old.source.id not in stay and any(conflicts(new, old) for new in parsed)
    ]
