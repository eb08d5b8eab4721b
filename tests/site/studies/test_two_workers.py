# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study that is opened in one worker is open in the other, and shut in both."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.conftest import Site

from .conftest import Cast

_ROOT = Path(__file__).resolve().parents[3]
WORDS = "zag ik het al"


def _other(site: Site, cookies: dict[str, str], *requests: tuple[str, str]) -> list[list[object]]:
    """What another process answers to a visitor with these cookies."""
    from django.db import connections

    connections.close_all()  # a test that read the file of the database undid the locks of this process
    asked = {"root": str(site.root), "cookies": cookies, "requests": requests, "words": WORDS}
    done = subprocess.run(
        [sys.executable, "-m", "tests.site.studies.another_worker"],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
        cwd=_ROOT,
    )
    assert done.returncode == 0, done.stderr
    answers: list[list[object]] = json.loads(done.stdout)
    return answers


def _cookies(cast: Cast) -> dict[str, str]:
    return {name: one.value for name, one in cast.researcher.cookies.items()}


def test_one_opens_and_the_other_answers(cast: Cast, site: Site) -> None:
    cookies = _cookies(cast)
    assert _other(site, cookies, ("get", cast.told)) == [[200, True]]
    # the visit alone opens nothing, nor does the half in the cookie in somebody else's visit
    visit = {"wijkverhaal-session": cookies["wijkverhaal-session"]}
    assert _other(site, visit, ("get", cast.told)) == [[302, False]]
    theirs = {
        "wijkverhaal-session": cast.coder.cookies["wijkverhaal-session"].value,
        "wijkverhaal-verhalen": cookies["wijkverhaal-verhalen"],
    }
    assert _other(site, theirs, ("get", cast.told)) == [[302, False]]


@pytest.mark.parametrize("shut_here", [True, False])
def test_shut_in_one_is_shut_in_the_other(cast: Cast, site: Site, shut_here: bool) -> None:
    cookies = _cookies(cast)
    if shut_here:
        cast.researcher.post(f"{cast.home}sluiten/")
        assert _other(site, cookies, ("get", cast.told)) == [[302, False]]
    else:
        answers = _other(site, cookies, ("post", f"{cast.home}sluiten/"), ("get", cast.told))
        assert answers == [[302, False], [302, False]]
        assert cast.researcher.get(cast.told).headers["Location"].endswith("/openen/")


def test_a_destroyed_key_is_gone_in_the_other_worker_too(cast: Cast, site: Site) -> None:
    there = f"{cast.home}verteller/A-school/terugtrekken/"
    cookies = {name: one.value for name, one in cast.coder.cookies.items()}
    assert _other(site, cookies, ("get", cast.told)) == [[200, True]]
    assert cast.researcher.post(there, {"zeker": "ja"}).status_code == 200
    assert _other(site, cookies, ("get", cast.told)) == [[302, False]]
