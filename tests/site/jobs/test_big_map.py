# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A very large map: read within the limits of its process, or refused in one sentence."""

from __future__ import annotations

import math
import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wijkverhaal.foundation.workspace import Workspace

from .conftest import finish, left_behind, new_worker, newest

if TYPE_CHECKING:
    from django.test import Client

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.skipif(os.name != "posix", reason="Windows has no limits of memory"),
]
_WIJKEN, _POINTS = 400, 3_000


def _map(path: Path) -> Path:
    """Some 45 MB of circles that do not touch."""
    with path.open("w") as file:
        file.write('{"type":"FeatureCollection","features":[')
        for place in range(_WIJKEN):
            x, y = 4 + place % 20 * 0.05, 51 + place // 20 * 0.05
            turns = [2 * math.pi * point / _POINTS for point in range(_POINTS)]
            ring = [f"[{x + 0.02 * math.cos(t):.14f},{y + 0.02 * math.sin(t):.14f}]" for t in turns]
            shape = '{"type":"Polygon","coordinates":[[' + ",".join([*ring, ring[0]]) + "]]}"
            code = f'{{"wijkcode":"WK{900100 + place:06d}"}}'
            feature = f'{{"type":"Feature","properties":{code},"geometry":{shape}}}'
            file.write("," * bool(place) + feature)
        file.write("]}")
    return path


@pytest.mark.parametrize("memory", [4_000_000_000, 1_100_000_000], ids=["enough", "too little"])
def test_a_big_map(
    memory: int,
    empty: Workspace,
    analyst: Client,
    workers: ExitStack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from dataclasses import replace

    from wijkverhaal.site.jobs import tasks, worker
    from wijkverhaal.site.jobs.limits import READING
    from wijkverhaal.site.jobs.models import LOOK

    monkeypatch.setitem(worker._TASKS, LOOK, (tasks.look, replace(READING, memory=memory)))
    sent = _map(tmp_path / "wijken 2021.geojson")
    analyst.post("/werk/inlezen/", {"bestanden": sent.open("rb")})
    finish(new_worker(empty, workers))
    page = analyst.get(f"/werk/opdracht/{newest().pk}/").text
    if memory > 3_000_000_000:
        assert newest().result["files"][0]["rows"] == _WIJKEN
    else:
        assert "geheugen" in page or "niet te lezen" in page
        assert left_behind(empty) == []
