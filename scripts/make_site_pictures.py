# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the site in the documentation: every page, on a desk and a phone, and some on a wall.

Give a copy of the workspace of a demo, for a second run is made in it.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

CHROMIUM = "/usr/bin/chromium"
#: Milliseconds in which a run has to be made.
LONGEST = 300_000
PROGRAM = Path(sys.executable).with_name("wijkverhaal")
WIDE, PHONE, WALL = (1280, 860), (360, 740), (1920, 1080)
#: Pages that also hang on a wall.
ON_A_WALL = ("start", "gemeente", "wijk")
#: The wijk that the manual explains, its gemeente and region, and wijken to compare it with.
WIJK, GEMEENTE, REGION = "WK933009", "GM9330", "JV42"
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
        "regio": f"{start}/regio/{REGION}/",
        "wat-als": f"{start}/wijk/{WIJK}/wat-als/",
        "wat-als-antwoord": f"{start}/wijk/{WIJK}/wat-als/?kenmerk-divorced=8,5#uitkomst",
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
        "buurtvraag-stellen": "/werk/buurtvraag/",
        "accounts": "/accounts/",
        "mijn-account": "/account/",
        "logboek": "/logboek/",
    }


def site_pictures(playwright: Playwright, workspace: Path, target: Path) -> None:
    """Make every picture of the site of a workspace in `target`."""
    target.mkdir(parents=True, exist_ok=True)
    run = _runs(workspace)[-1]
    with served(workspace) as link:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        context, site = inside(browser, link, target / "inloggen.jpg"), link.split("/inloggen")[0]
        for name, address in pages(run).items():
            pictures(context, site + address, name, target)
        job = begun(context, site)
        pictures(context, job, "opdracht", target)
        ended(context, job)
        first, second = _runs(workspace)[-2:]
        compared = f"{site}/werk/berekeningen/vergelijken/?a={first}&b={second}"
        pictures(context, compared, "berekeningen-vergelijken", target)
        browser.close()


def _runs(workspace: Path) -> list[str]:
    return sorted(path.name for path in (workspace / "runs").iterdir())


def begun(context: BrowserContext, site: str) -> str:
    """The address of a run without the indicators of origin, as soon as it is at work."""
    page = context.new_page()
    page.goto(f"{site}/werk/berekenen/")
    page.locator("#zonder-herkomst").check()
    page.locator("main form button").last.click()
    page.wait_for_selector("progress:not([value='0'])", timeout=LONGEST)
    address = page.url
    page.close()
    return address


def ended(context: BrowserContext, job: str) -> None:
    """Wait until a run is there."""
    page = context.new_page()
    page.goto(job)
    page.wait_for_selector("main a[href*='/berekening/']", timeout=LONGEST)
    page.close()


def pictures(context: BrowserContext, address: str, name: str, target: Path) -> None:
    """A page in every size in which it is shown."""
    sizes = {"": WIDE, "-telefoon": PHONE} | ({"-muur": WALL} if name in ON_A_WALL else {})
    for ending, size in sizes.items():
        picture(context, address, size, target / f"{name}{ending}.jpg")


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


def inside(browser: Browser, link: str, door: Path | None = None) -> BrowserContext:
    """Somebody who came in, after a picture of the door where one is asked."""
    context = browser.new_context(viewport={"width": WIDE[0], "height": WIDE[1]}, locale="nl-NL")
    page = context.new_page()
    page.goto(link)
    if door is not None:
        page.screenshot(path=door, type="jpeg", quality=70)
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
