# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project from elsewhere as the records of a study, with the texts that are stored apart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from wijkverhaal.foundation.language import _
from wijkverhaal.stories.intake.frozen_text import freeze
from wijkverhaal.stories.project_source import held_on
from wijkverhaal.stories.qda_project import QdaProject, Source
from wijkverhaal.stories.study.exchange import codings_of, factors_of
from wijkverhaal.stories.study.record import Coding, Factor, Family, Informant, Interview, Memo, Record

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
    """

    records: tuple[Record, ...]
    texts: Mapping[str, str]


def project_records(
    project: QdaProject, held: date, actor: str, now: datetime, new_id: NewId
) -> ProjectRecords:
    """The records of a project, with new ids: those of other programs may tell something.

    A case becomes a family and a source an informant with that name as role, who told it in one interview.
    A source of no case is a family by itself. Nothing is known of consent.

    Parameters
    ----------
    held : date
        Of the interviews whose file does not tell the day.
    actor : str
        Who coded and wrote where the file does not say.
    """
    factors = factors_of(project.codes)
    ids = {one.id: new_id() for one in factors}
    records: list[Record] = [_factor(one, ids) for one in factors]
    families = _families(project, new_id)
    records += dict.fromkeys(families.values())
    texts: dict[str, str] = {}
    users = {user.guid: user.name or user.guid for user in project.users}
    coded: list[Record] = []
    notes: dict[str, str] = {}
    for source in project.sources:
        if source.text is None:
            continue
        informant = Informant(new_id(), families[source.guid].id, source.name or _("onbekend"))
        frozen = freeze(source.text)
        day = held_on(source) or held
        interview = Interview(new_id(), informant.id, day, frozen.sha256, len(frozen.text))
        texts[interview.id] = frozen.text
        records += [informant, interview]
        coded += _codings(source, interview.id, ids, users, actor, new_id, notes)
    memos = [
        Memo(new_id(), actor, now, note.text, notes.get(note.guid, "")) for note in project.notes if note.text
    ]
    return ProjectRecords((*records, *coded, *memos), texts)


def _factor(one: Factor, ids: Mapping[str, str]) -> Factor:
    return replace(one, id=ids[one.id], parent=ids[one.parent] if one.parent else "")


def _families(project: QdaProject, new_id: NewId) -> dict[str, Family]:
    """The family of each source with a text."""
    found: dict[str, Family] = {}
    for case in project.cases:
        family = Family(new_id(), case.name or _("gezin"), case.description)
        found.update({source: family for source in case.sources if source not in found})
    for source in project.sources:
        if source.guid not in found:
            found[source.guid] = Family(new_id(), source.name or _("gezin"))
    with_text = {source.guid for source in project.sources if source.text is not None}
    return {source: family for source, family in found.items() if source in with_text}


def _codings(
    source: Source,
    interview: str,
    ids: Mapping[str, str],
    users: Mapping[str, str],
    actor: str,
    new_id: NewId,
    notes: dict[str, str],
) -> list[Coding]:
    """The codings of a source; what notes there are on a passage is kept in `notes`."""
    found = []
    noted = {(one.start, one.end): one.notes for one in source.selections if one.notes}
    for one in codings_of(source, interview):
        if one.factor in ids:
            coder = users.get(one.coder, one.coder) or actor
            coding = replace(one, id=new_id(), factor=ids[one.factor], coder=coder)
            found.append(coding)
            notes.update(dict.fromkeys(noted.get((one.start, one.end), ()), coding.id))
    return found
