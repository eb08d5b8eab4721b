# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command that does the work of a site on a server."""

from rich.console import Console

from wijkverhaal.cli import options
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import open_workspace


def worker(workspace: options.Workspace = None) -> None:
    """Read files in and make runs, as people ask on the site."""
    from wijkverhaal.site import commands  # only this command and serve know Django

    console = Console(highlight=False, soft_wrap=True)
    console.print(_("De werker wacht op opdrachten van de site. Stoppen: druk op Ctrl+C."), markup=False)
    commands.work(open_workspace(workspace))
    console.print(_("De werker is gestopt."), markup=False)
