# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The second step: set up once, asked at each login, each code once, and not guessed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .people import Clock, code_at, fresh_client, last_events, log_in, person, with_second_factor

if TYPE_CHECKING:
    from django.test import Client

_BACKEND = "wijkverhaal.site.accounts.password.PasswordBackend"


@pytest.fixture
def clock(on_a_server: None, monkeypatch: pytest.MonkeyPatch) -> Clock:
    from wijkverhaal.site.accounts import second_factor

    clock = Clock()
    monkeypatch.setattr(second_factor, "time", clock)
    return clock


def _step(client: Client, code: str) -> int:
    return int(client.post("/inloggen/tweede-stap/", {"code": code}).status_code)


def test_a_code_is_that_of_the_standard() -> None:
    """The first and the last of the examples of RFC 6238, appendix B, in six digits."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # noqa: S105 (of the standard)
    assert code_at(secret, 59) == "287082"
    assert code_at(secret, 20_000_000_000) == "353130"


def test_setting_up_gives_codes_for_bad_days_and_lets_in(clock: Clock, stranger: Client) -> None:
    person("stap-1", "analyst")
    assert log_in(stranger, "stap-1") == 302
    text = stranger.get("/account/tweede-stap/").text
    assert "<svg" in text
    assert "data:" not in text
    spelled = re.search(r"<code>([A-Z2-7 ]+)</code>", text)
    assert spelled is not None
    secret = spelled[1].replace(" ", "")
    assert stranger.post("/account/tweede-stap/", {"code": "000000"}).status_code == 400
    assert stranger.get("/").status_code == 302
    answer = stranger.post("/account/tweede-stap/", {"code": code_at(secret, clock.now)})
    assert len(set(re.findall(r"<code>(\d{4} \d{4})</code>", answer.text))) == 10
    assert stranger.get("/").status_code == 200
    assert last_events(1) == ["second-factor-set"]
    assert secret not in stranger.get("/account/tweede-stap/").text


def test_a_login_asks_the_code_and_each_code_counts_once(clock: Clock, stranger: Client) -> None:
    secret, _codes = with_second_factor(person("stap-2"), clock)
    code = code_at(secret, clock.now)
    assert log_in(stranger, "stap-2") == 302
    assert stranger.get("/").headers["Location"].startswith("/inloggen/")
    assert _step(stranger, code) == 302
    assert stranger.get("/").status_code == 200
    other = fresh_client()
    log_in(other, "stap-2")
    assert _step(other, code) == 403
    assert other.get("/").status_code == 302
    clock.turn()
    assert _step(other, code_at(secret, clock.now)) == 302


def test_a_code_of_a_while_ago_is_refused(clock: Clock, stranger: Client) -> None:
    secret, _codes = with_second_factor(person("stap-3"), clock)
    log_in(stranger, "stap-3")
    late = code_at(secret, clock.now)
    clock.turn(90)
    assert _step(stranger, late) == 403
    assert _step(stranger, code_at(secret, clock.now)[:5]) == 403


def test_a_code_for_bad_days_works_once(clock: Clock, stranger: Client) -> None:
    _secret, codes = with_second_factor(person("stap-4"), clock)
    log_in(stranger, "stap-4")
    assert _step(stranger, f"{codes[3][:4]} {codes[3][4:]}") == 302
    other = fresh_client()
    log_in(other, "stap-4")
    assert _step(other, codes[3]) == 403
    assert _step(other, codes[4]) == 302


def test_a_code_without_a_password_before_it_is_no_way_in(clock: Clock, stranger: Client) -> None:
    secret, _codes = with_second_factor(person("stap-5"), clock)
    answer = stranger.post("/inloggen/tweede-stap/", {"code": code_at(secret, clock.now)})
    assert "Begin hier opnieuw" in answer.text
    assert stranger.get("/").status_code == 302


def test_codes_are_not_guessed_from_many_addresses(clock: Clock) -> None:
    secret, _codes = with_second_factor(person("stap-6"), clock)
    statuses = []
    for number in range(11):
        client = fresh_client()
        client.defaults["REMOTE_ADDR"] = f"192.0.2.{number}"
        log_in(client, "stap-6")
        statuses.append(_step(client, "000000"))
    assert statuses == [403] * 9 + [429] * 2
    late = fresh_client()
    late.defaults["REMOTE_ADDR"] = "192.0.2.99"
    log_in(late, "stap-6")
    assert _step(late, code_at(secret, clock.now)) == 429


def test_the_step_must_follow_soon(clock: Clock, stranger: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from wijkverhaal.site.accounts import way_in

    monkeypatch.setattr(way_in, "time", clock)
    secret, _codes = with_second_factor(person("stap-7"), clock)
    log_in(stranger, "stap-7")
    clock.turn(11 * 60)
    assert "Begin hier opnieuw" in stranger.get("/inloggen/tweede-stap/").text
    stranger.post("/inloggen/tweede-stap/", {"code": code_at(secret, clock.now)})
    assert stranger.get("/").status_code == 302


def test_who_loses_the_account_meanwhile_does_not_come_in(clock: Clock, stranger: Client) -> None:
    account = person("stap-8")
    secret, _codes = with_second_factor(account, clock)
    log_in(stranger, "stap-8")
    account.send_out()
    _step(stranger, code_at(secret, clock.now))
    assert stranger.get("/").status_code == 302


def test_another_telephone_asks_a_code_of_the_first(clock: Clock, stranger: Client) -> None:
    account = person("stap-9")
    secret, _codes = with_second_factor(account, clock)
    stranger.force_login(account, _BACKEND)
    elsewhere = fresh_client()
    elsewhere.force_login(account, _BACKEND)
    assert stranger.post("/account/tweede-stap/vervangen/", {"code": "000000"}).status_code == 403
    code = code_at(secret, clock.now)
    assert stranger.post("/account/tweede-stap/vervangen/", {"code": code}).status_code == 302
    spelled = re.search(r"<code>([A-Z2-7 ]+)</code>", stranger.get("/account/tweede-stap/").text)
    assert spelled is not None
    new = spelled[1].replace(" ", "")
    stranger.post("/account/tweede-stap/", {"code": code_at(new, clock.now)})
    assert stranger.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302
    clock.turn(60)
    log_in(elsewhere, "stap-9")
    assert _step(elsewhere, code_at(secret, clock.now)) == 403
    assert _step(elsewhere, code_at(new, clock.now)) == 302


def test_new_codes_for_bad_days_end_the_old_ones(clock: Clock, stranger: Client) -> None:
    account = person("stap-10")
    secret, codes = with_second_factor(account, clock)
    stranger.force_login(account, _BACKEND)
    assert stranger.post("/account/tweede-stap/herstelcodes/", {"code": "000000"}).status_code == 403
    answer = stranger.post("/account/tweede-stap/herstelcodes/", {"code": code_at(secret, clock.now)})
    assert codes[0][:4] + " " + codes[0][4:] not in answer.text
    other = fresh_client()
    log_in(other, "stap-10")
    assert _step(other, codes[0]) == 403


def test_the_database_alone_does_not_tell_the_secret(clock: Clock, stranger: Client) -> None:
    from allauth.mfa.models import Authenticator

    account = person("stap-11")
    secret, codes = with_second_factor(account, clock)
    kept = str(list(Authenticator.objects.filter(user=account).values()))
    assert secret not in kept
    assert not any(code in kept for code in codes)


def test_another_secret_of_the_site_lets_no_code_in(clock: Clock, stranger: Client) -> None:
    from django.test import override_settings

    from wijkverhaal.site.accounts import second_factor

    account = person("stap-12")
    secret, codes = with_second_factor(account, clock)
    with override_settings(SECRET_KEY="x" * 64):
        assert not second_factor.accepts(account, code_at(secret, clock.now))
        assert not second_factor.accepts(account, codes[0])
    assert second_factor.accepts(account, code_at(secret, clock.now))
