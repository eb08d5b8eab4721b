# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The workspace: one folder that holds all figures and all model runs of a user."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.files import remove_unfinished, whole_file
from wijkverhaal.foundation.language import _

FORMAT = 1
ENVIRONMENT_VARIABLE = "WIJKVERHAAL_HOME"
DEFAULT_FOLDER = "wijkverhaal-werkmap"


@dataclass(frozen=True)
class Workspace:
    """A folder with `sources/` (what was imported) and `runs/` (what was estimated)."""

    root: Path

    @property
    def sources(self) -> Path:
        return self.root / "sources"

    @property
    def runs(self) -> Path:
        return self.root / "runs"

    @property
    def _card(self) -> Path:
        return self.root / "workspace.json"

    @property
    def fictional(self) -> bool | None:
        """True where the figures are of the fictional country; None in an empty workspace.

        Raises
        ------
        InputError
            When the card of the workspace is damaged.
        """
        if not self._card.exists():
            return None
        try:
            return bool(json.loads(self._card.read_text("utf-8"))["fictional"])
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise InputError(
                _(
                    "Het bestand {file} van de werkmap is stuk;"
                    " kies een andere werkmap met --workspace en importeer daar opnieuw."
                ).format(file=self._card)
            ) from error

    def prepare(self, fictional: bool) -> None:
        """Make the folder if it is not there; real and fictional figures never share one.

        Raises
        ------
        InputError
            When the folder holds the other sort of figures, or cannot be written.
        """
        if self.fictional is None:
            try:
                with whole_file(self._card) as card:
                    card.write_text(json.dumps({"format": FORMAT, "fictional": fictional}) + "\n", "utf-8")
            except OSError as error:
                raise InputError(
                    _(
                        "De werkmap {folder} is niet te schrijven ({reason});"
                        " kies een andere met --workspace."
                    ).format(folder=self.root, reason=error.strerror)
                ) from error
        elif self.fictional != fictional:
            raise InputError(
                _(
                    "De werkmap {folder} bevat {there} cijfers en die mengen we niet met {new} cijfers;"
                    " kies een andere werkmap met --workspace."
                ).format(
                    folder=self.root,
                    there=_("verzonnen") if self.fictional else _("echte"),
                    new=_("verzonnen") if fictional else _("echte"),
                )
            )
        for folder in (self.sources, self.runs):
            remove_unfinished(folder)


def open_workspace(folder: Path | None = None) -> Workspace:
    """The workspace that the user named, else `WIJKVERHAAL_HOME`, else a folder right here."""
    named = folder or os.environ.get(ENVIRONMENT_VARIABLE) or DEFAULT_FOLDER
    return Workspace(Path(named).expanduser().absolute())
