# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The login of the gemeente itself (OpenID Connect): where it is, and which of its groups has which role."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.environment import Environment
from wijkverhaal.site.roles import ACCOUNT_ROLES
from wijkverhaal.site.server import THIS_MACHINE

#: How the login of the organisation is called in the database.
PROVIDER = "organisatie"
_NEEDED = ("OIDC_OP_DISCOVERY_ENDPOINT", "OIDC_RP_CLIENT_ID", "OIDC_RP_CLIENT_SECRET", "OIDC_ROLE_CLAIM")


@dataclass(frozen=True)
class OrganisationLogin:
    """What we must know to let somebody in by the login of their organisation."""

    discovery: str
    client: str
    secret: str = field(repr=False)
    role_claim: str
    #: The role of each group.
    roles: tuple[tuple[str, str], ...]
    name_claim: str
    #: What the button says; empty where nothing was chosen.
    label: str

    def roles_of(self, claims: dict[str, Any]) -> frozenset[str]:
        """The roles that somebody has by what their organisation says of them."""
        told = claims.get(self.role_claim, ())
        groups = {told} if isinstance(told, str) else _texts(told)
        return frozenset(role for group, role in self.roles if group in groups)


def read_organisation_login(environment: Environment) -> OrganisationLogin | None:
    """Read the login of the organisation; None where none is set.

    Raises
    ------
    InputError
        When a part is missing, the address is not safe, or a role does not exist.
    """
    given = {name: environment.text(name) for name in (*_NEEDED, "OIDC_ROLES")}
    if not any(given.values()):
        return None
    if missing := [name for name, value in given.items() if not value]:
        raise InputError(
            _("Voor het inloggen bij uw organisatie ontbreekt {names}; zet die ook.").format(
                names=", ".join(missing)
            )
        )
    discovery = given["OIDC_OP_DISCOVERY_ENDPOINT"]
    _check_address(discovery)
    return OrganisationLogin(
        discovery=discovery,
        client=given["OIDC_RP_CLIENT_ID"],
        secret=given["OIDC_RP_CLIENT_SECRET"],
        role_claim=given["OIDC_ROLE_CLAIM"],
        roles=_roles(environment.words("OIDC_ROLES")),
        name_claim=environment.text("OIDC_NAME_CLAIM"),
        label=environment.text("OIDC_LABEL"),
    )


def _check_address(address: str) -> None:
    """Refuse an address over which somebody could listen in."""
    try:
        parts = urlsplit(address)
        safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in THIS_MACHINE)
    except ValueError:
        safe = False
    if not (safe and parts.hostname):
        raise InputError(
            _("OIDC_OP_DISCOVERY_ENDPOINT is geen adres dat begint met https://; vraag het aan uw beheerder.")
        )


def _roles(pairs: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The groups with their roles: `groep-jeugd=analyst`.

    >>> _roles(["groep-jeugd=analyst", "CN=beheer=administrator"])
    (('groep-jeugd', 'analyst'), ('CN=beheer', 'administrator'))
    """
    found = []
    for pair in pairs:
        group, _sign, role = pair.rpartition("=")
        if not group or role not in ACCOUNT_ROLES:
            raise InputError(
                _("OIDC_ROLES bevat '{pair}'; schrijf groep=rol, met als rol {roles}.").format(
                    pair=pair, roles=", ".join(ACCOUNT_ROLES)
                )
            )
        found.append((group, role))
    return tuple(found)


def _texts(told: Any) -> set[str]:
    return {item for item in told if isinstance(item, str)} if isinstance(told, list | tuple) else set()
