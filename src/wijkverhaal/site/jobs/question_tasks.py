# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a child process can find out about the neighbourhood. No Django here.

The model is imported by who uses it: the worker itself never needs it.
"""

from pathlib import Path
from typing import Any

from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.site.jobs.child import Tell


def ask_neighbourhood(root: str, parameters: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Answer the neighbourhood question about the figures of one year, and keep the answer."""
    from wijkverhaal.expectation.national_question import ask_national

    panel, settings = _asked(root, parameters)
    tell(_("Model {year}").format(year=panel.year), 0.0)
    found = ask_national(Workspace(Path(root)), panel, settings, tell)
    return _facts(found[2], panel)


def ask_local(root: str, parameters: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Fit the local model of a gemeente or a region, and keep the answer."""
    from wijkverhaal.expectation import local_question

    panel, settings = _asked(root, parameters)
    gemeente, region = parameters.get("gemeente"), parameters.get("region")
    tell(_("Model {year}").format(year=panel.year), 0.1)
    home = Workspace(Path(root))
    found = local_question.ask_local(home, panel, settings, [gemeente] if gemeente else [], region)
    return _facts(found[2], panel)


def _asked(root: str, parameters: dict[str, Any]) -> tuple[Any, Any]:
    """The panel, and the choices of the model."""
    from wijkverhaal.expectation.estimate import panels_of
    from wijkverhaal.figures.store import FigureStore
    from wijkverhaal.site.jobs.tasks import request_of

    request = request_of(parameters)
    (panel,) = panels_of(FigureStore(Workspace(Path(root))), request)
    return panel, request.settings


def _facts(folder: Path, panel: Any) -> dict[str, Any]:
    """Which answer it is, and about which figures."""
    return {"answer": folder.name, "family": panel.family, "outcome": panel.outcome, "year": panel.year}
