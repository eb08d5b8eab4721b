# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole round: send files, look, read in, make a run, see it."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wijkverhaal.foundation.workspace import Workspace

from .conftest import USUAL, finish, left_behind, new_worker, newest

if TYPE_CHECKING:
    from django.test import Client


def test_from_files_to_a_run(
    empty: Workspace, analyst: Client, country: list[Path], workers: ExitStack
) -> None:
    from wijkverhaal.site.log.models import Event

    worker = new_worker(empty, workers)
    last = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    sent = analyst.post("/werk/inlezen/", {"bestanden": [path.open("rb") for path in country]})
    assert sent.status_code == 302
    finish(worker)
    seen = analyst.get(sent.headers["Location"]).text
    assert "jongeren met jeugdzorg (CBS)" in seen
    assert "Geheime cijfers" in seen
    assert not empty.sources.exists(), "a look reads nothing in"
    read = analyst.post(f"/werk/opdracht/{newest().pk}/lees-in/")
    finish(worker)
    assert "Maak nu een berekening" in analyst.get(read.headers["Location"]).text
    assert left_behind(empty) == []
    asked = analyst.post("/werk/berekenen/", USUAL)
    finish(worker)
    run = newest().result["run"]
    assert f"/berekening/{run}/" in analyst.get(asked.headers["Location"]).text
    overview = analyst.get("/werk/").text
    assert run in overview
    assert "controlegetal" in overview
    happened = [event.key for event in Event.objects.filter(pk__gt=last).order_by("pk")]
    assert happened == ["file-read"] * len(country) + ["run-started", "run-finished"]
    facts = str(list(Event.objects.filter(pk__gt=last).values_list("facts", flat=True)))
    assert not [path.name for path in country if path.name in facts], "names that people gave stay out"


@pytest.mark.any_database
def test_a_run_says_how_far_it_is(home: Workspace, analyst: Client, workers: ExitStack) -> None:
    worker = new_worker(home, workers)
    asked = analyst.post("/werk/berekenen/", USUAL)
    address = asked.headers["Location"]
    waiting = analyst.get(address + "stand/")
    assert waiting.headers["Wijkverhaal-Open"] == "1"
    assert "wacht" in waiting.text
    heard = set()
    while newest().is_open:
        worker.turn()
        heard.add(newest().words)
        page = analyst.get(address).text
        if newest().state == "running":
            assert 'aria-live="polite"' in page
            assert "Ververs" in page
    assert [words for words in heard if "2022" in words]
    done = analyst.get(address + "stand/")
    assert done.headers["Wijkverhaal-Open"] == "0"
    assert "http-equiv" not in analyst.get(address).text
    assert "Refresh" not in done.headers
