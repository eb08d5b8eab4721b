# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A trial is nobody's start page until an analyst chooses it; every list says how runs differ."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.publication.run_factory import fabricate_run
from wijkverhaal.foundation.workspace import Workspace

if TYPE_CHECKING:
    from django.test import Client

USUAL, TRIAL, THIRD = "20260102-a", "20260103-b", "20260104-c"


def _run(home: Workspace, name: str, **settings: object) -> None:
    folder = home.runs / name
    if (home.runs / USUAL).is_dir():
        shutil.copytree(home.runs / USUAL, folder)
    else:
        fabricate_run(folder, wijken=25)
    card = json.loads((folder / "run.json").read_text("utf-8"))
    card |= {"id": name, "created": f"{name[:4]}-{name[4:6]}-{name[6:8]}T12:00:00.000000+00:00"}
    card["settings"] = {**(card.get("settings") or {}), **settings}
    (folder / "run.json").write_text(json.dumps(card), "utf-8")


def _finished_here(name: str) -> None:
    """A run that was asked for on the site is finished."""
    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import ESTIMATE

    job, _there = queue.ask(ESTIMATE, {}, "anna")
    assert queue.claim("one", (ESTIMATE,)) is not None
    assert queue.end(job.pk, "one", "finished", {"run": name})


def _start(visitor: Client) -> str:
    found = re.search(r"U bekijkt berekening (\S+), gemaakt", visitor.get("/").text)
    assert found is not None
    return found[1]


@pytest.fixture
def trial(empty: Workspace) -> Workspace:
    """Beside the run that everybody sees lies a trial, made on the site."""
    _run(empty, USUAL)
    _run(empty, TRIAL, without_groups=["origin"], false_discovery_rate=0.49)
    _finished_here(TRIAL)
    return empty


def test_where_nobody_chose_the_newest_of_the_command_line_is_shown(empty: Workspace, reader: Client) -> None:
    _run(empty, USUAL)
    assert _start(reader) == USUAL
    _run(empty, TRIAL)
    assert _start(reader) == TRIAL


def test_the_first_run_made_on_the_site_is_shown(empty: Workspace, reader: Client) -> None:
    _run(empty, USUAL)
    _finished_here(USUAL)
    assert _start(reader) == USUAL


def test_a_trial_is_not_the_start_page_and_says_what_is_other(trial: Workspace, reader: Client) -> None:
    assert _start(reader) == USUAL
    text = reader.get("/").text
    told = re.search(rf"{TRIAL}[^<]*anders gekozen: ([^<]*)<", text)
    assert told is not None
    assert "kenmerken weggelaten: Herkomst" in told[1]
    assert "onterecht opvallend, hoogstens: 49,0%" in told[1]
    assert "startgetal" not in told[1], "what is the same is not told"
    there = reader.get(f"/berekening/{TRIAL}/").text
    assert "niet de berekening die iedereen op de beginpagina ziet" in there
    assert "Toon deze berekening aan iedereen" not in there, "a reader chooses nothing"


def test_an_analyst_shows_a_run_to_everybody(trial: Workspace, analyst: Client, reader: Client) -> None:
    from wijkverhaal.site.log.events import sentence
    from wijkverhaal.site.log.models import Event

    for address in (
        f"/berekening/{TRIAL}/",
        "/werk/",
        f"/werk/berekeningen/vergelijken/?a={USUAL}&b={TRIAL}",
    ):
        assert f'action="/werk/berekening/{TRIAL}/tonen/"' in analyst.get(address).text, address
        assert f'action="/werk/berekening/{USUAL}/tonen/"' not in analyst.get(address).text
    assert analyst.post(f"/werk/berekening/{TRIAL}/tonen/").status_code == 302
    assert _start(reader) == TRIAL
    newest = Event.objects.first()
    assert newest is not None
    told = sentence(newest.key, newest.actor, newest.facts)
    assert f"koos berekening {TRIAL} voor de beginpagina" in told
    assert newest.actor in told
    _run(trial, THIRD)
    assert _start(reader) == TRIAL, "a later run of the command line does not undo a choice"


def test_a_reader_and_a_link_choose_nothing(trial: Workspace, analyst: Client, reader: Client) -> None:
    assert reader.post(f"/werk/berekening/{TRIAL}/tonen/").status_code == 403
    assert analyst.get(f"/werk/berekening/{TRIAL}/tonen/").status_code == 405
    assert analyst.post("/werk/berekening/20990101-x/tonen/").status_code == 404
    assert _start(reader) == USUAL


def test_when_the_chosen_run_goes_the_one_chosen_before_it_is_back(
    trial: Workspace, analyst: Client, reader: Client
) -> None:
    _run(trial, THIRD)
    analyst.post(f"/werk/berekening/{TRIAL}/tonen/")
    page = analyst.get(f"/werk/berekening/{TRIAL}/verwijderen/").text
    assert f"Iedereen ziet daarna berekening {USUAL}." in page
    analyst.post(f"/werk/berekening/{TRIAL}/verwijderen/")
    assert _start(reader) == USUAL
    analyst.post(f"/werk/berekening/{USUAL}/verwijderen/")
    assert _start(reader) == THIRD


def test_programs_learn_which_run_is_shown(trial: Workspace, reader: Client) -> None:
    told = reader.get("/api/v1/berekeningen").json()
    assert {one["id"]: one["shown"] for one in told["items"]} == {USUAL: True, TRIAL: False}


def test_a_wijk_is_told_from_the_run_that_everybody_sees(trial: Workspace, reader: Client) -> None:
    from wijkverhaal.site.wijken.wijk_now import wijk_now

    now = wijk_now("WK900201")
    assert now.run is not None
    assert now.run.id == USUAL
