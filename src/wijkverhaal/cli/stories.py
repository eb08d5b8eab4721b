# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The commands about stories; the two calculators need no study and no workspace."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from wijkverhaal.cli import help_page, options, stories_export, stories_import, stories_keeping
from wijkverhaal.cli.stories_table import agreement_lines, comparison_lines
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, mark
from wijkverhaal.stories.agreement import agreement
from wijkverhaal.stories.case_file import read_case_table
from wijkverhaal.stories.coder_table import read_coder_table
from wijkverhaal.stories.comparison import compare
from wijkverhaal.stories.comparison_json import agreement_dict, comparison_dict
from wijkverhaal.stories.condition import split_names
from wijkverhaal.stories.truth_table import Cuts

_File = Annotated[
    Path, typer.Argument(metavar=mark("BESTAND"), help=mark("De tabel, als csv of als rekenblad."))
]


def _share(typed: object) -> float:
    """A share as it was typed; a Dutch comma is a point."""
    try:
        return float(str(typed).replace(",", "."))
    except ValueError as error:
        raise InputError(
            _("'{typed}' is geen getal; schrijf een getal van 0 tot 1, zoals 0,8.").format(typed=typed)
        ) from error


def qca(
    file: _File,
    outcome: Annotated[
        str,
        typer.Option("--outcome", metavar=mark("NAAM"), help=mark("De uitkomst; ~NAAM is het ontbreken.")),
    ],
    conditions: Annotated[
        str,
        typer.Option("--conditions", metavar=mark("NAMEN"), help=mark("De voorwaarden, met komma's.")),
    ],
    consistency: Annotated[
        float,
        typer.Option(
            "--consistency", parser=_share, help=mark("De laagste consistentie die telt, van 0 tot 1.")
        ),
    ] = 0.8,
    directions: Annotated[
        str | None,
        typer.Option(
            "--directions",
            metavar=mark("NAMEN"),
            help=mark("Wat u verwacht, zoals A,~B; geeft ook de tussenoplossing."),
        ),
    ] = None,
    pri: Annotated[
        float,
        typer.Option("--pri", parser=_share, help=mark("De laagste PRI die telt, van 0 tot 1.")),
    ] = 0.0,
    min_cases: Annotated[
        int, typer.Option("--min-cases", help=mark("Met minder gevallen telt een combinatie niet mee."))
    ] = 1,
    seed: options.Seed = 1,
    json: options.Json = False,
) -> None:
    """Compare cases: which combinations of conditions go with the outcome?"""
    table = read_case_table(file, outcome, split_names(conditions))
    found = compare(table, Cuts(consistency, pri, min_cases), split_names(directions or ""), seed)
    if json:
        options.print_json(comparison_dict(found))
    else:
        _print(comparison_lines(found))


def agreement_(
    file: _File,
    unit_column: Annotated[
        str | None,
        typer.Option(
            "--unit-column", metavar=mark("NAAM"), help=mark("De kolom met de namen van de eenheden.")
        ),
    ] = None,
    no_unit_column: Annotated[
        bool, typer.Option("--no-unit-column", help=mark("Elke kolom is een codeur, ook de eerste."))
    ] = False,
    json: options.Json = False,
) -> None:
    """How far coders agree, and where they differ."""
    table = read_coder_table(file, unit_column, no_unit_column)
    found = agreement(table)
    if json:
        options.print_json(agreement_dict(table, found))
    else:
        _print(agreement_lines(table, found))


def _print(lines: list) -> None:  # type: ignore[type-arg]
    console = Console(highlight=False)
    for line in lines:
        console.print(line, markup=False)


def stories_program() -> typer.Typer:
    """The group of commands about stories."""
    group = typer.Typer(cls=help_page.HelpGroup, add_completion=False, rich_markup_mode=None)
    for name, command, text in (
        ("qca", qca, mark("Vergelijk gevallen: welke combinaties gaan samen met de uitkomst?")),
        ("agreement", agreement_, mark("Reken uit hoe goed codeurs het eens zijn, en waar niet.")),
        ("import", stories_import.import_, mark("Haal een onderzoek binnen, na een blik op wat er in zit.")),
        ("list", stories_keeping.list_, mark("Toon alle onderzoeken met hun nummer.")),
        ("export", stories_export.export, mark("Schrijf een onderzoek of zijn citaten, zonder namen.")),
        ("check", stories_keeping.check, mark("Kijk bestanden na, of een onderzoek met zijn logboek.")),
        ("withdraw", stories_keeping.withdraw, mark("Haal alles weg van iemand die zich terugtrekt.")),
        ("erase", stories_keeping.erase, mark("Wis een onderzoek voorgoed, met al zijn sleutels.")),
    ):
        group.command(name, cls=help_page.HelpCommand, help=text)(command)
    return group
