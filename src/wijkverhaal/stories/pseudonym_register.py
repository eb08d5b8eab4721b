# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is behind which role, per family: the roster of every family of a study and how its dates move."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.date_shift import DateShift
from wijkverhaal.stories.pseudonym import RosterEntry, left_over

#: A single letter stands everywhere; in letters and figures.
_SHORTEST = 2


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
        """The register with one more, or with more names for a role that is there.

        Raises
        ------
        InputError
            When it has no name, or one that stands in a role: no text with that role could leave.
        """
        people = list(self.families.get(family, ()))
        for place, known in enumerate(people):
            if known.entry.pseudonym == person.entry.pseudonym:
                terms = tuple(dict.fromkeys((*known.entry.terms, *person.entry.terms)))
                entry = RosterEntry(terms, known.entry.pseudonym)
                people[place] = Person(entry, person.informant or known.informant)
                break
        else:
            people.append(person)
        register = replace(self, families={**self.families, family: tuple(people)})
        _check(person.entry, register.everybody())
        return register

    def person(self, family: str, pseudonym: str) -> Person:
        """The entry with a role.

        Raises
        ------
        NotFoundError
        """
        for one in self.families.get(family, ()):
            if one.entry.pseudonym == pseudonym:
                return one
        raise NotFoundError(_("Deze naam staat niet meer in het register; laad de bladzijde opnieuw."))

    def without(self, family: str, pseudonyms: Collection[str]) -> "PseudonymRegister":
        """The register without some entries of a family."""
        people = self.families.get(family, ())
        left = tuple(one for one in people if one.entry.pseudonym not in pseudonyms)
        return replace(self, families={**self.families, family: left})

    def changed(self, family: str, pseudonym: str, person: Person) -> "PseudonymRegister":
        """The register with an entry as it should be; under a role that is there it joins that one."""
        people = self.families.get(family, ())
        place = people.index(self.person(family, pseudonym))
        others = self.without(family, [pseudonym])
        if any(one.entry.pseudonym == person.entry.pseudonym for one in others.families[family]):
            return others.with_person(family, person)
        kept = (*people[:place], person, *people[place + 1 :])
        register = replace(self, families={**self.families, family: kept})
        _check(person.entry, register.everybody())
        return register

    def going_with(self, family: str, informant: str) -> frozenset[str]:
        """The roles of an informant: their names go when they withdraw."""
        people = self.families.get(family, ())
        return frozenset(one.entry.pseudonym for one in people if informant and one.informant == informant)

    def loose(self, family: str) -> tuple[Person, ...]:
        """The entries of a family that are tied to no informant."""
        return tuple(one for one in self.families.get(family, ()) if not one.informant)

    def without_informant(self, informant: str) -> "PseudonymRegister":
        """The register without the names of somebody who withdrew."""
        return replace(
            self,
            families={
                family: tuple(person for person in people if person.informant != informant)
                for family, people in self.families.items()
            },
        )


def is_of_role(entry: RosterEntry, role: str) -> bool:
    """Whether an entry goes by the role of an informant.

    >>> is_of_role(RosterEntry(("Truus",), "[moeder-A2]"), "Moeder")
    True
    """
    return f"{entry.pseudonym.strip('[] ')}-".casefold().startswith(f"{role.strip()}-".casefold())


def _check(entry: RosterEntry, everybody: Sequence[RosterEntry]) -> None:
    letters = [sum(sign.isalnum() for sign in term) for term in entry.terms]
    if not letters or not all(letters):
        raise InputError(_("Vul minstens één naam in, en geen leeg stuk tussen komma's."))
    if min(letters) < _SHORTEST:
        raise InputError(_("Een naam heeft minstens twee letters; schrijf hem helemaal uit."))
    mine = [one for one in everybody if left_over(one.pseudonym, [entry])]
    if mine or left_over(entry.pseudonym, everybody):
        raise InputError(
            _("Een naam staat ook in de rol {role}; kies een andere rol of laat die naam weg.").format(
                role=(mine or [entry])[0].pseudonym
            )
        )


def family_letter(label: str) -> str:
    """How a family is called within a role.

    >>> family_letter("gezin A (verhuisd)")
    'A'
    """
    return label.partition("(")[0].replace("gezin", "").strip().replace(" ", "-") or "X"


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
