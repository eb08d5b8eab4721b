# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small judge of JSON against the part of OpenAPI 3.0 that our description uses."""

from __future__ import annotations

import re
from typing import Any

_KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


def faults(value: Any, schema: dict[str, Any], document: dict[str, Any], where: str = "") -> list[str]:
    """Where the value does not keep to the schema; empty where it does."""
    schema = resolved(schema, document)
    if value is None:
        return [] if schema.get("nullable") else [f"{where}: null"]
    kind = schema["type"]
    if not isinstance(value, _KINDS[kind]) or (isinstance(value, bool) and kind != "boolean"):
        return [f"{where}: no {kind}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{where}: {value} is not in {schema['enum']}"]
    if isinstance(value, int | float) and value < schema.get("minimum", value):
        return [f"{where}: below {schema['minimum']}"]
    if kind == "array":
        return [fault for one in value for fault in faults(one, schema["items"], document, f"{where}[]")]
    return _faults_of_object(value, schema, document, where) if kind == "object" else []


def _faults_of_object(
    value: dict[str, Any], schema: dict[str, Any], document: dict[str, Any], where: str
) -> list[str]:
    known = schema.get("properties", {})
    found = [f"{where}.{name}: missing" for name in schema.get("required", []) if name not in value]
    if schema.get("additionalProperties") is False:
        found += [f"{where}.{name}: not described" for name in value if name not in known]
    for name, one in value.items():
        if name in known:
            found += faults(one, known[name], document, f"{where}.{name}")
    return found


def resolved(schema: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    """The schema itself, where it is only named."""
    reference = schema.get("$ref")
    if reference is None:
        return schema
    found: Any = document
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return dict(found)


def operation_of(path: str, document: dict[str, Any]) -> dict[str, Any]:
    """What the description says of an address below its server."""
    for pattern, operations in document["paths"].items():
        if re.fullmatch(re.sub(r"\{[a-z]+\}", "[^/]+", pattern), path):
            return dict(operations["get"])
    raise AssertionError(f"{path} is not described")
