# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Markup, length, direction, doubles and impossible forms: nothing breaks, and nothing is there twice."""

from __future__ import annotations

from itertools import count
from threading import Thread

import pytest

from .conftest import USE, Table

_KEYS = count(1)
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}{% raise %}"


def test_markup_stays_text_on_every_page(table: Table) -> None:
    person = table.join(SCRIPT[:80])
    table.lead(stap="verklaren")
    person.say(SCRIPT)
    table.lead(stap="verbeteren")
    person.send("lead", tekst=SCRIPT, wie=SCRIPT)
    number, lead = str(table.serials("statement")[0]), str(table.serials("lead")[0])
    table.do("verklaring", uitspraak=number)
    table.do("afspraak", aanknopingspunt=lead, tekst=SCRIPT, wie=SCRIPT, wanneer="2027-03-01")
    for step in ("verklaren", "verbeteren"):
        table.lead(stap=step)
        pages = [person.page()]
        pages += [
            table.leader.get(table.address(f"{page}/")).text for page in ("leiden", "scherm", "verslag")
        ]
        for page in pages:
            assert "<script>alert" not in page
            assert "<img src=x" not in page
            assert "{{ 7*7 }}" in page or "{{" not in page
        assert "&lt;script&gt;alert(1)" in pages[1]


@pytest.mark.parametrize("length", [501, 10_000, 40_000])
def test_a_text_that_is_too_long_is_refused_and_given_back(length: int, table: Table) -> None:
    person = table.join()
    table.lead(stap="verklaren")
    answer = person.say("é" * length)
    assert answer.status_code == 400
    assert "maak de tekst korter" in answer.text
    assert "é" * 400 in answer.text
    assert table.serials("statement") == []


def test_five_hundred_letters_fit(table: Table) -> None:
    person = table.join()
    table.lead(stap="verklaren")
    assert person.say("é" * 500).status_code == 302


def test_what_turns_the_direction_of_writing_is_taken_out(table: Table) -> None:
    person = table.join("\u202eadA")
    table.lead(stap="verklaren")
    person.say("\u202egoed\u202c bericht \u0645\u0631\u062d\u0628\u0627")
    page = person.page()
    assert "\u202e" not in page
    assert "goed bericht \u0645\u0631\u062d\u0628\u0627" in page
    assert 'class="words" dir="auto"' in page


@pytest.mark.parametrize("odd", ["a\x00b", "a\ud800b", "\ufdd0", "a\u0301" * 90, "\u202e", "\r\n\r\n"])
def test_odd_signs_break_nothing(odd: str, table: Table) -> None:
    person = table.join()
    table.lead(stap="verklaren")
    body = f"wat=statement&sleutel=abcdefgh&soort=wijk&tekst={_encoded(odd)}"
    kind = "application/x-www-form-urlencoded"
    answer = person.client.post(person.address("bijdrage/"), body, content_type=kind)
    assert answer.status_code in (302, 400)
    assert person.client.get(person.address()).status_code == 200


def _encoded(text: str) -> str:
    return "".join(f"%{byte:02x}" for byte in text.encode("utf-8", "surrogatepass"))


def test_what_is_sent_twice_is_there_once(table: Table) -> None:
    ada, ben = table.join(), table.join()
    table.lead(stap="verklaren")
    for _time in range(3):
        assert ada.say("Er is weinig te doen.", key="zelfde-sleutel").status_code == 302
    # the key of one is nothing to another
    ben.say("Iets anders.", key="zelfde-sleutel")
    assert len(table.serials("statement")) == 2


def test_what_is_sent_twice_at_the_same_moment_is_there_once(table: Table) -> None:
    person = table.join()
    table.lead(stap="verklaren")
    answers: list[int] = []

    def send() -> None:
        from django.db import connection
        from django.test import Client

        client = Client(SERVER_NAME="127.0.0.1")
        client.cookies = person.client.cookies
        sent = {"wat": "statement", "sleutel": "zelfde-sleutel", "tekst": "Een", "soort": "wijk"}
        answers.append(client.post(person.address("bijdrage/"), sent).status_code)
        connection.close()

    threads = [Thread(target=send) for _number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [302] * 6
    assert len(table.serials("statement")) == 1


def test_serial_numbers_have_no_gap_and_no_double_when_many_write_at_once(table: Table) -> None:
    from wijkverhaal.site.conversations.models import Entry

    people = [table.join() for _number in range(5)]
    table.lead(stap="verklaren")
    before = table.stored.last_serial

    def send(place: int) -> None:
        from django.db import connection

        for number in range(6):
            people[place].say(f"Uitspraak {place} {number}", key=f"sleutel-{place}-{number}")
        connection.close()

    threads = [Thread(target=send, args=(place,)) for place in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    serials = Entry.objects.filter(conversation=table.id, serial__gt=before).values_list("serial", flat=True)
    assert sorted(serials) == list(range(before + 1, before + 31))
    assert table.stored.last_serial == before + 30


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"wat": "merge"},
        {"wat": "guess", "sleutel": "kort", "schatting": "12", "cijfer": USE},
        {"wat": "guess", "sleutel": "abcdefgh", "schatting": "12", "cijfer": "gebruik|WK000000|2022|"},
        {"wat": "guess", "sleutel": "abcdefgh", "schatting": "nan", "cijfer": USE},
        {"wat": "guess", "sleutel": "abcdefgh", "schatting": "1e9", "cijfer": USE},
        {"wat": "recognition", "sleutel": "abcdefgh", "antwoord": "misschien", "cijfer": USE},
        {"wat": "opinion", "sleutel": "abcdefgh", "uitspraak": "999999", "stem": "eens"},
        {"wat": "opinion", "sleutel": "abcdefgh", "uitspraak": "١", "stem": "eens"},
        {"wat": "statement", "sleutel": "abcdefgh", "tekst": "x", "soort": "schuld"},
        {"wat": "lead", "sleutel": "abcdefgh", "tekst": "x", "wanneer": "31-31-2027"},
        {"wat": "lead", "sleutel": "abcdefgh", "tekst": "x", "wanneer": "0001-01-01"},
        {"wat": "lead", "sleutel": "abcdefgh", "tekst": "x", "wijk": "WK000000"},
        {"wat": "lead", "sleutel": "abcdefgh", "tekst": "x", "kenmerk": "verzonnen"},
        {"wat": "cooperation", "sleutel": "abcdefgh", "own": "a", "partner": "b", "strength": "9"},
    ],
    ids=str,
)
def test_a_form_that_cannot_be_is_refused_with_a_sentence(form: dict[str, str], table: Table) -> None:
    person = table.join()
    before = table.stored.last_serial
    answer = person.client.post(person.address("bijdrage/"), form)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert table.stored.last_serial == before


def test_nobody_sends_in_the_name_of_another_site(table: Table) -> None:
    from django.test import Client

    person = table.join()
    strict = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    strict.cookies = person.client.cookies
    sent = {"wat": "guess", "sleutel": "abcdefgh", "schatting": "12", "cijfer": USE}
    assert strict.post(person.address("bijdrage/"), sent).status_code == 403


def test_the_clock_of_a_phone_is_asked_nothing(table: Table) -> None:
    ada, ben = table.join(), table.join()
    old, new = {"date": "Tue, 01 Jan 1980 00:00:00 GMT"}, {"date": "Tue, 01 Jan 2090 00:00:00 GMT"}
    table.lead(doe="toon")
    for person, answer, clock in ((ada, "ja", new), (ada, "nee", old), (ben, "nee", old)):
        sent = {"wat": "recognition", "cijfer": USE, "sleutel": f"sleutel-{next(_KEYS)}", "antwoord": answer}
        assert person.client.post(person.address("bijdrage/"), sent, headers=clock).status_code == 302
    from wijkverhaal.site.conversations.contributions.contributed import contributed_to

    told = [(one.answer.value, one.serial) for one in contributed_to(table.id).recognitions]
    assert [answer for answer, _serial in sorted(told, key=lambda one: one[1])] == ["ja", "nee", "nee"]


def test_a_program_does_not_fill_the_conversation(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    from wijkverhaal.site.api.pace import Pace
    from wijkverhaal.site.conversations.taking_part import table_views

    monkeypatch.setattr(table_views, "_PACE", Pace(most=3, seconds=60))
    ada, ben = table.join(), table.join()
    table.lead(stap="verklaren")
    answers = [ada.say(f"Uitspraak {number}") for number in range(5)]
    assert [one.status_code for one in answers] == [302] * 3 + [400] * 2
    assert "Dit gaat te snel" in answers[-1].text
    assert ben.say("Mag wel").status_code == 302
