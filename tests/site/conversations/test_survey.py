# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cooperation survey: who may fill it in and when, and what it tells of nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING

import pytest

from ..conftest import WIJK, Site, aside, visitor_with
from ..people import fresh_client
from .conftest import Person, Table

if TYPE_CHECKING:
    from django.http import HttpResponse

    from wijkverhaal.dialogue.cooperation import Partner

NAMES = {
    "De Klim (verzonnen)": "school",
    "Praktijk Zon (verzonnen)": "huisarts",
    "Team Oost (verzonnen)": "wijkteam",
}
_keys = count(1)


@pytest.fixture(autouse=True)
def _nothing_left(site: Site) -> Iterator[None]:
    yield
    from wijkverhaal.site.wijken.models import KeptCooperation

    aside(lambda: KeptCooperation.objects.all().delete())


@pytest.fixture
def open_table(table: Table) -> Table:
    """A conversation with an open survey about three partners."""
    for name, kind in NAMES.items():
        assert _add(table, name, kind).status_code == 302
    assert _state(table, "open").status_code == 302
    return table


def _add(table: Table, name: str, kind: str = "school") -> HttpResponse:
    return table.do("samenwerking/partners", naam=name, organisatie=kind)


def _state(table: Table, doing: str) -> HttpResponse:
    return table.do("samenwerking/stand", doe=doing)


def _partners(table: Table) -> list[Partner]:
    from wijkverhaal.site.conversations.survey.answers import partners_of, survey_of

    survey = survey_of(table.id)
    assert survey is not None
    return partners_of(survey)


def _fill(person: Person, table: Table, own: int, *strengths: int, key: str = "") -> HttpResponse:
    partners = _partners(table)
    others = [one for one in partners if one is not partners[own]]
    answers = {f"partner-{one.id}": str(said) for one, said in zip(others, strengths, strict=False)}
    sent = {"sleutel": key or f"vragenlijst-{next(_keys)}", "voor": partners[own].id, **answers}
    return person.client.post(person.address("samenwerking/"), sent)


def _answers(table: Table) -> list[tuple[str, str, int]]:
    from wijkverhaal.site.conversations.survey.answers import answers_to

    return [(one.own, one.partner, one.strength) for one in answers_to(table.id)]


def _kept() -> list[str]:
    from wijkverhaal.site.wijken.cooperation import cooperation_told

    return list(cooperation_told(WIJK))


def test_it_opens_with_three_partners_while_the_conversation_goes_on(
    make_table: Callable[..., Table],
) -> None:
    table = make_table(running=False)
    for name, kind in NAMES.items():
        assert _state(table, "open").status_code == 400
        _add(table, name, kind)
    assert "nog niet begonnen" in _state(table, "open").text
    table.lead(doe="begin")
    assert _state(table, "open").status_code == 302
    assert "Vul in met wie je samenwerkt" in table.join().page()


@pytest.mark.parametrize(
    ("name", "kind", "why"),
    [
        ("", "school", ""),
        ("De klim (VERZONNEN)", "school", "staat al in de lijst"),
        ("Ander", "kasteel", "soort"),
    ],
)
def test_a_partner_that_cannot_be_is_refused(table: Table, name: str, kind: str, why: str) -> None:
    _add(table, "De Klim (verzonnen)")
    answer = _add(table, name, kind)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert why in answer.text
    assert [one.name for one in _partners(table)] == ["De Klim (verzonnen)"]


def test_markup_in_a_name_stays_text(table: Table) -> None:
    _add(table, '<script>alert("x")</script>')
    page = table.leader.get(table.address("samenwerking/")).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_partners_stay_as_they_are_once_somebody_answered(open_table: Table) -> None:
    assert _add(open_table, "Nog een (verzonnen)").status_code == 400
    assert _state(open_table, "partners").status_code == 302
    assert _add(open_table, "Nog een (verzonnen)").status_code == 302
    _state(open_table, "open")
    _fill(open_table.join(), open_table, 0, 3, 2)
    assert "al geantwoord" in _state(open_table, "partners").text
    gone = open_table.do("samenwerking/partners", doe="weg", partner=_partners(open_table)[0].id)
    assert gone.status_code == 400
    assert len(_partners(open_table)) == 4


def test_somebody_chooses_for_whom_they_speak_and_then_says_of_each_other(open_table: Table) -> None:
    person = open_table.join()
    first = person.client.get(person.address("samenwerking/")).text
    assert "Voor welke organisatie spreek je?" in first
    assert 'type="radio"' not in first
    own = _partners(open_table)[0]
    asked = person.client.get(person.address(f"samenwerking/?voor={own.id}")).text
    assert asked.count("<fieldset") == 2
    assert asked.count('type="radio"') == 8
    answer = _fill(person, open_table, 0, 3, 0)
    assert answer.status_code == 302
    again = person.client.get(answer.headers["Location"]).text
    assert "Je antwoorden zijn bewaard" in again
    assert again.count(" checked") == 2
    assert sorted(strength for _own, _partner, strength in _answers(open_table)) == [0, 3]


def test_what_is_sent_twice_is_kept_once(open_table: Table) -> None:
    person = open_table.join()
    for _time in range(2):
        assert _fill(person, open_table, 0, 3, 1, key="dezelfde-sleutel").status_code == 302
    assert len(_answers(open_table)) == len(open_table.serials("cooperation")) == 2


def test_the_longest_key_that_can_be_fits(open_table: Table) -> None:
    assert _fill(open_table.join(), open_table, 0, 3, 1, key="k" * 64).status_code == 302
    assert len(_answers(open_table)) == 2


def test_who_speaks_for_another_partner_after_all_takes_the_first_answers_along(open_table: Table) -> None:
    person, partners = open_table.join(), _partners(open_table)
    _fill(person, open_table, 0, 3, 3)
    _fill(person, open_table, 1, 1)
    assert _answers(open_table) == [(partners[1].id, partners[0].id, 1)]


def test_a_wrong_answer_comes_back_with_what_was_chosen(open_table: Table) -> None:
    person, partners = open_table.join(), _partners(open_table)
    sent = {"sleutel": "sleutel-fout", "voor": partners[0].id, f"partner-{partners[1].id}": "2"}
    wrong = person.client.post(person.address("samenwerking/"), {**sent, f"partner-{partners[2].id}": "9"})
    assert wrong.status_code == 400
    assert "vier antwoorden" in wrong.text
    assert wrong.text.count(" checked") == 1
    nobody = person.client.post(person.address("samenwerking/"), {**sent, "voor": "vreemd"})
    assert "Kies eerst voor welke organisatie" in nobody.text
    nothing = person.client.post(
        person.address("samenwerking/"), {"sleutel": "x" * 8, "voor": partners[0].id}
    )
    assert "minstens één organisatie" in nothing.text
    assert _answers(open_table) == []


def test_nothing_is_told_before_it_closes_and_then_all_see_it(open_table: Table) -> None:
    people = [open_table.join(f"Deelnemer {place}") for place in range(3)]
    for place, person in enumerate(people):
        _fill(person, open_table, place, 3, 0)
    before = open_table.leader.get(open_table.address("samenwerking/")).text
    assert "3 mensen hebben geantwoord" in before
    assert "50%" not in before
    assert _kept() == []
    _state(open_table, "sluit")
    after = open_table.leader.get(open_table.address("samenwerking/")).text
    assert "Van alle paren van partners werkt 50% samen" in after
    assert "Bekijk wie met wie samenwerkt" in people[0].page()
    mine = people[0].client.get(people[0].address("samenwerking/")).text
    assert "Van alle paren van partners werkt 50% samen" in mine
    assert "Deelnemer 1" not in mine
    assert len(_kept()) == 1
    assert "zeiden 3 mensen hoe 3 organisaties samenwerken" in _kept()[0]


def test_a_result_that_was_told_stands(open_table: Table) -> None:
    for place in range(3):
        _fill(open_table.join(), open_table, place, 3, 0)
    late = open_table.join()
    _state(open_table, "sluit")
    assert "kan niet meer open" in _state(open_table, "open").text
    assert "staat niet meer open" in _fill(late, open_table, 0, 3, 3).text
    assert len(_answers(open_table)) == 6


def test_of_two_people_nothing_is_told_nor_kept_and_it_can_open_again(open_table: Table) -> None:
    for place in range(2):
        _fill(open_table.join(), open_table, place, 3, 3)
    _state(open_table, "sluit")
    page = open_table.leader.get(open_table.address("samenwerking/")).text
    assert "Te weinig mensen hebben geantwoord" in page
    assert "100%" not in page
    assert _kept() == []
    assert open_table.leader.get(open_table.address("samenwerking/samenwerking.csv")).status_code == 404
    assert _state(open_table, "open").status_code == 302


def test_who_withdraws_leaves_their_choices_without_them(open_table: Table) -> None:
    people = [open_table.join(f"Deelnemer {place}") for place in range(3)]
    for place, person in enumerate(people):
        _fill(person, open_table, place, 3, 0)
    _state(open_table, "sluit")
    before = open_table.leader.get(open_table.address("samenwerking/")).text.split("De uitslag")[1]
    people[0].client.post(people[0].address("stoppen/"))
    after = open_table.leader.get(open_table.address("samenwerking/")).text.split("De uitslag")[1]
    told = before.split("Gebruik deze cijfers")[0]
    assert told == after.split("Gebruik deze cijfers")[0]
    assert people[0].client.get(people[0].address("samenwerking/")).status_code == 404


def test_it_is_of_its_facilitators_and_who_sits_at_the_table(
    open_table: Table, make_table: Callable[..., Table]
) -> None:
    from django.contrib.auth import get_user_model

    other = visitor_with("facilitator", "reader")
    assert get_user_model().objects.count() > 1
    for rest in ("samenwerking/", "samenwerking/samenwerking.csv"):
        assert other.get(open_table.address(rest)).status_code == 404
    assert other.post(open_table.address("samenwerking/stand/"), {"doe": "sluit"}).status_code == 404
    elsewhere = make_table().join()
    there = f"/gesprek/tafel/{open_table.id}/samenwerking/"
    assert elsewhere.client.get(there).status_code == 404
    assert fresh_client().post(there, {}).status_code == 404


def test_an_erased_conversation_takes_its_figures_along(open_table: Table) -> None:
    for place in range(3):
        _fill(open_table.join(), open_table, place, 3, 0)
    _state(open_table, "sluit")
    assert _kept()
    open_table.do("wissen", titel="Verzonnen gesprek")
    assert _kept() == []
