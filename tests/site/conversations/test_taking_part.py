# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The four steps as people take them, each on their own page."""

from __future__ import annotations

from collections.abc import Callable

from .conftest import EXPECTED, Person, Table


def _people(table: Table, number: int = 4) -> list[Person]:
    return [table.join(f"Deelnemer {place}") for place in range(number)]


def test_guesses_come_first_and_are_shown_beside_the_figure(table: Table) -> None:
    people = _people(table)
    assert "11,3%" not in people[0].page()
    for place, person in enumerate(people):
        assert person.send("guess", schatting=f"1{place},5 %").status_code == 302
    assert "Je schatte 10,5%" in people[0].page()
    assert "mensen schatten" not in people[0].page()
    table.lead(doe="toon")
    page = people[0].page()
    assert "11,3%" in page
    assert "4 mensen schatten" in page
    assert 'class="spread"' in page
    late = people[0].send("guess", schatting="99")
    assert late.status_code == 302
    page = people[0].page()
    assert "4 mensen schatten" in page
    assert "99%" not in page


def test_a_guess_that_is_no_number_comes_back_with_what_was_typed(table: Table) -> None:
    person = table.join()
    answer = person.send("guess", schatting="veel")
    assert answer.status_code == 400
    assert "vul een getal in" in answer.text
    assert 'value="veel"' in answer.text
    assert table.serials("guess") == []


def test_who_recognises_it_is_counted_in_threes(table: Table) -> None:
    people = _people(table)
    table.lead(doe="toon")
    for person in people[:2]:
        person.send("recognition", antwoord="ja", reden="Dat zie ik <i>ook</i>.")
    assert "Minder dan drie mensen" in people[3].page()
    people[2].send("recognition", antwoord="nee")
    table.lead(doe="toon")  # a move is seen at once
    assert "3 mensen antwoordden: 2 × herkend, 0 × deels herkend, 1 × niet herkend." in people[3].page()
    mine = people[0].page()
    assert "Dat zie ik &lt;i&gt;ook&lt;/i&gt;." in mine
    assert "Dat zie ik" not in people[3].page()


def test_statements_are_voted_on_and_merged(table: Table) -> None:
    people = _people(table)
    table.lead(stap="verklaren")
    people[0].say("Er is weinig te doen.")
    people[1].say("Niks te doen hier.")
    first, second = (str(one) for one in table.serials("statement"))
    for person in people[:3]:
        person.send("opinion", uitspraak=second, stem="eens")
    assert table.do("samenvoegen", uitspraak=second, onder=first).status_code == 302
    table.lead(stap="verklaren")
    page = people[3].page()
    assert page.count('name="wat" value="opinion"') == 1
    assert "1 uitspraak die hetzelfde zegt" in page
    assert "3 × eens, 0 × oneens, 0 × twijfel." in page
    again = table.do("samenvoegen", uitspraak=first, onder=second)
    assert again.status_code == 400
    assert "al samengevoegd" in again.text
    table.do("samenvoegen", uitspraak=second, onder="")
    table.lead(stap="verklaren")
    assert people[3].page().count('name="wat" value="opinion"') == 2


def test_valuation_has_its_remark_whatever_the_figure(table: Table) -> None:
    person = table.join()
    table.lead(stap="waarderen")
    page = person.page()
    assert "Veel gebruik kan betekenen dat kinderen de hulp krijgen die nodig is" in page
    assert person.send("valuation", antwoord="te-hoog", wens="Meer voor jongeren").status_code == 302
    assert "Meer voor jongeren" in person.page()


def test_a_lead_becomes_an_agreement_of_the_wijk(table: Table) -> None:
    from wijkverhaal.site.wijken.agreements import agreements_of_conversation

    person = table.join()
    table.lead(stap="verbeteren")
    person.send("lead", tekst="Samen koffie", wie="wijkteam", wanneer="2027-03-01")
    lead = str(table.serials("lead")[0])
    assert "Samen koffie" in table.leader.get(table.address("leiden/")).text
    assert agreements_of_conversation(table.id) == []
    without = table.do("afspraak", aanknopingspunt=lead, tekst="Samen koffie", wie="")
    assert without.status_code == 400
    form = {"tekst": "Elke maand samen koffie", "wie": "wijkteam", "wanneer": "2027-03-01"}
    for _time in range(2):
        assert table.do("afspraak", aanknopingspunt=lead, **form).status_code == 302
    (made,) = agreements_of_conversation(table.id)
    assert (made.text, made.owner, str(made.due)) == ("Elke maand samen koffie", "wijkteam", "2027-03-01")


def test_a_statement_becomes_an_explanation_of_the_wijk_once(table: Table) -> None:
    from wijkverhaal.site.wijken.hypotheses import hypotheses_of_conversation

    person = table.join()
    table.lead(stap="verklaren")
    person.say("Er is weinig te doen.")
    number = str(table.serials("statement")[0])
    for _time in range(2):
        assert table.do("verklaring", uitspraak=number).status_code == 302
    (made,) = hypotheses_of_conversation(table.id)
    assert (made.text, made.tag, made.statement) == ("Er is weinig te doen.", "wijk", number)
    assert "hang er bewijs aan" in table.leader.get(table.address("leiden/")).text


def test_when_it_is_over_nothing_comes_in_and_the_wijk_keeps_what_came_of_it(table: Table) -> None:
    from wijkverhaal.site.wijken.discussed import discussed_of

    people = _people(table)
    table.lead(doe="toon")
    for person in people:
        person.send("recognition", antwoord="ja")
    assert table.lead(doe="sluit").headers["Location"] == table.address("verslag/")
    refused = people[0].say("Te laat")
    assert refused.status_code == 400
    assert "Het gesprek is gesloten" in refused.text
    kept = [one for one in discussed_of(table.stored.wijken[0]) if one.conversation == table.id]
    assert [one.recognition["people"] for one in kept] == [3]
    report = table.leader.get(table.address("verslag/")).text
    assert "school: 4" in report
    assert "Van 3 mensen is het antwoord geteld: 3 × herkend" in report
    assert "Van 1 mens telt het laatste antwoord niet mee." in report


def test_before_it_begins_nothing_comes_in(make_table: Callable[..., Table]) -> None:
    table = make_table(running=False)
    person = table.join()
    assert "Het gesprek begint zo" in person.page()
    assert person.send("guess", schatting="12").status_code == 400


def test_names_stand_there_only_where_that_was_agreed(make_table: Callable[..., Table]) -> None:
    for anonymous in (True, False):
        table = make_table(anonymous=anonymous)
        ada, ben = table.join("Ada <3"), table.join("Ben")
        table.lead(stap="verklaren")
        ada.say("Er is weinig te doen.")
        table.lead(stap="verklaren")
        told = ("Ada &lt;3" in ben.page(), "Ada &lt;3" in table.leader.get(table.address("scherm/")).text)
        assert told == (not anonymous, not anonymous)


def test_a_kind_of_organisation_stands_nowhere_before_the_end(table: Table) -> None:
    for kind in ("school", "school", "school", "politie"):
        table.join("Deelnemer", kind).say("Er is weinig te doen.")
    ada = table.join("Ada", "huisarts")
    table.lead(stap="verklaren")
    for page in (ada.page(), table.leader.get(table.address("leiden/")).text):
        assert not {"politie", "huisarts"} & set(page.split())
    table.lead(doe="sluit")
    report = table.leader.get(table.address("verslag/")).text
    assert "politie" not in report
    assert "huisarts" not in report


def test_another_figure_is_guessed_anew(table: Table) -> None:
    person = table.join()
    table.lead(doe="toon")
    table.lead(stap="herkennen", cijfer="1")
    assert "Van hoeveel van de 100 jeugdigen verwacht je dan" in person.page()
    assert person.send("guess", schatting="9", cijfer=EXPECTED).status_code == 302
    table.lead(stap="herkennen", cijfer="0")
    assert "Herken je dit cijfer?" in person.page()
