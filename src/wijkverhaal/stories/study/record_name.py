# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Records under other ids, with everything that points to them."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import TypeVar

from wijkverhaal.stories.study.record import Record
from wijkverhaal.stories.time_expression import BIRTH, CALENDAR, INTERVIEW

R = TypeVar("R", bound=Record)
_IDS = frozenset(
    {"id", "family", "child", "informant", "interview", "factor", "event", "coding", "case", "parent"}
)
_LISTS = frozenset({"about", "set_aside"})
_PEOPLE = frozenset({"coder", "author", "by"})
_NO_EVENT = ("", BIRTH, CALENDAR, INTERVIEW)


def renamed(record: R, name: Callable[[str], str], person: Callable[[str], str]) -> R:
    """A record under other ids.

    Parameters
    ----------
    name : callable
        The new id of a record; never asked for an empty one.
    person : callable
        The new id of who coded, wrote or judged.
    """
    changed: dict[str, object] = {}
    for one in fields(record):
        value = getattr(record, one.name)
        if one.name in _LISTS:
            changed[one.name] = _several(value, name)
        elif one.name in _PEOPLE:
            changed[one.name] = person(value)
        elif one.name in _IDS or (one.name == "anchor" and value not in _NO_EVENT):
            changed[one.name] = name(value) if value else value
    return replace(record, **changed)  # type: ignore[arg-type]


def _several(value: str | tuple[str, ...], name: Callable[[str], str]) -> str | tuple[str, ...]:
    """What something is about: one record of a memo, several of a coding."""
    if isinstance(value, str):
        return name(value) if value else value
    return tuple(map(name, value))
