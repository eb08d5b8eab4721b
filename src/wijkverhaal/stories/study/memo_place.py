# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""On what a memo can be: the whole study, or a family, interview, factor, event or coding of it."""

from collections.abc import Iterable, Sequence
from typing import Literal

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.folding import fold
from wijkverhaal.stories.study.record import (
    CellSummary,
    Child,
    Coding,
    Episode,
    Factor,
    Family,
    Interview,
    Memo,
    Record,
    ToldEvent,
)
from wijkverhaal.stories.study.study import Study

MemoKind = Literal["study", "family", "interview", "factor", "event", "coding"]
MEMO_KINDS: tuple[MemoKind, ...] = ("study", "family", "interview", "factor", "event", "coding")
_KINDS: dict[type[object], MemoKind] = {
    Family: "family",
    Child: "family",
    Episode: "family",
    CellSummary: "family",
    Interview: "interview",
    Factor: "factor",
    ToldEvent: "event",
    Coding: "coding",
}


def memo_kind(study: Study, memo: Memo) -> MemoKind:
    """On what kind of thing a memo is."""
    return _KINDS.get(type(study.records.get(memo.about)), "study") if memo.about else "study"


def memo_subject(study: Study, about: str) -> Record | None:
    """What a memo would be about; None for the whole study.

    Raises
    ------
    InputError
        When it is not there, or a memo cannot be on it.
    """
    if not about:
        return None
    found = study.records.get(about)
    if found is None or type(found) not in _KINDS:
        raise InputError(_("Bij dit onderdeel kan geen notitie staan; kies een ander."))
    return found


def memos_with(memos: Iterable[Memo], words: str) -> list[Memo]:
    """The memos in which these words stand after each other, in any case, with or without accents.

    Raises
    ------
    InputError
        When there is nothing to look for.
    """
    wanted = " ".join(fold(words).text.split())
    if len(wanted) < 2:
        raise InputError(_("Typ minstens twee letters om te zoeken."))
    return [one for one in memos if wanted in " ".join(fold(one.text).text.split())]


def newest_first(memos: Iterable[Memo]) -> Sequence[Memo]:
    """Memos by when they were written."""
    return sorted(memos, key=lambda one: one.written, reverse=True)
