# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Options that several commands share, and how what is typed is read."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, mark

Workspace = Annotated[
    Path | None,
    typer.Option(
        "--workspace", metavar=mark("MAP"), help=mark("De werkmap; anders WIJKVERHAAL_HOME, anders hier.")
    ),
]
DemoWorkspace = Annotated[
    Path | None,
    typer.Option(
        "--workspace", metavar=mark("MAP"), help=mark("De werkmap; anders de map wijkverhaal-demo, hier.")
    ),
]
Json = Annotated[bool, typer.Option("--json", help=mark("Geef de uitkomst als JSON."))]
Outcome = Annotated[
    str,
    typer.Option("--outcome", metavar=mark("NAAM"), help=mark("jeugdzorg, jeugdhulp of zonder-verblijf.")),
]
Years = Annotated[
    list[str] | None,
    typer.Option("--year", metavar=mark("JJJJ"), help=mark("Het jaar; mag vaker, of met komma's.")),
]
Scp = Annotated[bool, typer.Option("--scp", help=mark("Gebruik het bestand van SCP over 2017."))]
WithoutOrigin = Annotated[
    bool, typer.Option("--without-origin", help=mark("Laat kenmerken over herkomst buiten het model."))
]
Run = Annotated[
    str, typer.Option("--run", metavar=mark("RUN"), help=mark("Nummer van de berekening, of latest."))
]
Seed = Annotated[int, typer.Option("--seed", help=mark("Startgetal van het toeval."))]


def read_years(typed: list[str] | None) -> tuple[int, ...]:
    """The years that somebody typed.

    >>> read_years(["2021,2022", "2023"])
    (2021, 2022, 2023)

    Raises
    ------
    InputError
        When something is not a year.
    """
    words = [word for part in typed or [] for word in part.replace(",", " ").split()]
    for word in words:
        if not (word.isascii() and word.isdigit() and 1990 <= int(word) <= 2100):
            raise InputError(
                _("'{word}' is geen jaar; geef bij --year een jaar van vier cijfers, zoals 2022.").format(
                    word=word
                )
            )
    return tuple(sorted({int(word) for word in words}))


def print_json(content: Any) -> None:
    """Print for a script: JSON and nothing else."""
    print(json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False))
