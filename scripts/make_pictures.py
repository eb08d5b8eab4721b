# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pictures in the documentation: the fictional country on the page and in the terminal."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import polars as pl
from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.text import Text

CHROMIUM = "/usr/bin/chromium"
PROGRAM = Path(sys.executable).with_name("wijkverhaal")
YEAR = 2022
WIDE, NARROW = 1280, 360
_FONT = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)


def main(target: Path) -> None:
    """Make every picture in `target`."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        workspace = Path(folder) / "werkmap"
        run_program("demo", "--workspace", str(workspace))
        summary = run_program("estimate", "--workspace", str(workspace))
        code, gemeente = clear_wijk(workspace / "export" / "areas.csv")
        local = Path(folder) / "gemeente"
        run_program(
            "export", "latest", "--to", str(local), "--gemeente", gemeente, "--workspace", str(workspace)
        )
        wijk = run_program("show", code, "--workspace", str(workspace))
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        page_pictures(browser, workspace / "export" / "report.html", target)
        gemeente_pictures(browser, local / "report.html", target)
        terminal_picture(browser, "wijkverhaal estimate", summary, target / "estimate.png")
        terminal_picture(browser, f"wijkverhaal show {code}", wijk, target / "show.png")
        browser.close()


def run_program(*arguments: str) -> str:
    """What a command prints."""
    command = [str(PROGRAM), *arguments]
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout  # noqa: S603


def clear_wijk(table: Path) -> tuple[str, str]:
    """Code and gemeente of a wijk of ordinary size whose use is clearly higher than expected here."""
    wijken = pl.read_csv(table, infer_schema_length=None).filter(
        pl.col("year") == YEAR, pl.col("status") == "shown", pl.col("youths").is_between(600, 1200)
    )
    first = wijken.sort("difference_here_low", "area", descending=[True, False]).row(0, named=True)
    return first["area"], first["gemeente"]


def page_pictures(browser: Browser, report: Path, target: Path) -> None:
    """The page about the whole country: its top on a desk and on a phone, its map and its table."""
    page = opened(browser, report, WIDE, 1000)
    page.screenshot(path=target / "report.png")
    chart_picture(page, f"#jaar-{YEAR} figure:has(svg) >> nth=0", target / "map.png")
    heading = f"#tabel-{YEAR}"
    page.evaluate("selector => document.querySelector(selector).scrollIntoView()", heading)
    page.screenshot(path=target / "table.png")
    page.close()
    phone = opened(browser, report, NARROW, 740)
    phone.screenshot(path=target / "report-phone.png")
    phone.close()


def gemeente_pictures(browser: Browser, report: Path, target: Path) -> None:
    """The page for one gemeente: the explanation of its first wijk."""
    page = opened(browser, report, WIDE, 1000)
    chart_picture(page, f"#jaar-{YEAR} figure:has(svg) >> nth=1", target / "explanation.png")
    page.close()


def opened(browser: Browser, report: Path, width: int, height: int) -> Page:
    """The page in a window of this size."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(report.as_uri())
    return page


def chart_picture(page: Page, selector: str, path: Path) -> None:
    """One chart with the sentence under it; the table under that is folded."""
    page.evaluate("document.querySelectorAll('figure details').forEach(one => one.open = false)")
    page.locator(selector).screenshot(path=path)


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
