# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The records of a study while one or many of them change; what they need must be there at every step."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.study.need import needs
from wijkverhaal.stories.study.record import Coding, Factor, Following, Interview, Record, Statement

R = TypeVar("R", bound=Record)


def record_of(records: Mapping[str, Record], kind: type[R], record: str) -> R:
    """A record by id.

    Raises
    ------
    NotFoundError
    """
    found = records.get(record)
    if not isinstance(found, kind):
        raise NotFoundError(_("Dit onderdeel van het onderzoek is er niet (meer); laad de lijst opnieuw."))
    return found


class Changing:
    """A copy of the records, changed one after the other; each change costs the same in a large study."""

    def __init__(self, records: Mapping[str, Record]) -> None:
        self.records = dict(records)

    def change(self, record: str, after: Record | None) -> None:
        """Put one record there, change it or (None) take it away.

        Raises
        ------
        InputError
            When it needs a record that is not there, or another still needs it.
        """
        before = self.records.get(record)
        if after is None:
            # what a record itself names does not keep it there
            if self._hanging[record] > (record in needs(before) if before else 0):
                raise InputError(_("Hier hangen nog andere onderdelen aan; verwijder die eerst."))
            self.records.pop(record, None)
        else:
            self._check(record, after)
            self.records[record] = after
        if "_hanging" in self.__dict__:
            self._hanging.subtract(set(needs(before)) if before else ())
            self._hanging.update(set(needs(after)) if after else ())

    @cached_property
    def _hanging(self) -> Counter[str]:
        """How many records need each; counted once somebody takes something away."""
        return Counter(need for one in self.records.values() for need in set(needs(one)))

    def _check(self, record: str, after: Record) -> None:
        there = self.records.get(record)
        if after.id != record or (there is not None and type(there) is not type(after)):
            raise ValueError(record)
        if any(need not in self.records for need in needs(after)):
            raise InputError(_("Dit hoort bij een onderdeel dat er niet (meer) is; laad de lijst opnieuw."))
        if isinstance(after, Coding) or (isinstance(after, Statement) and after.interview):
            length = record_of(self.records, Interview, after.interview).length
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
            above = record_of(self.records, Factor, above).parent
