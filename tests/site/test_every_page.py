# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page in both languages: by keyboard only, with script and without, and looked over by axe."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium, too_wide, watched

from .chart_sentence import missing_of
from .conftest import Site, aside
from .every_page import every_page

pytestmark = needs_chromium

#: What a keyboard reaches, in the order of the page.
_REACHABLE = """
[...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
.filter(one => one.checkVisibility({visibilityProperty: true}) && !one.disabled)
.filter(one => one.type !== 'radio' || one.checked
  || !document.querySelector(`input[name="${one.name}"]:checked`))
.length
"""
_HERE = "[document.activeElement.tagName, document.activeElement.textContent.trim().slice(0, 40)].join(' ')"
_SEEN = """
(() => { const style = getComputedStyle(document.activeElement);
  const around = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none';
  return around || style.boxShadow !== 'none'; })()
"""
#: Every line of running text that is longer than the eye can follow: how many signs, and how it begins.
_LONG_LINES = """
(most) => {
  const found = [];
  for (const block of document.querySelectorAll('p, li, dd, figcaption, summary')) {
    if (block.textContent.length <= most || !block.checkVisibility()) continue;
    if (getComputedStyle(block).display === 'grid') continue;  // columns, each with a text of its own
    const lines = new Map();
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (texts.currentNode.parentElement.closest('svg, table, p, li, dd, figcaption, summary') !== block)
        continue;
      for (const word of texts.currentNode.data.matchAll(/\\S+/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const places = range.getClientRects();
        if (places.length !== 1) continue;  // not shown, or broken over two lines
        const top = Math.round(places[0].bottom / 6);
        lines.set(top, (lines.get(top) || '') + word[0] + ' ');
      }
    }
    for (const line of lines.values())
      if (line.trim().length > most) found.push([line.trim().length, line.slice(0, 60)]);
  }
  return found;
}
"""
_LONGEST_LINE = 90
#: Links within a page that lead nowhere.
_LOST = """
[...document.querySelectorAll('a[href^="#"]')].map(one => one.getAttribute('href').slice(1))
.filter(name => !document.getElementById(name))
"""
_SIZES = ((360, 800), (1280, 860), (1920, 1080))


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def script(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def page(browser: Browser, served: str, language: str, script: bool) -> Iterator[Page]:
    """A page of somebody with every role, who came in by keyboard."""
    from wijkverhaal.site.accounts.one_time_link import new_key

    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=script)
    context.add_cookies([{"name": "wijkverhaal-taal", "value": language, "url": served}])
    page = context.new_page()
    page.set_default_timeout(15_000)
    troubles = watched(page, served)
    page.goto(f"{served}/inloggen/?sleutel={aside(new_key)}")
    page.locator("main button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}/")
    yield page
    context.close()
    # a page that does not exist is asked for on purpose
    assert [one for one in troubles if "404" not in one] == []


def test_every_page_is_for_everybody(
    page: Page, served: str, language: str, script: bool, site: Site
) -> None:
    wrong: list[object] = []
    for address in every_page(site):
        page.goto(served + address)
        assert page.locator("html").get_attribute("lang") == language, address
        expect(page.locator("h1"), address).to_have_count(1)
        # axe is a script itself; what it looks at is the same page with scripts and without
        found = Axe().run(page).response["violations"] if script else []
        wrong += [(address, one["id"], one["nodes"][0]["html"][:200]) for one in found]
        wrong += [(address, *one) for one in _ill_fitting(page)]
        wrong += [(address, "leads nowhere", name) for name in page.evaluate(_LOST)]
    assert wrong == []


def _ill_fitting(page: Page) -> Iterator[tuple[object, ...]]:
    """From a phone to a wall: what must be pushed sideways, and lines too long to read."""
    for width, height in _SIZES:
        page.set_viewport_size({"width": width, "height": height})
        if too_wide(page) > 0:
            yield width, "too wide", too_wide(page)
        yield from ((width, "long line", *line) for line in page.evaluate(_LONG_LINES, _LONGEST_LINE))
    page.set_viewport_size({"width": _SIZES[0][0], "height": _SIZES[0][1]})


def test_every_step_is_reached_and_seen_by_keyboard(page: Page, served: str, site: Site) -> None:
    for address in every_page(site):
        page.goto(served + address)
        steps = page.evaluate(_REACHABLE)
        assert steps > 5, address
        visited = 0
        for _step in range(min(steps, 60)):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            visited += 1
            assert page.evaluate(_SEEN), (address, page.evaluate(_HERE))
        assert visited >= min(steps, 60) - 1, (address, visited, steps)


def test_every_chart_has_its_table_and_its_sentence(page: Page, served: str, site: Site) -> None:
    drawn = 0
    for address in every_page(site):
        page.goto(served + address)
        for figure in page.locator("figure").all():
            drawn += 1
            assert figure.locator("svg[role=img], svg[aria-labelledby]").count() >= 1, address
            expect(figure.locator("table caption"), address).to_have_count(1)
            sentence = figure.locator("figcaption").inner_text()
            assert missing_of(sentence) == [], (address, sentence)
    assert drawn >= 8
