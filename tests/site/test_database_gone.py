# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database is away: a clear page, as 503, without a trace and without asking the database anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from django.test import Client


@pytest.fixture
def gone(reader: Client) -> Iterator[Client]:
    """A reader who was inside when the database went."""
    from django.db import connection
    from django.db.utils import OperationalError

    def refuse(_execute: Any, *_statement: Any) -> Any:
        raise OperationalError("could not connect to server: postgresql://naam:wachtwoord@db")

    reader.raise_request_exception = False
    with connection.execute_wrapper(refuse):
        yield reader


@pytest.mark.parametrize("address", ["/", "/werk/", "/inloggen/?sleutel=x", "/bestaat-niet/"])
def test_every_page_says_so(address: str, gone: Client) -> None:
    answer = gone.get(address)
    if "inloggen" in address or "bestaat" in address:
        assert answer.status_code in (200, 404, 503)
    else:
        assert answer.status_code == 503
        assert "De database is even niet bereikbaar" in answer.text
    assert "wachtwoord" not in answer.text.replace("/account/wachtwoord/", "")
    assert "Traceback" not in answer.text


def test_a_form_says_so_too(gone: Client) -> None:
    answer = gone.post("/inloggen/", {"sleutel": "x"})
    assert answer.status_code == 503
    assert "er is niets kwijt" in answer.text


def test_another_mistake_is_not_blamed_on_the_database(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.runs import library

    def broken() -> None:
        raise RuntimeError("4321")

    monkeypatch.setattr(library, "entries", broken)
    reader.raise_request_exception = False
    answer = reader.get("/")
    assert answer.status_code == 500
    assert "4321" not in answer.text
    assert "database" not in answer.text
