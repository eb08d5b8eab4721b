# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cooperation survey as people fill it in: by keyboard, on a phone and a desk, without script too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium, too_wide, watched

from ..conftest import RUN, WIJK, Site, aside

pytestmark = needs_chromium

NAMES = {
    "De Klim (verzonnen)": "school",
    "Praktijk Zon (verzonnen)": "huisarts",
    "Team (verzonnen)": "wijkteam",
}


@pytest.fixture
def open_survey(site: Site) -> tuple[str, str]:
    """A conversation with an open survey: its number, and the path of its link."""

    def make() -> tuple[str, str]:
        from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference
        from wijkverhaal.site.conversations import commands
        from wijkverhaal.site.conversations.leading import making, moving
        from wijkverhaal.site.conversations.survey import survey

        run = commands.run_with(RUN)
        stored = commands.make_here("Verzonnen gesprek", run, 2022, [WIJK])
        use = FigureReference(FigureKind.USE, WIJK, 2022)
        making.prepare(stored.id, 0, "Verzonnen gesprek", "", [use], [], True)
        moving.start(stored.id, 1)
        for name, kind in NAMES.items():
            survey.add_partner(stored, name, kind)
        survey.open_survey(stored.id)
        return stored.id, commands.open_door(stored, 1, "")

    return aside(make)


@pytest.fixture(params=[(360, True), (360, False), (1280, True)], ids=str)
def page(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, script = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
    page = context.new_page()
    troubles = watched(page, served)
    yield page
    context.close()
    assert troubles == []


def test_somebody_fills_it_in_by_keyboard(page: Page, served: str, open_survey: tuple[str, str]) -> None:
    conversation, door = open_survey
    page.goto(served + door)
    page.fill("input[name=naam]", "Deelnemer")
    page.select_option("[name=organisatie]", "school")
    page.locator("main form button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/gesprek/tafel/{conversation}/")
    page.get_by_role("link", name="Vul in met wie je samenwerkt").focus()
    page.keyboard.press("Enter")
    page.locator("#voor").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**?voor=*")
    expect(page.locator("fieldset")).to_have_count(2)
    assert too_wide(page) <= 0
    page.locator("fieldset input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**klaar=ja")
    assert "bewaard" in page.get_by_role("status").inner_text()
    expect(page.locator("input:checked")).to_have_count(2)
    page.get_by_role("link", name="Terug naar het gesprek").click()
    expect(page.get_by_role("link", name="Bekijk of verander")).to_be_visible()
    assert sorted(aside(lambda: _strengths(conversation))) == [0, 2]


def test_the_page_hears_by_itself_that_the_result_is_there(
    browser: Browser, served: str, open_survey: tuple[str, str]
) -> None:
    from wijkverhaal.site.conversations.survey import survey

    conversation, door = open_survey
    page = browser.new_page()
    page.goto(served + door)
    page.fill("input[name=naam]", "Deelnemer")
    page.select_option("[name=organisatie]", "school")
    page.locator("main form button").click()
    page.get_by_role("link", name="Vul in met wie je samenwerkt").wait_for()
    aside(lambda: survey.close_survey(conversation))
    page.get_by_role("link", name="Bekijk wie met wie samenwerkt").wait_for(timeout=10_000)
    page.context.close()


def _strengths(conversation: str) -> list[int]:
    from wijkverhaal.site.conversations.survey.answers import answers_to

    return [one.strength for one in answers_to(conversation)]
