# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A facilitator with a conversation about one wijk, and people who come in by its link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from ..conftest import RUN, WIJK, Site, visitor_with
from ..people import fresh_client

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

    from wijkverhaal.site.conversations.models import Conversation

YEAR = 2022
USE = f"gebruik|{WIJK}|{YEAR}|"
EXPECTED = f"verwacht|{WIJK}|{YEAR}|"
_keys = count(1)


@dataclass
class Table:
    """A conversation with the browser of its facilitator."""

    id: str
    leader: Client

    def address(self, rest: str = "") -> str:
        return f"/gesprek/{self.id}/{rest}"

    @property
    def stored(self) -> Conversation:
        from wijkverhaal.site.conversations.models import Conversation

        return Conversation.objects.get(pk=self.id)

    def lead(self, **form: str) -> HttpResponse:
        """Send a form of the page for leading, with the version as it is now."""
        return self.leader.post(self.address("verder/"), {"versie": str(self.stored.version), **form})

    def do(self, what: str, **form: str) -> HttpResponse:
        return self.leader.post(self.address(f"{what}/"), form)

    def link(self, days: int = 1) -> str:
        from wijkverhaal.site.conversations.taking_part.joining import invite

        return f"/gesprek/mee/{invite(self.stored, days)}/"

    def join(self, name: str = "Deelnemer", organisation: str = "school") -> Person:
        client = fresh_client()
        client.get(self.link())
        answer = client.post("/gesprek/mee/", {"naam": name, "organisatie": organisation})
        assert answer.headers["Location"] == f"/gesprek/tafel/{self.id}/"
        return Person(self.id, client)

    def serials(self, kind: str) -> list[int]:
        from wijkverhaal.site.conversations.models import Entry

        found = Entry.objects.filter(conversation=self.id, kind=kind, erased=False)
        return list(found.values_list("serial", flat=True))


@dataclass
class Person:
    """Somebody who takes part, with their browser."""

    conversation: str
    client: Client

    def address(self, rest: str = "") -> str:
        return f"/gesprek/tafel/{self.conversation}/{rest}"

    def page(self) -> str:
        answer = self.client.get(self.address())
        assert answer.status_code == 200
        return str(answer.text)

    def send(self, kind: str, key: str = "", **form: Any) -> HttpResponse:
        sent = {"wat": kind, "sleutel": key or f"sleutel-{next(_keys)}", "cijfer": USE, **form}
        return self.client.post(self.address("bijdrage/"), sent)

    def say(self, text: str, tag: str = "wijk", **form: Any) -> HttpResponse:
        return self.send("statement", tekst=text, soort=tag, **form)


@pytest.fixture
def facilitator(site: Site) -> Client:
    return visitor_with("facilitator")


@pytest.fixture
def make_table(facilitator: Client) -> Callable[..., Table]:
    """Makes a conversation; it runs where not said otherwise."""

    def make(
        running: bool = True, anonymous: bool = True, figures: tuple[str, ...] = (USE, EXPECTED)
    ) -> Table:
        form = {"berekening": RUN, "jaar": str(YEAR), "wijk": [WIJK], "titel": "Verzonnen gesprek"}
        answer = facilitator.post("/gesprek/nieuw/", form)
        table = Table(answer.headers["Location"].split("/")[2], facilitator)
        names = "nee" if anonymous else "ja"
        chosen = {"versie": "0", "titel": "Verzonnen gesprek", "namen": names, "cijfer": list(figures)}
        assert facilitator.post(table.address("voorbereiden/"), chosen).status_code == 302
        if running:
            assert table.lead(doe="begin").status_code == 302
        return table

    return make


@pytest.fixture
def table(make_table: Callable[..., Table]) -> Table:
    return make_table()
