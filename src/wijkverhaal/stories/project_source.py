# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study as it comes from elsewhere: from a project of another program, or from a folder of interviews.

A folder holds a folder per family, with a file per interview: `gezin A/moeder.docx`. A day in the name of a
file (`moeder 2026-03-10.docx`) is the day of the interview.
"""

import re
from datetime import date
from pathlib import Path, PurePath
from uuid import uuid4

from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.intake.interview_file import read_interview_file
from wijkverhaal.stories.intake.speaker import speaker_labels
from wijkverhaal.stories.qda_project import Case, QdaProject, Source
from wijkverhaal.stories.qualcoder_file import is_qualcoder, read_qualcoder
from wijkverhaal.stories.refi_read import read_qdc, read_qdpx
from wijkverhaal.stories.safe_zip import SafeZip
from wijkverhaal.stories.taguette_file import is_taguette, read_taguette

_QUALCODER = "data.qda"
_DAY = re.compile(r"[\s_-]*\b(\d{4}-\d\d-\d\d)\b")
_SQLITE = b"SQLite format 3\x00"
#: The origin of a project that is a folder of interviews: there a file is called after a role.
FOLDER = "folder"


def read_project(path: Path, project: int | None = None) -> QdaProject:
    """Whatever lies at a path: .qdpx, .qdc, a database of Taguette or QualCoder, or a folder of interviews.

    Parameters
    ----------
    project : int, optional
        Which project of a Taguette database.

    Raises
    ------
    NotFoundError, InputError
        One sentence: what is wrong and what to do.
    """
    if not path.exists():
        raise NotFoundError(_("{file} is er niet; kijk of de naam klopt.").format(file=path.name))
    if path.is_dir():
        return read_qualcoder(path) if (path / _QUALCODER).is_file() else _folder(path)
    with path.open("rb") as stream:
        head = stream.read(1024)
    if head.startswith(_SQLITE):
        return _database(path, project, path.name)
    return read_qdpx(path) if head.startswith(b"PK") else QdaProject(path.stem, codes=read_qdc(path))


def read_project_content(name: str, content: bytes, project: int | None = None) -> QdaProject:
    """A project from the content of a file that somebody sent; see `read_project`.

    A project of QualCoder is a folder; it comes as its `data.qda`, or packed in a zip.

    Raises
    ------
    InputError
    """
    if content.startswith(_SQLITE):
        return _database(content, project, name)
    if not content.startswith(b"PK"):
        return QdaProject(PurePath(name).stem, codes=read_qdc(content, name))
    packed = SafeZip(content, name)
    inside = [one for one in packed.names if PurePath(one).name == _QUALCODER]
    try:
        if len(inside) == 1 and not any(one.endswith(".qde") for one in packed.names):
            return read_qualcoder(packed.read(inside[0]), PurePath(name).stem)
    finally:
        packed.close()
    return read_qdpx(content, name)


def _database(source: Path | bytes, project: int | None, name: str) -> QdaProject:
    if is_taguette(source, name):
        return read_taguette(source, project, name)
    if is_qualcoder(source, name):
        return read_qualcoder(source, name)
    raise InputError(_("{file} is geen database van Taguette of QualCoder.").format(file=name))


def held_on(source: Source) -> date | None:
    """The day of an interview, where the name of its file told it."""
    try:
        return date.fromisoformat(source.description)
    except ValueError:
        return None


def _folder(path: Path) -> QdaProject:
    """A family per folder, a source per file; the day of an interview is its description."""
    loose = [one for one in sorted(path.iterdir()) if one.is_file() and not _hidden(one)]
    if loose:
        raise InputError(
            _(
                "{file} staat niet in de map van een gezin; maak per gezin een map, met per gesprek een"
                " bestand zoals moeder.docx."
            ).format(file=loose[0].name)
        )
    sources: list[Source] = []
    cases: list[Case] = []
    findings: list[str] = []
    for family in sorted(one for one in path.iterdir() if one.is_dir() and not _hidden(one)):
        own = [_interview(one, findings) for one in sorted(family.iterdir()) if not _hidden(one)]
        sources += own
        cases.append(Case(str(uuid4()), family.name, sources=tuple(one.guid for one in own)))
    if not sources:
        raise InputError(_("In {folder} staat geen enkel gesprek.").format(folder=path.name))
    return QdaProject(
        path.name, sources=tuple(sources), cases=tuple(cases), origin=FOLDER, findings=tuple(findings)
    )


def _interview(path: Path, findings: list[str]) -> Source:
    found = read_interview_file(path)
    where = f"{path.parent.name}/{path.name}"
    findings += [f"{where}: {finding}" for finding in found.findings]
    speakers = [one.label for one in speaker_labels(found.text) if one.likely]
    named = _("{file}: sprekers {names}").format(file=where, names=", ".join(speakers))
    findings.append(named if speakers else _("{file}: geen sprekers herkend").format(file=where))
    day = _DAY.search(path.stem)
    role = _DAY.sub("", path.stem).strip()
    return Source(str(uuid4()), role, found.text, description=day[1] if day else "")


def _hidden(path: Path) -> bool:
    return path.name.startswith((".", "~$"))
