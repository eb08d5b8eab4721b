# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coming in with a password: on a server only, never with a weak one, not after too many guesses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from .conftest import Site
from .people import PASSWORD, fresh_client, last_events, log_in, person

if TYPE_CHECKING:
    from django.test import Client


def test_a_password_alone_gives_only_the_page_of_the_second_step(on_a_server: None, stranger: Client) -> None:
    person("wachtwoord-1", "administrator")
    answer = stranger.post("/inloggen/", {"naam": "wachtwoord-1", "wachtwoord": PASSWORD})
    assert answer.status_code == 302
    for address in ("/", "/account/", "/accounts/", "/logboek/"):
        assert stranger.get(address).headers["Location"] == "/account/tweede-stap/", address
    assert stranger.post("/account/token/", {"naam": "x", "dagen": "30"}).status_code == 302
    assert stranger.get("/account/tweede-stap/").status_code == 200


def test_a_wrong_password_and_a_name_of_nobody_get_the_same_answer(
    on_a_server: None, stranger: Client
) -> None:
    person("wachtwoord-2")
    answers = [
        stranger.post("/inloggen/", {"naam": name, "wachtwoord": "iets heel anders"})
        for name in ("wachtwoord-2", "bestaat-niet")
    ]
    assert [answer.status_code for answer in answers] == [403, 403]
    told = [answer.text.partition("<main")[2] for answer in answers]
    assert all("horen niet bij elkaar" in text for text in told)
    assert last_events(2) == ["login-refused", "login-refused"]


def test_what_was_typed_is_kept_nowhere(on_a_server: None, stranger: Client) -> None:
    from axes.models import AccessAttempt

    from wijkverhaal.site.log.models import Event

    log_in(stranger, "geheime-naam-77", "geheim-wachtwoord-77")
    kept = str(list(AccessAttempt.objects.values())) + str(list(Event.objects.values()))
    assert "geheime-naam-77" not in kept
    assert "geheim-wachtwoord-77" not in kept


def test_guesses_close_the_door_for_that_name_from_that_address(on_a_server: None, stranger: Client) -> None:
    person("wachtwoord-3")
    person("wachtwoord-4")
    for _time in range(9):
        assert log_in(stranger, "wachtwoord-3", "fout") == 403
    assert log_in(stranger, "wachtwoord-3", "fout") == 429
    assert log_in(stranger, "wachtwoord-3") == 429
    assert log_in(stranger, "Wachtwoord-3 ") == 429
    assert log_in(stranger, "wachtwoord-4") == 302


def test_a_closed_account_stays_out(on_a_server: None, stranger: Client) -> None:
    account = person("wachtwoord-5")
    account.is_active = False
    account.save()
    assert log_in(stranger, "wachtwoord-5") == 403


def test_passwords_can_be_turned_off(on_a_server: None, stranger: Client) -> None:
    from django.conf import settings
    from django.test import override_settings

    person("wachtwoord-6")
    with override_settings(SERVER=replace(settings.SERVER, passwords=False)):
        assert log_in(stranger, "wachtwoord-6") == 403
        assert 'name="wachtwoord"' not in stranger.get("/inloggen/").text


def test_where_passwords_are_off_nobody_chooses_one(on_a_server: None, stranger: Client) -> None:
    from django.conf import settings
    from django.test import override_settings

    from wijkverhaal.site.accounts.models import Account
    from wijkverhaal.site.accounts.one_time_link import new_key

    inside = fresh_client()
    inside.force_login(person("wachtwoord-10"), "wijkverhaal.site.accounts.password.PasswordBackend")
    assert inside.get("/account/wachtwoord/").status_code == 200
    account, _new = Account.objects.get_or_create(name="wachtwoord-11")
    new = {"oud": PASSWORD, "nieuw": "een lange goede zin", "nogmaals": "een lange goede zin"}
    with override_settings(SERVER=replace(settings.SERVER, passwords=False)):
        assert inside.get("/account/wachtwoord/").status_code == 404
        assert inside.post("/account/wachtwoord/", new).status_code == 404
        assert "/account/wachtwoord/" not in inside.get("/account/").text
        assert stranger.post("/inloggen/", {"sleutel": new_key(account)}).status_code == 302
        assert stranger.get("/").headers["Location"] == "/account/tweede-stap/"


def test_on_a_computer_of_ones_own_no_password_is_asked(stranger: Client) -> None:
    assert 'name="wachtwoord"' not in stranger.get("/inloggen/").text


@pytest.mark.parametrize(
    ("new", "again", "sentence"),
    [
        ("zo-kort-1", "zo-kort-1", "te kort"),
        ("wachtwoord-7x", "wachtwoord-7x", "lijkt te veel op uw naam"),
        ("987654321987654", "987654321987654", "alleen cijfers"),
        ("een lange goede zin", "een andere lange zin", "niet gelijk"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(
    new: str, again: str, sentence: str, on_a_server: None, stranger: Client
) -> None:
    stranger.force_login(person("wachtwoord-7"), "wijkverhaal.site.accounts.password.PasswordBackend")
    typed = {"oud": PASSWORD, "nieuw": new, "nogmaals": again}
    answer = stranger.post("/account/wachtwoord/", typed)
    assert answer.status_code == 400
    assert sentence in answer.text
    assert new not in answer.text.partition("<main")[2]


def test_another_password_asks_the_old_one_and_ends_other_visits(site: Site, on_a_server: None) -> None:
    account = person("wachtwoord-8")
    here, elsewhere = fresh_client(), fresh_client()
    for client in (here, elsewhere):
        client.force_login(account, "wijkverhaal.site.accounts.password.PasswordBackend")
    new = {"nieuw": "een lange goede zin", "nogmaals": "een lange goede zin"}
    assert here.post("/account/wachtwoord/", {"oud": "fout", **new}).status_code == 400
    assert here.post("/account/wachtwoord/", {"oud": PASSWORD, **new}).status_code == 302
    assert here.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302
    assert last_events(1) == ["password-chosen"]


def test_a_link_on_a_server_asks_for_a_password_first(on_a_server: None, stranger: Client) -> None:
    from wijkverhaal.site.accounts.models import Account
    from wijkverhaal.site.accounts.one_time_link import new_key

    account, _new = Account.objects.get_or_create(name="wachtwoord-9")
    assert stranger.post("/inloggen/", {"sleutel": new_key(account)}).status_code == 302
    assert stranger.get("/").headers["Location"] == "/account/wachtwoord/"
    assert stranger.get("/account/tweede-stap/").headers["Location"] == "/account/wachtwoord/"
    typed = {"nieuw": "een lange goede zin", "nogmaals": "een lange goede zin"}
    assert stranger.post("/account/wachtwoord/", typed).status_code == 302
    assert stranger.get("/").headers["Location"] == "/account/tweede-stap/"
