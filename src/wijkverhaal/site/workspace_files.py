# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the site keeps in a workspace, beside the sources and the runs."""

from dataclasses import dataclass
from pathlib import Path

from wijkverhaal.foundation.workspace import Workspace


@dataclass(frozen=True)
class SiteFiles:
    """The folder `site` of a workspace."""

    workspace: Workspace

    @property
    def folder(self) -> Path:
        return self.workspace.root / "site"

    @property
    def secret_key(self) -> Path:
        return self.folder / "secret-key"

    @property
    def database(self) -> Path:
        return self.folder / "site.sqlite3"

    @property
    def uploads(self) -> Path:
        """Files that somebody sent and that were not read in yet."""
        return self.folder / "uploads"

    @property
    def exports(self) -> Path:
        """Files of runs that somebody asked for, per run and language."""
        return self.folder / "exports"
