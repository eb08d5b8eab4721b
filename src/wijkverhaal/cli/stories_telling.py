# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who tells in each interview and what they allowed: from a table, from options, or asked at the terminal."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _, mark
from wijkverhaal.stories.study.telling import Allowed, Telling
from wijkverhaal.stories.study.telling_table import read_telling_csv

Roles = Annotated[
    Path | None,
    typer.Option(
        "--roles",
        metavar=mark("BESTAND"),
        help=mark("Een ingevulde tabel: per gesprek gezin, rol, dag en toestemming."),
    ),
]
WriteRoles = Annotated[
    Path | None,
    typer.Option(
        "--write-roles", metavar=mark("BESTAND"), help=mark("Schrijf die tabel om in te vullen, en stop.")
    ),
]
By = Annotated[
    str,
    typer.Option(
        "--consent-by", metavar=mark("ROL"), help=mark("Wie toestemming gaf, waar het bestand dat niet zegt.")
    ),
]
Given = Annotated[
    str,
    typer.Option("--consent-given", metavar=mark("JJJJ-MM-DD"), help=mark("Wanneer zij gegeven is.")),
]
For = Annotated[
    str, typer.Option("--consent-for", metavar=mark("WAARVOOR"), help=mark("Waarvoor zij gegeven is."))
]
Until = Annotated[
    str,
    typer.Option(
        "--consent-until",
        metavar=mark("JJJJ-MM-DD"),
        help=mark("Tot wanneer; anders tot het eind van het onderzoek."),
    ),
]
MayQuote = Annotated[bool, typer.Option("--may-quote", help=mark("Er mag worden geciteerd."))]


@dataclass(frozen=True)
class Said:
    """What the command line says of all interviews."""

    roles: Path | None
    held: date | None
    allowed: Allowed | None


def allowed_of(
    by: str, given: date | None, purpose: str, until: date | None, quotations: bool
) -> Allowed | None:
    """The consent of the options; None where there are none of them.

    Raises
    ------
    InputError
        When only a part of it is said.
    """
    if not (by or given or purpose or until or quotations):
        return None
    if not by or given is None or not purpose:
        raise InputError(
            _(
                "Zeg van de toestemming wie haar gaf, wanneer en waarvoor: --consent-by, --consent-given en"
                " --consent-for."
            )
        )
    return Allowed(by, given, purpose, until, quotations)


def told(tellings: Sequence[Telling], said: Said, read_day: Callable[[str, str], date]) -> list[Telling]:
    """The interviews with all that has to be known of them.

    Raises
    ------
    InputError
        When something lacks and nobody sits at the terminal to say it.
    """
    found = [
        replace(one, held=one.held or said.held, allowed=one.allowed or said.allowed) for one in tellings
    ]
    if said.roles is not None:
        try:
            content = said.roles.read_bytes()
        except OSError as error:
            raise NotFoundError(
                _("{file} is er niet; kijk of de naam klopt.").format(file=said.roles.name)
            ) from error
        found = read_telling_csv(content, found, said.roles.name)
    if sys.stdin.isatty():
        return _asked(found, read_day)
    lacking = next((one.lacks for one in found if one.lacks), "")
    if lacking:
        raise InputError(
            _("{what} Maak een tabel met --write-roles, vul haar in en geef haar met --roles.").format(
                what=lacking
            )
        )
    return found


def _asked(tellings: list[Telling], read_day: Callable[[str, str], date]) -> list[Telling]:
    """Ask at the terminal for what lacks; the consent of the one before is proposed."""
    found: list[Telling] = []
    before: Allowed | None = None
    for one in tellings:
        if one.lacks:
            typer.echo(f"\n{one.file_name}")
            family = one.family or _prompt(_("Gezin, onder een letter"))
            role = one.role or _prompt(_("Rol van de verteller, zoals moeder"))
            held = one.held or read_day(_prompt(_("Dag van het gesprek")), "--held")
            speakers = _prompt(_("Sprekers in de tekst, met komma's"), ", ".join(one.speakers))
            labels = tuple(word.strip() for word in speakers.split(",") if word.strip())
            allowed = one.allowed or _consent(before, read_day)
            one = replace(one, family=family, role=role, held=held, speakers=labels, allowed=allowed)
        before = one.allowed or before
        found.append(one)
    return found


def _consent(before: Allowed | None, read_day: Callable[[str, str], date]) -> Allowed:
    by = _prompt(_("Wie gaf toestemming, als rol"), before.given_by if before else None)
    given = read_day(_prompt(_("Wanneer"), before.given.isoformat() if before else None), "--consent-given")
    purpose = _prompt(_("Waarvoor"), before.purpose if before else None)
    until = _prompt(
        _("Tot wanneer; leeg is tot het eind van het onderzoek"),
        before.until.isoformat() if before and before.until else "",
    )
    quotations = typer.confirm(_("Mag er worden geciteerd?"), default=bool(before and before.quotations))
    return Allowed(by, given, purpose, read_day(until, "--consent-until") if until else None, quotations)


def _prompt(question: str, default: str | None = None) -> str:
    return str(typer.prompt(question, default=default, show_default=bool(default))).strip()
