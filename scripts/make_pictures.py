# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pictures in the documentation: the fictional country on the page and in the terminal."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from make_conversation_pictures import all_pictures
from make_site_pictures import site_pictures
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from rich.console import Console
from rich.text import Text

CHROMIUM = "/usr/bin/chromium"
PROGRAM = Path(sys.executable).with_name("wijkverhaal")
YEAR = 2022
# the wijk that the manual explains: of ordinary size, and clearly higher than expected here
WIJK, GEMEENTE = "WK933009", "GM9330"
WIDE, NARROW, MARGIN = 1280, 360, 20
_FONT = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)


def main(target: Path) -> None:
    """Make every picture in `target`."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        workspace = Path(folder) / "werkmap"
        run_program("demo", "--workspace", str(workspace))
        summary = run_program("estimate", "--workspace", str(workspace))
        local = Path(folder) / "gemeente"
        run_program(
            "export", "latest", "--to", str(local), "--gemeente", GEMEENTE, "--workspace", str(workspace)
        )
        wijk = run_program("show", WIJK, "--workspace", str(workspace))
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        page_pictures(browser, workspace / "export" / "report.html", target)
        gemeente_picture(browser, local / "report.html", target)
        terminal_picture(browser, "wijkverhaal estimate", summary, target / "estimate.png")
        terminal_picture(browser, f"wijkverhaal show {WIJK}", wijk, target / "show.png")
        browser.close()
        site_pictures(playwright, workspace, target / "site")
        all_pictures(playwright, workspace, target)


def run_program(*arguments: str) -> str:
    """What a command prints."""
    command = [str(PROGRAM), *arguments]
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout  # noqa: S603


def page_pictures(browser: Browser, report: Path, target: Path) -> None:
    """The page about the whole country: a year on a desk and on a phone, its map and its table."""
    year, table = f"#jaar-{YEAR}", f"#tabel-{YEAR}"
    for name, size, place in (
        ("report.png", (WIDE, 1100), year),
        ("report-phone.png", (NARROW, 740), year),
        ("table.png", (WIDE, 860), table),
    ):
        page = opened(browser, report, *size)
        page.evaluate("place => document.querySelector(place).scrollIntoView()", place)
        page.screenshot(path=target / name)
        page.close()
    page = opened(browser, report, WIDE, 1000)
    chart_picture(page, page.locator(f"{year} figure").first, target / "map.png")
    page.close()


def gemeente_picture(browser: Browser, report: Path, target: Path) -> None:
    """The page for one gemeente: the explanation of one wijk."""
    page = opened(browser, report, WIDE, 1000)
    chart = page.locator(f"#jaar-{YEAR} figure[id*='{WIJK}']")
    chart_picture(page, chart, target / "explanation.png")
    page.close()


def opened(browser: Browser, report: Path, width: int, height: int) -> Page:
    """The page in a window of this size; a wide one is drawn smaller."""
    scale = 0.75 if width == WIDE else 1
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
    page.goto(report.as_uri())
    return page


def chart_picture(page: Page, chart: Locator, path: Path) -> None:
    """One chart with the sentence beside it; the table under that is folded."""
    page.evaluate("document.querySelectorAll('figure details').forEach(one => one.open = false)")
    box = chart.bounding_box()
    assert box, "the chart is not on the page"  # noqa: S101
    around = {
        "x": box["x"] - MARGIN,
        "y": box["y"] - MARGIN,
        "width": box["width"] + 2 * MARGIN,
        "height": box["height"] + 2 * MARGIN,
    }
    page.screenshot(path=path, full_page=True, clip=around)


def terminal_picture(browser: Browser, title: str, text: str, path: Path) -> None:
    """What a command printed, as a terminal shows it."""
    console = Console(record=True, width=82, file=open(os.devnull, "w"))  # noqa: SIM115
    console.print(Text(text.rstrip()))
    drawing = _FONT.sub("", console.export_svg(title=title)).replace("Fira Code", "DejaVu Sans Mono")
    page = browser.new_page(viewport={"width": 1100, "height": 800})
    page.set_content(f'<body style="margin:0;width:900px">{drawing}</body>')
    page.locator("svg").first.screenshot(path=path)
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
