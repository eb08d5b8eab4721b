# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The neighbourhood question as work for the site: asked by an analyst, joined, stopped, answered."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from tests.publication.run_factory import fabricate_run
from wijkverhaal.foundation.workspace import Workspace

from . import slow_task
from .conftest import finish, new_worker, newest, until

if TYPE_CHECKING:
    from django.test import Client

ADDRESS = "/werk/buurtvraag/"
USUAL = {"cijfers": "jeugdzorg-2022", "plaats": ""}


def _events(count: int) -> list[str]:
    from wijkverhaal.site.log.models import Event

    return [event.key for event in Event.objects.order_by("-pk")[:count]][::-1]


def _a_place(home: Workspace, column: str) -> str:
    from wijkverhaal.figures.store import FigureStore

    return str(FigureStore(home).regions()[column].drop_nulls().sort()[0])


def test_a_question_about_all_wijken_arrives(home: Workspace, analyst: Client) -> None:
    asked = analyst.post(ADDRESS, USUAL | {"zonder-herkomst": "ja"})
    assert asked.headers["Location"] == f"/werk/opdracht/{newest().pk}/"
    assert newest().kind == "neighbourhood"
    assert newest().parameters == {
        "question": "neighbourhood",
        "outcome": "jeugdzorg",
        "years": [2022],
        "scp": False,
        "without_origin": True,
    }
    assert _events(1) == ["question-asked"]
    page = analyst.get(asked.headers["Location"]).text
    assert "Buurtvraag voor alle wijken" in page
    assert "2022" in page
    assert "Stop deze opdracht" in page


@pytest.mark.parametrize("column", ["gemeente", "region"])
def test_a_question_about_one_place_arrives(column: str, home: Workspace, analyst: Client) -> None:
    code = _a_place(home, column)
    assert f'<option value="{code}">' in analyst.get(ADDRESS).text
    analyst.post(ADDRESS, USUAL | {"plaats": code})
    assert newest().kind == "local"
    assert newest().parameters[column] == code
    assert code in analyst.get(f"/werk/opdracht/{newest().pk}/").text


def test_the_same_question_is_joined(home: Workspace, analyst: Client) -> None:
    from wijkverhaal.site.jobs.models import Job

    first = analyst.post(ADDRESS, USUAL)
    second = analyst.post(ADDRESS, USUAL)
    assert second.headers["Location"] == first.headers["Location"] + "?al=bezig"
    assert "Deze vraag was al gesteld" in analyst.get(second.headers["Location"]).text
    analyst.post(ADDRESS, USUAL | {"plaats": _a_place(home, "region")})
    analyst.post(ADDRESS, USUAL | {"cijfers": "jeugdzorg-2021"})
    assert Job.objects.count() == 3


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("cijfers", "jeugdzorg-1999", "waarover er cijfers zijn"),
        ("cijfers", "scp", "waarover er cijfers zijn"),
        ("plaats", "GM0000", "uit de lijst"),
    ],
)
def test_a_wrong_field_is_told_beside_it(
    field: str, value: str, words: str, home: Workspace, analyst: Client
) -> None:
    from wijkverhaal.site.jobs.models import Job

    answer = analyst.post(ADDRESS, USUAL | {field: value})
    assert answer.status_code == 400
    assert words in answer.text
    assert f'aria-describedby="{field}-uitleg {field}-fout"' in answer.text
    assert not Job.objects.exists()


def test_without_figures_there_is_nothing_to_choose(empty: Workspace, analyst: Client) -> None:
    page = analyst.get(ADDRESS).text
    assert "nog geen cijfers over jeugdzorg" in page
    assert "Zoek het uit" not in page


def test_who_comes_from_a_run_finds_its_figures_chosen(home: Workspace, analyst: Client) -> None:
    fabricate_run(home.runs / "20260102-a", wijken=25)
    card = json.loads((home.runs / "20260102-a" / "run.json").read_text("utf-8"))
    older = card | {"years": [2021]}
    (home.runs / "20260102-a" / "run.json").write_text(json.dumps(older), "utf-8")
    assert '<option value="jeugdzorg-2021" selected>' in analyst.get(f"{ADDRESS}?berekening=20260102-a").text
    assert '<option value="jeugdzorg-2022" selected>' in analyst.get(f"{ADDRESS}?berekening=weg").text


def test_a_question_is_never_beside_a_change_of_the_sources(home: Workspace) -> None:
    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import LOCAL, NEIGHBOURHOOD

    queue.ask(NEIGHBOURHOOD, {}, "anna")
    queue.ask(LOCAL, {}, "anna")
    assert queue.claim("one", (NEIGHBOURHOOD,)) is not None
    assert queue.claim("two", (LOCAL,)) is None
    with pytest.raises(queue.BusyError, match="Er loopt nu"), queue.change("remove", "bram"):
        pytest.fail("a change beside a question")


def test_a_question_at_work_is_stopped_and_asked_again(
    home: Workspace, analyst: Client, workers: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.jobs import worker as module
    from wijkverhaal.site.jobs.limits import ESTIMATING
    from wijkverhaal.site.jobs.models import NEIGHBOURHOOD

    monkeypatch.setitem(module._TASKS, NEIGHBOURHOOD, (slow_task.slow, ESTIMATING))
    worker = new_worker(home, workers)
    analyst.post(ADDRESS, USUAL)
    stopped = newest()
    until(worker, lambda: newest().words)
    analyst.post(f"/werk/opdracht/{stopped.pk}/stoppen/")
    finish(worker)
    assert newest().state == "cancelled"
    assert _events(2) == ["question-asked", "question-cancelled"]
    analyst.post(f"/werk/opdracht/{stopped.pk}/opnieuw/")
    assert newest().pk != stopped.pk
    assert (newest().kind, newest().parameters) == (stopped.kind, stopped.parameters)
    assert newest().fingerprint == stopped.fingerprint
    analyst.post(f"/werk/opdracht/{newest().pk}/stoppen/")
    assert _events(2) == ["question-asked", "question-cancelled"]


@pytest.mark.parametrize("place", ["", "region"])
@pytest.mark.any_database
def test_a_worker_keeps_the_answer_where_a_reader_finds_it(
    place: str, home: Workspace, analyst: Client, reader: Client, workers: ExitStack
) -> None:
    worker = new_worker(home, workers)
    code = _a_place(home, place) if place else ""
    asked = analyst.post(ADDRESS, USUAL | {"plaats": code})
    heard: set[Any] = set()
    while newest().is_open:
        worker.turn()
        heard.add(newest().words)
    assert newest().state == "finished", newest().trouble
    assert heard - {""}, "it says how far it is"
    kept = home.root / "questions" / newest().result["answer"] / "question.json"
    answer = json.loads(kept.read_text("utf-8"))
    assert answer["question"] == ("local" if place else "neighbourhood")
    assert (answer["outcome"], answer["year"]) == ("jeugdzorg", 2022)
    assert _events(2) == ["question-asked", "question-answered"]
    assert "die is er nog niet" in analyst.get(asked.headers["Location"]).text
    fabricate_run(home.runs / "20260102-a", wijken=25)
    link = "/berekening/20260102-a/buurtvraag/"
    assert f'href="{link}"' in analyst.get(asked.headers["Location"]).text
    page = reader.get(link).text
    assert "Een analist kan dit laten uitzoeken." not in page
    assert (code or "logscore") in page


def test_a_place_that_cannot_be_answered_is_told_in_one_sentence(
    home: Workspace, analyst: Client, workers: ExitStack
) -> None:
    from wijkverhaal.site.jobs import queue

    asked = {"question": "local", "outcome": "jeugdzorg", "years": [2022], "gemeente": "GM0000"}
    job, _there = queue.ask("local", asked, "anna")
    finish(new_worker(home, workers))
    assert newest().state == "failed"
    assert "GM0000 staat niet in de cijfers van 2022" in newest().trouble
    assert _events(1) == ["question-failed"]
    assert newest().trouble in analyst.get(f"/werk/opdracht/{job.pk}/").text


def test_the_tasks_bring_no_model_into_the_process_that_names_them() -> None:
    code = (
        "import sys; import wijkverhaal.site.jobs.question_tasks;"
        " print('numba' in sys.modules, 'django' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "False"]
