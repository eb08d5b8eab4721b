# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The login of the organisation as allauth speaks to it, with every check that we want made."""

from typing import Any

import requests
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.utils import build_absolute_uri
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac

from wijkverhaal.site.accounts.identity_token import read_identity
from wijkverhaal.site.accounts.organisation_login import PROVIDER


class OrganisationClient(OAuth2Client):
    """Adds to each question a number that must come back inside the signed answer."""

    def get_redirect_url(self, authorization_url: str, scope: Any, extra_params: dict[str, Any]) -> str:
        """Where the browser goes to log in."""
        told = {**extra_params, "nonce": nonce_of(self.state)}
        return str(super().get_redirect_url(authorization_url, scope, told))


class OrganisationAdapter(OpenIDConnectOAuth2Adapter):
    """Fetches who came in, and believes only what is signed for us and for this visit."""

    client_class = OrganisationClient

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request, PROVIDER)

    def get_provider(self) -> "OrganisationProvider":
        """The one provider that there is."""
        return provider(self.request)

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """Where the browser comes back."""
        return str(build_absolute_uri(request, reverse("accounts:organisation-back")))

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the organisation says of its own login.

        Raises
        ------
        OAuth2Error
            When it cannot be had, or lacks what every such login has.
        """
        try:
            found = super().openid_config
        except (requests.RequestException, ValueError) as error:
            raise OAuth2Error("discovery failed") from error
        needed = {"issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"}
        if not isinstance(found, dict) or needed - set(found):
            raise OAuth2Error("discovery is not complete")
        return found

    def complete_login(self, request: HttpRequest, app: SocialApp, token: Any, **kwargs: Any) -> SocialLogin:
        """Who came in, with what the organisation says of them; nothing of that is kept.

        Raises
        ------
        OAuth2Error
            When a signature, a number, a name or a time does not fit.
        """
        told = kwargs["response"].get("id_token")
        nonce = nonce_of(request.GET.get("state", ""))
        config = self.openid_config
        claims = read_identity(told, config, settings.ORGANISATION_LOGIN.client, nonce, self._fetch)
        if "userinfo_endpoint" in config:
            more = self._fetch(config["userinfo_endpoint"], token.token)
            if more.get("sub") != claims["sub"]:
                raise OAuth2Error("userinfo is of somebody else")
            claims = {**more, **claims}
        account = SocialAccount(provider=PROVIDER, uid=claims["sub"], extra_data={})
        login = SocialLogin(account=account, provider=self.get_provider())
        login.claims = claims
        return login

    def _fetch(self, address: str, bearer: str = "") -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
        answer = requests.get(address, headers=headers, timeout=5, allow_redirects=False)
        answer.raise_for_status()
        try:
            found = answer.json()
        except ValueError as error:
            raise OAuth2Error("not a table of values") from error
        if not isinstance(found, dict):
            raise OAuth2Error("not a table of values")
        return found


class OrganisationProvider(OpenIDConnectProvider):
    """The provider, set from the environment and from nothing else."""

    id = PROVIDER
    oauth2_adapter_class = OrganisationAdapter

    def get_oauth2_adapter(self, request: HttpRequest) -> OrganisationAdapter:
        """The adapter that makes our checks."""
        return OrganisationAdapter(request)


def provider(request: HttpRequest) -> OrganisationProvider:
    """The login of the organisation, as the environment describes it."""
    set_up = settings.ORGANISATION_LOGIN
    app = SocialApp(
        provider=PROVIDER,
        provider_id=PROVIDER,
        name=PROVIDER,
        client_id=set_up.client,
        secret=set_up.secret,
        settings={"server_url": set_up.discovery, "oauth_pkce_enabled": True},
    )
    return OrganisationProvider(request, app=app)


def nonce_of(state: str | None) -> str:
    """The number that belongs to one attempt to come in, whose state counts once."""
    return salted_hmac("wijkverhaal.nonce", state or "", algorithm="sha256").hexdigest()
