# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers about the neighbourhood that are kept in the workspace."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.files import finished_folders


def kept_questions(run: FinishedRun) -> list[dict[str, Any]]:
    """Answers about the figures of this run, the newest first."""
    found = [_read(folder) for folder in finished_folders(settings.FILES.workspace.root / "questions")]
    about = [one for one in found if one and _about(one, run)]
    return sorted(about, key=lambda one: str(one["created"]), reverse=True)


def kept_question(identity: str) -> dict[str, Any] | None:
    """One answer by its id; None where there is none."""
    for folder in finished_folders(settings.FILES.workspace.root / "questions"):
        if folder.name == identity:
            return _read(folder)
    return None


@lru_cache(maxsize=200)
def _read(folder: Path) -> dict[str, Any] | None:
    """One answer, which never changes; nothing where its file cannot be read."""
    try:
        content = json.loads((folder / "question.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) and "question" in content else None


def _about(kept: dict[str, Any], run: FinishedRun) -> bool:
    same = kept.get("family") == run.family and kept.get("outcome") == run.outcome
    return same and kept.get("year") in run.years
