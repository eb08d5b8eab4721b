# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is behind which role, per family: the roster of every family of a study and how its dates move."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from wijkverhaal.stories.date_shift import DateShift
from wijkverhaal.stories.pseudonym import RosterEntry


@dataclass(frozen=True)
class Person:
    """An entry of the register: a person, a school, an organisation.

    Attributes
    ----------
    entry : RosterEntry
    informant : str
        The id of the informant whom this is, if it is one: their name goes when they withdraw.
    """

    entry: RosterEntry
    informant: str = ""


@dataclass(frozen=True)
class PseudonymRegister:
    """The register of a study.

    Attributes
    ----------
    study : str
    families : mapping of str to tuple of Person
    shifts : mapping of str to DateShift
        How the dates of a family move; families without stay in their time.
    """

    study: str
    families: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    shifts: Mapping[str, DateShift] = field(default_factory=dict)

    def roster(self, family: str) -> tuple[RosterEntry, ...]:
        """The names of one family, for `pseudonym.find_hits`."""
        return tuple(person.entry for person in self.families.get(family, ()))

    def everybody(self) -> tuple[RosterEntry, ...]:
        """All names of the study, for `export_scan.scan`."""
        return tuple(person.entry for people in self.families.values() for person in people)

    def with_person(self, family: str, person: Person) -> "PseudonymRegister":
        """The register with one more, or with more names for a role that is there."""
        people = list(self.families.get(family, ()))
        for place, known in enumerate(people):
            if known.entry.pseudonym == person.entry.pseudonym:
                terms = tuple(dict.fromkeys((*known.entry.terms, *person.entry.terms)))
                entry = RosterEntry(terms, known.entry.pseudonym)
                people[place] = Person(entry, person.informant or known.informant)
                break
        else:
            people.append(person)
        return replace(self, families={**self.families, family: tuple(people)})

    def without_informant(self, informant: str) -> "PseudonymRegister":
        """The register without the names of somebody who withdrew."""
        return replace(
            self,
            families={
                family: tuple(person for person in people if person.informant != informant)
                for family, people in self.families.items()
            },
        )


def next_role(people: tuple[Person, ...], role: str, family: str) -> str:
    """A role name that is still free in a family.

    >>> next_role((), "moeder", "A")
    '[moeder-A]'
    >>> next_role((Person(RosterEntry(("De Klimboom",), "[school-A]")),), "school", "A")
    '[school-A2]'
    """
    taken = {person.entry.pseudonym for person in people}
    number = 1
    while (name := f"[{role}-{family}{number if number > 1 else ''}]") in taken:
        number += 1
    return name


def register_record(register: PseudonymRegister) -> dict[str, Any]:
    """The register for JSON."""
    return {
        "study": register.study,
        "families": {
            family: [
                {
                    "terms": list(person.entry.terms),
                    "pseudonym": person.entry.pseudonym,
                    "informant": person.informant,
                }
                for person in people
            ]
            for family, people in register.families.items()
        },
        "shifts": {family: [shift.years, shift.days] for family, shift in register.shifts.items()},
    }


def read_register(record: Mapping[str, Any]) -> PseudonymRegister:
    """The register from JSON."""
    families = {
        family: tuple(
            Person(RosterEntry(tuple(one["terms"]), one["pseudonym"]), one["informant"]) for one in people
        )
        for family, people in record["families"].items()
    }
    shifts = {family: DateShift(years, days) for family, (years, days) in record["shifts"].items()}
    return PseudonymRegister(record["study"], families, shifts)
