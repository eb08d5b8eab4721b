# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the site in the documentation: every page, on a desk and a phone."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

CHROMIUM = "/usr/bin/chromium"
PROGRAM = Path(sys.executable).with_name("wijkverhaal")
WIDE, PHONE = (1280, 860), (360, 740)
#: The wijk that the manual explains, its gemeente, and wijken to compare it with.
WIJK, GEMEENTE = "WK933009", "GM9330"
OTHERS = ("WK933001", "WK933002")


def pages(run: str) -> dict[str, str]:
    """The address of each page by the name of its picture."""
    start = f"/berekening/{run}"
    compared = "&".join(f"wijk={code}" for code in (WIJK, *OTHERS))
    return {
        "start": "/",
        "zoeken": f"{start}/zoeken/?zoek=oord",
        "gemeente": f"{start}/gemeente/{GEMEENTE}/",
        "wijk": f"{start}/wijk/{WIJK}/",
        "wat-als": f"{start}/wijk/{WIJK}/wat-als/",
        "vergelijken": f"{start}/vergelijken/?{compared}",
        "buurtvraag": f"{start}/buurtvraag/",
        "methode": f"{start}/methode/",
        "downloads": f"{start}/downloads/",
        "algoritmeregister": f"{start}/algoritmeregister/",
        "toegankelijkheid": "/toegankelijkheid/",
        "privacy": "/privacy/",
        "api": "/api/",
        "werk": "/werk/",
        "inlezen": "/werk/inlezen/",
        "berekenen": "/werk/berekenen/",
        "accounts": "/accounts/",
        "mijn-account": "/account/",
        "logboek": "/logboek/",
    }


def site_pictures(playwright: Playwright, workspace: Path, target: Path) -> None:
    """Make every picture of the site of a workspace in `target`."""
    target.mkdir(parents=True, exist_ok=True)
    run = sorted(path.name for path in (workspace / "runs").iterdir())[-1]
    with served(workspace) as link:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        context = inside(browser, link, target)
        for name, address in pages(run).items():
            for size, ending in ((WIDE, ""), (PHONE, "-telefoon")):
                picture(context, link.split("/inloggen")[0] + address, size, target / f"{name}{ending}.jpg")
        browser.close()


@contextmanager
def served(workspace: Path) -> Iterator[str]:
    """The link with which somebody comes in, for as long as the site runs."""
    command = [str(PROGRAM), "serve", "--workspace", str(workspace), "--port", "0"]
    process = subprocess.Popen(command, text=True, stdout=subprocess.PIPE)  # noqa: S603
    assert process.stdout is not None  # noqa: S101
    try:
        yield next(
            found[0] for line in process.stdout if (found := re.search(r"http://\S+sleutel=\S+", line))
        )
    finally:
        process.terminate()
        process.wait(30)


def inside(browser: Browser, link: str, target: Path) -> BrowserContext:
    """Somebody who came in, after a picture of the door."""
    context = browser.new_context(viewport={"width": WIDE[0], "height": WIDE[1]}, locale="nl-NL")
    page = context.new_page()
    page.goto(link)
    page.screenshot(path=target / "inloggen.jpg", type="jpeg", quality=70)
    page.locator("main button").first.click()
    page.wait_for_load_state()
    page.close()
    return context


def picture(context: BrowserContext, address: str, size: tuple[int, int], path: Path) -> None:
    """What somebody sees first of a page."""
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address)
    page.screenshot(path=path, type="jpeg", quality=70)
    page.close()


if __name__ == "__main__":
    with sync_playwright() as started:
        site_pictures(started, Path(sys.argv[1]), Path(sys.argv[2]))
