# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page of a filled study, and the cookies of somebody who has it open with every role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.site.conftest import visitor_with

from .compared import compared
from .conftest import PASSPHRASE, Filled, fill

if TYPE_CHECKING:
    from django.test import Client

#: What an address needs, by the name it has there.
_PARTS = {
    "family": "B",
    "informant": "B-i",
    "factor": "9e",
    "draft": "0",
    "coding": "0",
    "memo": "0",
}
#: Pages with a choice made, after those with none.
CHOSEN = (
    "vergelijken/?factor=3f-op-tijd&factor=9e&volgens=onderzoeker&gedeeltelijk=niet&verwacht-9e=wel",
    "vergelijken/?factor=9e&eenheid=hulp",
    "matrix/?eenheid=kind&volgens=C-i",
    "matrix/?vak=C&vak-factor=9e",
    "matrix/?eenheid=hulp&volgens=onderzoeker&gedeeltelijk=wel",
    "gezin/B/geschiedenis/?banen=organisatie&kant=B-i",
    "gezin/C/geschiedenis/?uitkomst=C-k&kind=C-other",
    "wachten/?niet-verteld=later",
    "overeenstemming/?per=beurt&factor=9e",
    "notities/?soort=factor",
)


@dataclass(frozen=True)
class OpenedStudy:
    """A study that is open for somebody: its address, its pages by name, and the cookies of the visit."""

    home: str
    pages: dict[str, str]
    cookies: dict[str, str]


def opened_study() -> OpenedStudy:
    """Make a study, fill it, open it, and ask which of its addresses are pages."""
    from wijkverhaal.site.accounts.models import Account
    from wijkverhaal.site.studies.models import Member

    client = visitor_with("researcher")
    account = Account.objects.get(name="test-researcher")
    filled = fill(account.pk)
    for role in ("keyholder", "researcher", "coder", "reader"):
        Member.objects.create(study=filled.opened.stored, account=account, role=role)
    compared(filled)
    home = f"/verhalen/{filled.opened.id}/"
    answer = client.post(f"{home}openen/", {"doe": "open", "wachtzin": PASSPHRASE})
    assert answer.status_code == 302
    _told_more(client, home, filled)
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    return OpenedStudy(home, _pages(client, home, filled), cookies)


def _told_more(client: Client, home: str, filled: Filled) -> None:
    """Codings, notes and a register, so that no page is empty."""
    client.post(f"{home}interview/{filled.mother.id}/coderen/", {"factor": "late", "van": "2", "tot": "2"})
    for about in ("", "B", "9e", "B-h", filled.mother.id):
        client.post(f"{home}notities/nieuw/", {"bij": about, "notitie": "een gedachte"})


def _pages(client: Client, home: str, filled: Filled) -> dict[str, str]:
    """The addresses that answer with a page, by name; then those with a choice made."""
    from django.urls import reverse

    from wijkverhaal.site.studies.urls import urlpatterns

    found = {}
    parts = {**_PARTS, "study_id": filled.opened.id, "interview": filled.mother.id}
    for pattern in urlpatterns:
        needed = pattern.pattern.converters
        address = reverse(f"studies:{pattern.name}", kwargs={one: parts[one] for one in needed})
        answer = client.get(address)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            found[str(pattern.name)] = address
    return found | {one: home + one for one in CHOSEN}


def forget_studies() -> None:
    """Take every study away."""
    from wijkverhaal.site.studies.models import StoredStudy

    StoredStudy.objects.all().delete()
