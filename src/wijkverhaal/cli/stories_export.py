# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command that lets something leave a study: pseudonymised, looked through, and written down."""

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wijkverhaal.cli import options
from wijkverhaal.cli.passphrase import FromDescriptor, Passphrases
from wijkverhaal.cli.stories_import import Account, tell
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.files import whole_file
from wijkverhaal.foundation.language import _, mark, ngettext
from wijkverhaal.foundation.workspace import open_workspace
from wijkverhaal.stories.leaving.export_scan import check_leaving
from wijkverhaal.stories.leaving.quotation import leaving, quotations
from wijkverhaal.stories.leaving.quotation_table import quotation_csv
from wijkverhaal.stories.refi_write import write_qdc, write_qdpx
from wijkverhaal.stories.study.exchange import qda_project_of
from wijkverhaal.stories.study.study import Study

if TYPE_CHECKING:
    from wijkverhaal.site.studies.export_texts import LeavingTexts

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

    secrets, home = Passphrases(passphrase_fd), open_workspace(workspace)
    opened = commands.open_study(home, study, account, secrets.ask(_("De wachtzin van het onderzoek:")))
    register = commands.register_of(opened, secrets.ask(_("De wachtzin van het register van namen:")))
    whole = commands.study_of(opened)
    texts = commands.leaving_texts(opened, whole, date.today())
    content, lines = _content(kind, whole, texts, with_memos)
    check_leaving({file.name: content}, register.everybody(), [one.lower() for one in ordinary or []])
    with whole_file(file) as unfinished:
        unfinished.write_bytes(content)
    commands.note_export(opened, account, home)
    tell([*lines, _("{file} is klaar; er staat geen naam uit het register in.").format(file=file)])


def _content(kind: str, study: Study, texts: "LeavingTexts", with_memos: bool) -> tuple[bytes, list[str]]:
    """What leaves, and what stays and why."""
    if kind == ".csv":
        found = quotations(study, texts.texts, date.today())
        going = leaving(found)
        stay = len(found) - len(going)
        said = ngettext(
            "{count} citaat gaat mee; {stay} blijven hier, want herkenbaar of niet beoordeeld.",
            "{count} citaten gaan mee; {stay} blijven hier, want herkenbaar of niet beoordeeld.",
            len(going),
        ).format(count=len(going), stay=stay)
        return quotation_csv(found), [said, *_staying(texts)]
    project = qda_project_of(study, texts.texts, with_memos)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"onderzoek{kind}"
        if kind == ".qdc":
            write_qdc(project.codes, path)
            return path.read_bytes(), []
        write_qdpx(project, path)
        return path.read_bytes(), [*project.findings, *_staying(texts)]


def _staying(texts: "LeavingTexts") -> list[str]:
    lines = []
    if texts.not_quotable:
        lines.append(
            ngettext(
                "{count} gesprek blijft hier: deze persoon gaf geen toestemming voor citeren.",
                "{count} gesprekken blijven hier: deze personen gaven geen toestemming voor citeren.",
                texts.not_quotable,
            ).format(count=texts.not_quotable)
        )
    if texts.undecided:
        lines.append(
            ngettext(
                "{count} gesprek blijft hier: over een naam erin is nog niet besloten.",
                "{count} gesprekken blijven hier: over een naam erin is nog niet besloten.",
                texts.undecided,
            ).format(count=texts.undecided)
        )
    return lines
