# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project of another program as records, under the ids of that program."""

from collections.abc import Iterator
from datetime import date, datetime

from wijkverhaal.foundation.language import _
from wijkverhaal.stories.project_source import held_on
from wijkverhaal.stories.qda_project import QdaProject
from wijkverhaal.stories.study.exchange import codings_of, factors_of
from wijkverhaal.stories.study.record import Coding, Family, Informant, Interview, Memo, Record


def foreign_records(project: QdaProject, actor: str, now: datetime) -> tuple[Record, ...]:
    """The records of a project, each after what it needs.

    A case becomes a family and a source an informant who told it in one interview, under the guid of the
    source. A source of no case is a family by itself. Nothing is known of consent.
    """
    factors = factors_of(project.codes)
    known = {one.id for one in factors}
    families = dict(_families(project))
    people: list[Record] = []
    coded: list[Coding] = []
    notes: dict[str, str] = {}
    for source in project.sources:
        if source.text is None:
            continue
        people += [
            Informant(f"{source.guid}/informant", families[source.guid].id, source.name or _("onbekend")),
            Interview(
                source.guid, f"{source.guid}/informant", held_on(source) or date.min, "", len(source.text)
            ),
        ]
        noted = {(one.start, one.end): one.notes for one in source.selections if one.notes}
        here = [one for one in codings_of(source, source.guid, actor) if one.factor in known]
        coded += here
        for one in here:
            notes.update(dict.fromkeys(noted.get((one.start, one.end), ()), one.id))
    memos = [
        Memo(f"{one.guid}/memo", actor, now, one.text, notes.get(one.guid, ""))
        for one in project.notes
        if one.text
    ]
    return (*factors, *dict.fromkeys(families.values()), *people, *_apart(coded), *memos)


def _families(project: QdaProject) -> Iterator[tuple[str, Family]]:
    """The family of each source with a text."""
    cases = {source: case for case in reversed(project.cases) for source in case.sources}
    for source in project.sources:
        if source.text is None:
            continue
        case = cases.get(source.guid)
        if case is None:
            yield source.guid, Family(f"{source.guid}/family", source.name or _("gezin"))
        else:
            yield source.guid, Family(f"{case.guid}/family", case.name or _("gezin"), case.description)


def _apart(codings: list[Coding]) -> list[Coding]:
    """The codings, each once: programs give several the same id, or none."""
    found: dict[str, Coding] = {}
    for number, one in enumerate(codings):
        name = one.id if one.id not in found else f"{one.id}/{number}"
        found[name] = Coding(name, one.interview, one.factor, one.coder, one.start, one.end)
    return list(found.values())
