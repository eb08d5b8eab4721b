# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the site says of itself: only what is known, and the entry for the algorithm register."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from wijkverhaal.foundation.errors import InputError

from .conftest import RUN, Site

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

OWN = {
    "organization": "Gemeente Nergensdam",
    "contact_email": "algoritmes@example.org",
    "status": "In gebruik",
    "publication_category": "Overige algoritmes",
    "lawful_basis": "De Jeugdwet.",
    "impacttoetsen": "Niet nodig: er zijn geen persoonsgegevens.",
}


@pytest.fixture
def register(site: Site) -> Iterator[Path]:
    path = site.root / "site" / "algorithm-register.json"
    yield path
    path.unlink(missing_ok=True)


def test_the_statement_claims_nothing_that_was_not_examined(stranger: Client) -> None:
    text = stranger.get("/toegankelijkheid/").text
    for told in (
        "is dus niet vastgesteld",
        "onafhankelijke partij",
        "niet gedaan",
        "axe-core",
        "toetsenbord",
    ):
        assert told in text
    assert not re.search(r"voldoet (volledig|geheel|gedeeltelijk) aan", text)
    assert "nog niet ingevuld" in text


def test_the_contact_of_the_gemeente_is_shown(stranger: Client, site: Site) -> None:
    from django.test import override_settings

    with override_settings(CONTACT="cijfers@example.org", ORGANISATION="Gemeente Nergensdam"):
        text = stranger.get("/toegankelijkheid/").text
        assert 'href="mailto:cijfers@example.org"' in text
        assert "Gemeente Nergensdam wil deze site" in text
        assert "nog niet ingevuld" not in text
    with override_settings(CONTACT="https://example.org/contact"):
        assert 'href="https://example.org/contact"' in stranger.get("/privacy/").text


def test_every_cookie_that_the_site_sets_is_explained(stranger: Client, reader: Client) -> None:
    text = stranger.get("/privacy/").text
    reader.get("/")
    reader.post("/taal/", {"taal": "nl", "terug": "/"})
    assert {name for name in reader.cookies if name not in text} == set()


def test_the_register_page_has_every_field(site: Site, reader: Client) -> None:
    from wijkverhaal.publication.register_field import FIELDS

    text = reader.get(site.address("algoritmeregister/")).text
    for field in FIELDS.values():
        assert f"<dt>{field.title}" in text, field.key
    assert "Wat de gemeente nog invult" in text
    assert "door de gemeente in te vullen" in text


def test_the_register_file_is_ready_once_the_gemeente_filled_it_in(
    site: Site, reader: Client, register: Path
) -> None:
    from wijkverhaal.publication.algorithm_register import troubles

    address = site.address("algoritmeregister.json")
    assert troubles(reader.get(address).json()) != []
    register.write_text(json.dumps(OWN), "utf-8")
    answer = reader.get(address)
    assert troubles(answer.json()) == []
    assert answer.json()["organization"] == "Gemeente Nergensdam"
    assert f'filename="{RUN}-algoritmeregister.json"' in answer.headers["Content-Disposition"]
    assert "Wat de gemeente nog invult" not in reader.get(site.address("algoritmeregister/")).text


def test_days_and_months_are_written_as_people_do(site: Site, reader: Client, register: Path) -> None:
    register.write_text(json.dumps({**OWN, "begin_date": "2026-01"}), "utf-8")
    text = reader.get(site.address("algoritmeregister/")).text
    assert "<dd>januari 2026" in text
    assert "is gemaakt op 2 januari 2026 met" in text
    entry = reader.get(site.address("algoritmeregister.json")).json()
    assert entry["begin_date"] == "2026-01"


@pytest.mark.parametrize("content", ["geen json", "[]", '{"naam": "x"}', '{"status": "Gaat goed"}'])
def test_a_wrong_file_is_told_and_not_used(site: Site, reader: Client, register: Path, content: str) -> None:
    register.write_text(content, "utf-8")
    page = reader.get(site.address("algoritmeregister/"))
    assert page.status_code == 200
    assert 'role="alert"' in page.text
    assert reader.get(site.address("algoritmeregister.json")).status_code == 409


@pytest.mark.parametrize(
    "value", ["bel maar", "http://example.org", "a@b", "javascript:alert(1)", "a b@c.org"]
)
def test_a_contact_that_is_none_is_refused(value: str, site: Site) -> None:
    from wijkverhaal.site.about.organisation import contact
    from wijkverhaal.site.environment import Environment

    with pytest.raises(InputError, match="WIJKVERHAAL_CONTACT"):
        contact(Environment({"WIJKVERHAAL_CONTACT": value}))
    assert contact(Environment({})) == ""
    assert contact(Environment({"WIJKVERHAAL_CONTACT": " x@example.org "})) == "x@example.org"


def test_a_name_that_does_not_fit_is_refused(site: Site) -> None:
    from wijkverhaal.site.about.organisation import organisation
    from wijkverhaal.site.environment import Environment

    for value in ("n" * 100, "a\x00b", "a\nb"):
        with pytest.raises(InputError, match="WIJKVERHAAL_ORGANISATION"):
            organisation(Environment({"WIJKVERHAAL_ORGANISATION": value}))
