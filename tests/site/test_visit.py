# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A visit ends after half an hour of silence on a server, and after twelve hours anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .people import Clock, person

if TYPE_CHECKING:
    from django.test import Client

_BACKEND = "wijkverhaal.site.accounts.password.PasswordBackend"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    from wijkverhaal.site.accounts import visit

    clock = Clock()
    monkeypatch.setattr(visit, "time", clock)
    return clock


def _inside(client: Client) -> bool:
    return bool(client.get("/account/").status_code == 200)


def test_silence_ends_a_visit_on_a_server(on_a_server: None, clock: Clock, stranger: Client) -> None:
    stranger.force_login(person("bezoek-1"), _BACKEND)
    for _time in range(3):
        assert _inside(stranger)
        clock.turn(29 * 60)
    assert _inside(stranger)
    clock.turn(31 * 60)
    assert not _inside(stranger)


def test_silence_ends_nothing_on_a_computer_of_ones_own(clock: Clock, stranger: Client) -> None:
    stranger.force_login(person("bezoek-2"), _BACKEND)
    assert _inside(stranger)
    clock.turn(11 * 3600)
    assert _inside(stranger)


def test_no_visit_lasts_longer_than_twelve_hours(on_a_server: None, clock: Clock, stranger: Client) -> None:
    stranger.force_login(person("bezoek-3"), _BACKEND)
    for _time in range(36):
        assert _inside(stranger)
        clock.turn(20 * 60)
    clock.turn(60)
    assert not _inside(stranger)


def test_coming_in_gives_the_visit_another_name(stranger: Client) -> None:
    from wijkverhaal.site.accounts.one_time_link import new_key

    session = stranger.session
    session["iets"] = "van voor het inloggen"
    session.save()
    stranger.cookies["wijkverhaal-session"] = session.session_key
    stranger.post("/inloggen/", {"sleutel": new_key()})
    assert stranger.cookies["wijkverhaal-session"].value != session.session_key


def test_going_out_ends_the_visit_also_for_who_kept_the_cookie(stranger: Client) -> None:
    stranger.force_login(person("bezoek-4"), _BACKEND)
    kept = stranger.cookies["wijkverhaal-session"].value
    stranger.post("/uitloggen/")
    stranger.cookies["wijkverhaal-session"] = kept
    assert not _inside(stranger)


def test_a_page_that_asks_by_itself_is_no_sign_of_life(
    on_a_server: None, clock: Clock, stranger: Client
) -> None:
    stranger.force_login(person("bezoek-5", "analyst"), _BACKEND)
    assert _inside(stranger)
    for _time in range(4):
        clock.turn(8 * 60)
        stranger.get("/werk/opdracht/1/stand/")
    assert not _inside(stranger)
