# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The site as a person uses it: by keyboard, on a phone and a desk, with script and without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium, too_wide, watched

from .conftest import GEMEENTE, WIJK, Site, aside

pytestmark = needs_chromium


@pytest.fixture
def key(site: Site) -> str:
    from wijkverhaal.site.accounts.one_time_link import new_key

    return aside(new_key)


@pytest.fixture(params=[(360, True), (360, False), (1280, True), (1280, False)], ids=str)
def page(browser: Browser, served: str, key: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in which somebody came in by keyboard; nothing may be refused or asked of elsewhere."""
    width, script = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
    page = context.new_page()
    troubles = watched(page, served)
    page.goto(f"{served}/inloggen/?sleutel={key}")
    page.locator("main button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}/")
    yield page
    context.close()
    assert troubles == []


def test_every_page_fits_and_has_one_heading(page: Page, served: str, site: Site) -> None:
    for address in site.pages():
        page.goto(served + address)
        expect(page.locator("h1"), address).to_have_count(1)
        expect(page.locator("main")).to_be_visible()
        assert too_wide(page) <= 0, address


def test_from_start_to_wijk_by_keyboard(page: Page, served: str, site: Site) -> None:
    page.keyboard.press("Tab")
    assert "skip-link" in page.evaluate("document.activeElement.className")
    page.locator("#zoek").focus()
    page.keyboard.type(GEMEENTE)
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/**")
    page.locator(f"main a[href*='/gemeente/{GEMEENTE}/']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/gemeente/{GEMEENTE}/**")
    page.locator("#zoek").focus()
    page.keyboard.type(WIJK)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**zoek={WIJK}**")
    link = page.locator("table.list a")
    expect(link).to_have_count(1)
    link.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/wijk/{WIJK}/**")
    expect(page.locator("figure table").first).to_be_visible()
    page.locator(".knowing summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".knowing dl").first).to_be_visible()


def test_wijken_are_chosen_and_compared_by_keyboard(page: Page, served: str, site: Site) -> None:
    page.goto(served + site.address(f"gemeente/{GEMEENTE}/"))
    for place in (0, 1):
        page.locator("table.list input").nth(place).focus()
        page.keyboard.press("Space")
    page.locator(".foot button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/vergelijken/**")
    expect(page.locator(".chosen li")).to_have_count(2)
    expect(page.locator("figure svg.intervals")).to_be_visible()


def test_another_language_by_keyboard(page: Page, served: str) -> None:
    page.locator("button[lang=en]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("html[lang=en]")


def test_on_paper_a_wijk_takes_two_sides(browser: Browser, served: str, key: str, site: Site) -> None:
    page = browser.new_page()
    page.goto(f"{served}/inloggen/?sleutel={key}&verder={site.address(f'wijk/{WIJK}/')}")
    page.locator("main button").click()
    page.wait_for_url("**/wijk/**")
    printed = page.pdf(format="A4")
    assert printed.count(b"/Type /Page\n") == 2
    page.close()
