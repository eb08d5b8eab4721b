# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A link opens the door once, for a quarter of an hour, and not after too many wrong ones."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client


def _key(lasts: timedelta | None = None) -> str:
    from wijkverhaal.site.accounts.one_time_link import LASTS, new_key

    return new_key(lasts=LASTS if lasts is None else lasts)


def test_a_link_works_once(stranger: Client) -> None:
    key = _key()
    assert stranger.post("/inloggen/", {"sleutel": key}).status_code == 302
    assert stranger.get("/").status_code == 200
    stranger.post("/uitloggen/")
    assert stranger.get("/").status_code == 302
    again = stranger.post("/inloggen/", {"sleutel": key})
    assert again.status_code == 403
    assert "al gebruikt, of hij is verlopen" in again.text
    assert stranger.get("/").status_code == 302


def test_looking_at_a_link_does_not_use_it_up(stranger: Client) -> None:
    key = _key()
    for _time in range(3):
        assert "Ga naar binnen" in stranger.get("/inloggen/", {"sleutel": key}, follow=True).text
    assert stranger.post("/inloggen/", {"sleutel": key}).status_code == 302


def test_the_key_leaves_the_address_at_once_and_the_browser_when_it_was_used(stranger: Client) -> None:
    key = _key()
    first = stranger.get("/inloggen/", {"sleutel": key, "verder": "/account/"})
    assert first.headers["Location"] == "/inloggen/?verder=%2Faccount%2F"
    assert first.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in first.headers["Cache-Control"]
    cookie = first.cookies["wijkverhaal-link"]
    assert cookie["httponly"]
    assert cookie["max-age"] == 15 * 60
    page = stranger.get("/inloggen/?verder=/account/")
    assert key not in page.text
    assert "Ga naar binnen" in page.text
    answer = stranger.post("/inloggen/", {"verder": "/account/"})
    assert answer.headers["Location"] == "/account/"
    assert answer.cookies["wijkverhaal-link"].value == ""


def test_a_link_expires(stranger: Client) -> None:
    assert stranger.post("/inloggen/", {"sleutel": _key(timedelta(seconds=-1))}).status_code == 403


def test_a_new_link_ends_the_one_before(stranger: Client) -> None:
    old, new = _key(), _key()
    assert stranger.post("/inloggen/", {"sleutel": old}).status_code == 403
    assert stranger.post("/inloggen/", {"sleutel": new}).status_code == 302


def test_the_key_is_not_kept(stranger: Client) -> None:
    from wijkverhaal.site.accounts.models import OneTimeLink
    from wijkverhaal.site.accounts.one_time_link import local_account

    key = _key()
    assert not OneTimeLink.objects.filter(digest=key).exists()
    assert OneTimeLink.objects.filter(account=local_account()).count() == 1


def test_too_many_wrong_links_close_the_door_for_a_while(stranger: Client) -> None:
    for _time in range(9):
        assert stranger.post("/inloggen/", {"sleutel": "fout"}).status_code == 403
    assert stranger.post("/inloggen/", {"sleutel": "fout"}).status_code == 429
    assert stranger.post("/inloggen/", {"sleutel": _key()}).status_code == 429


@pytest.mark.parametrize("further", ["//example.org/", "https://example.org/", "javascript:alert(1)", "/\\x"])
def test_nobody_is_sent_to_another_site(further: str, stranger: Client) -> None:
    answer = stranger.post("/inloggen/", {"sleutel": _key(), "verder": further})
    assert answer.headers["Location"] == "/"
    chosen = stranger.post("/taal/", {"taal": "en", "terug": further})
    assert chosen.headers["Location"] == "/"


def test_a_reader_comes_where_they_wanted_to_be(stranger: Client) -> None:
    wanted = "/berekening/20260102-a/methode/"
    assert stranger.post("/inloggen/", {"sleutel": _key(), "verder": wanted}).headers["Location"] == wanted


def test_a_form_of_another_site_is_refused(site: object) -> None:
    from django.test import Client

    strict = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    answer = strict.post("/inloggen/", {"sleutel": _key()})
    assert answer.status_code == 403
    assert "Dit formulier is verlopen" in answer.text


@pytest.mark.parametrize("told", ["kort", "x" * 4000, "a" * 42 + ";", "a" * 43 + "\n", ""])
def test_what_cannot_be_a_key_is_not_kept(told: str, stranger: Client) -> None:
    answer = stranger.get("/inloggen/", {"sleutel": told})
    assert answer.status_code == 302
    assert "wijkverhaal-link" not in answer.cookies
