# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study with all its records, by id; changed only by actions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.study.need import needs
from wijkverhaal.stories.study.record import (
    Child,
    Coding,
    Episode,
    Factor,
    Family,
    Following,
    Informant,
    Interview,
    Record,
    Statement,
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
        return (record for record in self.records.values() if isinstance(record, kind))

    def one(self, kind: type[R], record: str) -> R:
        """A record by id.

        Raises
        ------
        NotFoundError
        """
        found = self.records.get(record)
        if not isinstance(found, kind):
            raise NotFoundError(
                _("Dit onderdeel van het onderzoek is er niet (meer); laad de lijst opnieuw.")
            )
        return found

    def family_of(self, interview: str) -> str:
        """The family an interview is about."""
        return self.one(Informant, self.one(Interview, interview).informant).family

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
        left = {name: one for name, one in self.records.items() if name != record or after is not None}
        if after is None:
            self._check_free(record)
            return replace(self, records=left)
        self._check(record, after)
        return replace(self, records={**left, record: after})

    def _check_free(self, record: str) -> None:
        if any(record in needs(one) for name, one in self.records.items() if name != record):
            raise InputError(_("Hier hangen nog andere onderdelen aan; verwijder die eerst."))

    def _check(self, record: str, after: Record) -> None:
        there = self.records.get(record)
        if after.id != record or (there is not None and type(there) is not type(after)):
            raise ValueError(record)
        if any(need not in self.records for need in needs(after)):
            raise InputError(_("Dit hoort bij een onderdeel dat er niet (meer) is; laad de lijst opnieuw."))
        if isinstance(after, Coding) or (isinstance(after, Statement) and after.interview):
            length = self.one(Interview, after.interview).length
            if not 0 <= after.start < after.end <= length:
                raise InputError(_("Deze passage ligt buiten de tekst; kies de woorden opnieuw."))
        if isinstance(after, Following) and not after.reason.strip():
            raise InputError(_("Een keuze tussen verhalen heeft een reden nodig; schrijf op waarom."))
        if isinstance(after, Factor):
            self._check_tree(after)

    def _check_tree(self, factor: Factor) -> None:
        above = factor.parent
        while above:
            if above == factor.id:
                raise InputError(_("Een factor kan niet onder zichzelf staan; kies een andere plek."))
            above = self.one(Factor, above).parent
