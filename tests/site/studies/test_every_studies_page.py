# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page of a study in both languages: for axe, on a phone and at a desk, each chart in three forms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium, too_wide, watched
from tests.site.conftest import Site, aside

from .studies_pages import OpenedStudy, forget_studies, opened_study

pytestmark = needs_chromium
WIDTHS = (360, 1280)
#: Pages that have to be among those looked at; what is only sent to is not.
SEEN = {
    "list",
    "study",
    "family",
    "upload",
    "withdraw",
    "members",
    "register",
    "text",
    "codebook",
    "factor",
    "search",
    "agreement",
    "memos",
    "history",
    "matrix",
    "waits",
    "compare",
    "quotations",
    "log",
    "erase",
}


@pytest.fixture
def opened(site: Site) -> Iterator[OpenedStudy]:
    yield aside(opened_study)
    aside(forget_studies)


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(browser: Browser, served: str, opened: OpenedStudy, language: str) -> Iterator[Page]:
    """A page of somebody with every role in the study, who has it open."""
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": 800})
    cookies = {**opened.cookies, "wijkverhaal-taal": language}
    context.add_cookies([{"name": name, "value": value, "url": served} for name, value in cookies.items()])
    page = context.new_page()
    page.set_default_timeout(20_000)
    troubles = watched(page, served)
    yield page
    context.close()
    assert troubles == []


def test_every_page_is_for_everybody(page: Page, served: str, opened: OpenedStudy, language: str) -> None:
    assert set(opened.pages) >= SEEN
    wrong: list[object] = []
    for address in opened.pages.values():
        page.goto(served + address)
        assert page.locator("html").get_attribute("lang") == language, address
        expect(page.locator("h1"), address).to_have_count(1)
        found = Axe().run(page).response["violations"]
        wrong += [(address, one["id"], one["nodes"][0]["html"][:200]) for one in found]
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            wrong += [(address, width, "too wide", too_wide(page))] if too_wide(page) > 0 else []
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    assert wrong == []


def test_every_chart_is_a_drawing_a_table_and_a_sentence(
    page: Page, served: str, opened: OpenedStudy
) -> None:
    drawn = 0
    for address in opened.pages.values():
        page.goto(served + address)
        for figure in page.locator("figure").all():
            drawn += 1
            expect(figure.locator("svg[role=img]"), address).to_have_count(1)
            assert figure.locator("svg[role=img] > title").text_content(), address
            assert figure.locator("table caption").inner_text(), address
            assert figure.locator("tbody tr").count() >= 1, address
            assert any(sign.isdigit() for sign in figure.locator("figcaption").inner_text()), address
    assert drawn >= 8


def test_a_table_that_is_wider_than_its_page_scrolls_by_keyboard(
    page: Page, served: str, opened: OpenedStudy
) -> None:
    page.goto(f"{served}{opened.home}matrix/")
    wide = page.locator("div.scroll", has=page.locator("table")).all()
    assert wide
    for one in wide:
        assert one.get_attribute("tabindex") == "0"
        assert one.get_attribute("role") == "region"
        assert one.get_attribute("aria-label")
