# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project as JSON, from the process that reads files of strangers to the one that asked for it."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from wijkverhaal.stories.qda_project import Case, Code, Coding, QdaProject, Selection, Source, User, Variable


def project_json(project: QdaProject) -> dict[str, Any]:
    """A project for JSON."""
    return asdict(project)


def read_project_json(read: Mapping[str, Any]) -> QdaProject:
    """A project from JSON that `project_json` made."""
    return QdaProject(
        read["name"],
        tuple(User(**one) for one in read["users"]),
        tuple(map(_code, read["codes"])),
        tuple(map(_source, read["sources"])),
        tuple(Variable(**one) for one in read["variables"]),
        tuple(Case(**one | {"sources": tuple(one["sources"])}) for one in read["cases"]),
        tuple(map(_source, read["notes"])),
        read["origin"],
        read["description"],
        tuple(read["findings"]),
        read["companion"],
    )


def _code(read: Mapping[str, Any]) -> Code:
    return Code(**{**read, "children": tuple(map(_code, read["children"]))})


def _source(read: Mapping[str, Any]) -> Source:
    return Source(**{**read, "selections": tuple(map(_selection, read["selections"]))})


def _selection(read: Mapping[str, Any]) -> Selection:
    codings = tuple(Coding(**one) for one in read["codings"])
    return Selection(**{**read, "codings": codings, "notes": tuple(read["notes"])})
