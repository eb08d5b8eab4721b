# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of every answer, made from the columns that leave the house."""

from collections.abc import Iterable
from typing import Any

from wijkverhaal.figures.outcome import OUTCOMES
from wijkverhaal.publication.exported_column import (
    ExportedColumn,
    area_columns,
    coefficient_columns,
    comparable_columns,
    explanation_columns,
    place_columns,
)

_TYPES = {"text": "string", "whole": "integer", "number": "number", "flag": "boolean"}


def schemas() -> dict[str, Any]:
    """Every schema by its name."""
    one = {
        "Wijk": row(area_columns()),
        "Gemeente": row(place_columns()),
        "Explanation": row(explanation_columns()),
        "ComparableWijk": row(comparable_columns()),
        "Weight": row(coefficient_columns()),
        "Run": _run({"shown": {"type": "boolean"}}),
        "RunWithInputs": _run({"seed": _or_null("integer"), "inputs": {"type": "array", "items": _input()}}),
        "Problem": _problem(),
    }
    return {
        **one,
        "Runs": _list("Run"),
        "Wijken": _list("Wijk", pages=True),
        "Gemeenten": _list("Gemeente", pages=True),
        "Weights": _list("Weight", pages=True),
        "Explanations": _list("Explanation"),
        "ComparableWijken": _list("ComparableWijk"),
    }


def row(columns: Iterable[ExportedColumn]) -> dict[str, Any]:
    """The schema of a row: every column is there, null where it is unknown."""
    return _object({column.name: _field(column) for column in columns})


def _field(column: ExportedColumn) -> dict[str, Any]:
    told = {
        "type": _TYPES[column.kind],
        "nullable": True,
        "description": f"{column.meaning} ({column.unit})",
    }
    return {**told, "enum": [*column.values, None]} if column.values else told


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


def _list(name: str, pages: bool = False) -> dict[str, Any]:
    whole = {"type": "integer", "minimum": 0}
    link = _object({"href": {"type": "string", "format": "uri"}})
    links = {
        "type": "object",
        "required": ["self"],
        "properties": dict.fromkeys(("self", "first", "prev", "next", "last"), link),
        "additionalProperties": False,
    }
    items = {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}
    numbers = {"page": whole, "page_size": whole} if pages else {}
    return _object({"_links": links, **numbers, "total": whole, "items": items})


def _run(more: dict[str, Any]) -> dict[str, Any]:
    return _object(
        {
            "id": {"type": "string"},
            "created": {"type": "string", "format": "date-time", "nullable": True},
            "version": _or_null("string"),
            "outcome": {"type": "string", "enum": list(OUTCOMES)},
            "outcome_label": {"type": "string"},
            "family": {"type": "string", "enum": ["cbs", "scp"]},
            "years": {"type": "array", "items": {"type": "integer"}},
            "fictional": {"type": "boolean"},
            "label": _or_null("string"),
            **more,
        }
    )


def _input() -> dict[str, Any]:
    names = ("kind", "title", "file", "checksum", "licence")
    years = {"type": "array", "items": {"type": "integer"}, "nullable": True}
    return _object({**{name: _or_null("string") for name in names}, "years": years})


def _problem() -> dict[str, Any]:
    error = _object({"parameter": {"type": "string"}, "detail": {"type": "string"}})
    return {
        "type": "object",
        "required": ["status", "title", "detail"],
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "errors": {"type": "array", "items": error},
        },
    }


def _or_null(kind: str) -> dict[str, Any]:
    return {"type": kind, "nullable": True}
