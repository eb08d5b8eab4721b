# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page that a person can read: of each address in the table of access, and some with a choice made."""

from __future__ import annotations

from functools import lru_cache

from .conftest import Site, aside
from .test_access import ADDRESSES


@lru_cache(maxsize=1)
def every_page(site: Site) -> list[str]:
    """The addresses that somebody with every role gets as a page, in the order of the table."""
    return aside(lambda: _read(site))


def _read(site: Site) -> list[str]:
    from django.test import Client

    from wijkverhaal.site.accounts.one_time_link import new_key

    client = Client(SERVER_NAME="127.0.0.1")
    assert client.post("/inloggen/", {"sleutel": new_key()}).status_code == 302
    asked = dict.fromkeys([*ADDRESSES.values(), *site.pages(), "/niets/"])
    found = []
    for address in asked:
        answer = client.get(address)
        # what is not there looks the same for every address of a study or a conversation
        if answer.status_code == 404 and address.startswith(("/verhalen/", "/gesprek/")):
            continue
        if answer.status_code in (200, 404) and answer.headers["Content-Type"].startswith("text/html"):
            found.append(address)
    return found
