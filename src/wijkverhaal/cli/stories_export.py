# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command that lets something leave a study: pseudonymised, looked through, and written down."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from wijkverhaal.cli import options
from wijkverhaal.cli.passphrase import FromDescriptor, Passphrases
from wijkverhaal.cli.stories_import import Account, tell
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.files import whole_file
from wijkverhaal.foundation.language import _, mark
from wijkverhaal.foundation.workspace import open_workspace

_KINDS = (".qdpx", ".qdc", ".csv")


def export(
    study: Annotated[
        str, typer.Argument(metavar=mark("NUMMER"), help=mark("Het onderzoek; zie wijkverhaal stories list."))
    ],
    file: Annotated[
        Path,
        typer.Argument(
            metavar=mark("BESTAND"),
            help=mark("Een .qdpx (alles), een .qdc (alleen factoren) of een .csv (citaten)."),
        ),
    ],
    with_memos: Annotated[
        bool, typer.Option("--with-memos", help=mark("Neem in een .qdpx ook de notities bij coderingen mee."))
    ] = False,
    ordinary: Annotated[
        list[str] | None,
        typer.Option(
            "--ordinary",
            metavar=mark("WOORD"),
            help=mark("Een woord dat ook een naam is, maar met een kleine letter niet; mag vaker."),
        ),
    ] = None,
    with_history: Annotated[
        bool,
        typer.Option("--with-history", help=mark("Neem in een .qdpx ook de hulpgeschiedenissen mee.")),
    ] = False,
    with_names: Annotated[
        bool, typer.Option("--with-names", help=mark("Alles MET namen, als .qdpx; dit komt in het logboek."))
    ] = False,
    sure: Annotated[
        str,
        typer.Option(
            "--sure",
            metavar=mark("NUMMER"),
            help=mark("Bij --with-names: hetzelfde nummer nog een keer; anders wordt het gevraagd."),
        ),
    ] = "",
    account: Account = "",
    passphrase_fd: FromDescriptor = None,
    workspace: options.Workspace = None,
) -> None:
    """Write a study for another program, or its quotations."""
    kind = file.suffix.lower()
    if kind not in _KINDS:
        raise InputError(
            _("{file} moet eindigen op .qdpx, .qdc of .csv; kies een andere naam.").format(file=file.name)
        )
    from wijkverhaal.site.studies import commands

    if with_names:
        _sure(study, sure, kind)
    secrets, home = Passphrases(passphrase_fd), open_workspace(workspace)
    opened = commands.open_study(home, study, account, secrets.ask(_("De wachtzin van het onderzoek:")))
    if with_names:
        made = commands.export_with_names(opened)
        said = _("{file} is klaar; alle namen staan erin, dus bewaar het goed.")
    else:
        register = commands.register_of(opened, secrets.ask(_("De wachtzin van het register van namen:")))
        made = commands.export_without_names(
            opened,
            register,
            date.today(),
            file.name,
            memos=with_memos,
            history=with_history,
            ordinary=ordinary or (),
        )
        said = _("{file} is klaar; er staat geen naam uit het register in.")
    commands.note_export(opened, account, home, with_names)
    with whole_file(file) as unfinished:
        unfinished.write_bytes(made.content)
    tell([*made.lines, said.format(file=file)])


def _sure(study: str, sure: str, kind: str) -> None:
    if kind != ".qdpx":
        raise InputError(_("Alleen een .qdpx kan met namen; kies een andere naam voor het bestand."))
    typed = sure or typer.prompt(_("Alle namen gaan mee. Typ het nummer van het onderzoek als u dat wilt"))
    if typed.strip() != study:
        raise InputError(_("Dat is niet hetzelfde nummer; er is niets opgehaald."))
