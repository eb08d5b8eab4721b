# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Published examples that stand beside the repository, where they are."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wijkverhaal.stories.case_table import CaseTable, case_table

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def published(name: str) -> Path:
    """A published file; the test is skipped where it is absent."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the published example {name} is not on this machine")
    return path


@pytest.fixture
def published_file() -> Callable[[str], Path]:
    return published


@pytest.fixture
def published_json() -> Callable[[str], Any]:
    return lambda name: json.loads(published(name).read_text("utf-8"))


@pytest.fixture
def lipset() -> Callable[[str, str, list[str]], CaseTable]:
    """One of the published tables, with an outcome and conditions."""

    def read(name: str, outcome: str, conditions: list[str]) -> CaseTable:
        with published(f"comparison/{name}.csv").open(newline="") as text:
            rows = list(csv.DictReader(text))
        columns = {key: [float(row[key]) for row in rows] for key in rows[0] if key}
        return case_table([row[""] for row in rows], columns, outcome, conditions)

    return read
