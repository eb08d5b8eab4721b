# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs: immutable folders that hold what was estimated, from what, and how."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.files import finished_folders
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import Workspace

LATEST = "latest"


@dataclass(frozen=True)
class RunEntry:
    """One finished run in a workspace."""

    id: str
    created: str
    folder: Path
    card: dict[str, Any]


def finished_runs(workspace: Workspace) -> list[RunEntry]:
    """All finished runs, the newest last."""
    entries = []
    for folder in finished_folders(workspace.runs):
        path = folder / "run.json"
        if path.is_file():
            card = json.loads(path.read_text("utf-8"))
            if card.get("status") == "finished":
                entries.append(RunEntry(card["id"], card["created"], folder, card))
    return sorted(entries, key=lambda entry: (entry.created, entry.id))


def find_run(workspace: Workspace, name: str = LATEST) -> RunEntry:
    """The run with an id, or the newest for `latest`.

    Raises
    ------
    NotFoundError
        When there is no such run.
    """
    runs = finished_runs(workspace)
    if not runs:
        raise NotFoundError(
            _(
                "In de werkmap {folder} staat nog geen berekening; maak er een met 'wijkverhaal estimate'."
            ).format(folder=workspace.root)
        )
    if name == LATEST:
        return runs[-1]
    for run in runs:
        if run.id == name:
            return run
    raise NotFoundError(
        _("De berekening {name} bestaat niet in {folder}; de nieuwste is {latest}.").format(
            name=name, folder=workspace.root, latest=runs[-1].id
        )
    )
