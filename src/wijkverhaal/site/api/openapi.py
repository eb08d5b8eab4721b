# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The description of the API for programs: OpenAPI, built from the tables that make the answers."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wijkverhaal.foundation.language import _
from wijkverhaal.site.api.question import parameters
from wijkverhaal.site.api.schemas import schemas
from wijkverhaal.site.api.version import API_VERSION, ROOT

_PAGES = ("pagina", "paginagrootte")
_RUN = "berekeningen/{id}"
_WIJK = f"{_RUN}/wijken/{{code}}"


@require_safe
def document(request: HttpRequest) -> HttpResponse:
    """The description; for everybody, from every site, so that tools can read it."""
    content = description(request.build_absolute_uri(ROOT.rstrip("/")))
    response = HttpResponse(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    response.headers["Content-Type"] = "application/json"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = "no-cache"
    return response


@lru_cache(maxsize=8)
def description(server: str) -> dict[str, Any]:
    """The whole document for a server."""
    return {
        "openapi": "3.0.3",
        "info": {
            "title": _("Wijkverhaal: jeugdzorg in wijken"),
            "description": _(
                "Verwacht en werkelijk gebruik van jeugdzorg per wijk, met marges. Alleen lezen."
                " Een verschil is geen oordeel. Een geheim aantal (status secret) is 0 tot en met 7 en"
                " wordt nooit gegeven. De namen van de velden zijn die van areas.csv."
            ),
            "version": API_VERSION,
            "license": {"name": "EUPL-1.2", "url": "https://eupl.eu/"},
            "contact": _contact(server),
        },
        "servers": [{"url": server}],
        "security": [{"token": []}, {"session": []}],
        "paths": {f"/{path}": _path(*told) for path, told in _paths().items()},
        "components": {
            "schemas": schemas(),
            "parameters": {one.name: _parameter(one) for one in parameters().values()},
            "headers": {
                "ApiVersion": {
                    "description": _("de volledige versie van de API"),
                    "schema": {"type": "string", "example": API_VERSION},
                }
            },
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "session": {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME},
            },
        },
    }


def _paths() -> dict[str, tuple[str, str, str, Sequence[str]]]:
    """Per address: the name of the question, what it gives, the schema, what can be asked."""
    return {
        "berekeningen": ("berekeningen", _("Alle berekeningen, de nieuwste eerst"), "Runs", ()),
        _RUN: ("berekening", _("Een berekening, met haar bronnen"), "RunWithInputs", ()),
        f"{_RUN}/gemeenten": (
            "gemeenten",
            _("Het gebruik per gemeente en jaar"),
            "Gemeenten",
            ("jaar", *_PAGES),
        ),
        f"{_RUN}/wijken": (
            "wijken",
            _("Alle wijken per jaar, met elk cijfer en zijn marge"),
            "Wijken",
            ("jaar", "gemeente", *_PAGES),
        ),
        _WIJK: ("wijk", _("Een wijk in een jaar; zonder jaar het nieuwste"), "Wijk", ("jaar",)),
        f"{_WIJK}/uitleg": (
            "uitleg",
            _("Wat het gebruik in een wijk verklaart: onderdelen die optellen"),
            "Explanations",
            ("jaar",),
        ),
        f"{_WIJK}/vergelijkbare-wijken": (
            "vergelijkbareWijken",
            _("De wijken in andere gemeenten die het meest op een wijk lijken"),
            "ComparableWijken",
            ("jaar",),
        ),
        f"{_RUN}/kenmerken-gewichten": (
            "kenmerkenGewichten",
            _("Het gewicht van elk kenmerk in het model"),
            "Weights",
            ("jaar", *_PAGES),
        ),
        "openapi.json": ("openapi", _("Deze beschrijving"), "", ()),
    }


def _path(name: str, summary: str, schema: str, names: Sequence[str]) -> dict[str, Any]:
    own = [{"$ref": f"#/components/parameters/{one}"} for one in names]
    form = {"$ref": f"#/components/schemas/{schema}"} if schema else {"type": "object"}
    answers: dict[str, Any] = {
        "200": {
            "description": summary,
            "headers": {"API-Version": {"$ref": "#/components/headers/ApiVersion"}},
            "content": {"application/json": {"schema": form}},
        }
    }
    for status, told in _troubles().items():
        answers[status] = {
            "description": told,
            "headers": {"API-Version": {"$ref": "#/components/headers/ApiVersion"}},
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
    operation: dict[str, Any] = {"operationId": name, "summary": summary, "responses": answers}
    if own:
        operation["parameters"] = own
    if not schema:
        operation["security"] = []
    return {"get": operation, **_in_address(name)}


def _in_address(name: str) -> dict[str, Any]:
    """What stands in the address itself."""
    if name in ("berekeningen", "openapi"):
        return {}
    found = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]
    if name in ("wijk", "uitleg", "vergelijkbareWijken"):
        pattern = {"type": "string", "pattern": "^[A-Z]{2}[0-9]{4,8}$", "example": "WK036300"}
        found.append({"name": "code", "in": "path", "required": True, "schema": pattern})
    return {"parameters": found}


def _troubles() -> dict[str, str]:
    return {
        "400": _("een parameter klopt niet"),
        "401": _("niet ingelogd, of de toegangssleutel geldt niet"),
        "403": _("geen toegang"),
        "404": _("bestaat niet"),
        "405": _("alleen lezen kan"),
        "406": _("er is alleen JSON"),
        "429": _("te veel vragen achter elkaar"),
        "500": _("er ging iets mis"),
    }


def _parameter(one: Any) -> dict[str, Any]:
    schema: Mapping[str, Any] = {name: value for name, value in one.schema.items() if name != "example"}
    told = {"name": one.name, "in": "query", "required": False, "description": one.told, "schema": schema}
    return {**told, "example": one.schema["example"]} if "example" in one.schema else told


def _contact(server: str) -> dict[str, str]:
    """Who answers questions, as far as this site knows."""
    told = {"name": settings.ORGANISATION or "Wijkverhaal", "url": server.removesuffix("v1")}
    if settings.CONTACT and "@" in settings.CONTACT:
        told["email"] = settings.CONTACT
    return told
