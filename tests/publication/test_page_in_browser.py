# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page as a person uses it: by keyboard, on a phone, on paper, in Debian's Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium, too_wide, watched
from wijkverhaal.publication.export import export_run
from wijkverhaal.publication.sentence import DASH

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def address(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    target = tmp_path_factory.mktemp("browser") / "out"
    export_run(run_folder, target, gemeente="GM9002")
    return (target / "report.html").as_uri()


@pytest.fixture(params=[360, 1280])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    troubles = watched(page, address)
    page.goto(address)
    yield page
    page.close()
    assert troubles == []


def _shown(page: Page, column: int) -> list[str]:
    cells = page.locator(f"#wijken-2022 tbody tr:not([hidden]) > :nth-child({column})")
    return cells.all_inner_texts()


def _number(text: str) -> float:
    return float(text.split()[0].replace(".", "").replace(",", ".").replace("−", "-"))


def test_the_page_does_not_scroll_sideways(page: Page, tmp_path: Path) -> None:
    assert too_wide(page) <= 0
    page.screenshot(path=str(tmp_path / "page.png"), full_page=True)
    assert (tmp_path / "page.png").stat().st_size > 20_000


def test_sorting_by_keyboard(page: Page) -> None:
    page.locator("#wijken-2022 th button").nth(3).focus()
    page.keyboard.press("Enter")
    head = page.locator("#wijken-2022 thead th").nth(3)
    assert head.get_attribute("aria-sort") == "ascending"
    youths = [_number(text) for text in _shown(page, 4)]
    assert youths == sorted(youths)
    page.keyboard.press("Space")
    assert head.get_attribute("aria-sort") == "descending"
    youths = [_number(text) for text in _shown(page, 4)]
    assert youths == sorted(youths, reverse=True)


def test_negative_differences_and_chances_sort_by_value(page: Page) -> None:
    page.locator("#wijken-2022 th button").nth(8).press("Enter")
    told = [text for text in _shown(page, 9) if text != DASH]
    assert _shown(page, 9)[: len(told)] == told, "wijken without a figure come last"
    differences = [_number(text) for text in told]
    assert differences == sorted(differences)
    assert min(differences) < 0 < max(differences)
    page.locator("#wijken-2022 th button").nth(9).press("Enter")
    expect(page.locator("#wijken-2022 th[aria-sort=ascending]")).to_have_count(1)
    rank = {"minder": -1.0, "meer": 101.0}
    chances = [
        rank.get(text.split()[0]) or float(text.split("%")[0]) for text in _shown(page, 10) if text != DASH
    ]
    assert chances == sorted(chances)


def test_words_stand_after_numbers_whichever_way(page: Page) -> None:
    button = page.locator("#wijken-2022 th button").nth(4)
    for _ in range(2):
        button.press("Enter")
        kinds = [text[0].isdigit() for text in _shown(page, 5)]
        assert kinds == sorted(kinds, reverse=True)
        assert not all(kinds)


def test_the_gemeente_is_shown_first_and_all_on_request(page: Page) -> None:
    assert set(_shown(page, 3)) == {"Nergensdam 9002"}
    page.locator(".filter [type=checkbox]").first.focus()
    page.keyboard.press("Space")
    assert len(_shown(page, 1)) == 25


def test_filtering_by_keyboard(page: Page) -> None:
    page.locator(".filter [type=checkbox]").first.press("Space")
    page.locator("#zoek-2022").focus()
    page.keyboard.type("WK9003")
    assert len(_shown(page, 1)) == 5
    assert page.locator(".filter [role=status]").first.inner_text() == "5 van 25 wijken"
    page.locator("#zoek-2022").fill("valt niet op")
    rows = _shown(page, 11)
    assert rows
    assert all("valt niet op" in text.replace("\u00a0", " ") for text in rows)
    page.locator("#zoek-2022").fill("bestaat niet")
    assert _shown(page, 1) == []


def test_focus_is_visible(page: Page) -> None:
    page.locator("#zoek-2022").focus()
    page.keyboard.press("Tab")
    width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert width == "3px"


def test_without_script_everything_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("#wijken-2022 tbody tr")).to_have_count(25)
    expect(page.locator("#wijken-2022 tbody tr").first).to_be_visible()
    expect(page.locator(".filter").first).to_be_hidden()
    expect(page.locator("figure table").first).to_be_visible()
    context.close()


def test_on_paper_only_the_gemeente_is_printed(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.locator(".filter [type=checkbox]").first.press("Space")
    page.emulate_media(media="print")
    visible = page.locator("#wijken-2022 tbody tr:visible").count()
    assert visible == 10
    expect(page.locator(".paper").first).to_be_visible()
    page.close()
