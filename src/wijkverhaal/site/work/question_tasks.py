# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a child process can find out about the neighbourhood. No Django here.

The model is imported by who uses it: the worker itself never needs it.
"""

from pathlib import Path
from typing import Any

from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.site.work.child import Tell


def ask_neighbourhood(root: str, parameters: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Answer the neighbourhood question about the figures of one year, and keep the answer."""
    from wijkverhaal.expectation.neighbourhood_question import ask
    from wijkverhaal.expectation.question_file import question_dict

    panel, settings = _asked(root, parameters)
    tell(_("Model {year}").format(year=panel.year), 0.0)
    return _kept(root, question_dict(ask(panel, settings=settings, progress=tell)), panel)


def ask_local(root: str, parameters: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Fit the local model of a gemeente or a region, and keep the answer."""
    from wijkverhaal.expectation.local_model import fit_local
    from wijkverhaal.expectation.local_region import wijken_inside
    from wijkverhaal.expectation.local_words import local_dict

    panel, settings = _asked(root, parameters)
    gemeente, region = parameters.get("gemeente"), parameters.get("region")
    inside = wijken_inside(panel, [gemeente] if gemeente else [], region)
    tell(_("Model {year}").format(year=panel.year), 0.1)
    answer = fit_local(panel, inside, settings)
    return _kept(root, local_dict(answer, str(region or gemeente)), panel)


def _asked(root: str, parameters: dict[str, Any]) -> tuple[Any, Any]:
    """The panel, and the choices of the model."""
    from wijkverhaal.expectation.estimate import panels_of
    from wijkverhaal.figures.store import FigureStore
    from wijkverhaal.site.work.tasks import request_of

    request = request_of(parameters)
    (panel,) = panels_of(FigureStore(Workspace(Path(root))), request)
    return panel, request.settings


def _kept(root: str, content: dict[str, Any], panel: Any) -> dict[str, Any]:
    from wijkverhaal.expectation.question_file import write_question

    folder = write_question(Workspace(Path(root)), content, panel)
    facts = {"family": panel.family, "outcome": panel.outcome, "year": panel.year}
    return {"answer": folder.name, **facts}
