# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The local question, from a panel to an answer that is kept."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from wijkverhaal.expectation.local_model import LocalAnswer, fit_local
from wijkverhaal.expectation.local_region import wijken_inside
from wijkverhaal.expectation.local_words import local_dict
from wijkverhaal.expectation.question_file import write_question
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.workspace import Workspace


def ask_local(
    workspace: Workspace, panel: Panel, settings: Settings, gemeenten: Sequence[str], region: str | None
) -> tuple[LocalAnswer, dict[str, Any], Path]:
    """Fit the local model of a region, or else of some gemeenten, and keep the answer.

    Returns
    -------
    tuple
        The answer, its content as kept, and the folder it is kept in.

    Raises
    ------
    NotFoundError
        When there is no such gemeente or region among the wijken, or nothing of their own is known.
    FitError
        When the local model cannot be fitted.
    """
    answer = fit_local(panel, wijken_inside(panel, gemeenten, region), settings)
    content = local_dict(answer, region or ", ".join(gemeenten))
    content["without_groups"] = sorted(settings.without_groups)
    return answer, content, write_question(workspace, content, panel)
