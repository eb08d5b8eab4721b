# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a memo is about, in words, and where that stands on the site."""

from dataclasses import dataclass

from django.urls import reverse

from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.words import event_words, tree
from wijkverhaal.stories.drawing.case_label import case_label
from wijkverhaal.stories.study.memo_place import MemoKind
from wijkverhaal.stories.study.record import (
    CellSummary,
    Child,
    Coding,
    Episode,
    Factor,
    Family,
    Informant,
    Interview,
    Memo,
    Record,
    ToldEvent,
)
from wijkverhaal.stories.study.study import Study

#: The heading of a group, and what stands in it: an id and what it is called.
Subjects = list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True)
class MemoShown:
    """A memo with what it is about, the address of that (or nothing), and whether it may be changed."""

    memo: Memo
    about: str
    address: str
    writer: str
    own: bool


def kind_words() -> dict[MemoKind, str]:
    """The kinds of things a memo can be on."""
    return {
        "study": _("het hele onderzoek"),
        "family": _("gezinnen"),
        "interview": _("interviews"),
        "factor": _("factoren"),
        "event": _("gebeurtenissen"),
        "coding": _("coderingen"),
    }


def shown_memo(
    study_id: str, study: Study, memo: Memo, writer: str, own: bool, researcher: bool
) -> MemoShown:
    """A memo as the page shows it; a coder gets addresses that are for coders only."""
    found = study.records.get(memo.about) if memo.about else None
    words, address = _about(study_id, study, found, researcher)
    return MemoShown(memo, words, address, writer, own)


def subjects(study: Study, researcher: bool) -> Subjects:
    """What a memo can be put on, by kind."""
    words = kind_words()
    families = sorted(study.all(Family), key=lambda one: one.label)
    groups: Subjects = []
    if researcher:
        groups.append((words["family"], [(one.id, one.label) for one in families]))
    told = [(one.id, _interview(study, one)) for one in study.all(Interview)]
    groups.append((words["interview"], sorted(told, key=lambda one: one[1])))
    factors = [(one.id, "– " * depth + one.name) for depth, one in tree(study.all(Factor))]
    groups.append((words["factor"], factors))
    if researcher:
        events = [(one.id, _event(study, one)) for one in study.all(ToldEvent)]
        groups.append((words["event"], sorted(events, key=lambda one: one[1])))
    return [one for one in groups if one[1]]


def _about(study_id: str, study: Study, found: Record | None, researcher: bool) -> tuple[str, str]:
    """What something is called, and its address."""

    def at(name: str, *arguments: str) -> str:
        return reverse(f"studies:{name}", args=[study_id, *arguments])

    match found:
        case Interview():
            return _interview(study, found), at("text", found.id)
        case Coding():
            factor = study.one(Factor, found.factor).name
            where = f"{at('text', found.interview)}?codering={found.id}"
            return f"{factor}, {_interview(study, study.one(Interview, found.interview))}", where
        case Factor():
            return found.name, at("factor", found.id) if researcher else at("codebook")
        case ToldEvent():
            return _event(study, found), at("history", found.family) if researcher else ""
        case Family() | Child() | Episode():
            family = found.id if isinstance(found, Family) else found.family
            return case_label(study, found.id), at("family", family) if researcher else ""
        case CellSummary():
            return case_label(study, found.case), at("matrix") if researcher else ""
    return _("het hele onderzoek"), ""


def _interview(study: Study, interview: Interview) -> str:
    who = study.one(Informant, interview.informant)
    return f"{study.one(Family, who.family).label}, {who.role}, {interview.held}"


def _event(study: Study, event: ToldEvent) -> str:
    return f"{study.one(Family, event.family).label}, {event_words(event)}"
