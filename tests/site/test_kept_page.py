# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that are kept: the same for the next reader, except what is theirs alone."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from .conftest import GEMEENTE, RUN, WIJK, Site, visitor_with

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.any_database

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([A-Za-z0-9]+)"')


def _text(visitor: Client, address: str) -> str:
    return visitor.get(address).text


def test_the_second_reader_gets_the_same_page_with_a_token_of_their_own(site: Site, reader: Client) -> None:
    for rest in (f"wijk/{WIJK}/", f"gemeente/{GEMEENTE}/", "methode/"):
        address = site.address(rest)
        made, kept = _text(reader, address), _text(visitor_with("reader", "facilitator"), address)
        again = _text(reader, address)
        tokens = [_TOKEN.findall(text) for text in (made, again)]
        assert all(len(found) == len(set(found)) or found for found in tokens)
        assert "own-token" not in made + kept + again
        assert _TOKEN.sub("", made) == _TOKEN.sub("", again)


def test_a_token_of_a_kept_page_is_accepted(site: Site) -> None:
    from django.test import Client

    from wijkverhaal.site.accounts.one_time_link import new_key

    address = site.address(f"wijk/{WIJK}/")
    for _reader in range(2):
        strict = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
        door = strict.get("/inloggen/").text
        token = _TOKEN.findall(door)[0]
        form = {"sleutel": new_key(), "csrfmiddlewaretoken": token}
        assert strict.post("/inloggen/", form).status_code == 302
        token = _TOKEN.findall(_text(strict, address))[0]
        sent = {"csrfmiddlewaretoken": token, "taal": "nl", "terug": "/"}
        assert strict.post("/taal/", sent).status_code == 302
        assert strict.post("/taal/", {**sent, "csrfmiddlewaretoken": "x" * 64}).status_code == 403


def test_roles_and_languages_are_not_mixed(site: Site, reader: Client) -> None:
    address = site.address(f"wijk/{WIJK}/")
    assert "/logboek/" not in _text(reader, address)
    assert "/logboek/" in _text(visitor_with("administrator"), address)
    assert "/logboek/" not in _text(reader, address)
    reader.post("/taal/", {"taal": "en", "terug": "/"})
    assert '<html lang="en"' in _text(reader, address)
    reader.post("/taal/", {"taal": "nl", "terug": "/"})
    assert '<html lang="nl"' in _text(reader, address)


def test_what_somebody_types_is_not_kept(site: Site, reader: Client) -> None:
    from wijkverhaal.site.runs import kept_page

    before = list(kept_page._pages._pages)
    reader.get(site.address(f"gemeente/{GEMEENTE}/?zoek=oord"))
    assert list(kept_page._pages._pages) == before


def test_a_run_that_is_gone_is_gone_from_the_kept_pages_too(site: Site, reader: Client) -> None:
    other = site.root / "runs" / "20260103-weg"
    shutil.copytree(site.root / "runs" / RUN, other)
    text = (other / "run.json").read_text("utf-8").replace(RUN, "20260103-weg")
    (other / "run.json").write_text(text, "utf-8")
    address = f"/berekening/20260103-weg/wijk/{WIJK}/"
    try:
        assert reader.get(address).status_code == 200
    finally:
        shutil.rmtree(other)
    assert reader.get(address).status_code == 404


@pytest.mark.parametrize("most", [0, 10, 25])
def test_no_more_is_kept_than_fits(most: int, site: Site) -> None:
    from wijkverhaal.site.runs.kept_page import KeptPages

    pages = KeptPages(most)
    for number in range(10):
        pages.keep(number, b"x" * 9)
        pages.keep(number, b"y" * 9)
    kept = [number for number in range(10) if pages.get(number)]
    assert len(kept) == most // 9
    assert all(number >= 10 - most // 9 for number in kept)
