# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study with all its records, by id; changed only by actions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from wijkverhaal.stories.study.changing import Changing, record_of
from wijkverhaal.stories.study.record import (
    Child,
    Coding,
    Episode,
    Factor,
    Family,
    Informant,
    Interview,
    Record,
    Unit,
)

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Study:
    """A study.

    Attributes
    ----------
    id, title : str
    keep_until : date
        The retention date: after it the study is erased.
    records : mapping of str to Record
    """

    id: str
    title: str
    keep_until: date
    records: Mapping[str, Record] = field(default_factory=dict)

    def all(self, kind: type[R]) -> Iterator[R]:
        """Every record of a kind, in the order in which they came."""
        found: list[R] = self._by_kind.get(kind, [])
        return iter(found)

    @cached_property
    def _by_kind(self) -> dict[type, list[Any]]:
        """Sorted out once: a page asks for every kind, and some for every case."""
        found: dict[type, list[Any]] = {}
        for record in self.records.values():
            found.setdefault(type(record), []).append(record)
        return found

    def one(self, kind: type[R], record: str) -> R:
        """A record by id.

        Raises
        ------
        NotFoundError
        """
        return record_of(self.records, kind, record)

    def family_of(self, interview: str) -> str:
        """The family an interview is about."""
        found = self._families.get(interview)
        if found is None:
            found = self.one(Informant, self.one(Interview, interview).informant).family
            self._families[interview] = found
        return found

    @cached_property
    def _families(self) -> dict[str, str]:
        """Per interview, once somebody asked."""
        return {}

    def under(self, factor: str) -> frozenset[str]:
        """A factor and all beneath it that point the same way; under a mere heading all of them."""
        top = self.one(Factor, factor)
        found, waiting = {factor}, [factor]
        while waiting:
            above = waiting.pop()
            for one in self.all(Factor):
                same = top.direction in ("either", one.direction)
                if one.parent == above and same and one.id not in found:
                    found.add(one.id)
                    waiting.append(one.id)
        return frozenset(found)

    def cases(self, unit: Unit) -> list[Family | Child | Episode]:
        """The cases of a comparison."""
        if unit == "family":
            return list(self.all(Family))
        return list(self.all(Child)) if unit == "child" else list(self.all(Episode))

    def cases_of(self, coding: Coding, unit: Unit) -> tuple[str, ...]:
        """Which cases a coding speaks of: those it names, or all of the family."""
        family = self.family_of(coding.interview)
        if unit == "family":
            return (family,)
        inside = [one for one in self.cases(unit) if not isinstance(one, Family) and one.family == family]
        if not coding.about:
            return tuple(one.id for one in inside)
        return tuple(
            one.id
            for one in inside
            if one.id in coding.about or (isinstance(one, Episode) and one.child in coding.about)
        )

    def changed(self, record: str, after: Record | None) -> "Study":
        """The study with one record put there, changed or (None) gone.

        Raises
        ------
        InputError
            When it needs a record that is not there, or another still needs it.
        """
        changing = Changing(self.records)
        changing.change(record, after)
        return replace(self, records=changing.records)
