# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was said and taken away again stands nowhere: not with the wijk, nor in what was made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from ..conftest import RUN, WIJK, Site, aside, visitor_with
from .conftest import USE, Person, Table

SAID = "De buurvrouw van nummer twaalf vertelt dat daar hulp komt."
LEAD = "Bel elke maandag met de moeder van nummer twaalf."
HOME = f"/wijk/{WIJK}/"
DOCUMENT = f"{HOME}wijkverhaal/"


@pytest.fixture(autouse=True)
def _nothing_left(site: Site) -> Iterator[None]:
    yield
    aside(_clean)


def _clean() -> None:
    from wijkverhaal.site.wijken import models

    for table in (models.StoredHypothesis, models.StoredAgreement, models.DiscussedFigure):
        table.objects.all().delete()
    models.StoredDocument.objects.all().delete()


@pytest.fixture
def said(table: Table) -> tuple[Person, str]:
    """Somebody with a statement that a facilitator kept with the wijk and told in the Wijkverhaal."""
    ada = table.join()
    table.lead(stap="verklaren")
    ada.say(SAID)
    number = str(table.serials("statement")[0])
    table.do("verklaring", uitspraak=number)
    assert table.leader.post(f"{DOCUMENT}vernieuwen/").status_code == 302
    assert SAID in everywhere(table)
    return ada, number


@pytest.fixture
def agreed(table: Table) -> tuple[Person, str]:
    """Somebody with a lead that became an agreement in the same words."""
    ada = table.join()
    table.lead(stap="verbeteren")
    ada.send("lead", tekst=LEAD, wie="Verzonnen Vera")
    number = str(table.serials("lead")[0])
    form = {"tekst": LEAD, "wie": "Verzonnen Vera", "wanneer": "2090-09-01", "kenmerk": ""}
    assert table.do("afspraak", aanknopingspunt=number, **form).status_code == 302
    table.leader.post(f"{DOCUMENT}vernieuwen/")
    assert LEAD in everywhere(table)
    return ada, number


def everywhere(table: Table) -> str:
    """All that a reader or a facilitator finds, with every version of the document and what is in Word."""
    from wijkverhaal.site.wijken.hypotheses import hypotheses_of

    reader = visitor_with("reader")
    pages = [HOME, DOCUMENT, f"{DOCUMENT}wijkverhaal.html", f"/berekening/{RUN}/wijk/{WIJK}/"]
    found = [reader.get(address).content.decode() for address in pages]
    found += [reader.get(f"{HOME}verklaringen/{one.id}/").text for one in hypotheses_of(WIJK)]
    led = [HOME, "/afspraken/", f"{DOCUMENT}versies/?versie=1", f"{DOCUMENT}bewerken/"]
    led += [table.address(rest) for rest in ("leiden/", "scherm/", "verslag/")]
    found += [table.leader.get(address).content.decode() for address in led]
    return "\n".join(found) + _word(reader)


def _word(reader: Client) -> str:
    from io import BytesIO

    from docx import Document

    answer = reader.get(f"{DOCUMENT}wijkverhaal.docx")
    if answer.status_code != 200:
        return ""
    return "\n".join(one.text for one in Document(BytesIO(answer.content)).paragraphs)


def _rows() -> str:
    from wijkverhaal.site.wijken import models

    tables = (models.StoredHypothesis, models.StoredAgreement, models.StoredDocument, models.DocumentVersion)
    return str([list(one.objects.values_list()) for one in (*tables, models.DiscussedFigure)])


def test_moderated_words_stand_nowhere_and_come_back_when_they_are_put_back(
    table: Table, said: tuple[Person, str]
) -> None:
    table.do("weghalen", nummer=said[1], reden="herkenbaar")
    assert "buurvrouw" not in everywhere(table)
    steering = table.leader.get(table.address("leiden/")).text
    assert "Ook bij de wijk staan deze woorden niet meer." in steering
    table.do("weghalen", nummer=said[1], reden="")
    for address in (HOME, table.address("verslag/")):
        assert SAID in table.leader.get(address).content.decode()
    table.leader.post(f"{DOCUMENT}vernieuwen/")
    assert SAID in visitor_with("reader").get(DOCUMENT).content.decode()


def test_words_that_are_taken_back_stand_nowhere_and_are_in_no_row(
    table: Table, said: tuple[Person, str]
) -> None:
    ada, number = said
    assert "gaat ook weg bij de wijk" in ada.page()
    ada.client.post(ada.address("terugnemen/"), {"nummer": number})
    assert "buurvrouw" not in everywhere(table) + _rows()


def test_who_withdraws_is_told_the_truth(table: Table, said: tuple[Person, str]) -> None:
    ada, _number = said
    table.lead(doe="sluit")
    assert "dan gaan ze daar ook weg" in ada.client.get(ada.address("stoppen/")).text
    answer = ada.client.post(ada.address("stoppen/"))
    assert "Ook bij de wijk en in het Wijkverhaal staan je woorden niet meer." in answer.text
    assert "buurvrouw" not in everywhere(table) + _rows()


def test_an_agreement_in_somebodys_words_goes_with_them(table: Table, agreed: tuple[Person, str]) -> None:
    ada, number = agreed
    table.do("weghalen", nummer=number, reden="naam")
    for words in ("nummer twaalf", "Verzonnen Vera"):
        assert words not in everywhere(table)
    ada.client.post(ada.address("stoppen/"))
    assert "nummer twaalf" not in _rows()
    assert "Verzonnen Vera" not in _rows()


def test_an_agreement_in_the_words_of_the_group_stays(table: Table) -> None:
    ada = table.join()
    table.lead(stap="verbeteren")
    ada.send("lead", tekst=LEAD, wie="")
    number = str(table.serials("lead")[0])
    form = {"wie": "school", "wanneer": "2090-09-01", "kenmerk": ""}
    table.do("afspraak", aanknopingspunt=number, tekst="Een vast belmoment voor ouders", **form)
    ada.client.post(ada.address("terugnemen/"), {"nummer": number})
    assert "Een vast belmoment voor ouders" in visitor_with("reader").get(HOME).content.decode()


def test_who_does_it_goes_from_an_agreement_of_the_group(table: Table) -> None:
    from wijkverhaal.site.wijken.models import StoredAgreement

    ada = table.join()
    table.lead(stap="verbeteren")
    ada.send("lead", tekst=LEAD, wie="Verzonnen Vera")
    number = str(table.serials("lead")[0])
    form = {"wie": "Verzonnen Vera", "wanneer": "2090-09-01", "kenmerk": ""}
    table.do("afspraak", aanknopingspunt=number, tekst="Een vast belmoment voor ouders", **form)
    table.leader.post(f"{DOCUMENT}vernieuwen/")
    table.do("weghalen", nummer=number, reden="naam")
    found = everywhere(table)
    assert "Verzonnen Vera" not in found
    assert "Een vast belmoment voor ouders" in visitor_with("reader").get(HOME).content.decode()
    assert "Wie deze afspraak uitvoert, is in het gesprek weggehaald." in found
    anew = {"tekst": "Een vast belmoment voor ouders", "wie": "de school"}
    made = StoredAgreement.objects.get()
    assert table.leader.post(f"{HOME}afspraken/{made.id}/woorden/", anew).status_code == 302
    assert "de school" in visitor_with("reader").get(HOME).content.decode()


def test_a_facilitator_writes_it_anew_and_keeps_what_hangs_on_it(
    table: Table, said: tuple[Person, str]
) -> None:
    from wijkverhaal.site.wijken.models import StoredHypothesis

    made = StoredHypothesis.objects.get()
    hung = {"wat": "document", "titel": "Verzonnen stuk", "adres": "", "richting": "voor"}
    assert table.leader.post(f"{HOME}verklaringen/{made.id}/bewijs/", hung).status_code == 302
    said[0].client.post(said[0].address("terugnemen/"), {"nummer": said[1]})
    steering = table.leader.get(table.address("leiden/")).text
    assert "Een deelnemer haalde woorden weg die ook bij de wijk stonden." in steering
    page = table.leader.get(HOME).content.decode()
    assert "De woorden van deze verklaring zijn in het gesprek weggehaald" in page
    assert "zijn in het gesprek weggehaald" not in visitor_with("reader").get(HOME).content.decode()
    address = f"{HOME}verklaringen/{made.id}/woorden/"
    assert table.leader.post(address, {"tekst": " "}).status_code == 400
    assert table.leader.post(address, {"tekst": "Buren helpen elkaar"}).status_code == 302
    again = visitor_with("reader").get(f"{HOME}verklaringen/{made.id}/").content.decode()
    assert "Buren helpen elkaar" in again
    assert "Verzonnen stuk" in again
    assert table.leader.post(address, {"tekst": "nog eens"}).status_code == 404


def test_what_is_away_can_be_removed_by_who_is_sure(table: Table, agreed: tuple[Person, str]) -> None:
    from wijkverhaal.site.wijken.models import StoredAgreement

    agreed[0].client.post(agreed[0].address("terugnemen/"), {"nummer": agreed[1]})
    address = f"{HOME}afspraken/{StoredAgreement.objects.get().id}/woorden/"
    assert table.leader.post(address, {"doe": "weg"}).status_code == 400
    again = {"tekst": "Een belmoment", "wie": "school"}
    assert visitor_with("reader").post(address, again).status_code == 403
    assert table.leader.post(address, {"doe": "weg", "zeker": "ja"}).status_code == 302
    assert not StoredAgreement.objects.exists()


def test_what_stands_there_twice_still_stands_there_once(table: Table, said: tuple[Person, str]) -> None:
    said[0].say(SAID)
    twice = str(table.serials("statement")[1])
    table.do("weghalen", nummer=twice, reden="dubbel")
    for address in (HOME, DOCUMENT):
        assert SAID in visitor_with("reader").get(address).content.decode()


def test_one_word_takes_no_paragraph_of_others_along(table: Table) -> None:
    from wijkverhaal.site.wijken.models import StoredDocument

    ada = table.join()
    table.lead(stap="verklaren")
    ada.say("Jeugdzorg")
    table.leader.post(f"{DOCUMENT}vernieuwen/")
    before = StoredDocument.objects.get(language="nl").content
    ada.client.post(ada.address("terugnemen/"), {"nummer": str(table.serials("statement")[0])})
    assert "jeugdzorg" in str(before)
    assert StoredDocument.objects.get(language="nl").content == before


def test_another_conversation_keeps_its_own_words(
    make_table: Callable[..., Table], table: Table, said: tuple[Person, str]
) -> None:
    other = make_table()
    ben = other.join()
    other.lead(stap="verklaren")
    ben.say("Er zijn hier weinig clubs en speelplekken.")
    other.do("verklaring", uitspraak=str(other.serials("statement")[0]))
    said[0].client.post(said[0].address("stoppen/"))
    home = visitor_with("reader").get(HOME).content.decode()
    assert "weinig clubs en speelplekken" in home
    assert "buurvrouw" not in home


def test_a_month_later_what_was_moderated_is_in_no_row(table: Table, said: tuple[Person, str]) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from wijkverhaal.site.conversations.contributions.forgetting import KEPT_DAYS, forget_names

    table.do("weghalen", nummer=said[1], reden="naam")
    assert "buurvrouw" in _rows()
    table.lead(doe="sluit")
    forget_names(timezone.now() + timedelta(days=KEPT_DAYS, minutes=1))
    assert "buurvrouw" not in _rows()


def _written(table: Table) -> list[Person]:
    people = [table.join() for _number in range(3)]
    table.lead(doe="toon")
    for place, one in enumerate(people):
        one.send("recognition", antwoord="nee", reden=f"Verzonnen reden nummer {place} over de wijk")
    table.lead(stap="waarderen")
    for place, one in enumerate(people):
        one.send("valuation", antwoord="anders", wens=f"Verzonnen wens nummer {place} voor de wijk")
    return people


def test_reasons_and_wishes_are_read_where_they_belong_without_name_or_answer(table: Table) -> None:
    _written(table)
    for address in ("leiden/", "scherm/"):
        page = table.leader.get(table.address(address)).text
        assert "Verzonnen wens nummer 1" in page
        assert "Deelnemer" not in page
    table.lead(stap="herkennen")
    assert "Verzonnen reden nummer 2" in table.leader.get(table.address("scherm/")).text
    table.lead(doe="sluit")
    table.leader.post(f"{DOCUMENT}vernieuwen/")
    for page in (table.leader.get(table.address("verslag/")).text, _word(visitor_with("reader"))):
        assert "Verzonnen reden nummer 0" in page
        assert "Verzonnen wens nummer 2" in page


def test_a_reason_can_be_moderated_and_goes_from_the_report_and_the_wijkverhaal(table: Table) -> None:
    people = _written(table)
    table.lead(doe="sluit")
    table.leader.post(f"{DOCUMENT}vernieuwen/")
    number = str(table.serials("recognition")[0])
    assert f'name="nummer" value="{number}"' in table.leader.get(table.address("leiden/")).text
    table.do("weghalen", nummer=number, reden="kwetsend")
    assert "reden nummer 0" not in everywhere(table)
    assert "reden nummer 1" in table.leader.get(table.address("verslag/")).text
    table.leader.post(f"{DOCUMENT}vernieuwen/")
    assert "reden nummer 1" in _word(visitor_with("reader"))
    table.do("weghalen", nummer=number, reden="")
    table.leader.post(f"{DOCUMENT}vernieuwen/")
    assert "reden nummer 0" in _word(visitor_with("reader"))
    people[1].client.post(people[1].address("stoppen/"))
    assert "nummer 1" not in everywhere(table) + _rows()


def test_a_conversation_that_is_erased_takes_its_reasons_from_the_wijkverhaal(table: Table) -> None:
    _written(table)
    table.lead(doe="sluit")
    table.leader.post(f"{DOCUMENT}vernieuwen/")
    assert "Verzonnen reden" in _rows()
    table.do("wissen", titel="Verzonnen gesprek")
    assert "Verzonnen reden" not in _rows()


def test_after_closing_nobody_is_left_out_unseen(table: Table) -> None:
    people = [table.join() for _number in range(5)]
    table.lead(doe="toon")
    for place, one in enumerate(people):
        one.send("recognition", antwoord="ja" if place < 3 else "nee")
    table.lead(doe="sluit")
    told = table.leader.get(table.address("verslag/")).text
    assert "Van 3 mensen is het antwoord geteld: 3 × herkend" in told
    assert "Van 2 mensen telt het laatste antwoord niet mee" in told
    table.leader.post(f"{DOCUMENT}vernieuwen/")
    assert "Van 2 mensen telt het laatste antwoord niet mee" in _word(visitor_with("reader"))


def test_the_report_has_the_figure_the_guesses_the_goal_and_what_was_not_agreed(table: Table) -> None:
    from wijkverhaal.site.conversations.models import Conversation

    Conversation.objects.filter(pk=table.id).update(goal="Samen kijken naar de wijk")
    people = [table.join() for _number in range(3)]
    for one in people:
        one.send("guess", schatting="12", cijfer=USE)
    table.lead(doe="toon")
    table.lead(stap="verbeteren")
    people[0].send("lead", tekst="Een speeltuin erbij", wie="Verzonnen Vera")
    table.lead(doe="sluit")
    told = table.leader.get(table.address("verslag/")).text
    for words in ("Samen kijken naar de wijk", "90%-marge", "Bron:", "3 mensen schatten", "verzonnen"):
        assert words in told
    assert "Een speeltuin erbij" in told
    assert "Vera" not in told
    assert "Herkennen, Werkelijk gebruik" in told


def test_with_two_wijken_an_agreement_names_its_own(table: Table, agreed: tuple[Person, str]) -> None:
    from wijkverhaal.site.conversations.models import Conversation
    from wijkverhaal.site.wijken.wijk_now import wijk_now

    name = wijk_now(WIJK).name
    assert f"{name}: {LEAD}" not in table.leader.get(table.address("verslag/")).text
    Conversation.objects.filter(pk=table.id).update(wijken=[WIJK, "WK900202"])
    assert f"{name}: {LEAD}" in table.leader.get(table.address("verslag/")).text
