# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The signed token that says who came in, read with every check of OpenID Connect Core 3.1.3.7."""

from collections.abc import Callable
from hmac import compare_digest
from typing import Any

import jwt
from allauth.socialaccount.providers.oauth2.client import OAuth2Error

#: Signatures with a key that only the organisation has; never a shared secret, never none.
_SIGNATURES = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
_NEEDED = ("iss", "sub", "aud", "exp", "iat", "nonce")
#: By how many seconds two clocks may differ.
_LEEWAY = 60


def read_identity(
    token: Any, config: dict[str, Any], client: str, nonce: str, fetch: Callable[[str], dict[str, Any]]
) -> dict[str, Any]:
    """What the token says, once it is sure who wrote it, for whom and for which visit.

    Parameters
    ----------
    token : str
        As it came.
    config : dict
        What the organisation says of its login: `issuer` and `jwks_uri` are used.
    client : str
        Who we are there.
    nonce : str
        The number that we sent along.
    fetch : callable
        Gets the keys from their address.

    Raises
    ------
    OAuth2Error
        When anything does not fit.
    """
    if not isinstance(token, str):
        raise OAuth2Error("no identity token")
    try:
        header = jwt.get_unverified_header(token)
        key = _key(header, fetch(config["jwks_uri"]))
        claims = jwt.decode(
            token,
            key=key,
            algorithms=_SIGNATURES,
            audience=client,
            issuer=config["issuer"],
            leeway=_LEEWAY,
            options={"require": list(_NEEDED)},
        )
    except (jwt.PyJWTError, KeyError, TypeError, ValueError) as error:
        raise OAuth2Error("the identity token does not fit") from error
    _check(claims, client, nonce)
    return claims


def _key(header: dict[str, Any], told: dict[str, Any]) -> jwt.PyJWK:
    """The key that the token names; the only one where it names none."""
    keys = [key for key in jwt.PyJWKSet.from_dict(told).keys if key.public_key_use in (None, "sig")]
    named = [key for key in keys if key.key_id == header["kid"]] if "kid" in header else keys
    if len(named) != 1 or header.get("alg") not in _SIGNATURES:
        raise OAuth2Error("no key fits the identity token")
    return named[0]


def _check(claims: dict[str, Any], client: str, nonce: str) -> None:
    told = claims["nonce"]
    if not (isinstance(told, str) and compare_digest(told.encode(), nonce.encode())):
        raise OAuth2Error("the identity token is of another visit")
    if not isinstance(claims["sub"], str) or not claims["sub"]:
        raise OAuth2Error("the identity token names nobody")
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if several else client) != client:
        raise OAuth2Error("the identity token is for somebody else")
