# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The description of the API: it keeps the design rules, and no answer strays from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from .conftest import RUN, WIJK
from .schema_check import faults, operation_of

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.any_database

ROOT = "/api/v1"
ONE = f"/berekeningen/{RUN}"
ASKED = (
    "/berekeningen",
    ONE,
    f"{ONE}/gemeenten",
    f"{ONE}/gemeenten?jaar=2021&paginagrootte=1&pagina=2",
    f"{ONE}/wijken?paginagrootte=1000",
    f"{ONE}/wijken?gemeente=GM9002&jaar=2022&pagina=99",
    f"{ONE}/wijken/{WIJK}",
    f"{ONE}/wijken/WK900204",
    f"{ONE}/wijken/{WIJK}/uitleg",
    f"{ONE}/wijken/{WIJK}/vergelijkbare-wijken",
    f"{ONE}/kenmerken-gewichten",
)
WRONG = (f"{ONE}/wijken?jaar=x", "/berekeningen/niets", f"{ONE}/wijken/WK000000")


def _document(visitor: Client) -> dict[str, Any]:
    return dict(visitor.get(f"{ROOT}/openapi.json").json())


def test_every_answer_keeps_to_the_description(reader: Client) -> None:
    document = _document(reader)
    for address in ASKED + WRONG:
        answer = reader.get(ROOT + address)
        described = operation_of(address.split("?")[0], document)["responses"][str(answer.status_code)]
        ((kind, content),) = described["content"].items()
        assert answer.headers["Content-Type"] == kind, address
        assert faults(answer.json(), content["schema"], document, address) == []


def test_the_check_would_notice(reader: Client) -> None:
    document = _document(reader)
    row = reader.get(f"{ROOT}{ONE}/wijken/{WIJK}").json()
    schema = {"$ref": "#/components/schemas/Wijk"}
    assert faults(row, schema, document) == []
    for wrong in ({**row, "year": "2022"}, {**row, "extra": 1}, {**row, "status": "weg"}):
        assert len(faults(wrong, schema, document)) == 1
    assert len(faults({name: value for name, value in row.items() if name != "area"}, schema, document)) == 1


def test_every_address_of_the_api_is_described(reader: Client) -> None:
    from wijkverhaal.site.api.urls import urlpatterns

    found = set()
    for pattern in urlpatterns:
        text = re.sub(r"\(\?P<(\w+)>[^)]*\)", lambda one: "{" + one[1] + "}", str(pattern.pattern))
        found.add(text.replace("\\", "").strip("^$").replace("{run_id}", "{id}"))
    described = {f"api/v1{path}" for path in _document(reader)["paths"]}
    assert found - {"api/"} == described


def test_it_keeps_the_design_rules(stranger: Client) -> None:
    answer = stranger.get(f"{ROOT}/openapi.json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    document = answer.json()
    assert re.fullmatch(r"3\.0\.\d+", document["openapi"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", document["info"]["version"])
    assert document["info"]["version"] == answer.headers["API-Version"]
    assert document["info"]["contact"]["name"]
    assert document["servers"][0]["url"].endswith("/api/v1")
    names = [operations["get"]["operationId"] for operations in document["paths"].values()]
    assert len(set(names)) == len(names)
    for path, operations in document["paths"].items():
        assert re.fullmatch(r"(/([a-z0-9.-]+|\{[a-z]+\}))+", path), path
        assert set(operations) <= {"get", "parameters"}
        for status, told in operations["get"]["responses"].items():
            assert "API-Version" in told["headers"]
            kind = "application/json" if status == "200" else "application/problem+json"
            assert list(told["content"]) == [kind]
    for name in document["components"]["parameters"]:
        assert re.fullmatch(r"[a-z]+([A-Z][a-z]*)*", name)
    assert {"status", "title", "detail"} <= set(document["components"]["schemas"]["Problem"]["required"])


def test_every_reference_leads_somewhere(stranger: Client) -> None:
    document = _document(stranger)

    def references(part: Any) -> list[str]:
        if isinstance(part, dict):
            own = [part["$ref"]] if "$ref" in part else []
            return own + [one for value in part.values() for one in references(value)]
        return [one for value in part for one in references(value)] if isinstance(part, list) else []

    found = set(references(document))
    assert len(found) > 10
    for reference in found:
        place: Any = document
        for step in reference.removeprefix("#/").split("/"):
            place = place[step]
