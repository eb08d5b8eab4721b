# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command for a local model: a region's own figures beside what the country expects."""

from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from wijkverhaal.cli import options
from wijkverhaal.cli.neighbourhood import Groups, panels_with_groups
from wijkverhaal.cli.progress import progress
from wijkverhaal.expectation.estimate import Request
from wijkverhaal.expectation.local_model import LocalAnswer
from wijkverhaal.expectation.local_question import ask_local
from wijkverhaal.expectation.local_words import coefficient_rows, local_sentences
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.outcome import outcome_label
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, mark, number
from wijkverhaal.foundation.workspace import open_workspace


def local(
    gemeente: Annotated[
        list[str] | None,
        typer.Option("--gemeente", metavar=mark("CODE"), help=mark("De gemeente; mag vaker.")),
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar=mark("CODE"), help=mark("De jeugdregio."))
    ] = None,
    outcome: options.Outcome = "jeugdzorg",
    year: options.Years = None,
    scp: options.Scp = False,
    group: Groups = None,
    without_origin: options.WithoutOrigin = False,
    seed: options.Seed = 1,
    workspace: options.Workspace = None,
    json: options.Json = False,
) -> None:
    """Add a region's own figures to what the rest of the country expects of its wijken."""
    if bool(gemeente) == bool(region):
        raise InputError(_("Geef een jeugdregio met --region, of een of meer gemeenten met --gemeente."))
    home = open_workspace(workspace)
    settings = Settings(without_groups=frozenset({"origin"}) if without_origin else frozenset(), seed=seed)
    request = Request(outcome, options.read_years(year), scp, settings)
    place = region or ", ".join(gemeente or [])
    found = []
    for panel in panels_with_groups(FigureStore(home), request, group):
        with progress() as tell:
            tell(_("Model {year}").format(year=panel.year), 0.1)
            answer, content, folder = ask_local(home, panel, settings, gemeente or [], region)
        found.append((answer, {"folder": str(folder), **content}))
    if json:
        options.print_json([content for _answer, content in found])
        return
    console = Console(highlight=False, soft_wrap=True)
    for answer, content in found:
        console.print(local_table(answer, place))
        for sentence in local_sentences(answer):
            console.print(sentence, markup=False)
        console.print(_("Bewaard in {folder}.").format(folder=content["folder"]), markup=False)


def local_table(answer: LocalAnswer, place: str) -> Table:
    """A row per indicator."""
    title = _("{outcome} {year}, {place}: {count} wijken").format(
        outcome=outcome_label(answer.panel.outcome),
        year=answer.panel.year,
        place=place,
        count=answer.panel.areas.height,
    )
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column(_("eigen cijfer"))
    for name in (_("effect van een gewoon verschil"), _("van"), _("tot")):
        table.add_column(name, justify="right")
    for row in coefficient_rows(answer).iter_rows(named=True):
        table.add_row(row["label"], *(_effect(row[name]) for name in ("estimate", "low", "high")))
    return table


def _effect(value: float) -> str:
    """The effect of one standard deviation on use, in percent of that use."""
    return f"{number(100 * np.expm1(value), 1)}%"
