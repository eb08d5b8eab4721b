# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A facilitator prepares: what it is about, who leads it, the leidraad."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from ..conftest import RUN, WIJK, Site, visitor_with
from ..people import last_events, person
from .conftest import EXPECTED, USE, YEAR, Table

if TYPE_CHECKING:
    pass


def test_a_conversation_is_made_and_listed(table: Table) -> None:
    assert table.stored.wijken == [WIJK]
    assert "Verzonnen gesprek" in table.leader.get("/gesprek/").text
    page = table.leader.get(table.address()).text
    assert "Wijk 01 Verzonnenoord" in page
    assert last_events(2) == ["conversation-started", "conversation-made"]


def test_a_wijk_that_the_run_does_not_have_is_refused(
    facilitator: object, make_table: Callable[..., Table]
) -> None:
    form = {"berekening": RUN, "jaar": str(YEAR), "wijk": ["WK000000"], "titel": "x"}
    answer = facilitator.post("/gesprek/nieuw/", form)
    assert answer.status_code == 400
    assert "kies een wijk uit de lijst" in answer.text


def test_figures_keep_their_order_and_can_be_put_earlier(make_table: Callable[..., Table]) -> None:
    table = make_table(running=False)
    assert [row[0] for row in table.stored.figures] == ["gebruik", "verwacht"]
    version = str(table.stored.version)
    assert table.do("volgorde", versie=version, cijfer=EXPECTED).status_code == 302
    assert [row[0] for row in table.stored.figures] == ["verwacht", "gebruik"]
    form = {"versie": str(table.stored.version), "titel": "x", "cijfer": [USE, EXPECTED]}
    table.leader.post(table.address("voorbereiden/"), form)
    assert [row[0] for row in table.stored.figures] == ["verwacht", "gebruik"]


def test_of_two_who_prepare_the_second_is_told(make_table: Callable[..., Table]) -> None:
    table = make_table(running=False)
    form = {"versie": "0", "titel": "Andere titel", "cijfer": [USE]}
    answer = table.leader.post(table.address("voorbereiden/"), form)
    assert answer.status_code == 400
    assert "Een andere gespreksleider heeft dit gesprek net veranderd" in answer.text
    assert table.stored.title == "Verzonnen gesprek"


def test_once_it_began_figures_and_names_stay(table: Table) -> None:
    form = {"versie": str(table.stored.version), "titel": "Nieuw", "namen": "ja", "cijfer": [EXPECTED]}
    assert table.leader.post(table.address("voorbereiden/"), form).status_code == 302
    assert (table.stored.title, len(table.stored.figures), table.stored.anonymous) == ("Nieuw", 2, True)


def test_once_somebody_came_in_names_stay_hidden(make_table: Callable[..., Table]) -> None:
    table = make_table(running=False)
    table.join()
    form = {"versie": str(table.stored.version), "titel": "x", "namen": "ja", "cijfer": [USE]}
    assert table.leader.post(table.address("voorbereiden/"), form).status_code == 302
    assert table.stored.anonymous


def test_without_a_figure_it_does_not_begin(make_table: Callable[..., Table]) -> None:
    table = make_table(running=False, figures=())
    answer = table.lead(doe="begin")
    assert answer.status_code == 400
    assert "kies er minstens een" in answer.text


def test_the_leidraad_has_its_tables_and_its_minutes(table: Table) -> None:
    page = table.leader.get(table.address("leidraad/?mensen=20&minuten=90")).text
    assert "3 tafels: 2 van 7 en 1 van 6" in page
    assert "in 90 minuten" in page
    assert "Wat we niet concluderen" in page


def test_a_conversation_of_two_hours_has_a_leidraad(table: Table) -> None:
    assert "in 120 minuten" in table.leader.get(table.address("leidraad/?minuten=120")).text
    assert table.leader.get(table.address("leidraad/?minuten=180&mensen=")).status_code == 200


_MINUTES = "Een gesprek duurt 75 tot 180 minuten; kies een aantal daartussen."
_PEOPLE = "een aantal in van 1 tot 500."


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("?minuten=999999999", _MINUTES),
        ("?minuten=200", _MINUTES),
        ("?minuten=x", _MINUTES),
        ("?mensen=x", _PEOPLE),
        ("?minuten=-1&mensen=0", _PEOPLE),
        ("?mensen=%00", _PEOPLE),
        ("?mensen=501", _PEOPLE),
    ],
)
def test_a_leidraad_refuses_odd_numbers_with_a_sentence(rest: str, told: str, table: Table) -> None:
    answer = table.leader.get(table.address(f"leidraad/{rest}"))
    assert answer.status_code == 400
    assert told in answer.text
    assert "in 80 minuten" in answer.text


def test_the_page_of_a_wijk_leads_to_the_report_and_to_a_new_conversation(
    make_table: Callable[..., Table],
) -> None:
    table = make_table()
    home = f"/wijk/{WIJK}/"
    assert f'href="{table.address("")}"' in table.leader.get(home).text
    table.lead(doe="sluit")
    page = table.leader.get(home).text
    assert f'href="{table.address("verslag/")}"' in page
    assert "Verslag van" in page
    begin = f"/gesprek/nieuw/?berekening={RUN}&amp;jaar=2022&amp;wijk={WIJK}"
    assert begin in page
    assert 'value="WK900201" checked' in table.leader.get(begin.replace("&amp;", "&")).text
    other, reader = visitor_with("facilitator", "analyst"), visitor_with("reader")
    assert table.address("verslag/") not in other.get(home).content.decode()
    assert "Begin een gesprek over deze wijk" in other.get(home).content.decode()
    assert "gesprek/nieuw" not in reader.get(home).content.decode()


def test_another_facilitator_sees_it_only_once_let_in(table: Table) -> None:
    other = visitor_with("facilitator", "reader")
    pages = ("", "voorbereiden/", "leiden/", "scherm/", "verslag/", "uitnodigen/", "leiden/stand/", "wissen/")
    assert {other.get(table.address(page)).status_code for page in pages} == {404}
    assert other.post(table.address("verder/"), {"doe": "sluit", "versie": "2"}).status_code == 404
    assert table.do("gespreksleiders", naam="test-facilitator-reader").status_code == 302
    assert {other.get(table.address(page)).status_code for page in pages} == {200}
    assert table.do("gespreksleiders", naam="test-facilitator", doe="weg").headers["Location"] == "/gesprek/"
    assert table.leader.get(table.address()).status_code == 404


def test_who_is_no_facilitator_leads_nothing(table: Table, site: Site) -> None:
    person("alleen-lezer", "reader")
    assert "Er is geen gespreksleider met die naam" in table.do("gespreksleiders", naam="alleen-lezer").text
    answer = table.do("gespreksleiders", naam="test-facilitator", doe="weg")
    assert "Er moet een gespreksleider blijven" in answer.text


def test_a_released_quotation_stands_on_the_wall_until_it_is_taken_back(table: Table) -> None:
    from datetime import date

    from wijkverhaal.site.studies.models import ReleasedQuotation, StoredStudy

    study = StoredStudy.objects.create(id="d1a10900aaaa", title="Verzonnen", keep_until=date(2090, 1, 1))
    one = ReleasedQuotation.objects.create(
        id="c17aa7c17aa7", study=study, record="r1", family="f1", text="Verzonnen woorden.", role="moeder",
        until=date(2090, 1, 1),
    )  # fmt: skip
    form = {"versie": str(table.stored.version), "titel": "x", "citaat": [one.pk, "verzonnen-nummer"]}
    table.leader.post(table.address("voorbereiden/"), form)
    assert table.stored.quotations == [one.pk]
    table.lead(stap="verklaren")
    assert "Verzonnen woorden." in table.leader.get(table.address("scherm/")).text
    one.delete()
    assert "Verzonnen woorden." not in table.leader.get(table.address("scherm/")).text
