# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project from elsewhere as the records of a study, with the texts that are stored apart.

What the project says and what a person said of each interview (`telling`) come together here. Every record
gets a new id: those of other programs may tell something.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from wijkverhaal.stories.intake.frozen_text import freeze
from wijkverhaal.stories.qda_project import QdaProject
from wijkverhaal.stories.study.action import removal_of
from wijkverhaal.stories.study.companion import companion_records
from wijkverhaal.stories.study.foreign_records import foreign_records
from wijkverhaal.stories.study.history import pinned_ages
from wijkverhaal.stories.study.possible_day import check_consent, check_held
from wijkverhaal.stories.study.record import Consent, Factor, Family, Informant, Interview, Record
from wijkverhaal.stories.study.record_name import renamed
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.study.telling import Allowed, Telling, check_tellings, consent_of

#: Makes an id that tells nothing.
NewId = Callable[[], str]


@dataclass(frozen=True)
class ProjectRecords:
    """What goes into a study.

    Attributes
    ----------
    records : tuple of Record
        Each after what it needs.
    texts : mapping of str to str
        The text of each interview.
    speakers : mapping of str to tuple of str
        Who speaks in each interview.
    """

    records: tuple[Record, ...]
    texts: Mapping[str, str]
    speakers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def project_records(
    project: QdaProject,
    tellings: Sequence[Telling],
    actor: str,
    now: datetime,
    new_id: NewId,
    study: Study | None = None,
    coders: Mapping[str, str] | None = None,
) -> ProjectRecords:
    """The records of a project.

    Parameters
    ----------
    tellings : sequence of Telling
        Of every source with a text; those that are not taken stay out with all that hangs on them.
    actor : str
        Who coded and wrote where the file does not say.
    study : Study, optional
        Where the records go: families and factors that are there by the same name are not made again.
    coders : mapping of str to str, optional
        Who a coder of the project is here, by the name in the project.

    Raises
    ------
    InputError
        When something of an interview has still to be said.
    """
    check_tellings(list(tellings))
    taken = {one.source: one for one in tellings if one.taken}
    own = companion_records(project)
    for one in taken.values():
        if one.allowed is not None:
            check_consent(one.allowed.given, one.allowed.until, now.date())
        if one.held is not None and own is None:  # days of a study that was written here may have been moved
            check_held(one.held, now.date())
    records = own or foreign_records(project, actor, now)
    whole = _with_children_named(_without_untaken(records, taken), taken, study)
    texts = {one.guid: one.text for one in project.sources if one.guid in taken and one.text is not None}
    told = [_retold(one, taken, texts) for one in _in_families(whole, taken)]
    there = _factors_there(told, study) | _families_there(told, study)
    ids = {one.id: there.get(one.id) or new_id() for one in told}
    users = {user.guid: user.name or user.guid for user in project.users}
    people = dict(coders or {})

    def person(name: str) -> str:
        if name in ids:
            return ids[name]
        known = users.get(name, name)
        return people.get(known, known) or actor

    fresh = [renamed(one, lambda name: ids[name], person) for one in told if one.id not in there]
    return ProjectRecords(
        (*fresh, *_consents(_allowed_anew(whole, taken), ids, new_id)),
        {ids[guid]: text for guid, text in texts.items()},
        {ids[guid]: one.speakers for guid, one in taken.items() if guid in ids},
    )


def _without_untaken(records: Iterable[Record], taken: Mapping[str, Telling]) -> Study:
    """The records as a study of their own, without what nobody takes."""
    every = {one.id: one for one in records}
    whole = Study("", "", datetime.max.date(), every)
    leaving = [one for one in whole.all(Interview) if one.id not in taken]
    told = {one.informant for one in whole.all(Interview) if one.id in taken}
    silent = {one.informant for one in leaving} - told
    emptied = {whole.one(Informant, name).family for name in silent} - {
        whole.one(Informant, name).family for name in told
    }
    anew = _allowed_anew(whole, taken)
    old = [one.id for one in whole.all(Consent) if one.informant in anew]
    going = removal_of(whole, [*(one.id for one in leaving), *silent, *emptied, *old])
    gone = {one.record for one in going}
    return replace(whole, records={name: one for name, one in every.items() if name not in gone})


def _with_children_named(whole: Study, taken: Mapping[str, Telling], study: Study | None) -> Study:
    """The records; where families become one, an age stays that of the child of its own family."""
    families = {whole.family_of(one.id): taken[one.id].family for one in whole.all(Interview)}
    labels = [*families.values(), *(one.label for one in (study.all(Family) if study else ()))]
    merged = [family for family, label in families.items() if labels.count(label) > 1]
    pinned = {one.id: one for family in merged for one in pinned_ages(whole, family)}
    return replace(whole, records={**whole.records, **pinned})


def _in_families(whole: Study, taken: Mapping[str, Telling]) -> list[Record]:
    """The records with families and roles as a person said them; who has the same label is one family."""
    chosen: dict[str, str] = {}
    becomes: dict[str, str] = {}
    whose: dict[str, tuple[str, str]] = {}
    for interview in whole.all(Interview):
        one, old = taken[interview.id], whole.family_of(interview.id)
        if one.family not in chosen:
            chosen[one.family] = old if old not in chosen.values() else f"{interview.id}/family"
        becomes.setdefault(old, chosen[one.family])
        whose[interview.informant] = (chosen[one.family], one.role)
    said: dict[str, list[str]] = {}
    for family in whole.all(Family):
        if family.summary:
            said.setdefault(becomes.get(family.id, family.id), []).append(family.summary)
    families: list[Record] = [
        Family(name, label, "\n".join(said.get(name, ()))) for label, name in chosen.items()
    ]
    families += [one for one in whole.all(Family) if one.id not in {*becomes, *chosen.values()}]
    rest = [one for one in whole.records.values() if not isinstance(one, Family)]
    return [*families, *(_moved(one, becomes, whose) for one in rest)]


def _moved(record: Record, becomes: Mapping[str, str], whose: Mapping[str, tuple[str, str]]) -> Record:
    if isinstance(record, Informant) and record.id in whose:
        family, role = whose[record.id]
        return replace(record, family=family, role=role)
    for name in ("family", "case", "about"):
        value = getattr(record, name, None)
        if isinstance(value, str) and value in becomes:
            record = replace(record, **{name: becomes[value]})  # type: ignore[arg-type]
    return record


def _retold(record: Record, taken: Mapping[str, Telling], texts: Mapping[str, str]) -> Record:
    """An interview with its day, and the checksum of its text here."""
    if not isinstance(record, Interview):
        return record
    frozen = freeze(texts[record.id])
    held = taken[record.id].held or record.held
    return replace(record, held=held, sha256=frozen.sha256, length=len(frozen.text))


def _families_there(records: Sequence[Record], study: Study | None) -> dict[str, str]:
    known = {one.label: one.id for one in study.all(Family)} if study else {}
    return {one.id: known[one.label] for one in records if isinstance(one, Family) and one.label in known}


def _factors_there(records: Sequence[Record], study: Study | None) -> dict[str, str]:
    """The factors of which the whole path of names is there already."""
    if study is None:
        return {}
    known = {path: one for one, path in _paths(study.all(Factor)).items()}
    return {one: known[path] for one, path in _paths(records).items() if path in known}


def _paths(records: Iterable[Record]) -> dict[str, tuple[str, ...]]:
    factors = {one.id: one for one in records if isinstance(one, Factor)}

    def path(one: Factor, seen: frozenset[str]) -> tuple[str, ...]:
        above = factors.get(one.parent)
        if above is None or above.id in seen:
            return (one.name,)
        return (*path(above, seen | {one.id}), one.name)

    return {name: path(one, frozenset()) for name, one in factors.items()}


def _allowed_anew(whole: Study, taken: Mapping[str, Telling]) -> dict[str, Allowed]:
    """By informant what a person said that they allowed, where the records do not say just that."""
    said = {one.informant: taken[one.id].allowed for one in whole.all(Interview) if one.id in taken}
    known = {name: consent_of(whole.all(Consent), name) for name in said}
    return {name: one for name, one in said.items() if one is not None and one != known[name]}


def _consents(anew: Mapping[str, Allowed], ids: Mapping[str, str], new_id: NewId) -> list[Consent]:
    """One consent for everybody of whom a person said what they allowed."""
    return [
        Consent(new_id(), ids[name], one.given_by, one.given, one.purpose, one.until, one.quotations)
        for name, one in anew.items()
    ]
