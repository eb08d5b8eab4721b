# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The neighbourhood question about all wijken, from a panel to an answer that is kept."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from wijkverhaal.expectation.neighbourhood_question import NeighbourhoodQuestion, ask
from wijkverhaal.expectation.place_answer import place_answer
from wijkverhaal.expectation.question_file import question_dict, write_question
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.validation import HoldOut
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import Workspace

Progress = Callable[[str, float], None]
#: Share of the work that comparing on hidden figures is; the rest is one fit to all of them.
_COMPARING = 0.95


def ask_national(
    workspace: Workspace,
    panel: Panel,
    settings: Settings,
    progress: Progress | None = None,
    hold_outs: Sequence[HoldOut] = ("wijk", "gemeente"),
    folds: int = 10,
    seeds: int = 1,
) -> tuple[NeighbourhoodQuestion, dict[str, Any], Path]:
    """Compare the nested models, and keep that with what the largest expects of every wijk.

    Returns
    -------
    tuple
        The answer, its content as kept, and the folder it is kept in.

    Raises
    ------
    InputError
        When there are too few figures for so many folds.
    FitError
        When the largest model cannot be fitted to all figures.
    """
    tell = progress or (lambda words, share: None)
    question = ask(
        panel, hold_outs, folds, seeds, settings, lambda words, share: tell(words, _COMPARING * share)
    )
    tell(_("Verwacht gebruik met cijfers over de buurt"), _COMPARING)
    content = {**question_dict(question), "wijken": place_answer(question).to_dicts()}
    folder = write_question(workspace, content, panel)
    tell(_("Verwacht gebruik met cijfers over de buurt"), 1.0)
    return question, content, folder
