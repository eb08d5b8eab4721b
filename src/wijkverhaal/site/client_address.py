# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""From which network address somebody comes, also where proxies of ours stand in between."""

import re
from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

#: Some proxies write the port behind the address: 192.0.2.1:443 or [2001:db8::1]:443.
_WITH_PORT = re.compile(r"\[([^\]]+)\](?::\d+)?|([\d.]+):\d+")
#: What one subscriber gets of IPv6: within it they choose an address as they like.
_ONE_SUBSCRIBER = 64


def client_address(request: HttpRequest) -> str:
    """The address as our outermost proxy saw it.

    Each proxy adds at the end of X-Forwarded-For who called it. What stands further to the
    left was sent by the visitor, who can write there what they like.
    """
    nearest: str = request.META.get("REMOTE_ADDR", "")
    proxies: int = settings.SERVER.proxies
    if not proxies:
        return nearest
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    return (_plain(told[-proxies]) if len(told) >= proxies else "") or nearest


def counted_address(request: HttpRequest) -> str | None:
    """Under which address failures count: of IPv6 the network of one subscriber; None where there is none."""
    plain = _plain(client_address(request))
    if ":" not in plain:
        return plain or None
    return str(IPv6Network((plain, _ONE_SUBSCRIBER), strict=False).network_address)


def _plain(told: str) -> str:
    """The address without its port, always written in one way; nothing where it is no address."""
    found = _WITH_PORT.fullmatch(told)
    try:
        address = ip_address((found[1] or found[2]) if found else told.partition("%")[0])
    except ValueError:
        return ""
    inside = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(inside or address)
