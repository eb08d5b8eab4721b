# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A phone in a conversation: it follows by itself, and what somebody types is neither lost nor doubled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium, watched

from ..conftest import RUN, WIJK, Site, aside, visitor_with
from .conftest import EXPECTED, USE, YEAR, Table

pytestmark = needs_chromium
#: Long enough for a busy machine; the page itself asks every two seconds.
_SOON = 20_000


@pytest.fixture
def held(site: Site) -> Table:
    """A conversation in the second step; its facilitator sends forms from beside the browser."""

    def make() -> Table:
        leader = visitor_with("facilitator")
        form = {"berekening": RUN, "jaar": str(YEAR), "wijk": [WIJK], "titel": "Verzonnen gesprek"}
        table = Table(leader.post("/gesprek/nieuw/", form).headers["Location"].split("/")[2], leader)
        chosen = {"versie": "0", "titel": "Verzonnen gesprek", "namen": "nee", "cijfer": [USE, EXPECTED]}
        leader.post(table.address("voorbereiden/"), chosen)
        table.lead(doe="begin")
        table.lead(stap="verklaren")
        return table

    return aside(make)


@pytest.fixture
def ada(browser: Browser, served: str, held: Table) -> Iterator[Page]:
    """Somebody who came in on a phone of their own."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.set_default_timeout(_SOON)
    page.goto(served + aside(held.link))
    page.fill("#naam", "Deelnemer")
    page.select_option("#organisatie", "school")
    page.click("main button")
    page.wait_for_selector("#tekst")
    yield page
    context.close()


def _lead(table: Table, **form: str) -> None:
    assert aside(lambda: table.lead(**form)).status_code == 302


def _said(table: Table) -> list[str]:
    from wijkverhaal.site.conversations.contributions.contributed import contributed_to

    return aside(lambda: [one.text for one in contributed_to(table.id).statements])


def _send(page: Page) -> None:
    page.click("main form[data-name] button")


def test_the_screen_follows_by_itself(ada: Page, held: Table, served: str) -> None:
    troubles = watched(ada, served)
    for step, there in (("waarderen", "#wens"), ("verbeteren", "#wanneer"), ("verklaren", "#tekst")):
        _lead(held, stap=step)
        ada.wait_for_selector(there)
    _lead(held, doe="sluit")
    expect(ada.locator("h1")).to_have_text("Het gesprek is afgelopen", timeout=_SOON)
    assert troubles == []


def test_a_step_never_takes_a_field_from_who_is_typing(ada: Page, held: Table) -> None:
    ada.fill("#tekst", "Half getypt")
    _lead(held, stap="waarderen")
    expect(ada.locator("h1")).to_have_text("Wat vinden we ervan?", timeout=_SOON)
    assert ada.input_value("#tekst") == "Half getypt"
    expect(ada.get_by_text("Het gesprek ging verder.")).to_be_visible(timeout=_SOON)
    ada.check("#soort-wijk")
    _send(ada)
    ada.wait_for_selector("#wens")
    assert _said(held) == ["Half getypt"]


def test_what_was_typed_is_there_after_a_reload(ada: Page, held: Table) -> None:
    ada.fill("#tekst", "Nog niet verstuurd")
    ada.check("#soort-aanbod")
    ada.reload()
    expect(ada.locator("#tekst")).to_have_value("Nog niet verstuurd")
    assert ada.locator("#soort-aanbod").is_checked()
    _send(ada)
    expect(ada.locator("#tekst")).to_have_value("", timeout=_SOON)
    ada.reload()
    assert ada.input_value("#tekst") == ""
    assert _said(held) == ["Nog niet verstuurd"]


@pytest.mark.parametrize("lose", ["the form", "the answer"])
def test_what_got_lost_on_the_way_arrives_once(lose: str, ada: Page, held: Table) -> None:
    asked: list[str] = []

    def sometimes(route: Any) -> None:
        asked.append(route.request.url)
        if len(asked) > 1:
            route.continue_()
            return
        if lose == "the answer":
            route.fetch()
        route.abort()

    ada.route("**/bijdrage/", sometimes)
    ada.fill("#tekst", "Eén keer gezegd")
    ada.check("#soort-wijk")
    _send(ada)
    expect(ada.get_by_text("Wat ik schreef (1)")).to_be_visible(timeout=_SOON)
    expect(ada.locator("#tekst")).to_have_value("", timeout=_SOON)
    assert len(asked) == 2
    assert _said(held) == ["Eén keer gezegd"]


def test_what_is_refused_is_told_beside_the_form_and_stays_there(ada: Page, held: Table) -> None:
    ada.fill("#tekst", "Zonder soort")
    _send(ada)
    expect(ada.get_by_text("kies een antwoord en verstuur het opnieuw")).to_be_visible(timeout=_SOON)
    assert ada.input_value("#tekst") == "Zonder soort"
    assert _said(held) == []


def _kept(page: Page) -> str:
    return str(page.evaluate("JSON.stringify({...localStorage})"))


def test_what_was_sent_without_a_connection_arrives_after_the_tab_was_closed(ada: Page, held: Table) -> None:
    address, context = ada.url, ada.context
    context.set_offline(True)
    ada.fill("#tekst", "Gezegd in de trein")
    ada.check("#soort-wijk")
    _send(ada)
    expect(ada.get_by_text("Nog niet verstuurd")).to_be_visible(timeout=_SOON)
    ada.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    expect(again.get_by_text("Wat ik schreef (1)")).to_be_visible(timeout=_SOON)
    expect(again.locator("#tekst")).to_have_value("", timeout=_SOON)
    assert _said(held) == ["Gezegd in de trein"]
    assert "Gezegd in de trein" not in _kept(again)


def test_other_words_while_the_first_wait_are_a_contribution_of_their_own(ada: Page, held: Table) -> None:
    ada.context.set_offline(True)
    ada.check("#soort-wijk")
    for text in ("Eerst dit", "En toen dit", "En toen dit"):
        ada.fill("#tekst", text)
        _send(ada)
        expect(ada.get_by_text("Nog niet verstuurd")).to_be_visible(timeout=_SOON)
    ada.context.set_offline(False)
    expect(ada.get_by_text("Wat ik schreef (2)")).to_be_visible(timeout=_SOON)
    assert _said(held) == ["Eerst dit", "En toen dit"]


def test_a_draft_is_there_when_the_conversation_is_opened_again(ada: Page) -> None:
    address, context = ada.url, ada.context
    ada.fill("#tekst", "Nog niet af")
    ada.close()
    again = context.new_page()
    again.goto(address)
    expect(again.locator("#tekst")).to_have_value("Nog niet af", timeout=_SOON)


def test_who_comes_in_later_on_the_same_phone_finds_nothing(ada: Page, held: Table, served: str) -> None:
    ada.fill("#tekst", "Alleen van mij")
    ada.check("#soort-wijk")
    assert "Alleen van mij" in _kept(ada)
    ada.context.clear_cookies()
    ada.goto(served + aside(held.link))
    ada.fill("#naam", "Een ander")
    ada.select_option("#organisatie", "politie")
    ada.click("main button")
    ada.wait_for_selector("#tekst")
    assert ada.input_value("#tekst") == ""
    assert "Alleen van mij" not in _kept(ada)


@pytest.mark.parametrize("over", ["closed", "withdrawn", "a day later"])
def test_words_do_not_stay_on_the_phone(over: str, ada: Page, held: Table) -> None:
    ada.fill("#tekst", "Half getypt")
    assert "Half getypt" in _kept(ada)
    if over == "closed":
        _lead(held, doe="sluit")
        expect(ada.locator("h1")).to_have_text("Het gesprek is afgelopen", timeout=_SOON)
    elif over == "withdrawn":
        ada.goto(f"{ada.url}stoppen/")
        ada.click("main form button")
        expect(ada.locator("h1")).to_have_text("Weggehaald", timeout=_SOON)
    else:
        old = "JSON.stringify({at: 1, value: 'Half getypt'})"
        ada.evaluate(f"for (const n in {{...localStorage}}) localStorage.setItem(n, {old})")
        ada.goto(ada.url)
    expect(ada.locator("main h1")).to_be_visible()
    assert "Half getypt" not in _kept(ada)


@pytest.mark.parametrize("typed", ["", "800 m", "12"], ids=["only the cursor", "refused", "not sent"])
def test_a_guess_never_holds_a_phone_back_once_the_figure_is_shown(
    typed: str, ada: Page, held: Table
) -> None:
    _lead(held, stap="herkennen", cijfer="1")
    ada.locator("#schatting").fill(typed)
    if typed == "800 m":
        _send(ada)
        expect(ada.locator("[data-trouble]").first).to_be_visible(timeout=_SOON)
    ada.locator("#schatting").focus()
    _lead(held, doe="toon")
    ada.wait_for_selector("#reden")
    if typed:
        expect(ada.get_by_text(f"Je schatting ({typed}) was nog niet verstuurd")).to_be_visible()
    _lead(held, stap="verklaren")
    ada.wait_for_selector("#tekst")


def test_who_is_held_back_sees_it_and_can_go_on(ada: Page, held: Table) -> None:
    ada.fill("#tekst", "Half getypt")
    expect(ada.get_by_role("link", name="Ververs deze pagina")).to_be_hidden()
    _lead(held, stap="verbeteren")
    hint = ada.get_by_text("Het gesprek ging verder.")
    expect(hint).to_be_visible(timeout=_SOON)
    ada.locator("footer").scroll_into_view_if_needed()
    expect(hint).to_be_in_viewport()
    ada.get_by_role("link", name="Ververs deze pagina").click()
    ada.wait_for_selector("#wanneer")


def test_a_text_that_is_too_long_is_told_and_not_cut(ada: Page, held: Table) -> None:
    ada.fill("#tekst", "x" * 450)
    expect(ada.get_by_text("Tekens over: 50.")).to_be_visible()
    ada.fill("#tekst", "x" * 510)
    expect(ada.get_by_text("Tekens te veel: 10.")).to_be_visible()
    ada.check("#soort-wijk")
    _send(ada)
    assert len(ada.input_value("#tekst")) == 510
    assert _said(held) == []
