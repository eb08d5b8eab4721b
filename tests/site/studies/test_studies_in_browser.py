# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A researcher at work, with a mouse at a desk and without script on a phone: from new study to matrix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium, too_wide, watched
from tests.site.conftest import Site, aside

from .conftest import MOTHER, PASSPHRASE

pytestmark = needs_chromium
WHEN = {"moeder": "toen hij drie was", "school": "groep 6", "hulpverlener": "toen hij zeven was"}


def _key() -> str:
    from wijkverhaal.site.accounts.models import Account
    from wijkverhaal.site.accounts.one_time_link import new_key

    account, _new = Account.objects.get_or_create(name="onderzoeker-in-browser")
    account.give_roles(["researcher"])
    return new_key(account)


@pytest.fixture(params=[(1280, True), (360, False)], ids=str)
def at_work(browser: Browser, served: str, site: Site, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page in which a researcher came in; and whether it has script."""
    width, script = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
    page = context.new_page()
    troubles = watched(page, served)
    page.goto(f"{served}/inloggen/?sleutel={aside(_key)}")
    page.locator("main button").click()
    page.wait_for_url(f"{served}/")
    yield page, script
    context.close()
    assert troubles == []


def test_from_a_new_study_to_the_matrix(at_work: tuple[Page, bool], served: str) -> None:
    page, script = at_work
    wrong: list[Any] = []
    home = _new_study(page, served)
    _people(page, home)
    _look(page, script, wrong)
    _interview(page, script, wrong)
    _coded_and_taken_back(page, home, script, wrong)
    _three_who_clash(page, home, script, wrong)
    for part in (
        "matrix/",
        "wachten/",
        "vergelijken/",
        "citaten/",
        "zoeken/",
        "factoren/",
        "namen/",
        "mensen/",
        "logboek/",
        "wissen/",
        "",
    ):
        page.goto(home + part)
        _look(page, script, wrong)
        if part == "matrix/":
            expect(page.get_by_role("row", name="gezin A").first).to_be_visible()
            expect(page.get_by_role("columnheader", name="Hulp kwam te laat").first).to_be_visible()
    assert wrong == []
    page.get_by_role("button", name="Zet het onderzoek op slot").click()
    page.goto(home)
    expect(page.get_by_label("Uw wachtzin van dit onderzoek")).to_be_visible()


def _look(page: Page, script: bool, wrong: list[Any]) -> None:
    expect(page.locator("h1")).to_have_count(1)
    found = Axe().run(page).response["violations"] if script else []
    wrong += [(page.url, one["id"], one["nodes"][0]["html"][:200]) for one in found]
    wrong += [(page.url, "too wide", too_wide(page))] if too_wide(page) > 0 else []


def _new_study(page: Page, served: str) -> str:
    page.goto(f"{served}/verhalen/")
    page.get_by_role("link", name="Begin een onderzoek").click()
    page.get_by_label("Titel").fill("Op tijd")
    page.get_by_label("Bewaren tot").fill("2090-01-01")
    page.get_by_label("Wachtzin", exact=True).fill(PASSPHRASE)
    page.get_by_label("Nog een keer de wachtzin").fill(PASSPHRASE)
    page.get_by_role("button", name="Begin het onderzoek").click()
    assert len(page.locator("#herstelcode").inner_text()) > 20
    page.get_by_role("link", name="Ik heb de code opgeschreven").click()
    return page.url


def _people(page: Page, home: str) -> None:
    page.get_by_label("Een gezin erbij").fill("gezin A")
    page.get_by_role("button", name="Voeg gezin toe").click()
    for role in WHEN:
        page.get_by_label("Een verteller erbij").fill(role)
        page.get_by_role("button", name="Voeg verteller toe").click()
        page.get_by_role("heading", name=role, exact=True).wait_for()


def _interview(page: Page, script: bool, wrong: list[Any]) -> None:
    page.get_by_role("link", name=re.compile("Interview inlezen.*moeder")).click()
    page.get_by_label("Wanneer was het gesprek").fill("2025-05-01")
    page.get_by_label("Bestand met de tekst").set_input_files(
        {"name": "moeder.txt", "mimeType": "text/plain", "buffer": MOTHER.encode()}
    )
    _look(page, script, wrong)
    page.get_by_role("button", name="Lees het bestand").click()
    assert page.get_by_label("Moeder (2 keer)").is_checked()
    _look(page, script, wrong)
    page.get_by_role("button", name="Bewaar het interview").click()
    expect(page.get_by_role("heading", name="Interview: gezin A, moeder")).to_be_visible()


def _coded_and_taken_back(page: Page, home: str, script: bool, wrong: list[Any]) -> None:
    told = page.url
    page.goto(f"{home}factoren/")
    page.get_by_role("button", name="Neem de beginlijst over").click()
    page.goto(told)
    if script:
        page.locator(".told [data-start]", has_text="Niemand").dblclick(position={"x": 30, "y": 10})
        assert "Gekozen" in page.locator("#gekozen").inner_text()
    else:
        page.get_by_label("Van regel").fill("2")
        page.get_by_label("Tot en met regel").fill("2")
    for factor in ("Hulp kwam te laat", "Lang wachten"):
        page.get_by_label(factor, exact=True).check()
    page.get_by_label("Notitie erbij").fill("opvallend vroeg")
    page.get_by_role("button", name="Codeer", exact=True).click()
    expect(page.locator("article.coded")).to_have_count(2)
    assert page.locator(".told mark").count() >= 1
    expect(page.get_by_text("opvallend vroeg")).to_be_visible()
    _look(page, script, wrong)
    page.get_by_role("button", name="Ongedaan maken").click()
    page.get_by_text("Nog niets gecodeerd op dit deel.").wait_for()
    expect(page.locator(".told mark")).to_have_count(0)
    page.get_by_role("button", name="Opnieuw doen").click()
    page.locator("article.coded").first.wait_for()
    expect(page.locator("article.coded")).to_have_count(2)


def _three_who_clash(page: Page, home: str, script: bool, wrong: list[Any]) -> None:
    page.goto(home)
    page.get_by_role("link", name="hulpgeschiedenis gezin A").click()
    page.get_by_label("Wat gebeurde er").select_option("start")
    page.get_by_role("button", name="Voeg gebeurtenis toe").click()
    for role, when in WHEN.items():
        page.get_by_label("Wie zegt het").select_option(label=role)
        page.get_by_label("Wanneer, in de woorden").fill(when)
        page.get_by_role("button", name="Kijk hoe de tijd is begrepen").click()
        assert "leeftijd van het kind" in page.get_by_text("Zo is de tijd begrepen").inner_text()
        page.get_by_role("button", name="Bewaar de uitspraak").click()
    clashes = page.locator("form.clash")
    assert clashes.count() >= 2
    expect(page.locator("figure svg").first).to_be_visible()
    _look(page, script, wrong)
    while clashes.count():
        before = clashes.count()
        clashes.first.get_by_label("moeder").or_(clashes.first.get_by_label("school")).first.check()
        clashes.first.get_by_label("Waarom").fill("het dossier zegt het")
        clashes.first.get_by_role("button").click()
        page.get_by_text("Wat u koos").wait_for()
        assert clashes.count() < before
    expect(page.get_by_text("Reden: het dossier zegt het")).to_have_count(2)
    _look(page, script, wrong)
