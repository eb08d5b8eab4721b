# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tokens: shown once, kept as a digest, over after their days, and of nobody else."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from .conftest import Site
from .people import fresh_client, last_events, person

if TYPE_CHECKING:
    from django.test import Client

_BACKEND = "wijkverhaal.site.accounts.password.PasswordBackend"


def _token(name: str) -> tuple[object, str]:
    from wijkverhaal.site.accounts.api_token import new_token

    account = person(name)
    return account, new_token(account, "proef", 30)[1]


def test_a_token_is_that_of_its_account_and_kept_as_a_digest(site: Site) -> None:
    from django.utils import timezone

    from wijkverhaal.site.accounts.api_token import account_of
    from wijkverhaal.site.accounts.models import ApiToken

    account, token = _token("token-1")
    assert re.fullmatch(r"wv_[\w-]{43}", token)
    assert account_of(token) == account
    kept = ApiToken.objects.get(account=account)
    assert token not in str(list(ApiToken.objects.values()))
    assert kept.last_used == timezone.localdate()


@pytest.mark.parametrize("wrong", ["", "wv_", "wv_" + "a" * 43, "é", "wv_\ud800"])
def test_what_is_no_token_is_of_nobody(wrong: str, site: Site) -> None:
    from wijkverhaal.site.accounts.api_token import account_of

    assert account_of(wrong) is None


def test_a_token_is_over_after_its_days_and_with_its_account(site: Site) -> None:
    from django.utils import timezone

    from wijkverhaal.site.accounts.api_token import account_of, new_token
    from wijkverhaal.site.accounts.models import Account, ApiToken

    account, token = _token("token-2")
    ApiToken.objects.filter(account=account).update(expires=timezone.now() - timedelta(seconds=1))
    assert account_of(token) is None
    again, other = _token("token-2")
    Account.objects.filter(name="token-2").update(is_active=False)
    assert account_of(other) is None
    with pytest.raises(ValueError, match="none of"):
        new_token(again, "te lang", 366)  # type: ignore[arg-type]


def test_the_page_shows_a_token_once_and_takes_it_back(stranger: Client) -> None:
    from wijkverhaal.site.accounts.api_token import account_of

    stranger.force_login(person("token-3"), _BACKEND)
    answer = stranger.post("/account/token/", {"naam": "mijn programma", "dagen": "90"})
    found = re.search(r"wv_[\w-]{43}", answer.text)
    assert found is not None
    assert account_of(found[0]) is not None
    text = stranger.get("/account/").text
    assert found[0] not in text
    assert "mijn programma" in text
    there = re.search(r"/account/token/\d+/intrekken/", text)
    assert there is not None
    other = fresh_client()
    other.force_login(person("token-4"), _BACKEND)
    assert other.post(there[0]).status_code == 404
    assert account_of(found[0]) is not None
    assert stranger.post(there[0]).status_code == 302
    assert account_of(found[0]) is None
    assert last_events(2) == ["token-revoked", "token-made"]


@pytest.mark.parametrize(
    "typed", [{"naam": "", "dagen": "30"}, {"naam": "x", "dagen": "3650"}, {"naam": "x"}]
)
def test_a_token_without_a_name_or_an_end_is_not_made(typed: dict[str, str], stranger: Client) -> None:
    account = person("token-5")
    stranger.force_login(account, _BACKEND)
    assert stranger.post("/account/token/", typed).status_code == 400
    assert account.tokens.count() == 0


def test_there_is_an_end_to_how_many_tokens_somebody_has(stranger: Client) -> None:
    account = person("token-6")
    stranger.force_login(account, _BACKEND)
    statuses = [
        stranger.post("/account/token/", {"naam": "x", "dagen": "30"}).status_code for _n in range(11)
    ]
    assert statuses == [200] * 10 + [400]


def test_a_token_of_the_organisation_does_not_outlive_what_they_say(site: Site) -> None:
    from allauth.socialaccount.models import SocialAccount
    from django.utils import timezone

    from wijkverhaal.site.accounts.api_token import account_of
    from wijkverhaal.site.accounts.models import Account

    account, token = _token("token-7")
    SocialAccount.objects.create(user=account, provider="organisatie", uid="nr-token-7")
    for days, works in ((1, True), (91, False)):
        Account.objects.filter(name="token-7").update(last_login=timezone.now() - timedelta(days=days))
        assert (account_of(token) is not None) is works


def test_a_token_opens_no_more_than_the_door_would(
    on_a_server: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from django.conf import settings
    from django.test import override_settings

    from wijkverhaal.site.accounts import second_factor
    from wijkverhaal.site.accounts.api_token import account_of

    from .people import Clock, with_second_factor

    clock = Clock()
    monkeypatch.setattr(second_factor, "time", clock)
    account, token = _token("token-8")
    assert account_of(token) is None
    with_second_factor(account, clock)  # type: ignore[arg-type]
    assert account_of(token) == account
    with override_settings(SERVER=replace(settings.SERVER, passwords=False)):
        assert account_of(token) is None


def test_tokens_go_with_the_password_and_with_the_second_step(
    on_a_server: None, stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.accounts import management, second_factor
    from wijkverhaal.site.accounts.api_token import new_token

    from .people import PASSWORD, Clock, with_second_factor

    clock = Clock()
    monkeypatch.setattr(second_factor, "time", clock)
    account = person("token-9")
    with_second_factor(account, clock)
    stranger.force_login(account, _BACKEND)
    typed = {"oud": PASSWORD, "nieuw": "een lange goede zin", "nogmaals": "een lange goede zin"}
    for step in (
        lambda: stranger.post("/account/wachtwoord/", typed),
        lambda: management.forget_second_factor(None, account),
        lambda: management.new_link(None, account),
    ):
        new_token(account, "proef", 30)
        step()
        assert account.tokens.count() == 0
