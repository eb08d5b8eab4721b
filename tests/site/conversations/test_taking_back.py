# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody wrote goes when they say so; what they chose stays, without them."""

from __future__ import annotations

import pytest

from .conftest import Person, Table


def _rows(table: Table) -> str:
    from wijkverhaal.site.conversations.models import Entry, StoredParticipant

    entries = Entry.objects.filter(conversation=table.id).values_list("content", "participant", "client_key")
    people = StoredParticipant.objects.filter(conversation=table.id).values_list("id", "name", "fingerprint")
    return f"{list(entries)}{list(people)}"


def _said(table: Table, people: list[Person]) -> list[str]:
    table.lead(stap="verklaren")
    for place, person in enumerate(people):
        person.say(f"Uitspraak {place}")
    return [str(one) for one in table.serials("statement")]


def test_one_contribution_is_taken_back(table: Table) -> None:
    ada, ben = table.join(), table.join()
    first, second = _said(table, [ada, ben])
    assert ada.client.post(ada.address("terugnemen/"), {"nummer": second}).status_code == 400
    assert ada.client.post(ada.address("terugnemen/"), {"nummer": "x"}).status_code == 400
    assert ada.client.post(ada.address("terugnemen/"), {"nummer": first}).status_code == 302
    assert "Uitspraak 0" not in _rows(table)
    assert "Uitspraak 0" not in ben.page()
    assert "Uitspraak 1" in ben.page()


def test_a_reason_goes_and_the_answer_stays(table: Table) -> None:
    people = [table.join() for _number in range(3)]
    table.lead(doe="toon")
    for person in people:
        person.send("recognition", antwoord="deels", reden="Een reden")
    number = str(table.serials("recognition")[0])
    people[0].client.post(people[0].address("terugnemen/"), {"nummer": number})
    assert _rows(table).count("Een reden") == 2
    assert "3 mensen antwoordden: 0 × herkend, 3 × deels herkend" in people[1].page()


def test_who_withdraws_takes_name_and_words_along(table: Table) -> None:
    people = [table.join(f"Naam-{place}") for place in range(4)]
    table.lead(doe="toon")
    for person in people:
        person.send("guess", schatting="12")
        person.send("recognition", antwoord="ja", reden="Reden van mij")
    _said(table, people)
    table.lead(stap="waarderen")
    people[0].send("valuation", antwoord="te-hoog", wens="Wens-van-nul")
    identity = table.stored.participants.order_by("serial").first().pk
    assert "Wat je aankruiste" in people[0].client.get(people[0].address("stoppen/")).text
    answer = people[0].client.post(people[0].address("stoppen/"))
    assert "weg uit het gesprek" in answer.text
    assert answer.cookies[f"wijkverhaal-gesprek-{table.id}"].value == ""
    assert people[0].client.get(people[0].address()).status_code == 404
    rows = _rows(table)
    for gone in ("Naam-0", "Uitspraak 0", "Wens-van-nul"):
        assert gone not in rows
    assert rows.count(f"'{identity}'") == 1  # only that somebody of this kind was there
    table.lead(stap="herkennen")
    assert "3 × herkend" in people[1].page()
    assert "Uitspraak 1" in table.leader.get(table.address("leiden/")).text


def test_a_cookie_of_before_opens_nothing_after_withdrawing(table: Table) -> None:
    person = table.join()
    old = person.client.cookies[f"wijkverhaal-gesprek-{table.id}"].value
    person.client.post(person.address("stoppen/"))
    person.client.cookies[f"wijkverhaal-gesprek-{table.id}"] = old
    assert person.client.get(person.address()).status_code == 404
    assert person.send("guess", schatting="12").status_code == 404


def test_statements_that_were_merged_stay_together_when_the_top_goes(table: Table) -> None:
    people = [table.join() for _number in range(4)]
    first, second, third, fourth = _said(table, people)
    for one in (second, third):
        table.do("samenvoegen", uitspraak=one, onder=first)
    for person in people[1:]:
        person.send("opinion", uitspraak=second, stem="eens")
    people[0].client.post(people[0].address("stoppen/"))
    table.lead(stap="verklaren")
    page = people[3].page()
    assert page.count('name="wat" value="opinion"') == 2
    assert f'name="uitspraak" value="{second}"' in page
    assert f'name="uitspraak" value="{fourth}"' in page
    assert "3 × eens" in page
    assert "1 uitspraak die hetzelfde zegt" in page


def test_a_group_keeps_its_number_when_somebody_withdraws_later(table: Table) -> None:
    people = [table.join("Deelnemer", "school") for _number in range(3)]
    table.lead(doe="sluit")
    people[0].client.post(people[0].address("stoppen/"))
    assert "school: 3" in table.leader.get(table.address("verslag/")).text
    assert len(table.stored.grouping["keys"]) == 2


def test_withdrawing_twice_or_with_an_old_page_breaks_nothing(table: Table) -> None:
    person = table.join()
    person.client.post(person.address("stoppen/"))
    assert person.client.post(person.address("stoppen/")).status_code == 404
    assert person.client.post(person.address("terugnemen/"), {"nummer": "1"}).status_code == 404


def test_what_was_on_its_way_when_somebody_withdrew_does_not_come_in(table: Table) -> None:
    from wijkverhaal.foundation.errors import NotFoundError
    from wijkverhaal.site.conversations.contributions.adding import add

    person = table.join()
    table.lead(stap="verklaren")
    identity = table.stored.participants.order_by("serial").first().pk
    person.client.post(person.address("stoppen/"))
    with pytest.raises(NotFoundError):
        add(table.id, "statement", {"text": "Te-laat", "tag": "wijk", "figure": ""}, identity, "sleutel-0001")
    assert "Te-laat" not in _rows(table)
