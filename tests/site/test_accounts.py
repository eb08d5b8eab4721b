# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts as an administrator manages them: by invitation, written down, always with one left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from wijkverhaal.foundation.errors import InputError

from .conftest import Site
from .people import fresh_client, last_events, log_in, person

if TYPE_CHECKING:
    from django.test import Client

    from wijkverhaal.site.accounts.models import Account

_BACKEND = "wijkverhaal.site.accounts.password.PasswordBackend"


@pytest.fixture
def boss(on_a_server: None, stranger: Client) -> Client:
    """The only administrator that there is."""
    from wijkverhaal.site.accounts.models import HeldRole

    HeldRole.objects.filter(role="administrator").delete()
    stranger.force_login(person("beheer-1", "administrator"), _BACKEND)
    return stranger


def _account(name: str) -> Account:
    from wijkverhaal.site.accounts.models import Account

    found: Account = Account.objects.get(name=name)
    return found


def _came_in(account: Account) -> Client:
    client = fresh_client()
    client.force_login(account, _BACKEND)
    assert client.get("/account/").status_code == 200
    return client


def test_an_invitation_shows_a_link_once_that_lets_the_other_in(boss: Client) -> None:
    from wijkverhaal.site.accounts.models import Account, OneTimeLink

    Account.objects.filter(name="genodigd-1").delete()
    answer = boss.post("/accounts/uitnodigen/", {"naam": "genodigd-1", "rol": ["analyst"]})
    found = re.search(r"sleutel=([\w-]{40,})", answer.text)
    assert found is not None
    assert "no-store" in answer.headers["Cache-Control"]
    account = _account("genodigd-1")
    assert account.roles == {"reader", "analyst"}
    link = OneTimeLink.objects.get(account=account)
    assert 6 <= (link.expires - account.made).days <= 7
    assert found[1] not in boss.get(f"/accounts/{account.pk}/").text
    client = fresh_client()
    assert client.post("/inloggen/", {"sleutel": found[1]}).status_code == 302
    assert client.get("/").headers["Location"] == "/account/wachtwoord/"
    assert last_events(2) == ["logged-in", "invited"]


@pytest.mark.parametrize("typed", [{"naam": ""}, {"naam": "lokaal"}, {"naam": "x" * 151}, {"naam": "a\x00b"}])
def test_a_name_that_cannot_be_is_refused(typed: dict[str, str], boss: Client) -> None:
    answer = boss.post("/accounts/uitnodigen/", typed)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_a_name_or_a_role_is_not_given_twice_or_made_up(boss: Client) -> None:
    assert boss.post("/accounts/uitnodigen/", {"naam": "BEHEER-1"}).status_code == 400
    assert boss.post("/accounts/uitnodigen/", {"naam": "nieuw-1", "rol": ["baas"]}).status_code == 400


def test_on_a_computer_of_ones_own_nobody_is_invited(administrator: Client) -> None:
    assert "één account" in administrator.get("/accounts/").text
    assert administrator.post("/accounts/uitnodigen/", {"naam": "nieuw-2"}).status_code == 400


def test_other_roles_end_the_visits_and_stand_in_the_log(boss: Client) -> None:
    account = person("rollen-1")
    visitor = _came_in(account)
    boss.post(f"/accounts/{account.pk}/rollen/", {"rol": ["facilitator"]})
    assert _account("rollen-1").roles == {"reader", "facilitator"}
    assert visitor.get("/account/").status_code == 302
    assert last_events(1) == ["roles-changed"]
    assert "beheer-1 gaf rollen-1 andere rollen (gespreksleider)." in boss.get("/logboek/").text


def test_the_same_roles_again_send_nobody_out(boss: Client) -> None:
    account = person("rollen-2", "analyst")
    visitor = _came_in(account)
    boss.post(f"/accounts/{account.pk}/rollen/", {"rol": ["analyst"]})
    assert visitor.get("/account/").status_code == 200


def test_an_administrator_who_takes_more_roles_is_written_down(boss: Client) -> None:
    boss.post(f"/accounts/{_account('beheer-1').pk}/rollen/", {"rol": ["administrator", "researcher"]})
    assert last_events(1) == ["roles-changed"]
    assert boss.get("/accounts/").status_code == 302


@pytest.mark.parametrize("step", ["rollen", "sluiten"])
def test_the_last_administrator_stays(step: str, boss: Client) -> None:
    number = _account("beheer-1").pk
    answer = boss.post(f"/accounts/{number}/{step}/")
    assert answer.status_code == 400
    assert "laatste beheerder" in answer.text
    assert "administrator" in _account("beheer-1").roles
    assert _account("beheer-1").is_active


def test_a_closed_administrator_does_not_count(boss: Client) -> None:
    from wijkverhaal.site.accounts import management

    other = person("beheer-2", "administrator")
    management.close(None, other)
    with pytest.raises(InputError, match="laatste beheerder"):
        management.erase(None, _account("beheer-1"))


def test_closing_ends_visits_links_and_tokens(boss: Client) -> None:
    from wijkverhaal.site.accounts.api_token import account_of, new_token
    from wijkverhaal.site.accounts.one_time_link import new_key

    account = person("sluiten-1")
    visitor, key, (_made, token) = _came_in(account), new_key(account), new_token(account, "proef", 30)
    boss.post(f"/accounts/{account.pk}/sluiten/")
    assert visitor.get("/account/").status_code == 302
    assert account_of(token) is None
    assert fresh_client().post("/inloggen/", {"sleutel": key}).status_code == 403
    assert log_in(fresh_client(), "sluiten-1") == 403
    boss.post(f"/accounts/{account.pk}/heropenen/")
    assert log_in(fresh_client(), "sluiten-1") == 302
    assert account_of(token) is None


def test_a_new_link_ends_the_password(boss: Client) -> None:
    account = person("link-1")
    visitor = _came_in(account)
    answer = boss.post(f"/accounts/{account.pk}/link/")
    assert "sleutel=" in answer.text
    assert log_in(fresh_client(), "link-1") == 403
    assert visitor.get("/account/").status_code == 302
    assert last_events(2) == ["login-refused", "link-made"]


def test_the_second_step_goes_only_when_an_administrator_says_so(boss: Client) -> None:
    from wijkverhaal.site.accounts import second_factor

    from .people import Clock, code_at

    account = person("stapweg-1")
    clock = Clock()
    secret = second_factor.new_secret()
    second_factor.time, kept = clock, second_factor.time  # type: ignore[attr-defined, assignment]
    try:
        second_factor.begin(account, secret, code_at(secret, clock.now))
    finally:
        second_factor.time = kept  # type: ignore[attr-defined]
    boss.post(f"/accounts/{account.pk}/link/")
    assert second_factor.has_second_factor(account)
    boss.post(f"/accounts/{account.pk}/tweede-stap-weghalen/")
    assert not second_factor.has_second_factor(account)
    assert last_events(1) == ["second-factor-removed"]


def test_erasing_leaves_only_the_name_in_the_log(boss: Client) -> None:
    from wijkverhaal.site.accounts import management
    from wijkverhaal.site.accounts.models import Account

    account = person("wissen-1", "analyst")
    visitor = _came_in(account)
    management.erase(None, account)
    assert not Account.objects.filter(name="wissen-1").exists()
    assert visitor.get("/account/").status_code == 302
    assert "wiste het account van wissen-1." in boss.get("/logboek/").text


@pytest.mark.parametrize("role", ["reader", "analyst", "researcher", "facilitator"])
def test_nobody_else_changes_an_account(role: str, site: Site, on_a_server: None) -> None:
    from django.urls import reverse

    account = person("ander-1", "analyst")
    visitor = _came_in(person(f"niet-{role}", role))
    for step in ("roles", "close", "reopen", "new-link", "forget-second-factor"):
        assert visitor.post(reverse(f"accounts:{step}", args=[account.pk])).status_code == 403
    assert visitor.post("/accounts/uitnodigen/", {"naam": "nieuw-3"}).status_code == 403
    assert _account("ander-1").roles == {"reader", "analyst"}


def test_an_administrator_who_cannot_come_in_yet_does_not_count(
    boss: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.accounts import management, second_factor

    from .people import Clock, with_second_factor

    clock = Clock()
    monkeypatch.setattr(second_factor, "time", clock)
    able, other = _account("beheer-1"), person("beheer-3", "administrator")
    with_second_factor(able, clock)
    with pytest.raises(InputError, match="laatste beheerder"):
        management.close(None, able)
    with_second_factor(other, clock)
    management.close(None, able)
    with pytest.raises(InputError, match="laatste beheerder"):
        management.change_roles(None, other, ["reader"])
