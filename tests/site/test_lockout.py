# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door closes for an address and for a name, stays open for others, and tells it once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .people import Clock, fresh_client, last_events, log_in, person, with_second_factor

if TYPE_CHECKING:
    from django.test import Client


def _from(address: str) -> Client:
    client = fresh_client()
    client.defaults["REMOTE_ADDR"] = address
    return client


def test_an_address_that_tries_many_names_is_shut_out(on_a_server: None) -> None:
    person("deur-1")
    statuses = [log_in(_from("192.0.2.1"), f"niemand-{number}", "fout") for number in range(31)]
    assert statuses == [403] * 29 + [429] * 2
    assert log_in(_from("192.0.2.1"), "deur-1") == 429
    assert log_in(_from("192.0.2.2"), "deur-1") == 302


def test_of_ipv6_the_network_of_one_subscriber_counts(on_a_server: None) -> None:
    person("deur-2")
    for number in range(10):
        log_in(_from(f"2001:db8:1:1::{number:x}"), "deur-2", "fout")
    assert log_in(_from("2001:db8:1:1:ffff::1"), "deur-2") == 429
    assert log_in(_from("2001:db8:1:2::1"), "deur-2") == 302


def test_a_name_that_many_addresses_try_is_closed_late(on_a_server: None) -> None:
    person("deur-3")
    for number in range(59):
        assert log_in(_from(f"192.0.2.{number}"), "deur-3", "fout") == 403
    assert log_in(_from("198.51.100.1"), "deur-3") == 302
    assert log_in(_from("192.0.2.99"), "deur-3", "fout") == 429
    assert log_in(_from("198.51.100.1"), "deur-3") == 429


def test_wrong_links_shut_nobody_out_elsewhere(on_a_server: None) -> None:
    from wijkverhaal.site.accounts.one_time_link import new_key

    for number in range(65):
        _from(f"192.0.2.{number}").post("/inloggen/", {"sleutel": "fout"})
    client = _from("198.51.100.1")
    assert client.post("/inloggen/", {"sleutel": new_key(person("deur-4"))}).status_code == 302


def test_knocking_on_a_closed_door_does_not_keep_it_closed(on_a_server: None, stranger: Client) -> None:
    from datetime import timedelta

    from axes.models import AccessAttempt
    from django.db.models import F

    person("deur-5")
    for _time in range(10):
        log_in(stranger, "deur-5", "fout")
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=14))
    assert log_in(stranger, "deur-5", "fout") == 429
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=2))
    assert log_in(stranger, "deur-5") == 302


def test_a_door_that_closes_is_told_once(on_a_server: None, stranger: Client) -> None:
    from wijkverhaal.site.log.models import Event

    before = Event.objects.count()
    for _time in range(15):
        log_in(stranger, "deur-6", "fout")
    assert Event.objects.count() == before + 10
    assert last_events(2) == ["door-closed", "login-refused"]


def test_a_wrong_code_is_told_with_the_name(
    on_a_server: None, stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.accounts import second_factor
    from wijkverhaal.site.log.models import Event

    clock = Clock()
    monkeypatch.setattr(second_factor, "time", clock)
    with_second_factor(person("deur-7"), clock)
    log_in(stranger, "deur-7")
    assert stranger.post("/inloggen/tweede-stap/", {"code": "000000"}).status_code == 403
    event = Event.objects.latest("id")
    assert (event.key, event.actor, event.facts) == ("step-refused", "deur-7", {"way": "code"})


def test_who_asks_for_a_page_of_others_is_told_once(stranger: Client) -> None:
    from wijkverhaal.site.accounts.one_time_link import new_key
    from wijkverhaal.site.log.models import Event

    asks = person("vraagt-te-veel", "reader")
    assert stranger.post("/inloggen/", {"sleutel": new_key(asks)}).status_code == 302
    told = Event.objects.filter(key="access-refused", actor=asks.name)
    for _time in range(3):
        assert stranger.get("/logboek/").status_code == 403
    assert stranger.get("/accounts/").status_code == 403
    assert told.count() == 2
    assert {event.facts["page"] for event in told} >= {"log:events", "accounts:people"}


def test_an_old_password_is_not_guessed_either(on_a_server: None, stranger: Client) -> None:
    stranger.force_login(person("deur-8"), "wijkverhaal.site.accounts.password.PasswordBackend")
    typed = {"oud": "fout", "nieuw": "een lange goede zin", "nogmaals": "een lange goede zin"}
    statuses = [stranger.post("/account/wachtwoord/", typed).status_code for _time in range(11)]
    assert statuses == [400] * 9 + [429] * 2
