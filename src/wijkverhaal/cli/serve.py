# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command that starts the site on this machine."""

from typing import Annotated

import typer
from rich.console import Console

from wijkverhaal.cli import options
from wijkverhaal.foundation.language import _, mark
from wijkverhaal.foundation.workspace import open_workspace


def serve(
    workspace: options.Workspace = None,
    port: Annotated[int, typer.Option("--port", help=mark("De poort; 0 kiest er zelf een."))] = 8000,
    migrate: Annotated[
        bool, typer.Option("--migrate", help=mark("Werk ook de database van een server bij."))
    ] = False,
) -> None:
    """Start the site on this machine."""
    from wijkverhaal.site import commands  # only this command knows Django

    try:
        commands.serve(open_workspace(workspace), port, migrate, _tell)
    except KeyboardInterrupt:
        Console().print(_("De site is gestopt."))


def _tell(link: str) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for line in (
        _("De site draait, alleen op deze computer. Open deze link in uw browser:"),
        "",
        f"  {link}",
        "",
        _("De link werkt één keer, en een kwartier lang. Daarna: start opnieuw voor een nieuwe link."),
        _("Stoppen: druk op Ctrl+C."),
    ):
        console.print(line, markup=False)
