# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a page brings along and how calmly it appears, as Chromium sees it."""

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Page, sync_playwright

from visitors.served_site import ServedSite

_CHROMIUM = "/usr/bin/chromium"
_MARKS = """
() => new Promise(tell => {
  const found = {shift: 0, largest: 0};
  new PerformanceObserver(list => { for (const one of list.getEntries()) found.shift += one.value; })
    .observe({type: 'layout-shift', buffered: true});
  new PerformanceObserver(list => { for (const one of list.getEntries()) found.largest = one.startTime; })
    .observe({type: 'largest-contentful-paint', buffered: true});
  setTimeout(() => tell({...found, nodes: document.getElementsByTagName('*').length}), 500);
})
"""


@dataclass(frozen=True)
class PageWeight:
    """Of one page: what travels, what it consists of, how much moves, and when its largest part is there."""

    sort: str
    kilobytes: float
    requests: int
    elements: int
    shift: float
    largest: float

    def __str__(self) -> str:
        return (
            f"{self.sort:<14}{self.kilobytes:7.1f} kB in {self.requests} requests, {self.elements} elements,"
            f" layout shift {self.shift:.3f}, largest part after {self.largest:.0f} ms"
        )


def page_weights(site: ServedSite, pages: dict[str, list[str]]) -> Iterator[PageWeight]:
    """The weight of the first page of each sort, on a phone that never was here before."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        for sort, addresses in pages.items():
            context = browser.new_context(viewport={"width": 360, "height": 800})
            name, value = site.cookies[0].split("=", 1)
            start = f"http://127.0.0.1:{site.port}"
            context.add_cookies([{"name": name, "value": value, "url": start}])
            yield _weighed(context.new_page(), sort, start + addresses[0])
            context.close()
        browser.close()


def _weighed(page: Page, sort: str, address: str) -> PageWeight:
    watch = page.context.new_cdp_session(page)
    watch.send("Network.enable")
    sizes: list[float] = []
    watch.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    marks = page.evaluate(_MARKS)
    return PageWeight(sort, sum(sizes) / 1000, len(sizes), marks["nodes"], marks["shift"], marks["largest"])
