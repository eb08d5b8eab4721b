# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see what: the table is whole, and everybody is held to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import GEMEENTE, RUN, WIJK, Site

if TYPE_CHECKING:
    from django.test import Client

#: An address for every name in the table of access.
ADDRESSES = {
    "language": "/taal/",
    "accounts:login": "/inloggen/",
    "accounts:logout": "/uitloggen/",
    "runs:start": "/",
    "runs:run": f"/berekening/{RUN}/",
    "runs:search": f"/berekening/{RUN}/zoeken/",
    "runs:gemeente": f"/berekening/{RUN}/gemeente/{GEMEENTE}/",
    "runs:wijk": f"/berekening/{RUN}/wijk/{WIJK}/",
    "runs:compare": f"/berekening/{RUN}/vergelijken/",
    "runs:method": f"/berekening/{RUN}/methode/",
    "runs:downloads": f"/berekening/{RUN}/downloads/",
    "runs:download": f"/berekening/{RUN}/downloads/areas.csv",
}


def _names(patterns: list[object], space: str = "") -> set[str]:
    found: set[str] = set()
    for pattern in patterns:
        inner = getattr(pattern, "url_patterns", None)
        if inner is None:
            found.add(space + pattern.name)  # type: ignore[attr-defined]
        else:
            found |= _names(inner, f"{pattern.namespace}:")  # type: ignore[attr-defined]
    return found


def test_every_address_is_in_the_table(site: Site) -> None:
    from wijkverhaal.site.access import ACCESS
    from wijkverhaal.site.urls import urlpatterns

    assert _names(urlpatterns) == set(ACCESS) == set(ADDRESSES)


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_each_visitor_sees_what_the_table_gives(name: str, stranger: Client, reader: Client) -> None:
    from wijkverhaal.site.access import ACCESS, READER, STRANGER

    for role, visitor in ((STRANGER, stranger), (READER, reader)):
        answer = visitor.get(ADDRESSES[name])
        if role in ACCESS[name]:
            # 405: the page is theirs, but only a form may ask for it
            assert answer.status_code in (200, 405), role
        else:
            assert answer.status_code == 302
            assert answer.headers["Location"].startswith("/inloggen/?verder=")


def test_a_page_that_is_not_in_the_table_is_for_nobody(
    reader: Client, stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site import access

    monkeypatch.delitem(access.ACCESS, "runs:start")
    assert reader.get("/").status_code == 403
    assert stranger.get("/").status_code == 403


def test_a_role_that_the_table_does_not_name_is_refused(reader: Client) -> None:
    from wijkverhaal.site.accounts.models import Account

    Account.objects.update(role="somebody else")
    try:
        assert reader.get("/").status_code == 403
    finally:
        Account.objects.update(role="reader")


def test_only_this_machine_may_be_named(reader: Client) -> None:
    assert reader.get("/", headers={"host": "example.org"}).status_code == 400
