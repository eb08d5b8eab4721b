# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command that starts the site on this machine."""

from collections.abc import Callable
from contextlib import suppress
from typing import Annotated
from urllib.parse import urlsplit

import typer
from rich.console import Console

from wijkverhaal.cli import options
from wijkverhaal.foundation.language import _, mark
from wijkverhaal.foundation.workspace import Workspace, open_workspace

_HERE = "127.0.0.1"


def serve(
    workspace: options.Workspace = None,
    port: Annotated[int, typer.Option("--port", help=mark("De poort; 0 kiest er zelf een."))] = 8000,
    host: Annotated[
        str,
        typer.Option(
            "--host", metavar=mark("ADRES"), help=mark("Het adres waarop de site luistert; voor een server.")
        ),
    ] = _HERE,
    workers: Annotated[
        int, typer.Option("--workers", min=1, max=64, help=mark("Hoeveel processen antwoorden."))
    ] = 1,
    migrate: Annotated[
        bool, typer.Option("--migrate", help=mark("Werk ook de database van een server bij."))
    ] = False,
) -> None:
    """Start the site on this machine."""
    serve_until_stopped(open_workspace(workspace), port, migrate, host, workers)


def serve_until_stopped(
    workspace: Workspace,
    port: int,
    migrate: bool = False,
    host: str = _HERE,
    workers: int = 1,
    more: Callable[[str], list[str]] | None = None,
) -> None:
    """Start the site of a workspace, and go on until somebody stops it.

    Parameters
    ----------
    more : callable, optional
        What to tell beside the link; it gets the address of the site, such as http://127.0.0.1:8000.
    """
    from wijkverhaal.site import commands  # only this command knows Django

    def tell(link: str) -> None:
        parts = urlsplit(link)
        _tell(link, more(f"{parts.scheme}://{parts.netloc}") if more else [])

    with suppress(KeyboardInterrupt):
        commands.serve(workspace, port, migrate, tell, host, workers)
    Console().print(_("De site is gestopt."))


def _tell(link: str, more: list[str]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    alone = "sleutel=" in link
    first = _("De site draait, alleen op deze computer. Open deze link in uw browser:")
    once = _("De link werkt één keer, en een kwartier lang. Daarna: start opnieuw voor een nieuwe link.")
    for line in (
        first if alone else _("De site luistert op dit adres:"),
        "",
        f"  {link}",
        "",
        *([once] if alone else []),
        *more,
        _("Stoppen: druk op Ctrl+C."),
    ):
        console.print(line, markup=False)
