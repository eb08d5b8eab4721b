# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A facilitator walks from an explanation to the Wijkverhaal in a browser, on a phone and without script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium, too_wide, watched
from tests.site.conftest import RUN, WIJK, Site, aside

from .conftest import HOME, QUOTED

pytestmark = needs_chromium


@pytest.fixture
def told(site: Site) -> None:
    """A released quotation; and beside a browser's loop the database is cleaned in a thread of its own."""

    def make() -> None:
        from wijkverhaal.site.studies.models import ReleasedQuotation, StoredStudy

        study = StoredStudy.objects.create(
            id="0123456789ab", title="Op tijd (verzonnen)", keep_until=date(2090, 1, 1)
        )
        ReleasedQuotation.objects.create(
            id="00000000000000aa",
            study=study,
            record="c-1",
            family="A",
            text=QUOTED,
            role="moeder",
            until=date(2090, 1, 1),
        )

    aside(make)


@pytest.fixture(params=[(360, False), (1280, True)], ids=str)
def page(browser: Browser, served: str, site: Site, request: pytest.FixtureRequest) -> Iterator[Page]:
    from wijkverhaal.site.accounts.one_time_link import new_key

    width, script = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
    page = context.new_page()
    troubles = watched(page, served)
    page.goto(f"{served}/inloggen/?sleutel={aside(new_key)}")
    page.locator("main button").click()
    page.wait_for_url(f"{served}/")
    yield page
    context.close()
    assert troubles == []


def test_from_an_explanation_to_the_wijkverhaal(page: Page, served: str, told: None) -> None:
    page.goto(f"{served}/berekening/{RUN}/wijk/{WIJK}/")
    page.get_by_role("link", name="Alles over het gesprek").click()
    page.wait_for_url(f"{served}{HOME}")
    page.get_by_text("Leg een verklaring vast").click()
    page.get_by_label("De verklaring in één korte zin").fill("Er wonen veel gezinnen met een laag inkomen")
    page.get_by_role("button", name="Leg vast").first.click()
    page.wait_for_url("**/verklaringen/*/")
    page.get_by_label("Cijfer", exact=True).select_option("verschil:")
    page.get_by_role("button", name="Hang dit eraan").first.click()
    page.wait_for_url("**#bewijs")
    page.get_by_text("Een vrijgegeven citaat of hulpgeschiedenis").click()
    page.locator("details[open] button", has_text="Hang dit eraan").last.click()
    page.wait_for_url("**#bewijs")
    expect(page.get_by_text(QUOTED).first).to_be_visible()
    page.get_by_label("Stand").select_option("ondersteund")
    page.get_by_label("Waarom vindt u dat?").fill("Cijfer en verhaal wijzen dezelfde kant op.")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Ondersteund.")).to_be_visible()
    page.goto(f"{served}{HOME}wijkverhaal/")
    page.get_by_role("button", name="Maak het Wijkverhaal").click()
    page.get_by_role("link", name="Schrijf erin").click()
    page.get_by_label("Uw tekst erboven").first.fill("Dit vinden wij het belangrijkst.")
    page.get_by_role("button", name="Bewaar alles").first.click()
    page.goto(f"{served}{HOME}wijkverhaal/")
    expect(page.get_by_text("Dit vinden wij het belangrijkst.")).to_be_visible()
    expect(page.get_by_text("wachtlijst").first).to_be_visible()
    for rest in ("", "wijkverhaal/", "wijkverhaal/bewerken/", "wijkverhaal/versies/"):
        page.goto(f"{served}{HOME}{rest}")
        expect(page.locator("h1"), rest).to_have_count(1)
        assert too_wide(page) <= 0, rest
