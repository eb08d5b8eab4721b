# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command that brings a study in: from another program, or from a folder of interviews."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated
from uuid import uuid4

import typer
from rich.console import Console

from wijkverhaal.cli import options, stories_telling
from wijkverhaal.cli.passphrase import FromDescriptor, Passphrases
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.files import whole_file
from wijkverhaal.foundation.language import _, mark, ngettext
from wijkverhaal.foundation.workspace import open_workspace
from wijkverhaal.stories.project_source import read_project
from wijkverhaal.stories.qda_project import QdaProject
from wijkverhaal.stories.study.project_records import ProjectRecords, project_records
from wijkverhaal.stories.study.telling import tellings_of
from wijkverhaal.stories.study.telling_table import telling_csv

Account = Annotated[
    str,
    typer.Option("--account", metavar=mark("NAAM"), help=mark("Op een server: het account dat dit doet.")),
]
_MOST_FINDINGS = 30


def import_(
    path: Annotated[
        Path,
        typer.Argument(
            metavar=mark("PLEK"),
            help=mark(
                "Een .qdpx, een .qdc, een bestand van Taguette of QualCoder, of een map met gesprekken."
            ),
        ),
    ],
    study: Annotated[
        str | None,
        typer.Option("--study", metavar=mark("NUMMER"), help=mark("Zet het in dit onderzoek.")),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar=mark("TITEL"), help=mark("De titel van een nieuw onderzoek.")),
    ] = None,
    keep_until: Annotated[
        str | None,
        typer.Option(
            "--keep-until", metavar=mark("JJJJ-MM-DD"), help=mark("Tot wanneer een nieuw onderzoek blijft.")
        ),
    ] = None,
    held: Annotated[
        str | None,
        typer.Option(
            "--held",
            metavar=mark("JJJJ-MM-DD"),
            help=mark("De dag van de gesprekken waarvan het bestand dat niet zegt."),
        ),
    ] = None,
    project: Annotated[
        int | None,
        typer.Option("--project", metavar=mark("NUMMER"), help=mark("Welk project van Taguette.")),
    ] = None,
    roles: stories_telling.Roles = None,
    write_roles: stories_telling.WriteRoles = None,
    consent_by: stories_telling.By = "",
    consent_given: stories_telling.Given = "",
    consent_for: stories_telling.For = "",
    consent_until: stories_telling.Until = "",
    may_quote: stories_telling.MayQuote = False,
    preview: Annotated[
        bool, typer.Option("--preview", help=mark("Laat alleen zien wat er in zit; bewaar niets."))
    ] = False,
    account: Account = "",
    passphrase_fd: FromDescriptor = None,
    workspace: options.Workspace = None,
) -> None:
    """Bring in a study, after saying what is in it, and who allowed it."""
    found = read_project(path, project)
    tell(preview_lines(found))
    if preview:
        return
    tellings = tellings_of(found)
    if write_roles is not None:
        with whole_file(write_roles) as unfinished:
            unfinished.write_bytes(telling_csv(tellings))
        tell([_("Vul {file} in en geef het bestand daarna met --roles.").format(file=write_roles.name)])
        return
    allowed = stories_telling.allowed_of(
        consent_by,
        read_day(consent_given, "--consent-given") if consent_given else None,
        consent_for,
        read_day(consent_until, "--consent-until") if consent_until else None,
        may_quote,
    )
    day = read_day(held, "--held") if held else None
    tellings = stories_telling.told(tellings, stories_telling.Said(roles, day, allowed), read_day)
    until = read_day(keep_until, "--keep-until") if keep_until else None
    from wijkverhaal.site.studies import commands

    secrets, home = Passphrases(passphrase_fd), open_workspace(workspace)
    code = ""
    if study is not None:
        opened = commands.open_study(home, study, account, secrets.ask(_("De wachtzin van het onderzoek:")))
    elif title and until is not None:
        words = secrets.new(_("Kies een wachtzin voor dit onderzoek:"))
        opened, code = commands.make(home, account, title, until, words)
    else:
        raise InputError(
            _("Zeg met --study in welk onderzoek dit komt, of geef met --title en --keep-until een nieuw op.")
        )
    brought = project_records(
        found, tellings, opened.actor, datetime.now(UTC), lambda: uuid4().hex[:12], commands.study_of(opened)
    )
    commands.bring_in(opened, brought, account, home)
    tell(_done(opened.id, brought, code))


def preview_lines(found: QdaProject) -> list[str]:
    """What is in a project, and what the reader had to be lenient about."""
    texts = [one for one in found.sources if one.text is not None]
    codings = sum(len(passage.codings) for one in texts for passage in one.selections)
    lines = [
        _("{name}. Gesprekken: {texts}. Factoren: {codes}. Coderingen: {codings}. Gezinnen: {cases}.").format(
            name=found.name or "-",
            texts=len(texts),
            codes=len(found.all_codes()),
            codings=codings,
            cases=len(found.cases),
        )
    ]
    lines += [f"  {finding}" for finding in found.findings[:_MOST_FINDINGS]]
    if len(found.findings) > _MOST_FINDINGS:
        lines.append(_("  en nog {count}.").format(count=len(found.findings) - _MOST_FINDINGS))
    return lines


def read_day(typed: str, option: str) -> date:
    """A day as somebody typed it.

    Raises
    ------
    InputError
    """
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise InputError(
            _("'{word}' is geen dag; geef bij {option} een dag zoals 2026-03-10.").format(
                word=typed, option=option
            )
        ) from None


def tell(lines: list[str]) -> None:
    """Print lines as they are."""
    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        console.print(line, markup=False)


def _done(study: str, brought: ProjectRecords, code: str) -> list[str]:
    count = len(brought.texts)
    lines = [
        ngettext(
            "{count} gesprek staat nu versleuteld in onderzoek {study}.",
            "{count} gesprekken staan nu versleuteld in onderzoek {study}.",
            count,
        ).format(count=count, study=study),
        _("Zoek nu op de site naar namen; daarvoor leest niemand mee."),
        _("Het bestand zelf is niet versleuteld; gooi het weg als u het niet meer nodig heeft."),
    ]
    return lines + code_lines(code) if code else lines


def code_lines(code: str) -> list[str]:
    """The code on paper, shown once."""
    return [
        "",
        _("Schrijf deze code op papier en bewaar haar in een kluis; u ziet haar maar één keer:"),
        f"  {code}",
    ]
