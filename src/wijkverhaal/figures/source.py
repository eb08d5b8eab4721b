# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A source: one imported file, and what is known about where its figures come from."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

#: The kinds of file that can be imported, by the name that `--as` takes.
KINDS = ("scp", "kwb", "youth-care", "boundaries", "adjacency", "regions", "local")


@dataclass(frozen=True)
class Source:
    """Where figures come from.

    Attributes
    ----------
    id : str
        The name of its folder in the workspace.
    kind : str
        One of `KINDS`.
    title : str
        What a reader calls it, in Dutch.
    file : str
        The name of the file as it was given, without its folder.
    checksum : str
        SHA-256 of the file, in hexadecimal.
    years : tuple of int
        The years that its figures are about; empty where a year does not apply.
    levels : mapping of str to int
        How many areas of each level it names: country, gemeente, wijk, buurt.
    licence : str
        What the publisher allows; empty where not known.
    fictional : bool
        True where the figures are of the fictional country.
    imported : str
        When it was imported, ISO 8601 in UTC.
    notes : tuple of str
        What a reader of the figures must know: completed codes, a year from the file's name.
    """

    id: str
    kind: str
    title: str
    file: str
    checksum: str
    years: tuple[int, ...] = ()
    levels: Mapping[str, int] = field(default_factory=dict)
    licence: str = ""
    fictional: bool = False
    imported: str = ""
    notes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The source as values that JSON knows."""
        return asdict(self) | {
            "levels": dict(self.levels),
            "years": list(self.years),
            "notes": list(self.notes),
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Source":
        """The source that `to_json` wrote; names that it does not know are left out."""
        known = {name: values[name] for name in cls.__dataclass_fields__ if name in values}
        known["years"] = tuple(int(year) for year in known.get("years", ()))
        known["notes"] = tuple(known.get("notes", ()))
        return cls(**known)


def write_source(source: Source, path: Path) -> None:
    """Write `source` as JSON."""
    path.write_text(json.dumps(source.to_json(), ensure_ascii=False, indent=2) + "\n", "utf-8")


def read_source(path: Path) -> Source:
    """The source that was written at `path`.

    Raises
    ------
    InputError
        When the file cannot be read as a source.
    """
    try:
        return Source.from_json(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise InputError(
            _("De beschrijving {file} in de werkmap is stuk; verwijder de map en importeer opnieuw.").format(
                file=path
            )
        ) from error
