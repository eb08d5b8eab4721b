# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pictures of conversations and stories in the documentation, from the invented ones of a demo.

Give a copy of the workspace of a demo, for somebody comes in to its conversation.
"""

import os
import sys
from pathlib import Path

from make_site_pictures import PHONE, WALL, WIDE, inside, served
from playwright.sync_api import Browser, Locator, Page, Playwright, sync_playwright

from wijkverhaal.cli.fictional_stories import PASSPHRASE

CHROMIUM = "/usr/bin/chromium"
HELD, GOING_ON = "jeugdhulp", "vanmiddag"


def all_pictures(playwright: Playwright, workspace: Path, target: Path) -> None:
    """Make every picture, in two folders in `target`."""
    conversations, stories = target / "gesprek", target / "verhalen"
    for folder in (conversations, stories):
        folder.mkdir(parents=True, exist_ok=True)
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with served(workspace) as link:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        page = inside(browser, link).new_page()
        site = link.split("/inloggen")[0]
        conversation_pictures(browser, page, site, conversations)
        story_pictures(page, site, stories)
        browser.close()


def conversation_pictures(browser: Browser, page: Page, site: str, target: Path) -> None:
    """What a facilitator sees, what a participant sees on a phone, and what stays with the wijk."""
    going_on = _address(page, f"{site}/gesprek/", GOING_ON)
    held = _address(page, f"{site}/gesprek/", HELD)
    shot(page, going_on + "leiden/", target / "leiden.jpg")
    shot(page, going_on + "scherm/", target / "scherm.jpg", WALL)
    shot(page, held + "verslag/", target / "verslag.jpg")
    shot(page, held + "samenwerking/", target / "samenwerking.jpg", at="main figure, main svg")
    page.goto(going_on + "uitnodigen/")
    page.locator("main form button:not(.plain)").first.click()
    page.wait_for_load_state()
    taken(page, target / "uitnodigen.jpg", WIDE)
    guest = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, locale="nl-NL").new_page()
    shown = page.locator("main").inner_text()
    guest.goto(next(word for word in shown.split() if "/gesprek/mee/" in word))
    guest.get_by_label("naam").fill("Buurvrouw (verzonnen)")
    guest.locator("select").first.select_option("school")
    taken(guest, target / "binnenkomen.jpg", PHONE)
    guest.locator("main form button").last.click()
    guest.wait_for_url("**/gesprek/tafel/**")
    taken(guest, target / "telefoon.jpg", PHONE)
    page.goto(held)
    wijk = page.locator("main a[href*='/wijk/']").first
    address = site + "/wijk/" + (wijk.get_attribute("href") or "").split("/wijk/")[1].split("/")[0] + "/"
    shot(page, address, target / "wijk.jpg")
    shot(page, address + "wijkverhaal/", target / "wijkverhaal.jpg")
    shot(page, site + "/afspraken/", target / "afspraken.jpg")
    page.goto(address)
    page.locator("main a[href*='/verklaringen/']").nth(2).click()
    page.wait_for_load_state()
    taken(page, target / "verklaring.jpg", WIDE)


def story_pictures(page: Page, site: str, target: Path) -> None:
    """The invented study, once it is open."""
    study = _address(page, f"{site}/verhalen/", "FICTIEF")
    page.goto(study)
    page.locator("#wachtzin").fill(PASSPHRASE)
    page.get_by_role("button", name="Open het onderzoek").click()
    page.wait_for_load_state()
    taken(page, target / "onderzoek.jpg", WIDE)
    family = _first(page.locator("main a[href*='/gezin/']"), site)
    shot(page, family + "geschiedenis/", target / "geschiedenis.jpg", at="main svg")
    page.goto(family)
    interview = _first(page.locator("main a[href*='/interview/']"), site).split("/interview/")
    text = f"{interview[0]}/interview/{interview[1].split('/')[0]}/"
    shot(page, text, target / "coderen.jpg")
    for name, address in {
        "matrix": "matrix/",
        "vergelijken-gezinnen": "vergelijken/",
        "wachten": "wachten/",
        "citaten": "citaten/",
        "sleutels": "sleutels/",
        "project": "project/",
    }.items():
        shot(page, study + address, target / f"{name}.jpg")


def _address(page: Page, overview: str, words: str) -> str:
    """The address of the first in a list whose title has these words."""
    page.goto(overview)
    site = "/".join(overview.split("/")[:3])
    return _first(page.locator("main a", has_text=words), site)


def _first(links: Locator, site: str) -> str:
    return site + (links.first.get_attribute("href") or "")


def shot(page: Page, address: str, path: Path, size: tuple[int, int] = WIDE, at: str = "") -> None:
    """What somebody sees first of a page, or from the first of something on."""
    page.goto(address)
    taken(page, path, size, at)


def taken(page: Page, path: Path, size: tuple[int, int], at: str = "") -> None:
    """The page as it is now."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    if at:
        page.locator(at).first.evaluate("one => one.scrollIntoView({block: 'start'})")
    page.screenshot(path=path, type="jpeg", quality=70)


if __name__ == "__main__":
    with sync_playwright() as started:
        all_pictures(started, Path(sys.argv[1]), Path(sys.argv[2]))
