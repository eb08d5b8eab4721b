# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Memos on anything: of which kind, found by their words, sealed with what they are on."""

import pytest

from tests.stories.example import NOW, coding, families, study_of
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.study.item import item_of
from wijkverhaal.stories.study.memo_place import memo_kind, memo_subject, memos_with, newest_first
from wijkverhaal.stories.study.record import Memo, Statement, ToldEvent
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.study.withdrawal import withdraw

ABOUT = {
    "": "study",
    "A": "family",
    "A1": "interview",
    "late": "factor",
    "A-start": "event",
    "k1": "coding",
}


def _study() -> Study:
    memos = [
        Memo(f"m-{about}", "anna", NOW, f"Over {kind}: één gedachte", about) for about, kind in ABOUT.items()
    ]
    return study_of(
        *families(),
        ToldEvent("A-start", "A", "start"),
        Statement("s1", "A-mother", "A-start"),
        Statement("s2", "A-school", "A-start"),
        coding("k1", "A1", "late"),
        *memos,
    )


def test_of_which_kind_each_memo_is() -> None:
    study = _study()
    assert {one.about: memo_kind(study, one) for one in study.all(Memo)} == ABOUT


def test_a_memo_is_sealed_with_what_it_is_on() -> None:
    study = _study()
    items = {one.about: item_of(study, one) for one in study.all(Memo)}
    assert items["A1"] == items["k1"] == "interview/A1"
    assert {items[one] for one in ("", "A", "late", "A-start")} == {""}


def test_no_memo_on_what_is_not_there_or_is_somebody() -> None:
    study = _study()
    assert memo_subject(study, "") is None
    assert memo_subject(study, "late") is study.records["late"]
    for about in ("nobody", "A-mother", "m-A"):
        with pytest.raises(InputError):
            memo_subject(study, about)


def test_memos_are_found_without_accents_and_in_any_case() -> None:
    study = _study()
    assert len(memos_with(study.all(Memo), "EEN gedachte")) == len(ABOUT)
    assert [one.about for one in memos_with(study.all(Memo), "factor")] == ["late"]
    with pytest.raises(InputError):
        memos_with(study.all(Memo), "e")


def test_the_newest_memo_comes_first() -> None:
    memos = [Memo(str(day), "anna", NOW.replace(day=day), "x") for day in (2, 9, 5)]
    assert [one.id for one in newest_first(memos)] == ["9", "5", "2"]


def test_after_a_withdrawal_what_may_still_tell_of_somebody_is_read_again() -> None:
    done = withdraw(_study(), "A-mother")
    assert {"m-", "m-A", "m-late", "m-A-start"} <= set(done.to_review)
    assert {"m-A1", "m-k1"} <= set(done.removed)
