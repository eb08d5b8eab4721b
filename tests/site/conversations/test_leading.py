# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two facilitators at once, moderation with a reason, and what the log tells."""

from __future__ import annotations

import pytest

from ..conftest import visitor_with
from ..people import last_events
from .conftest import Table


def test_two_facilitators_never_undo_each_other_unseen(table: Table) -> None:
    other = visitor_with("facilitator", "analyst")
    table.do("gespreksleiders", naam="test-facilitator-analyst")
    seen = str(table.stored.version)
    first = other.post(table.address("verder/"), {"versie": seen, "stap": "verklaren"})
    assert first.status_code == 302
    second = table.leader.post(table.address("verder/"), {"versie": seen, "stap": "waarderen"})
    assert second.status_code == 400
    assert "Een andere gespreksleider heeft het gesprek net verzet" in second.text
    assert "Wat kan dit cijfer verklaren?" in second.text
    assert table.stored.step == "verklaren"
    closing = table.leader.post(table.address("verder/"), {"versie": seen, "doe": "sluit"})
    assert closing.status_code == 400
    assert table.stored.state == "bezig"


@pytest.mark.parametrize(
    "form",
    [{"stap": "vergeten"}, {"stap": "herkennen", "cijfer": "9"}, {"versie": "x", "doe": "sluit"}],
    ids=str,
)
def test_a_move_that_cannot_be_is_refused(form: dict[str, str], table: Table) -> None:
    answer = table.lead(**form)
    assert answer.status_code == 400
    assert (table.stored.step, table.stored.state) == ("herkennen", "bezig")


def test_moderation_has_a_reason_and_can_be_taken_back(table: Table) -> None:
    person = table.join()
    table.lead(stap="verklaren")
    person.say("Jantje Verzonnen heeft hulp.")
    number = str(table.serials("statement")[0])
    assert table.do("weghalen", nummer=number, reden="omdat").status_code == 400
    assert table.do("weghalen", nummer=number, reden="naam").status_code == 302
    table.lead(stap="verklaren")
    for page in (
        person.page().split('data-block="mijn"')[0],
        table.leader.get(table.address("scherm/")).text,
    ):
        assert "Jantje" not in page
        assert "Deze bijdrage is weggehaald: er staat een naam in." in page
    assert "Jantje" not in table.leader.get(table.address("verslag/")).text
    assert table.do("verklaring", uitspraak=number).status_code == 400
    assert table.do("weghalen", nummer=number, reden="").status_code == 302
    table.lead(stap="verklaren")
    assert "Jantje" in table.leader.get(table.address("scherm/")).text
    assert last_events(2) == ["conversation-put-back", "conversation-moderated"]


def test_what_was_merged_into_a_statement_that_is_taken_away_stays(table: Table) -> None:
    person = table.join()
    table.lead(stap="verklaren")
    person.say("Jantje Verzonnen heeft hulp.")
    person.say("Er zijn veel kinderen met hulp.")
    first, second = (str(one) for one in table.serials("statement"))
    table.do("samenvoegen", uitspraak=second, onder=first)
    table.do("weghalen", nummer=first, reden="naam")
    table.lead(stap="verklaren")
    for page in (table.leader.get(table.address(rest)).text for rest in ("scherm/", "verslag/")):
        assert "Jantje" not in page
        assert "Er zijn veel kinderen met hulp." in page


def test_a_conversation_that_goes_on_keeps_the_grouping_that_was_made_once(table: Table) -> None:
    for _number in range(3):
        table.join("Deelnemer", "school").say("Er is weinig te doen.")
    table.lead(doe="sluit")
    made = table.stored.grouping
    assert table.lead(doe="begin").status_code == 302
    late = table.join("Laat", "school")
    late.say("Later gezegd.")
    table.lead(doe="sluit")
    assert table.stored.grouping == made
    report = table.leader.get(table.address("verslag/")).text
    assert "school: 3" in report
    said = report.split("Later gezegd.")[1][:200]
    assert "een deelnemer" in said


def test_the_log_holds_no_words_of_anybody(table: Table) -> None:
    from wijkverhaal.site.log.models import Event

    person = table.join("Naam-van-iemand")
    table.lead(stap="verklaren")
    person.say("Woorden-van-iemand")
    number = str(table.serials("statement")[0])
    link = table.link().split("/")[3]
    table.do("verklaring", uitspraak=number)
    table.do("weghalen", nummer=number, reden="kwetsend")
    table.do("uitnodigen", dagen="3", voor="Naam-van-link")
    told = str(list(Event.objects.values_list("facts", "actor")))
    assert table.id in told
    for word in ("Naam-van", "Woorden-van", link):
        assert word not in told
