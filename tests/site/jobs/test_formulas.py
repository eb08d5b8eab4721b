# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table with formulas in it comes out as text wherever a spreadsheet may open it."""

from __future__ import annotations

import io
import json
import shutil
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wijkverhaal.foundation.workspace import Workspace

from .conftest import USUAL, finish, new_worker, newest

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.any_database

_FORMULA = '=HYPERLINK("http://example.org","klik")'


def _with_formulas(country: list[Path]) -> list[io.BytesIO]:
    """The country's files; in the key figures wijken are called by a formula, as in a csv of a stranger."""
    files = []
    for path in country:
        lines = path.read_text("utf-8-sig").splitlines()
        if path.name.startswith("kwb"):
            parts = lines[0].split(";")
            name = parts.index("regio")
            for place, line in enumerate(lines[1:], start=1):
                cells = line.split(";")
                if any(cell.startswith("WK9001") for cell in cells):
                    cells[name] = "=1+1"
                    lines[place] = ";".join(cells)
        file = io.BytesIO("\n".join(lines).encode())
        file.name = path.name
        files.append(file)
    return files


def test_formulas_are_text_in_what_is_downloaded(
    empty: Workspace, analyst: Client, country: list[Path], workers: ExitStack
) -> None:
    worker = new_worker(empty, workers)
    analyst.post("/werk/inlezen/", {"bestanden": _with_formulas(country)})
    finish(worker)
    analyst.post(f"/werk/opdracht/{newest().pk}/lees-in/")
    finish(worker)
    assert newest().state == "finished", newest().trouble
    analyst.post("/werk/berekenen/", USUAL | {"buren": ""})
    finish(worker)
    a, b = newest().result["run"], "20990101-a"
    card = json.loads((empty.runs / a / "run.json").read_text())
    shutil.copytree(empty.runs / a, empty.runs / b)
    (empty.runs / b / "run.json").write_text(json.dumps({**card, "id": b}))
    exported = b"".join(analyst.get(f"/berekening/{a}/downloads/areas.csv").streaming_content).decode()  # type: ignore[attr-defined]
    compared = analyst.get("/werk/berekeningen/vergelijken/verschil.csv", {"a": a, "b": b}).content.decode()
    for text in (exported, compared):
        assert "'=1+1" in text
        assert ",=" not in text
        assert "\n=" not in text


def test_formulas_in_the_names_of_files_and_columns_are_escaped_on_the_page(
    empty: Workspace, analyst: Client, workers: ExitStack
) -> None:
    file = io.BytesIO(f"wijkcode;<script>alert(1)</script>;{_FORMULA};rust\nWK900101;a;b;1\n".encode())
    file.name = "=cmd <b>2021.csv"
    sent = analyst.post("/werk/inlezen/", {"bestanden": file})
    finish(new_worker(empty, workers))
    page = analyst.get(sent.headers["Location"]).text
    assert "<script>alert" not in page
    assert "<b>2021" not in page
