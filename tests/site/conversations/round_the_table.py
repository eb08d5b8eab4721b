# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""People in a conversation with a browser each: who leads it at a desk, who takes part on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import watched

from ..conftest import aside

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
#: How soon everybody's screen follows, in milliseconds.
SOON = 3_000
ORGANISATIONS = ("school", "huisarts", "politie", "wijkteam", "ouders")


@dataclass
class Room:
    """The browser, the address of the site, and what went wrong on any page."""

    browser: Browser
    served: str
    troubles: list[list[str]] = field(default_factory=list)
    _opened: list[BrowserContext] = field(default_factory=list)

    def device(self, size: dict[str, int], language: str = "nl", script: bool = True) -> Page:
        """A browser of its own, with nothing in it."""
        context = self.browser.new_context(viewport=size, java_script_enabled=script)  # type: ignore[arg-type]
        context.add_cookies([{"name": "wijkverhaal-taal", "value": language, "url": self.served}])
        context.set_default_timeout(30_000)
        self._opened.append(context)
        page = context.new_page()
        self.troubles.append(watched(page, self.served))
        return page

    def leader(self, name: str = "leidt", language: str = "nl", script: bool = True) -> Page:
        """The browser of somebody with an account who leads conversations."""
        page = self.device(DESK, language, script)
        page.goto(f"{self.served}/inloggen/?sleutel={aside(lambda: _key_of(name))}")
        page.locator("main button").click()
        page.wait_for_url(f"{self.served}/")
        return page

    def guest(self, link: str, number: int, language: str = "nl", script: bool = True) -> Page:
        """Somebody who opens the link on a phone and says who they are."""
        page = self.device(PHONE, language, script)
        page.goto(link)
        page.locator("#naam").fill(f"Verzonnen {number}")
        page.locator("#organisatie").select_option(ORGANISATIONS[number % len(ORGANISATIONS)])
        page.locator("main form button").click()
        page.wait_for_url("**/gesprek/tafel/**")
        return page

    def close(self) -> None:
        for context in self._opened:
            context.close()


@contextmanager
def room_at(browser: Browser, served: str) -> Iterator[Room]:
    """A room; nothing may be refused by the browser, go wrong in a script, or be asked of anybody else."""
    room = Room(browser, served)
    try:
        yield room
    finally:
        room.close()


def went_wrong(room: Room) -> list[str]:
    """What went wrong, apart from who was offline on purpose."""
    return [one for found in room.troubles for one in found if "ERR_INTERNET_DISCONNECTED" not in one]


def _key_of(name: str) -> str:
    from wijkverhaal.site.accounts.models import Account
    from wijkverhaal.site.accounts.one_time_link import new_key

    account, _new = Account.objects.get_or_create(name=name)
    account.give_roles(["facilitator"])
    return str(new_key(account))


def make_conversation(leader: Page, served: str, gemeente: str, wijk: str, quotation: str = "") -> str:
    """Prepare a conversation by its pages: the use of care and one indicator; its address."""
    leader.goto(f"{served}/gesprek/nieuw/?gemeente={gemeente}")
    leader.locator(f"#wijk-{wijk}").check()
    leader.locator("#titel").fill("Samen kijken (verzonnen)")
    leader.get_by_role("button", name="Ga verder").click()
    leader.wait_for_url("**/voorbereiden/**")
    for sort in leader.locator("main fieldset details").all():
        if sort.get_attribute("open") is None:
            sort.locator("> summary").click()
    leader.locator("input[name=cijfer][value^='gebruik|']").first.check()
    leader.locator("input[name=cijfer][value^='kenmerk|']").first.check()
    if quotation:
        leader.locator(f"#citaat-{quotation}").check()
    leader.get_by_role("button", name="Bewaar", exact=True).click()
    leader.wait_for_url(re.compile(r"/gesprek/[0-9a-f]{12}/$"))
    return leader.url


def link_of(leader: Page, conversation: str) -> str:
    """The link with which partners come in, as it stands on the page."""
    leader.goto(f"{conversation}uitnodigen/")
    leader.get_by_role("button", name="Maak de link").click()
    return str(leader.locator("code.address").inner_text())


def press(page: Page, name: str) -> None:
    """Press the button with these words."""
    page.locator("main").get_by_role("button", name=name, exact=True).first.click()


def all_see(pages: list[Page], selector: str, text: str) -> None:
    """Everybody's screen shows it soon, without anybody asking for it."""
    for page in pages:
        expect(page.locator(selector).first).to_contain_text(text, timeout=SOON)
