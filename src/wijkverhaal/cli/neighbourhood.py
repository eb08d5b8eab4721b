# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command for the neighbourhood question: does the place add anything to its population?"""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from wijkverhaal.cli import options
from wijkverhaal.cli.progress import progress
from wijkverhaal.expectation.estimate import Request, panels_of
from wijkverhaal.expectation.national_question import ask_national
from wijkverhaal.expectation.neighbourhood_question import NeighbourhoodQuestion
from wijkverhaal.expectation.question_words import (
    hold_out_label,
    question_sentences,
    step_label,
    verdict_label,
)
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.validation import HoldOut
from wijkverhaal.figures.local_group import read_groups
from wijkverhaal.figures.outcome import outcome_label
from wijkverhaal.figures.panel import Panel, count_panel, percentage_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, mark, number
from wijkverhaal.foundation.workspace import open_workspace

Groups = Annotated[
    list[str] | None,
    typer.Option(
        "--group",
        metavar=mark("KOLOM=GROEP"),
        help=mark("Waar een eigen kolom over gaat, zoals cijfer=veiligheid; mag vaker."),
    ),
]


def neighbourhood(
    outcome: options.Outcome = "jeugdzorg",
    year: options.Years = None,
    scp: options.Scp = False,
    hidden: Annotated[
        str,
        typer.Option(
            "--hold-out",
            metavar=mark("WAT"),
            help=mark("Verberg losse wijken (wijk), hele gemeenten (gemeente) of doe beide (both)."),
        ),
    ] = "both",
    folds: Annotated[int, typer.Option("--folds", help=mark("In hoeveel delen."))] = 10,
    seeds: Annotated[int, typer.Option("--seeds", help=mark("Hoe vaak, met andere delen."))] = 1,
    group: Groups = None,
    without_origin: options.WithoutOrigin = False,
    workspace: options.Workspace = None,
    json: options.Json = False,
) -> None:
    """Compare models with and without characteristics of the neighbourhood on hidden figures."""
    hold_outs = _hold_outs(hidden)
    home = open_workspace(workspace)
    settings = Settings(without_groups=frozenset({"origin"}) if without_origin else frozenset())
    request = Request(outcome, options.read_years(year), scp, settings)
    found = []
    for panel in panels_with_groups(FigureStore(home), request, group):
        with progress() as tell:
            question, content, folder = ask_national(home, panel, settings, tell, hold_outs, folds, seeds)
        found.append((question, {"folder": str(folder), **content}))
    if json:
        options.print_json([content for _question, content in found])
        return
    console = Console(highlight=False, soft_wrap=True)
    for question, content in found:
        if question.steps:
            console.print(question_table(question))
        for sentence in question_sentences(question):
            console.print(sentence, markup=False)
        console.print(_("Bewaard in {folder}.").format(folder=content["folder"]), markup=False)


def panels_with_groups(store: FigureStore, request: Request, typed: list[str] | None) -> list[Panel]:
    """The panels of a request, with the groups of own columns as somebody typed them."""
    groups = read_groups(typed or [])
    panels = panels_of(store, request)
    if not groups:
        return panels
    if request.scp:
        return [percentage_panel(store, groups)]
    return [count_panel(store, request.outcome, panel.year, groups) for panel in panels]


def question_table(question: NeighbourhoodQuestion) -> Table:
    """A row per step and per way of hiding."""
    title = _("{outcome} {year}: helpen kenmerken van de buurt? ({folds} delen, {seeds} keer)").format(
        outcome=outcome_label(question.panel.outcome),
        year=question.panel.year,
        folds=question.folds,
        seeds=question.seeds,
    )
    table = Table(title=title, title_justify="left", title_style="bold")
    for name in (_("erbij"), _("verborgen")):
        table.add_column(name)
    for name in (_("winst in logscore"), _("standaardfout"), _("wijken")):
        table.add_column(name, justify="right")
    table.add_column(_("uitkomst"))
    for step in question.steps:
        for hold_out, gain in step.gains.items():
            table.add_row(
                step_label(step.id),
                hold_out_label(hold_out),
                number(gain.difference, 4),
                number(gain.standard_error, 4),
                str(gain.wijken),
                verdict_label(gain.verdict),
            )
    return table


def _hold_outs(typed: str) -> tuple[HoldOut, ...]:
    known: dict[str, tuple[HoldOut, ...]] = {
        "wijk": ("wijk",),
        "gemeente": ("gemeente",),
        "both": ("wijk", "gemeente"),
    }
    if typed not in known:
        raise InputError(_("Kies bij --hold-out wijk, gemeente of both."))
    return known[typed]
