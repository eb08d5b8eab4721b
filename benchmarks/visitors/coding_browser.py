# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A researcher with the longest interview in Chromium: opened, scrolled through, and coded."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from playwright.sync_api import Page, sync_playwright

_CHROMIUM = "/usr/bin/chromium"
_PROGRAM = "from wijkverhaal.cli import main; main()"
_CODED = 12
#: Tasks of more than 50 ms in which a page answers nobody, and the longest time between two frames.
_WATCH = """() => {
  window.long = []; window.frames = []; let last = performance.now();
  new PerformanceObserver((list) => window.long.push(...list.getEntries().map((one) => one.duration)))
    .observe({type: "longtask"});
  const frame = (now) => { window.frames.push(now - last); last = now; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
}"""

#: Some words in the middle of the part, chosen as the mouse does it; how long that took, and what was chosen.
_CHOOSE = """() => {
  const pieces = [...document.querySelectorAll(".told span[data-start]")];
  const piece = pieces.slice(pieces.length / 2).find((one) => one.textContent.length > 80).firstChild;
  const range = document.createRange();
  range.setStart(piece, 10);
  range.setEnd(piece, 70);
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
  const begun = performance.now();
  piece.parentElement.dispatchEvent(new MouseEvent("mouseup", {bubbles: true}));
  return [performance.now() - begun, range.toString(), document.querySelector("#codeer [name=begin]").value];
}"""


def told_of_browser(workspace: Path, home: str, interview: str, passphrase: str) -> None:
    """Print how long somebody waits for the longest interview."""
    with _served(workspace) as link, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(link)
        page.locator("main button").click()
        address = re.sub(r"/inloggen/.*", "", link) + home
        page.goto(f"{address}openen/")
        page.locator('input[name="wachtzin"]').first.fill(passphrase)
        page.locator("form:has(#wachtzin) button").first.click()
        page.wait_for_url(address)
        page.goto(f"{address}interview/{interview}/")
        _opened_and_scrolled(page, f"{address}interview/{interview}/")
        _coded(page, f"{address}interview/{interview}/")
        browser.close()


def _opened_and_scrolled(page: Page, address: str) -> None:
    loads = []
    for part in range(1, 13):
        page.goto(f"{address}?deel={part}")
        loads.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
    page.evaluate(_WATCH)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.mouse.move(400, 500)
    for _step in range(height // 400):
        page.mouse.wheel(0, 400)
        page.wait_for_timeout(30)
    parts = page.locator("nav.years a").count() // 2
    print(
        f"browser: {parts} parts; a part is there in {np.median(loads):.0f} ms (95%"
        f" {np.quantile(loads, 0.95):.0f}); scrolled over {height} pixels: {page.evaluate('long.length')}"
        f" tasks above 50 ms, 95% of the frames within {np.quantile(page.evaluate('frames'), 0.95):.0f} ms;"
        f" load {os.getloadavg()[0]:.1f}"
    )


def _coded(page: Page, address: str) -> None:
    chosen, shown = [], []
    for turn in range(_CODED):
        page.goto(f"{address}?deel={2 + turn}")
        taken, words, start = page.evaluate(_CHOOSE)
        chosen.append(taken)
        page.locator("#codeer input[type=checkbox]").nth(turn).check()
        begun = time.perf_counter()
        page.locator("#codeer button").last.click()
        page.locator(f'mark[data-start="{start}"]').wait_for()
        shown.append(1000 * (time.perf_counter() - begun))
        told = page.locator(f'mark[data-start="{start}"]').text_content() or ""
        assert words.startswith(told) or told.startswith(words), (words, told)
    print(
        f"browser: words chosen in {np.median(chosen):.0f} ms; from the click to the coded words on the"
        f" screen {np.median(shown):.0f} ms (95% {np.quantile(shown, 0.95):.0f});"
        f" load {os.getloadavg()[0]:.1f}"
    )


@contextmanager
def _served(workspace: Path) -> Iterator[str]:
    """The link with which one person comes in, as long as the site answers."""
    serve = ["serve", "--workspace", str(workspace), "--port", "0"]
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, *serve],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None
        links = (re.search(r"http://\S+inloggen/\S*", line) for line in process.stdout)
        yield next(found[0] for found in links if found)
    finally:
        process.terminate()
        process.wait(30)
