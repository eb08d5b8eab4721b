# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The commands about accounts of a site on a server."""

from typing import Annotated

import typer
from rich.console import Console

from wijkverhaal.cli import help_page, options
from wijkverhaal.foundation.language import _, mark, ngettext
from wijkverhaal.foundation.workspace import open_workspace

_Name = Annotated[
    str, typer.Argument(metavar=mark("NAAM"), help=mark("De naam waarmee iemand op de site inlogt."))
]
_Roles = Annotated[
    list[str] | None,
    typer.Option(
        "--role",
        metavar=mark("ROL"),
        help=mark("analyst, researcher, facilitator of administrator; mag vaker. Lezen mag iedereen."),
    ),
]


def add(name: _Name, role: _Roles = None, workspace: options.Workspace = None) -> None:
    """Make an account and show its link."""
    from wijkverhaal.site import account_commands  # only these commands and the site's own know Django

    _tell_link(account_commands.add(open_workspace(workspace), name, role or []))


def link(
    name: _Name,
    forget_second_factor: Annotated[
        bool,
        typer.Option(
            "--forget-second-factor", help=mark("Haal ook de tweede stap weg; vraag eerst wie het is.")
        ),
    ] = False,
    workspace: options.Workspace = None,
) -> None:
    """Show a new link for somebody who lost their password."""
    from wijkverhaal.site import account_commands

    _tell_link(account_commands.new_link(open_workspace(workspace), name, forget_second_factor))


def roles(name: _Name, role: _Roles = None, workspace: options.Workspace = None) -> None:
    """Give an account exactly these roles."""
    from wijkverhaal.site import account_commands

    account_commands.change_roles(open_workspace(workspace), name, role or [])
    _tell(_("De rollen van {name} zijn veranderd.").format(name=name))


def close(name: _Name, workspace: options.Workspace = None) -> None:
    """Close an account."""
    from wijkverhaal.site import account_commands

    account_commands.close(open_workspace(workspace), name)
    _tell(_("Het account van {name} is gesloten.").format(name=name))


def erase(name: _Name, workspace: options.Workspace = None) -> None:
    """Erase an account."""
    from wijkverhaal.site import account_commands

    account_commands.erase(open_workspace(workspace), name)
    _tell(
        _("Het account van {name} is gewist. Het logboek houdt de naam tot zijn tijd om is.").format(
            name=name
        )
    )


def list_(workspace: options.Workspace = None, json: options.Json = False) -> None:
    """Show all accounts."""
    from wijkverhaal.site import account_commands

    found = account_commands.people(open_workspace(workspace))
    if json:
        options.print_json(
            [{"name": name, "roles": roles, "open": is_open} for name, roles, is_open in found]
        )
        return
    for name, held, is_open in found:
        _tell(f"{name}: {', '.join(held)}" + ("" if is_open else f" ({_('gesloten')})"))


def tidy(workspace: options.Workspace = None) -> None:
    """Erase what the site need not keep."""
    from wijkverhaal.site import account_commands

    number = account_commands.tidy(open_workspace(workspace))
    _tell(
        ngettext(
            "Opgeruimd; {number} oude regel uit het logboek gewist.",
            "Opgeruimd; {number} oude regels uit het logboek gewist.",
            number,
        ).format(number=number)
    )


def account_program() -> typer.Typer:
    """The commands, as one group."""
    program = typer.Typer(cls=help_page.HelpGroup, add_completion=False, rich_markup_mode=None)
    for name, command, text in (
        ("add", add, mark("Maak een account en toon de link waarmee de ander binnenkomt.")),
        ("list", list_, mark("Toon alle accounts met hun rollen.")),
        ("link", link, mark("Toon een nieuwe link voor wie het wachtwoord kwijt is.")),
        ("roles", roles, mark("Geef een account precies deze rollen.")),
        ("close", close, mark("Sluit een account; niemand komt er nog mee binnen.")),
        ("erase", erase, mark("Wis een account; het logboek houdt de naam.")),
        ("tidy", tidy, mark("Ruim op wat de site niet hoeft te bewaren; voor elke nacht.")),
    ):
        program.command(name, cls=help_page.HelpCommand, help=text)(command)
    return program


def _tell_link(link: str) -> None:
    _tell(_("Geef deze link aan wie het account krijgt. Hij werkt één keer, zeven dagen lang:"))
    _tell("")
    _tell(f"  {link}")


def _tell(line: str) -> None:
    Console(highlight=False, soft_wrap=True).print(line, markup=False)
