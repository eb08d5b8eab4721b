# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The entry for the algorithm register keeps the rules of the standard and invents nothing."""

from pathlib import Path
from typing import Any

import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.publication.algorithm_register import register_entry, troubles
from wijkverhaal.publication.register_field import FIELDS, TO_FILL_IN

#: What the standard demands before it publishes an entry (1.0.0, chapter 2).
REQUIRED = {
    "name",
    "description_short",
    "organization",
    "status",
    "contact_email",
    "publication_category",
    "lang",
    "standard_version",
}
LENGTHS = {
    "name": 100,
    "description_short": 350,
    "organization": 100,
    "goal": 2500,
    "proportionality": 2500,
    "human_intervention": 2500,
    "risks": 2500,
    "lawful_basis": 2500,
    "impacttoetsen": 2500,
    "source_data": 2500,
    "methods_and_models": 5000,
    "provider": 200,
    "source_id": 100,
    "tags": 2500,
}
GEMEENTE: dict[str, Any] = {
    "organization": "Gemeente Nergensdam",
    "contact_email": "algoritmes@example.org",
    "status": "In gebruik",
    "begin_date": "2026-01",
    "publication_category": "Overige algoritmes",
    "lawful_basis": "De Jeugdwet geeft de gemeente de taak beleid te maken over jeugdhulp.",
    "lawful_basis_grouping": [
        {"title": "Jeugdwet", "link": "https://wetten.overheid.nl/BWBR0034925"},
    ],
    "impacttoetsen": "Er zijn geen persoonsgegevens, dus er was geen DPIA nodig.",
}


def test_the_fields_are_those_of_the_standard() -> None:
    assert {key for key, field in FIELDS.items() if field.required} == REQUIRED
    assert {key: field.longest for key, field in FIELDS.items() if field.kind == "text"} == LENGTHS


def test_with_what_the_gemeente_tells_it_can_be_published(run: FinishedRun) -> None:
    entry = register_entry(run, GEMEENTE)
    assert list(entry) == list(FIELDS)
    assert troubles(entry) == []
    for key, longest in LENGTHS.items():
        assert len(entry[key]) < longest, key


def test_what_only_the_gemeente_knows_is_left_open(run: FinishedRun) -> None:
    entry = register_entry(run)
    waiting = {key for key, value in entry.items() if isinstance(value, str) and TO_FILL_IN in value}
    assert waiting == {*GEMEENTE} - {"begin_date", "lawful_basis_grouping"}
    assert entry["begin_date"] is entry["website"] is entry["publiccode"] is None
    assert len(troubles(entry)) == len(waiting)


def test_it_tells_of_this_run(run: FinishedRun) -> None:
    entry = register_entry(run)
    assert run.id in entry["methods_and_models"]
    assert "niet zelflerend" in entry["methods_and_models"]
    assert entry["source_id"] == run.id
    for one in run.inputs:
        assert str(one["title"] or one["file"]) in entry["source_data"]
    assert "erkomst" in entry["risks"]


def test_an_entry_of_the_fictional_country_says_so(run: FinishedRun, real_folder: Path) -> None:
    label = "Verzonnen land: deze cijfers zijn niet echt"
    assert register_entry(run)["description_short"].startswith(label)
    assert label not in str(register_entry(FinishedRun.read(real_folder)))


def test_it_is_in_dutch_for_every_reader(run: FinishedRun, english: None) -> None:
    from wijkverhaal.foundation.language import speaking

    with speaking("en"):
        assert register_entry(run) == register_entry(run)
        assert "Het is niet zelflerend" in register_entry(run)["methods_and_models"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("status", "Gaat goed"),
        ("publication_category", "Hoog"),
        ("category", ["Toverkunst"]),
        ("begin_date", "januari 2026"),
        ("contact_email", "bel maar"),
        ("website", "http://example.org"),
        ("name", "n" * 100),
        ("lang", "eng"),
        ("lawful_basis_grouping", [{"link": "https://example.org"}]),
        ("lawful_basis_grouping", "Jeugdwet"),
        ("goal", 7),
    ],
)
def test_a_value_that_the_standard_refuses_is_refused(run: FinishedRun, key: str, value: Any) -> None:
    with pytest.raises(InputError, match=FIELDS[key].title):
        register_entry(run, {key: value})
    assert troubles({**register_entry(run, GEMEENTE), key: value}) != []


def test_a_field_that_does_not_exist_is_refused(run: FinishedRun) -> None:
    with pytest.raises(InputError, match="geen veld naam"):
        register_entry(run, {"naam": "x"})
