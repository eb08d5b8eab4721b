# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A researcher who uses no mouse: notes, how it went, a comparison, a clash and a history in other lanes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium, watched
from tests.site.conftest import Site, aside

from .studies_pages import OpenedStudy, forget_studies, opened_study

pytestmark = needs_chromium
_HERE = "(wanted) => document.activeElement !== null && document.activeElement.matches(wanted)"


@pytest.fixture
def opened(site: Site) -> Iterator[OpenedStudy]:
    yield aside(opened_study)
    aside(forget_studies)


@pytest.fixture(params=[(1280, True), (360, False)], ids=str)
def page(
    browser: Browser, served: str, opened: OpenedStudy, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A page of a researcher who has the study open, with script at a desk and without on a phone."""
    width, script = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
    context.add_cookies([{"name": n, "value": v, "url": served} for n, v in opened.cookies.items()])
    page = context.new_page()
    page.set_default_timeout(20_000)
    troubles = watched(page, served)
    yield page
    context.close()
    assert troubles == []


def _tab_to(page: Page, wanted: str, most: int = 200) -> None:
    """Press the tabulator until the focus is there."""
    for _step in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(_HERE, wanted):
            return
    raise AssertionError(f"the keyboard does not reach {wanted}")


def _press(page: Page, wanted: str, key: str = "Enter") -> None:
    _tab_to(page, wanted)
    page.keyboard.press(key)


def _sent(page: Page, wanted: str) -> None:
    """Press a button and wait for the page that follows."""
    _tab_to(page, wanted)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_note_is_written_found_and_taken_back(page: Page, served: str, opened: OpenedStudy) -> None:
    page.goto(f"{served}{opened.home}gezin/B/")
    _sent(page, "main a[href*='notities']")
    assert page.locator("#bij").input_value() == "B"
    _tab_to(page, "#notitie")
    page.keyboard.type("De vader aarzelt")
    _sent(page, "form:has(#notitie) button")
    expect(page.get_by_text("De vader aarzelt").first).to_be_visible()
    _tab_to(page, "#woorden")
    page.keyboard.type("AARZELT")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_role("status").inner_text().startswith("1 notitie.")
    assert "aarzelt" not in page.url.lower()
    page.goto(f"{served}{opened.home}notities/")
    _sent(page, "form[action$='ongedaan/'] button")
    expect(page.get_by_text("De vader aarzelt")).to_have_count(0)


def test_how_it_went_and_the_table_of_three_factors(page: Page, served: str, opened: OpenedStudy) -> None:
    page.goto(f"{served}{opened.home}gezin/D/")
    _tab_to(page, "#over")
    page.locator("#over").select_option(label="gezin D")
    _tab_to(page, "[name=hoe]")
    page.keyboard.press("ArrowDown")
    assert page.locator("#hoe-deels").is_checked()
    _sent(page, "form:has([name=hoe]) button")
    expect(page.get_by_text("gezin D: De hulp hielp gedeeltelijk, volgens test-researcher")).to_have_count(2)
    page.goto(f"{served}{opened.home}vergelijken/?volgens=onderzoeker&gedeeltelijk=niet")
    for factor in ("3f-op-tijd", "9e"):
        _press(page, f"#f-{factor}", "Space")
    _sent(page, "main form button")
    expect(page.get_by_role("heading", name="Behoudend")).to_be_visible()
    expect(page.get_by_text("Puur toeval geeft in")).to_be_visible()
    expect(page.get_by_role("heading", name="Tussenin")).to_have_count(0)
    page.locator("#v-9e").select_option("wel")
    _sent(page, "main form button")
    headings = page.get_by_role("heading", level=3).all_inner_texts()
    assert headings[:3] == ["Behoudend", "Tussenin", "Zuinig"]


def test_a_clash_is_decided_and_the_lanes_turned(page: Page, served: str, opened: OpenedStudy) -> None:
    page.goto(f"{served}{opened.home}gezin/B/geschiedenis/")
    while page.locator("form.clash").count():
        before = page.locator("form.clash").count()
        _press(page, "form.clash input[value='B-5']", "Space")
        _tab_to(page, "form.clash textarea")
        page.keyboard.type("het dossier zegt het")
        _sent(page, "form.clash button")
        assert page.locator("form.clash").count() < before
    expect(page.get_by_text("Reden: het dossier zegt het").first).to_be_visible()
    page.locator("#banen").select_option("organisatie")
    _sent(page, "form:has(#banen) button")
    expect(page.locator("#geschiedenis svg").get_by_text("Wijkteam Linde").first).to_be_visible()
    gap = page.locator("figcaption").get_by_text("Tussen Wijkteam Linde en Kliniek Noord: gat")
    expect(gap).to_be_visible()


def test_where_coders_differ_is_read_side_by_side(page: Page, served: str, opened: OpenedStudy) -> None:
    page.goto(f"{served}{opened.home}overeenstemming/")
    first = page.locator(".talk").first
    expect(first.locator(".sides > section")).to_have_count(2)
    boxes = [one.bounding_box() for one in first.locator(".sides > section").all()]
    left, right = (box for box in boxes if box is not None)
    size = page.viewport_size
    assert size is not None
    if size["width"] > 700:
        assert left["x"] + left["width"] <= right["x"] + 1
        assert abs(left["y"] - right["y"]) < 2
    else:
        assert right["y"] >= left["y"] + left["height"]
    _sent(page, ".talk h3 a")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Interview: gezin B")
