# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An analyst at work by keyboard: with script the page follows a job by itself, without it a link does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from wijkverhaal.foundation.workspace import Workspace

from ..conftest import aside
from .conftest import finish, new_worker

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not at /usr/bin/chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    from wijkverhaal.site.accounts.one_time_link import new_key

    context = browser.new_context(viewport={"width": 360, "height": 900}, java_script_enabled=request.param)
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.goto(f"{served}/inloggen/?sleutel={aside(new_key)}")
    page.locator("main button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}/")
    yield page
    context.close()
    assert troubles == []


def _fits(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, page.url


def _violations(page: Page) -> list[str]:
    return [one["id"] for one in Axe().run(page).response["violations"]]


def test_from_files_to_a_run_by_keyboard(
    page: Page, served: str, country: list[Path], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    script = "no script" not in request.node.callspec.id
    workspaces = aside_workspace(tmp_path, request)
    workers = ExitStack()
    worker = aside(lambda: new_worker(workspaces, workers))
    request.addfinalizer(lambda: aside(workers.close))
    page.goto(f"{served}/werk/inlezen/")
    _fits(page)
    page.locator("#bestanden").set_input_files([str(path) for path in country])
    page.locator("main button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("bestanden bekijken")
    link = expect(page.locator("[data-refresh]"))
    link.to_be_hidden() if script else link.to_be_visible()
    aside(lambda: finish(worker))
    _go_on(page, script)
    expect(page.get_by_text("Wat zien we in deze bestanden?")).to_be_visible()
    _fits(page)
    if script:
        assert _violations(page) == []
    page.get_by_role("button", name="Lees in").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("bestanden inlezen")
    aside(lambda: finish(worker))
    _go_on(page, script)
    page.get_by_role("link", name="Maak nu een berekening").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/werk/berekenen/")
    _fits(page)
    if script:
        assert _violations(page) == []
    page.locator("#jaar-2022").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Start de berekening").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("berekening")
    aside(lambda: finish(worker))
    _go_on(page, script)
    expect(page.get_by_role("link", name="Bekijk de berekening")).to_be_visible()
    page.goto(f"{served}/werk/")
    _fits(page)
    if script:
        assert _violations(page) == []


def _go_on(page: Page, script: bool) -> None:
    """See the end of a job: by itself, or by the link."""
    if script:
        expect(page.locator("[data-refresh]")).to_have_count(0, timeout=20_000)
    else:
        page.get_by_role("link", name="Ververs").focus()
        page.keyboard.press("Enter")
        page.wait_for_load_state()


def aside_workspace(tmp_path: Path, request: pytest.FixtureRequest) -> Workspace:
    """The site of the browser at work in an empty workspace, until the test ends."""
    from django.test import override_settings

    from wijkverhaal.site.jobs.models import Job, WorkerSign
    from wijkverhaal.site.runs import library
    from wijkverhaal.site.workspace_files import SiteFiles

    workspace = Workspace(tmp_path / "werkmap")
    (workspace.root / "site").mkdir(parents=True)
    changed = override_settings(FILES=SiteFiles(workspace))
    changed.enable()
    library._seen.clear()

    def back() -> None:
        changed.disable()
        library._seen.clear()
        aside(lambda: (Job.objects.all().delete(), WorkerSign.objects.all().delete()))

    request.addfinalizer(back)
    return workspace
