# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Records and actions as JSON, to be sealed and stored, and back."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from wijkverhaal.stories.study import record as kinds
from wijkverhaal.stories.study.action import Action, Change
from wijkverhaal.stories.study.record import Record

_KINDS: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        kinds.Family,
        kinds.Child,
        kinds.Episode,
        kinds.Informant,
        kinds.Consent,
        kinds.Interview,
        kinds.Factor,
        kinds.Coding,
        kinds.Finished,
        kinds.ToldEvent,
        kinds.Statement,
        kinds.Following,
        kinds.Memo,
        kinds.Judgement,
        kinds.Outcome,
        kinds.CellSummary,
    )
}
_DAYS = frozenset({"born", "given", "until", "held"})
_MOMENTS = frozenset({"written"})


def record_json(record: Record) -> dict[str, Any]:
    """A record for JSON."""
    return {"type": type(record).__name__} | {
        one.name: plain(getattr(record, one.name)) for one in fields(record)
    }


def read_record(content: Mapping[str, Any]) -> Record:
    """A record from JSON; KeyError or TypeError where it is none."""
    values = {name: meant(name, value) for name, value in content.items() if name != "type"}
    record: Record = _KINDS[content["type"]](**values)
    return record


def action_bytes(action: Action) -> bytes:
    """An action as bytes, to be sealed."""
    changes = [
        {
            "record": one.record,
            "before": None if one.before is None else record_json(one.before),
            "after": None if one.after is None else record_json(one.after),
        }
        for one in action.changes
    ]
    whole = {
        "id": action.id,
        "actor": action.actor,
        "moment": action.moment.isoformat(),
        "undoes": action.undoes,
        "changes": changes,
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True).encode()


def read_action(content: bytes) -> Action:
    """An action from its bytes."""
    read = json.loads(content)
    changes = tuple(
        Change(
            one["record"],
            None if one["before"] is None else read_record(one["before"]),
            None if one["after"] is None else read_record(one["after"]),
        )
        for one in read["changes"]
    )
    return Action(read["id"], read["actor"], datetime.fromisoformat(read["moment"]), changes, read["undoes"])


def plain(value: Any) -> Any:
    """The value of a field for JSON."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def meant(name: str, value: Any) -> Any:
    """The value of a field from JSON."""
    if isinstance(value, list):
        return tuple(value)
    if value is not None and name in _DAYS:
        return date.fromisoformat(value)
    return datetime.fromisoformat(value) if name in _MOMENTS else value
