# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking is cheap, and whoever looks sees what changed."""

from __future__ import annotations

import pytest

from .conftest import Table


def test_nothing_new_is_answered_with_nothing(table: Table, django_queries: list[str]) -> None:
    person = table.join()
    first = person.client.get(person.address("stand/"))
    mark = first.headers["ETag"]
    assert first.status_code == 200
    django_queries.clear()
    again = person.client.get(person.address("stand/"), headers={"if-none-match": mark})
    assert (again.status_code, again.content) == (304, b"")
    assert len(django_queries) == 1
    weak = person.client.get(person.address("stand/"), headers={"if-none-match": f"W/{mark}"})
    assert weak.status_code == 304


@pytest.fixture
def django_queries(site: object) -> object:
    """The questions to the database, from now on."""
    from django.db import connection

    asked: list[str] = []

    def note(execute, sql, *rest):  # type: ignore[no-untyped-def]
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield asked


def test_a_move_is_seen_at_the_next_look(table: Table) -> None:
    person = table.join()
    mark = person.client.get(person.address("stand/")).headers["ETag"]
    table.lead(doe="toon")
    answer = person.client.get(person.address("stand/"), headers={"if-none-match": mark})
    assert answer.status_code == 200
    assert "Herken je dit cijfer?" in answer.text
    assert "<html" not in answer.text


def test_what_somebody_sent_is_there_in_the_answer(table: Table) -> None:
    person = table.join()
    table.lead(stap="verklaren")
    sent = {"wat": "statement", "sleutel": "abcdefgh", "tekst": "Hallo", "soort": "wijk"}
    script = {"wijkverhaal-live": "1"}
    answer = person.client.post(person.address("bijdrage/"), sent, headers=script)
    assert answer.status_code == 200
    assert "Wat ik schreef (1)" in answer.text
    refused = person.client.post(
        person.address("bijdrage/"), {**sent, "sleutel": "bbcdefgh", "tekst": ""}, headers=script
    )
    assert refused.status_code == 400
    assert refused.headers["Content-Type"].startswith("text/plain")
    assert refused.text.startswith("Er staat nog geen tekst")


def test_what_others_send_is_seen_within_a_second_or_so(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.conversations.screen import watching

    clock = [100.0]
    monkeypatch.setattr(watching, "monotonic", lambda: clock[0])
    ada, ben = table.join(), table.join()
    table.lead(stap="verklaren")
    mark = ben.client.get(ben.address("stand/")).headers["ETag"]
    ada.say("Er is weinig te doen.")
    same = ben.client.get(ben.address("stand/"), headers={"if-none-match": mark})
    assert same.status_code == 304
    clock[0] += 1.1
    fresh = ben.client.get(ben.address("stand/"), headers={"if-none-match": mark})
    assert fresh.status_code == 200
    assert "Er is weinig te doen." in fresh.text


def test_another_process_sees_the_same(table: Table) -> None:
    from wijkverhaal.site.conversations.screen.watching import Watched, stamp_of, watched

    person = table.join()
    table.lead(stap="verklaren")
    person.say("Er is weinig te doen.")
    here, there = watched(table.id), Watched(table.id)
    stamp = stamp_of(table.stored)
    there.now(stamp)
    person.say("Nog een.")
    table.lead(stap="verklaren")
    stamp = stamp_of(table.stored)
    told = [[heap.text for heap in one.now(stamp)[0].heaps] for one in (here, there)]
    assert told == [["Er is weinig te doen.", "Nog een."]] * 2


def test_pages_of_the_facilitator_follow_too(table: Table) -> None:
    person = table.join()
    table.lead(stap="verbeteren")
    for page in ("leiden/stand/", "scherm/stand/"):
        mark = table.leader.get(table.address(page)).headers["ETag"]
        same = table.leader.get(table.address(page), headers={"if-none-match": mark})
        assert same.status_code == 304
        person.send("lead", tekst="Samen koffie")
        table.lead(stap="verbeteren")
        fresh = table.leader.get(table.address(page), headers={"if-none-match": mark})
        assert fresh.status_code == 200
        assert "Samen koffie" in fresh.text
