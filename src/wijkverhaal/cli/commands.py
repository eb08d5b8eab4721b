# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The commands: each reads what was typed, calls the room that knows, and prints."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from wijkverhaal.cli import options
from wijkverhaal.cli.demonstration import Demonstration, demonstrate
from wijkverhaal.cli.fictional_conversations import conversation_lines, invitation_lines
from wijkverhaal.cli.fictional_stories import PASSPHRASE, REGISTER_PASSPHRASE
from wijkverhaal.cli.progress import progress
from wijkverhaal.cli.serve import serve_until_stopped
from wijkverhaal.cli.validation_table import size_sentence, validation_table
from wijkverhaal.expectation.estimate import Request, estimate, panels_of
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.marking import MarkingRule
from wijkverhaal.expectation.run import LATEST, find_run
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.validation import Plan, validate
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, mark
from wijkverhaal.foundation.workspace import open_workspace
from wijkverhaal.publication.export import export_run
from wijkverhaal.publication.terminal import summary_dict, summary_lines, wijk_dict, wijk_lines

_DEMO_FOLDER = Path("wijkverhaal-demo")


def _print_lines(lines: list) -> None:  # type: ignore[type-arg]
    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        console.print(line, markup=False)


def demo(
    workspace: options.DemoWorkspace = None,
    seed: options.Seed = 1,
    serve: Annotated[
        bool, typer.Option("--serve", help=mark("Start daarna de site, om het land daar te bekijken."))
    ] = False,
    port: Annotated[
        int, typer.Option("--port", help=mark("Met --serve: de poort; 0 kiest er zelf een."))
    ] = 8000,
    json: options.Json = False,
) -> None:
    """Show everything with a fictional country, from figures to page, and on to the site."""
    home = open_workspace(workspace or _DEMO_FOLDER)
    with progress() as tell:
        shown = demonstrate(home, seed, tell)
    _tell_of_demo(home.root, shown, json)
    if serve:
        serve_until_stopped(home, port, more=lambda site: invitation_lines(site, shown.conversations))


def _tell_of_demo(root: Path, shown: Demonstration, json: bool) -> None:
    run = FinishedRun.read(shown.run)
    places = {
        "workspace": str(root),
        "published": str(shown.published),
        "run": run.id,
        "export": str(shown.export),
        "report": str(shown.export / "report.html"),
        "study": shown.stories.study,
        "study_passphrase": PASSPHRASE,
        "register_passphrase": REGISTER_PASSPHRASE,
        "conversation_held": shown.conversations.held,
        "conversation_running": shown.conversations.running,
        "conversation_wijk": shown.conversations.wijk,
        "conversation_door": shown.conversations.door,
    }
    if json:
        options.print_json(places | {"summary": summary_dict(run)})
        return
    _print_lines(summary_lines(run)[:-2])
    _print_lines(
        [
            "",
            _("De pagina:          {place}").format(place=places["report"]),
            _("Alle bestanden:     {place}").format(place=places["export"]),
            _("De waarheid erbij:  {place}").format(place=shown.published / "truth"),
            _("Een wijk bekijken:  wijkverhaal show {code} --workspace {place}").format(
                code=run.areas["area"][0], place=root
            ),
            _("Verzonnen verhalen: {title}, op de site onder Verhalen").format(title=shown.stories.title),
            _("  de wachtzin:       {words}").format(words=PASSPHRASE),
            _("  van het register:  {words}").format(words=REGISTER_PASSPHRASE),
            *conversation_lines(shown.conversations),
            _("Met echte cijfers:  wijkverhaal import BESTAND..., daarna wijkverhaal estimate"),
        ]
    )


def import_(
    files: Annotated[list[Path], typer.Argument(metavar=mark("BESTAND..."), help=mark("De bestanden."))],
    kind: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar=mark("SOORT"),
            help=mark("Wat het is: scp, kwb, youth-care, boundaries, adjacency, regions of local."),
        ),
    ] = None,
    year: Annotated[
        list[str] | None,
        typer.Option("--year", metavar=mark("JJJJ"), help=mark("Het jaar, waar het bestand dat niet zegt.")),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help=mark("Vervang wat er al over dat jaar was."))
    ] = False,
    workspace: options.Workspace = None,
    json: options.Json = False,
) -> None:
    """Import files of CBS, SCP or the gemeente; all or none."""
    years = options.read_years(year)
    with progress() as tell:
        reports = import_files(
            open_workspace(workspace),
            files,
            kind,
            years[0] if years else None,
            replace,
            progress=lambda name: tell(_("Lezen: {name}").format(name=name), 0.0),
        )
    if json:
        options.print_json([report.to_json() for report in reports])
        return
    for report in reports:
        _print_lines(report.lines())


def estimate_(
    outcome: options.Outcome = "jeugdzorg",
    year: options.Years = None,
    scp: options.Scp = False,
    like_scp: Annotated[
        bool,
        typer.Option("--like-scp", help=mark("Met --scp: een model zoals dat van SCP, om te vergelijken.")),
    ] = False,
    without_origin: options.WithoutOrigin = False,
    without_neighbours: Annotated[
        bool,
        typer.Option("--without-neighbours", help=mark("Laat wijken die elkaar raken elkaar niet helpen.")),
    ] = False,
    apart: Annotated[
        bool, typer.Option("--apart", help=mark("Schat elk jaar apart, in plaats van alle jaren samen."))
    ] = False,
    keep_draws: Annotated[
        bool,
        typer.Option("--keep-draws", help=mark("Bewaar alle trekkingen, om er zelf mee verder te rekenen.")),
    ] = False,
    within_between: Annotated[
        str,
        typer.Option(
            "--within-between",
            metavar=mark("KEUZE"),
            help=mark("auto zoekt uit of een kenmerk tussen gemeenten anders weegt dan erbinnen; none niet."),
        ),
    ] = "none",
    fdr: Annotated[
        float,
        typer.Option(
            "--fdr",
            metavar=mark("PROCENT"),
            help=mark("Hoeveel van de opvallende wijken onterecht mag zijn."),
        ),
    ] = 10.0,
    smallest: Annotated[
        float,
        typer.Option(
            "--smallest", metavar=mark("PROCENT"), help=mark("Het kleinste verschil met verwacht dat telt.")
        ),
    ] = 10.0,
    seed: options.Seed = 1,
    workspace: options.Workspace = None,
    json: options.Json = False,
) -> None:
    """Estimate the expected and the actual use of every wijk."""
    home = open_workspace(workspace)
    settings = Settings(
        like_scp=like_scp,
        without_groups=_without(without_origin),
        neighbours=not without_neighbours,
        together=not apart,
        seed=seed,
    )
    rule = MarkingRule(fdr / 100.0, smallest / 100.0)
    if within_between not in ("auto", "none"):
        raise InputError(_("Kies bij --within-between auto of none."))
    request = Request(
        outcome, options.read_years(year), scp, settings, rule, within_between == "auto", keep_draws
    )
    with progress() as tell:
        folder = estimate(home, request, tell)
    run = FinishedRun.read(folder)
    if json:
        options.print_json(summary_dict(run))
    else:
        _print_lines(summary_lines(run))


def _without(origin: bool) -> frozenset[str]:
    return frozenset({"origin"}) if origin else frozenset()


def show(
    code: Annotated[
        str, typer.Argument(metavar=mark("CODE"), help=mark("De code van de wijk, zoals WK036300."))
    ],
    run: options.Run = LATEST,
    year: options.Years = None,
    workspace: options.Workspace = None,
    json: options.Json = False,
) -> None:
    """Show one wijk: published, expected, actual and why."""
    found = FinishedRun.read(find_run(open_workspace(workspace), run).folder)
    years = options.read_years(year)
    chosen = years[0] if years else None
    if json:
        options.print_json(wijk_dict(found, code, chosen))
    else:
        _print_lines(wijk_lines(found, code, chosen))


def export(
    run: Annotated[
        str, typer.Argument(metavar=mark("RUN"), help=mark("Nummer van de berekening, of latest."))
    ],
    to: Annotated[Path, typer.Option("--to", metavar=mark("MAP"), help=mark("De map voor de bestanden."))],
    gemeente: Annotated[
        str | None,
        typer.Option("--gemeente", metavar=mark("CODE"), help=mark("De gemeente die voorop staat.")),
    ] = None,
    workspace: options.Workspace = None,
    json: options.Json = False,
) -> None:
    """Write a run as files and as a page to mail."""
    found = find_run(open_workspace(workspace), run)
    written = export_run(found.folder, to, gemeente)
    if json:
        options.print_json({"run": found.id, "files": [str(path) for path in written]})
    else:
        _print_lines([str(path) for path in written])


def validate_(
    scp: options.Scp = False,
    hold_out: Annotated[
        str,
        typer.Option(
            "--hold-out", metavar=mark("WAT"), help=mark("Verberg losse wijken (wijk) of hele gemeenten.")
        ),
    ] = "wijk",
    folds: Annotated[int, typer.Option("--folds", help=mark("In hoeveel delen."))] = 10,
    seeds: Annotated[int, typer.Option("--seeds", help=mark("Hoe vaak, met andere delen."))] = 3,
    outcome: options.Outcome = "jeugdzorg",
    year: options.Years = None,
    without_origin: options.WithoutOrigin = False,
    workspace: options.Workspace = None,
    json: options.Json = False,
) -> None:
    """Test the model: hide figures, predict and compare."""
    plan = Plan(hold_out, folds, seeds)  # type: ignore[arg-type]
    settings = Settings(without_groups=_without(without_origin))
    store = FigureStore(open_workspace(workspace))
    panels = panels_of(store, Request(outcome, options.read_years(year), scp, settings))
    found = []
    for panel in panels:
        with progress() as tell:
            found.append(validate(panel, plan, settings, tell))
    if json:
        options.print_json([one.to_json() for one in found])
        return
    console = Console(highlight=False)
    for one in found:
        console.print(validation_table(one))
        console.print(size_sentence(one))
    console.print(_("De fout is in procentpunt. Hoe hoger logscore en R2, hoe beter."))
