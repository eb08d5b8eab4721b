# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The login of the organisation: the whole round, and every way in which an answer must not be believed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from wijkverhaal.foundation.errors import InputError

from .fake_organisation import CLIENT, SECRET, FakeOrganisation, running
from .people import fresh_client, last_events, person

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

_SETTINGS = {
    "OIDC_OP_DISCOVERY_ENDPOINT": "https://inloggen.example/.well-known/openid-configuration",
    "OIDC_RP_CLIENT_ID": CLIENT,
    "OIDC_RP_CLIENT_SECRET": SECRET,
    "OIDC_ROLE_CLAIM": "groups",
    "OIDC_ROLES": "groep-jeugd=analyst,groep-beheer=administrator",
}


@pytest.fixture
def fake(on_a_server: None) -> Iterator[FakeOrganisation]:
    from allauth.socialaccount.models import SocialAccount
    from django.test import override_settings

    from wijkverhaal.site.accounts.models import Account
    from wijkverhaal.site.accounts.organisation_login import read_organisation_login
    from wijkverhaal.site.environment import Environment

    Account.objects.filter(pk__in=SocialAccount.objects.values("user")).delete()
    Account.objects.filter(name__startswith="org-").delete()
    fake = FakeOrganisation()
    fake.claims = {"preferred_username": "org-jansen", "groups": ["groep-jeugd", "iets anders"]}
    fake.userinfo = {"sub": "nr-1"}
    with running(fake):
        discovery = f"{fake.address}/.well-known/openid-configuration"
        told = _SETTINGS | {"OIDC_OP_DISCOVERY_ENDPOINT": discovery}
        with override_settings(ORGANISATION_LOGIN=read_organisation_login(Environment(told))):
            yield fake


def _round(client: Client, fake: FakeOrganisation, further: str = "/", **changed: str) -> HttpResponse:
    there = client.get("/inloggen/organisatie/", {"verder": further})
    assert there.status_code == 302
    told = fake.asked(there.headers["Location"])
    back = {"code": "een-code", "state": told["state"]} | changed
    return client.get("/inloggen/organisatie/terug/", back)


def _inside(client: Client) -> bool:
    return bool(client.get("/account/").status_code == 200)


def test_the_whole_round_lets_in_with_the_roles_of_the_groups(
    fake: FakeOrganisation, stranger: Client
) -> None:
    from wijkverhaal.site.accounts.models import Account

    answer = _round(stranger, fake, "/account/")
    assert answer.headers["Location"] == "/account/"
    account = Account.objects.get(name="org-jansen")
    assert account.roles == {"reader", "analyst"}
    assert not account.has_usable_password()
    assert _inside(stranger)
    assert last_events(2) == ["logged-in", "roles-followed"]
    assert fake.token_requests[0]["client_secret"] == SECRET


def test_nothing_of_what_the_organisation_told_is_kept(fake: FakeOrganisation, stranger: Client) -> None:
    from allauth.socialaccount.models import SocialAccount, SocialToken

    fake.claims |= {"email": "org-jansen@gemeente.example", "birthdate": "1980-01-01"}
    _round(stranger, fake)
    assert SocialAccount.objects.get(uid="nr-1").extra_data == {}
    assert not SocialToken.objects.exists()
    assert "gemeente.example" not in str(dict(stranger.session))


def test_roles_follow_the_groups_at_each_login(fake: FakeOrganisation, stranger: Client) -> None:
    from wijkverhaal.site.accounts.models import Account

    _round(stranger, fake)
    fake.claims["groups"] = "groep-beheer"
    other = fresh_client()
    _round(other, fake)
    assert Account.objects.get(name="org-jansen").roles == {"reader", "administrator"}
    assert _inside(other)
    assert not _inside(stranger)


@pytest.mark.parametrize("groups", [[], "niets", None, {"groep-jeugd": True}, [["groep-jeugd"]]])
def test_who_has_no_group_gets_no_account(groups: Any, fake: FakeOrganisation, stranger: Client) -> None:
    from wijkverhaal.site.accounts.models import Account

    fake.claims["groups"] = groups
    answer = _round(stranger, fake)
    assert answer.status_code == 403
    assert "niet tot een groep" in answer.text
    assert not Account.objects.filter(name="org-jansen").exists()
    assert not _inside(stranger)


def test_who_loses_the_group_loses_all_that_they_had(fake: FakeOrganisation, stranger: Client) -> None:
    from wijkverhaal.site.accounts.api_token import account_of, new_token
    from wijkverhaal.site.accounts.models import Account

    _round(stranger, fake)
    account = Account.objects.get(name="org-jansen")
    _made, token = new_token(account, "proef", 30)
    assert account_of(token) == account
    fake.claims["groups"] = []
    assert _round(fresh_client(), fake).status_code == 403
    assert account_of(token) is None
    assert not _inside(stranger)
    assert Account.objects.get(pk=account.pk).roles == {"reader"}


_PAST = int(time.time()) - 3600


@pytest.mark.parametrize(
    "wrong",
    [
        {"nonce": "van een ander bezoek"},
        {"nonce": None},
        # its name without the moment: every process that collects it must call it the same
        pytest.param({"exp": _PAST, "iat": _PAST - 300}, id="expired"),
        {"exp": None},
        {"iss": "https://een-ander.example"},
        {"aud": "een-ander"},
        {"aud": [CLIENT, "een-ander"]},
        {"azp": "een-ander"},
        {"sub": None},
        {"sub": ""},
    ],
    ids=str,
)
def test_a_token_that_does_not_fit_is_refused(
    wrong: dict[str, Any], fake: FakeOrganisation, stranger: Client
) -> None:
    fake.claims |= wrong
    answer = _round(stranger, fake)
    assert answer.status_code == 403
    assert "niet gelukt" in answer.text
    assert not _inside(stranger)
    assert last_events(1) == ["login-refused"]


def test_a_signature_of_somebody_else_is_refused(fake: FakeOrganisation, stranger: Client) -> None:
    fake.signing_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert _round(stranger, fake).status_code == 403
    assert not _inside(stranger)


@pytest.mark.parametrize(("algorithm", "key"), [("none", None), ("HS256", SECRET * 4)])
def test_a_token_without_a_signature_of_the_organisation_is_refused(
    algorithm: str, key: str | None, fake: FakeOrganisation, stranger: Client
) -> None:
    fake.algorithm, fake.signing_key = algorithm, key
    assert _round(stranger, fake).status_code == 403
    assert not _inside(stranger)


def test_userinfo_of_somebody_else_is_refused(fake: FakeOrganisation, stranger: Client) -> None:
    fake.userinfo = {"sub": "nr-2", "groups": ["groep-beheer"]}
    assert _round(stranger, fake).status_code == 403


def test_a_visit_that_was_not_begun_here_is_refused(fake: FakeOrganisation, stranger: Client) -> None:
    assert _round(stranger, fake, state="verzonnen").status_code == 403
    begun = fake.asked(stranger.get("/inloggen/organisatie/").headers["Location"])
    other = fresh_client().get("/inloggen/organisatie/terug/", {"code": "x", "state": begun["state"]})
    assert other.status_code == 403
    assert stranger.get("/inloggen/organisatie/terug/").status_code == 403


def test_an_answer_counts_once(fake: FakeOrganisation, stranger: Client) -> None:
    told = fake.asked(stranger.get("/inloggen/organisatie/").headers["Location"])
    back = {"code": "een-code", "state": told["state"]}
    assert stranger.get("/inloggen/organisatie/terug/", back).status_code == 302
    assert stranger.get("/inloggen/organisatie/terug/", back).status_code == 403


def test_an_error_of_the_organisation_is_told_plainly(fake: FakeOrganisation, stranger: Client) -> None:
    told = fake.asked(stranger.get("/inloggen/organisatie/").headers["Location"])
    back = {"error": "access_denied", "error_description": "GEHEIM", "state": told["state"]}
    answer = stranger.get("/inloggen/organisatie/terug/", back)
    assert answer.status_code == 403
    assert "GEHEIM" not in answer.text.partition("<main")[2]


def test_a_name_of_another_account_is_not_taken_over(fake: FakeOrganisation, stranger: Client) -> None:
    person("org-jansen", "administrator")
    answer = _round(stranger, fake)
    assert answer.status_code == 403
    assert "al een account met uw naam" in answer.text
    assert not _inside(stranger)


def test_a_closed_account_stays_out(fake: FakeOrganisation, stranger: Client) -> None:
    from wijkverhaal.site.accounts.models import Account

    _round(stranger, fake)
    Account.objects.filter(name="org-jansen").update(is_active=False)
    assert "gesloten" in _round(fresh_client(), fake).text


def test_an_organisation_that_does_not_answer_is_told_plainly(
    fake: FakeOrganisation, stranger: Client
) -> None:
    from dataclasses import replace

    from django.conf import settings
    from django.test import override_settings

    gone = replace(
        settings.ORGANISATION_LOGIN, discovery="http://127.0.0.1:9/.well-known/openid-configuration"
    )
    with override_settings(ORGANISATION_LOGIN=gone):
        assert stranger.get("/inloggen/organisatie/").status_code == 403


@pytest.mark.parametrize("further", ["//example.org/", "https://example.org/"])
def test_nobody_is_sent_to_another_site(further: str, fake: FakeOrganisation, stranger: Client) -> None:
    assert _round(stranger, fake, further).headers["Location"] == "/"


def test_no_page_of_the_library_itself_is_there(stranger: Client) -> None:
    from django.urls import NoReverseMatch, reverse

    for name in (
        "account_login",
        "account_signup",
        "account_reset_password",
        "mfa_index",
        "socialaccount_signup",
    ):
        with pytest.raises(NoReverseMatch):
            reverse(name)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"OIDC_RP_CLIENT_SECRET": ""}, "OIDC_RP_CLIENT_SECRET"),
        ({"OIDC_ROLES": ""}, "OIDC_ROLES"),
        ({"OIDC_ROLES": "groep=baas"}, "groep=rol"),
        ({"OIDC_OP_DISCOVERY_ENDPOINT": "http://inloggen.example/x"}, "https://"),
        ({"OIDC_OP_DISCOVERY_ENDPOINT": "https://[/x"}, "https://"),
    ],
    ids=str,
)
def test_half_a_login_is_refused_without_its_secret(changed: dict[str, str], sentence: str) -> None:
    from wijkverhaal.site.accounts.organisation_login import read_organisation_login
    from wijkverhaal.site.environment import Environment

    with pytest.raises(InputError, match=sentence) as caught:
        read_organisation_login(Environment(_SETTINGS | changed))
    assert SECRET not in str(caught.value)
    found = read_organisation_login(Environment(_SETTINGS))
    assert found is not None
    assert SECRET not in repr(found)
    assert read_organisation_login(Environment({})) is None
