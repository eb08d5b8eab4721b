# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers to questions about the neighbourhood, kept in the workspace: whole or not at all."""

import json
import secrets
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import wijkverhaal
from wijkverhaal.expectation.neighbourhood_question import NeighbourhoodQuestion
from wijkverhaal.expectation.paired_gain import Gain
from wijkverhaal.expectation.question_rule import CLEAR, RELEVANT_EFFECT
from wijkverhaal.expectation.question_words import (
    VERDICT_IN_ENGLISH,
    labels_of,
    question_sentences,
    step_label,
)
from wijkverhaal.expectation.run_inputs import told_inputs
from wijkverhaal.figures.panel import Panel
from wijkverhaal.figures.source import Source
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.files import remove_unfinished, whole_folder
from wijkverhaal.foundation.workspace import Workspace


def question_dict(question: NeighbourhoodQuestion) -> dict[str, Any]:
    """The question and its answers as plain values; sentences in the current language."""
    panel = question.panel
    return {
        "question": "neighbourhood",
        "family": panel.family,
        "outcome": panel.outcome,
        "year": panel.year,
        "folds": question.folds,
        "seeds": question.seeds,
        "without_groups": sorted(question.settings.without_groups),
        "rule": {"standard_errors": CLEAR, "relevant_effect": RELEVANT_EFFECT},
        "steps": [
            {
                "id": step.id,
                "label": step_label(step.id),
                "indicators": dict(zip(step.indicators, labels_of(panel, step.indicators), strict=True)),
                "gains": {hold_out: gain_dict(gain) for hold_out, gain in step.gains.items()},
            }
            for step in question.steps
        ],
        "without_figures": list(question.absent),
        "too_little_known": list(question.too_little_known),
        "local_years": {name: list(years) for name, years in panel.local_years.items()},
        "sentences": question_sentences(question),
    }


def gain_dict(gain: Gain) -> dict[str, Any]:
    """One comparison as plain values."""
    return {**asdict(gain), "verdict": VERDICT_IN_ENGLISH[gain.verdict]}


def write_question(workspace: Workspace, content: dict[str, Any], panel: Panel) -> Path:
    """Keep an answer as `questions/<id>/question.json`.

    Parameters
    ----------
    workspace
        Where.
    content
        As from `question_dict`; its id, the moment, the version and the inputs are added.
    panel
        What the answer rests on.

    Returns
    -------
    Path
        The folder of the answer.
    """
    created, store = datetime.now(UTC), FigureStore(workspace)
    parts = [
        f"{created:%Y%m%d-%H%M%S}",
        content["question"],
        panel.outcome,
        str(panel.year),
        secrets.token_hex(2),
    ]
    card = {
        "id": "-".join(parts),
        "created": created.isoformat(timespec="microseconds"),
        "version": wijkverhaal.__version__,
        "fictional": bool(workspace.fictional),
        "inputs": told_inputs(store, [source for source in store.sources() if _serves(source, panel)]),
        **content,
    }
    home = workspace.root / "questions"
    remove_unfinished(home)
    with whole_folder(home / str(card["id"])) as folder:
        text = json.dumps(card, ensure_ascii=False, indent=2, allow_nan=False)
        (folder / "question.json").write_text(text + "\n", "utf-8")
    return home / str(card["id"])


def _serves(source: Source, panel: Panel) -> bool:
    years = {panel.year, *panel.carried.values(), *(y for own in panel.local_years.values() for y in own)}
    if source.kind == "regions":
        return True
    kinds = ("scp", "local") if panel.family == "scp" else ("kwb", "youth-care", "local")
    return source.kind in kinds and bool(years & set(source.years))
