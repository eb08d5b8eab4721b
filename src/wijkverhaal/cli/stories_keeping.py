# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The commands that look after studies: the list, the check, somebody who withdraws, and the end."""

from pathlib import Path
from typing import Annotated

import typer

from wijkverhaal.cli import options
from wijkverhaal.cli.passphrase import FromDescriptor, Passphrases
from wijkverhaal.cli.stories_import import Account, code_lines, preview_lines, tell
from wijkverhaal.foundation.errors import InputError, WijkverhaalError
from wijkverhaal.foundation.language import _, mark, ngettext
from wijkverhaal.foundation.workspace import open_workspace
from wijkverhaal.stories.intake.interview_file import read_interview_file
from wijkverhaal.stories.project_source import read_project
from wijkverhaal.stories.study.record import Family, Informant
from wijkverhaal.stories.study.study import Study

_Study = Annotated[
    str, typer.Argument(metavar=mark("NUMMER"), help=mark("Het onderzoek; zie wijkverhaal stories list."))
]
_INTERVIEWS = (".txt", ".docx", ".odt", ".vtt", ".srt", ".pdf")


def list_(workspace: options.Workspace = None, json: options.Json = False) -> None:
    """Show all studies."""
    from wijkverhaal.site.studies import commands

    found = commands.studies(open_workspace(workspace))
    if json:
        options.print_json(
            [{"id": one.id, "title": one.title, "keep_until": one.keep_until.isoformat()} for one in found]
        )
        return
    lines = [
        _("{id}: {title} (bewaren tot {day})").format(id=one.id, title=one.title, day=one.keep_until)
        for one in found
    ]
    tell(lines or [_("Er is nog geen onderzoek.")])


def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar=mark("BESTAND..."), help=mark("Bestanden om na te kijken; er wordt niets bewaard.")
        ),
    ] = None,
    study: Annotated[
        str | None,
        typer.Option(
            "--study", metavar=mark("NUMMER"), help=mark("Kijk dit onderzoek na, met zijn sleutels.")
        ),
    ] = None,
    head: Annotated[
        str,
        typer.Option(
            "--head", metavar=mark("ZEGEL"), help=mark("Het laatste zegel, zoals u het eerder opschreef.")
        ),
    ] = "",
    account: Account = "",
    passphrase_fd: FromDescriptor = None,
    workspace: options.Workspace = None,
) -> None:
    """Look files through, or a study with its keys, texts and log."""
    if not files and study is None:
        raise InputError(_("Noem bestanden om na te kijken, of een onderzoek met --study."))
    wrong = sum(not _check_file(path) for path in files or [])
    if study is not None:
        wrong += not _check_study(study, head, account, Passphrases(passphrase_fd), workspace)
    if wrong:
        raise typer.Exit(1)


def withdraw(
    study: _Study,
    informant: Annotated[
        str | None,
        typer.Argument(
            metavar=mark("WIE"), help=mark("Het kenmerk van wie zich terugtrekt; zonder ziet u de lijst.")
        ),
    ] = None,
    account: Account = "",
    passphrase_fd: FromDescriptor = None,
    workspace: options.Workspace = None,
) -> None:
    """Remove everything of one person who withdraws."""
    from wijkverhaal.site.studies import commands

    secrets, home = Passphrases(passphrase_fd), open_workspace(workspace)
    opened = commands.open_study(home, study, account, secrets.ask(_("De wachtzin van het onderzoek:")))
    whole = commands.study_of(opened)
    if informant is None:
        tell(_people(whole))
        return
    whole.one(Informant, informant)
    words = None
    if commands.has_register(opened):
        words = secrets.ask(_("De wachtzin van het register van namen:"))
    gone = commands.withdraw(opened, informant, account, home, words)
    tell(
        [
            _(
                "Alles van deze persoon is weg: {count} onderdelen. De geschiedenis is opnieuw berekend."
            ).format(count=len(gone.done.removed)),
            _("Lees {count} eigen teksten na: zij kunnen nog iets over deze persoon zeggen.").format(
                count=len(gone.done.to_review)
            ),
            *_loose(gone.loose),
            _("Wie het onderzoek open had, moet het opnieuw openen. Versnipper de oude code op papier."),
            *code_lines(gone.code),
        ]
    )


def erase(
    study: _Study,
    sure: Annotated[
        str,
        typer.Option(
            "--sure",
            metavar=mark("NUMMER"),
            help=mark("Hetzelfde nummer nog een keer; anders wordt het gevraagd."),
        ),
    ] = "",
    account: Account = "",
    workspace: options.Workspace = None,
) -> None:
    """Erase a study for good."""
    from wijkverhaal.site.studies import commands

    typed = sure or typer.prompt(_("Typ het nummer van het onderzoek om het voorgoed te wissen"))
    if typed.strip() != study:
        raise InputError(_("Dat is niet hetzelfde nummer; er is niets gewist."))
    commands.erase(open_workspace(workspace), study, account)
    tell(
        [
            _("Onderzoek {study} is gewist, met al zijn sleutels.").format(study=study),
            _("Reservekopieën ervan kan niemand meer lezen; gooi ze weg, en versnipper de code op papier."),
        ]
    )


def _loose(count: int) -> list[str]:
    """What is left of the register to look at."""
    if not count:
        return []
    return [
        ngettext(
            "In het register blijft {count} naam van dit gezin die bij geen verteller hoort; kijk haar na.",
            "In het register blijven {count} namen van dit gezin die bij geen verteller horen; kijk ze na.",
            count,
        ).format(count=count)
    ]


def _people(study: Study) -> list[str]:
    return [
        f"{one.id}: {study.one(Family, one.family).label}, {one.role}" for one in study.all(Informant)
    ] or [_("In dit onderzoek staat nog niemand.")]


def _check_file(path: Path) -> bool:
    """Whether a file can be read; says what is in it or what is wrong."""
    try:
        if path.suffix.lower() in _INTERVIEWS:
            found = read_interview_file(path)
            words = len(found.text.split())
            lines = [_("{file}: een gesprek van {words} woorden.").format(file=path.name, words=words)]
            tell([*lines, *(f"  {finding}" for finding in found.findings)])
        else:
            tell([f"{path.name}:", *preview_lines(read_project(path))])
    except WijkverhaalError as error:
        tell([str(error)])
        return False
    return True


def _check_study(study: str, head: str, account: str, secrets: Passphrases, workspace: Path | None) -> bool:
    from wijkverhaal.site.studies import commands

    words = secrets.ask(_("De wachtzin van het onderzoek:"))
    found = commands.check(commands.open_study(open_workspace(workspace), study, account, words), head)
    lines = [
        _("Onderdelen: {records}. Gesprekken: {interviews}. Regels in het logboek: {entries}.").format(
            records=found.records, interviews=found.interviews, entries=found.entries
        )
    ]
    if found.unreadable:
        lines.append(found.unreadable)
    if found.changed:
        lines.append(
            _("De tekst van {count} gesprekken is veranderd; haal een reservekopie terug.").format(
                count=len(found.changed)
            )
        )
    if found.broken is not None:
        lines.append(
            _("Regel {number} van het logboek is veranderd of weggehaald; vraag wie dat deed.").format(
                number=found.broken
            )
        )
    if found.sound:
        lines.append(
            _("Alles is zoals het werd achtergelaten. Schrijf dit zegel op: {seal}").format(seal=found.head)
        )
    tell(lines)
    return found.sound
