# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The screen for the wall: nothing of the site around it, and a QR code only where it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import needs_chromium

from ..conftest import RUN, WIJK, Site, aside, visitor_with
from .conftest import EXPECTED, USE, YEAR, Table

UNTIL = date(2090, 1, 1)
DIFFERENCE = f"verschil|{WIJK}|{YEAR}|"


def _wall(table: Table, rest: str = "") -> str:
    return unescape(table.leader.get(table.address(f"scherm/{rest}")).text)


def test_there_is_no_menu_on_the_wall(table: Table) -> None:
    page = _wall(table)
    for words in ("Uitloggen", "Logboek", "<footer", "Hoofdmenu"):
        assert words not in page
    assert "Leid het gesprek" in page
    assert "Uitloggen" in table.leader.get(table.address("leiden/")).text


def test_the_wall_asks_what_can_be_guessed_and_nothing_else(make_table: Callable[..., Table]) -> None:
    guessed, told = make_table(figures=(USE, EXPECTED)), make_table(figures=(DIFFERENCE, USE))
    assert "Hoeveel van de 100 jeugdigen in" in _wall(guessed)
    assert "Schat eerst zelf op je telefoon" in _wall(guessed)
    assert "Schat eerst zelf" not in _wall(told)
    assert "Het cijfer komt zo in beeld" in _wall(told)
    assert "mensen schatten" not in told.leader.get(told.address("leiden/")).text


def test_a_code_stands_there_as_long_as_the_facilitator_wants(table: Table) -> None:
    assert 'class="qr"' not in _wall(table)
    assert table.do("scherm/code", doe="toon").status_code == 302
    for _time in range(2):
        table.do("scherm/code", doe="toon")
        assert 'class="qr"' in _wall(table)
        assert 'class="qr"' in _wall(table, "stand/")
    assert table.stored.invitations.count() == 1
    table.do("scherm/code", doe="verberg")
    assert 'class="qr"' not in _wall(table)


def test_a_code_that_was_revoked_goes_from_the_wall(table: Table) -> None:
    table.do("scherm/code", doe="toon")
    mark = table.leader.get(table.address("scherm/stand/")).headers["ETag"]
    table.do(f"uitnodigen/{table.stored.invitations.get().pk}/intrekken")
    answer = table.leader.get(table.address("scherm/stand/"), headers={"if-none-match": mark})
    assert answer.status_code == 200
    assert 'class="qr"' not in answer.text


def test_a_code_of_one_conversation_does_not_stand_on_the_wall_of_another(
    make_table: Callable[..., Table],
) -> None:
    one, other = make_table(), make_table()
    one.do("scherm/code", doe="toon")
    token = other.leader.cookies[f"wijkverhaal-muur-{one.id}"].value
    other.leader.cookies[f"wijkverhaal-muur-{other.id}"] = token
    assert 'class="qr"' not in _wall(other)


@needs_chromium
@pytest.mark.parametrize("size", [(1280, 900), (1920, 1080)], ids=str)
def test_what_people_told_is_in_sight_beside_five_statements(
    size: tuple[int, int], browser: Browser, served: str, site: Site
) -> None:
    def make() -> tuple[str, str]:
        leader = visitor_with("facilitator")
        study = StoredStudy.objects.create(id="fedcba987655", title="x (verzonnen)", keep_until=UNTIL)
        for number in range(3):
            ReleasedQuotation.objects.create(
                id=f"00000000000000c{number}",
                study=study,
                record=f"c-{number}",
                family="A",
                informant="A-mother",
                text="Wij hebben lang gewacht (verzonnen). " * 5,
                role="moeder",
                until=UNTIL,
            )
        form = {"berekening": RUN, "jaar": str(YEAR), "wijk": [WIJK], "titel": "Verzonnen gesprek"}
        table = Table(leader.post("/gesprek/nieuw/", form).headers["Location"].split("/")[2], leader)
        quotations = [f"00000000000000c{number}" for number in range(3)]
        chosen = {"versie": "0", "titel": "Verzonnen gesprek", "namen": "nee", "cijfer": [USE]}
        leader.post(table.address("voorbereiden/"), {**chosen, "citaat": quotations})
        table.lead(doe="begin")
        table.lead(stap="verklaren")
        person = table.join()
        for number in range(5):
            person.say(f"Er zijn hier weinig plekken waar kinderen na school heen kunnen, zegt {number}.")
        return table.address("scherm/"), leader.cookies["wijkverhaal-session"].value

    from wijkverhaal.site.studies.models import ReleasedQuotation, StoredStudy

    address, session = aside(make)
    try:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]})
        context.add_cookies([{"name": "wijkverhaal-session", "value": session, "url": served}])
        page = context.new_page()
        page.goto(served + address)
        expect(page.locator("blockquote")).to_have_count(3)
        for one in [*page.locator("blockquote").all(), *page.locator(".said > li").all()]:
            expect(one).to_be_in_viewport(ratio=1)
        context.close()
    finally:
        aside(lambda: StoredStudy.objects.filter(id="fedcba987655").delete())
