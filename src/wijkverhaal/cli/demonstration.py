# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fictional country through the whole chain: simulate, publish, import, estimate, export."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from wijkverhaal.cli.fictional_conversations import FictionalConversations, make_fictional_conversations
from wijkverhaal.cli.fictional_stories import FictionalStories, make_fictional_stories
from wijkverhaal.cli.progress import Tell
from wijkverhaal.expectation.estimate import Request, estimate, panels_of
from wijkverhaal.expectation.local_question import ask_local
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.import_report import ImportReport
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.files import whole_folder
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.publication.export import export_run
from wijkverhaal.simulation.country import simulate_country
from wijkverhaal.simulation.published_files import publish


@dataclass(frozen=True)
class Demonstration:
    """What the demonstration left in its workspace."""

    published: Path
    run: Path
    export: Path
    reports: tuple[ImportReport, ...]
    stories: FictionalStories
    conversations: FictionalConversations


def demonstrate(workspace: Workspace, seed: int, tell: Tell) -> Demonstration:
    """Take the fictional country through the whole chain.

    An earlier demonstration in the same workspace is replaced; a workspace with real figures is
    refused.
    """
    workspace.prepare(fictional=True)
    tell(_("Verzonnen land maken"), 0.02)
    country = simulate_country(seed=seed)
    published = workspace.root / "published"
    if published.exists():
        shutil.rmtree(published)
    tell(_("Publiceren zoals CBS"), 0.12)
    with whole_folder(published) as folder:
        names = [path.name for path in publish(country, folder)]
    tell(_("Importeren"), 0.2)
    reports = import_files(workspace, [published / name for name in names], replace=True)
    request = Request(settings=Settings(seed=seed), keep_actual=True)
    run = estimate(workspace, request, lambda what, share: tell(what, 0.3 + 0.55 * share))
    tell(_("Pagina en bestanden maken"), 0.87)
    export = workspace.root / "export"
    export_run(run, export)
    tell(_("Vragen wat de buurt toevoegt"), 0.91)
    _ask_one_region(workspace, request)
    tell(_("Verzonnen verhalen versleutelen"), 0.95)
    stories = make_fictional_stories(workspace)
    tell(_("Verzonnen gesprekken voeren"), 0.97)
    conversations = make_fictional_conversations(workspace, run.name)
    tell(_("Klaar"), 1.0)
    return Demonstration(published, run, export, tuple(reports), stories, conversations)


def _ask_one_region(workspace: Workspace, request: Request) -> None:
    """What the figures about the buurt add, for the newest year and the region with most wijken.

    The question about the whole country takes minutes; somebody can ask it on the site.
    """
    panel = panels_of(FigureStore(workspace), request)[-1]
    count = panel.areas.group_by("region").len().drop_nulls("region").sort("len", "region")
    ask_local(workspace, panel, request.settings, [], str(count["region"][-1]))
