# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fictional study as the records of a study, with its texts and its register of pseudonyms."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from wijkverhaal.cli.fictional_records import family_records, record_id
from wijkverhaal.simulation.study.fictional_family import Family
from wijkverhaal.simulation.study.fictional_study import FictionalStudy, fictional_study
from wijkverhaal.stories.hit_decision import HitDecision, decide
from wijkverhaal.stories.pseudonym import RosterEntry, find_hits
from wijkverhaal.stories.pseudonym_register import Person, PseudonymRegister
from wijkverhaal.stories.study.record import Factor, Record
from wijkverhaal.stories.study.study import Study

#: Stands in the title of the study and in the name of each family, and so in all that leaves it.
FICTIONAL = "FICTIEF"
#: A title is readable in the database, so it names no place, not even an invented one.
TITLE = f"{FICTIONAL}: hulp rond tien gezinnen"
#: Who is said to have decided about the names.
RESEARCHER = "Onderzoeker 1"


@dataclass(frozen=True)
class StudyToStore:
    """A whole study before it is sealed.

    Attributes
    ----------
    study : Study
    texts : mapping of str to str
        The frozen text of each interview.
    decisions : mapping of str to tuple of HitDecision
        About every name in each interview.
    register : PseudonymRegister
    """

    study: Study
    texts: Mapping[str, str]
    decisions: Mapping[str, tuple[HitDecision, ...]]
    register: PseudonymRegister


def study_to_store(found: FictionalStudy | None = None) -> StudyToStore:
    """Everything of the fictional study; the same ids every time."""
    found = found or fictional_study()
    study_id = str(uuid5(NAMESPACE_URL, f"wijkverhaal:{found.title}"))
    records: list[Record] = _factors(found)
    for family in found.families:
        records += family_records(family, found, FICTIONAL)
    study = Study(study_id, TITLE, found.retention)
    for record in records:
        study = study.changed(record.id, record)
    told = [(family, informant) for family in found.families for informant in family.informants]
    texts = {record_id("interview", informant.id): informant.text for _family, informant in told}
    decisions = {
        record_id("interview", informant.id): _decisions(family, informant.text) for family, informant in told
    }
    return StudyToStore(study, texts, decisions, _register(study_id, found))


def _factors(found: FictionalStudy) -> list[Record]:
    return [
        Factor(
            record_id("factor", one.key),
            one.name,
            one.definition,
            (one.example,) if one.example else (),
            "helping" if one.direction == "helping" else "hindering" if one.direction else "either",
            record_id("factor", one.parent) if one.parent else "",
            place,
        )
        for place, one in enumerate(found.factors, start=1)
    ]


def _roster(family: Family) -> list[RosterEntry]:
    return [RosterEntry(name.terms, name.pseudonym) for name in family.names]


def _decisions(family: Family, text: str) -> tuple[HitDecision, ...]:
    return tuple(decide(hit, True, RESEARCHER) for hit in find_hits(text, _roster(family)))


def _register(study: str, found: FictionalStudy) -> PseudonymRegister:
    families = {}
    for family in found.families:
        who = {one.pseudonym: record_id("informant", one.id) for one in family.informants}
        families[record_id("family", family.key)] = tuple(
            Person(entry, who.get(entry.pseudonym, "")) for entry in _roster(family)
        )
    return PseudonymRegister(study, families)
