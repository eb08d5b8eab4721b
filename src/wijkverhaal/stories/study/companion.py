# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What other programs cannot hold, beside the project in the same file: `wijkverhaal.json`.

REFI-QDA knows no coding that says that something was not so, no consent, and no help history. Other programs
pass this part by; read here again, the file is the same study.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from wijkverhaal.stories.intake.frozen_text import freeze
from wijkverhaal.stories.offset_map import OffsetMap
from wijkverhaal.stories.pseudonym_register import PseudonymRegister
from wijkverhaal.stories.qda_project import QdaProject
from wijkverhaal.stories.study.leaving_words import hidden
from wijkverhaal.stories.study.need import needs
from wijkverhaal.stories.study.record import (
    CellSummary,
    Child,
    Coding,
    Consent,
    Episode,
    Factor,
    Family,
    Finished,
    Following,
    Informant,
    Interview,
    Judgement,
    Memo,
    Outcome,
    Record,
    Statement,
    ToldEvent,
)
from wijkverhaal.stories.study.record_json import read_record, record_json
from wijkverhaal.stories.study.study import Study

_FORMAT = 1
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_RECORDS = 300_000
_ALWAYS = (Family, Informant, Consent, Interview, Factor, Coding, Finished, Judgement)
_MEMOS = (Memo, CellSummary)
_HISTORY = (Child, Episode, ToldEvent, Statement, Following, Outcome)


@dataclass(frozen=True)
class Scope:
    """How much of a study leaves.

    Attributes
    ----------
    memos : bool
        Also what researchers wrote in their own words: memos and summaries.
    history : bool
        Also the help histories and how it went.
    """

    memos: bool = False
    history: bool = False


def leaving_records(
    study: Study,
    texts: Mapping[str, tuple[str, OffsetMap]],
    scope: Scope,
    register: PseudonymRegister | None,
) -> list[Record]:
    """The records of the interviews in `texts`, with their passages where their words went.

    Parameters
    ----------
    register : PseudonymRegister or None
        Names in own words become roles; None is for a file with names.
    """
    kinds = (*_ALWAYS, *(_MEMOS if scope.memos else ()), *(_HISTORY if scope.history else ()))
    informants = {study.one(Interview, name).informant for name in texts}
    families = {study.one(Informant, name).family for name in informants}
    found = []
    for record in _standing(list(_complete(study, kinds, texts, informants, families))):
        own = record if isinstance(record, Factor) else hidden(record, _family_of(study, record), register)
        if isinstance(own, Family) and not scope.memos:
            own = replace(own, summary="")
        found.append(_placed(own, texts))
    return found


def _complete(
    study: Study,
    kinds: tuple[type, ...],
    texts: Mapping[str, object],
    informants: set[str],
    families: set[str],
) -> Iterator[Record]:
    """The records of these kinds without what is not there to point to, each after what it needs."""
    order = {kind: place for place, kind in enumerate((*_ALWAYS[:5], *_HISTORY, *_ALWAYS[5:], *_MEMOS))}
    wanted = [one for one in study.records.values() if isinstance(one, kinds)]
    known = {one.id for one in wanted}
    for one in sorted(wanted, key=lambda record: order[type(record)]):
        match one:
            case Family() if one.id not in families:
                continue
            case Informant() if one.id not in informants:
                continue
            case Interview() if one.id not in texts:
                continue
            case Coding():
                about = tuple(name for name in one.about if name in known)
                yield replace(one, about=about, event=one.event if one.event in known else "")
            case Statement() if one.interview not in texts:
                yield replace(one, interview="", start=0, end=0)
            case Outcome() if isinstance(study.records.get(one.by), Informant) and one.by not in informants:
                continue
            case Following():
                left = tuple(name for name in one.set_aside if _told_by(study, name) in informants)
                if left:
                    yield replace(one, set_aside=left)
            case _:
                yield one


def _standing(records: list[Record]) -> list[Record]:
    """The records each after what it needs; those go that need what is not there."""
    there: dict[str, Record] = {}
    waiting, before = records, len(records) + 1
    while len(waiting) < before:
        before, left = len(waiting), []
        for one in waiting:
            if all(need in there for need in needs(one)):
                there[one.id] = one
            else:
                left.append(one)
        waiting = left
    return list(there.values())


def _told_by(study: Study, statement: str) -> str:
    found = study.records.get(statement)
    return found.informant if isinstance(found, Statement) else ""


def _family_of(study: Study, record: Record) -> str:
    """The family a record is about; empty where it is about no one family."""
    match record:
        case Family():
            return record.id
        case Consent() | Statement() | Interview():
            return study.one(Informant, record.informant).family
        case Coding() | Finished():
            return study.family_of(record.interview)
        case Outcome() | CellSummary():
            return _family_of(study, study.records[record.case])
        case Memo() if record.about in study.records:
            return _family_of(study, study.records[record.about])
    return str(getattr(record, "family", ""))


def _placed(record: Record, texts: Mapping[str, tuple[str, OffsetMap]]) -> Record:
    if isinstance(record, Coding) or (isinstance(record, Statement) and record.interview):
        start, end = texts[record.interview][1].to_new(record.start, record.end)
        return replace(record, start=start, end=end)
    if isinstance(record, Interview):
        frozen = freeze(texts[record.id][0])
        return replace(record, sha256=frozen.sha256, length=len(frozen.text))
    return record


def companion_words(records: list[Record]) -> str:
    """The part as it is written."""
    whole = {"format": _FORMAT, "records": [record_json(one) for one in records]}
    return json.dumps(whole, ensure_ascii=False)


def companion_records(project: QdaProject) -> tuple[Record, ...] | None:
    """The records of a project that Wijkverhaal wrote and nobody changed since.

    Returns
    -------
    tuple of Record or None
        None where there is no such part, it is damaged, or the project has other texts or codings.
    """
    if not project.companion:
        return None
    try:
        read = json.loads(project.companion)
        if read["format"] != _FORMAT or len(read["records"]) > _MOST_RECORDS:
            return None
        found = tuple(read_record(one) for one in read["records"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    if not all(map(_is_whole, found)) or len({one.id for one in found}) != len(found):
        return None
    return found if _agrees(found, project) else None


def _agrees(records: tuple[Record, ...], project: QdaProject) -> bool:
    texts = {one.guid: one.text for one in project.sources if one.text is not None}
    told = {one.id: one.length for one in records if isinstance(one, Interview)}
    if told != {guid: len(text) for guid, text in texts.items()}:
        return False
    coded = {
        (one.interview, one.factor, one.start, one.end)
        for one in records
        if isinstance(one, Coding) and one.present
    }
    return coded == {
        (source.guid, coding.code, passage.start, passage.end)
        for source in project.sources
        for passage in source.selections
        for coding in passage.codings
    }


def _is_whole(record: Record) -> bool:
    """Whether every field holds what belongs there: a stranger may have written it."""
    hints = get_type_hints(type(record))
    return all(_holds(getattr(record, one.name), hints[one.name]) for one in fields(record))


def _holds(value: Any, hint: Any) -> bool:
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    if get_origin(hint) is tuple:
        return isinstance(value, tuple) and all(_holds(one, get_args(hint)[0]) for one in value)
    if isinstance(hint, UnionType):
        return any(_holds(value, one) for one in get_args(hint))
    if hint is type(None):
        return value is None
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if hint is date:
        return isinstance(value, date) and not isinstance(value, datetime)
    return isinstance(value, hint) and (hint is not str or not _SURROGATE.search(value))
