# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who withdraws is gone everywhere, and only a tombstone remains."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.stories.example import NOW, coding, full_study, study_of
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.stories.study.action import Action, apply, change_to, removal_of
from wijkverhaal.stories.study.erasure import erase
from wijkverhaal.stories.study.history import statement
from wijkverhaal.stories.study.item import interview_item, item_of, items_of_action
from wijkverhaal.stories.study.record import Following, ToldEvent
from wijkverhaal.stories.study.record_json import record_json
from wijkverhaal.stories.study.withdrawal import withdraw
from wijkverhaal.stories.time_expression import read_time
from wijkverhaal.stories.vault.key_file import KeyFile

STUDY = study_of(
    *full_study().records.values(),
    ToldEvent("start", "A", "start"),
    ToldEvent("end", "A", "end"),
    statement("u1", "A-mother", "start", read_time("toen hij drie was"), interview="A1", start=0, end=5),
    statement("u2", "A-school", "start", read_time("groep 2")),
    statement("u3", "A-mother", "end", read_time("groep 5")),
    statement("u4", "A-school", "start", None),
    Following("f1", "A", ("u1", "u2"), "school heeft het dossier", "anna"),
    Following("f2", "A", ("u3",), "zij twijfelde zelf", "anna"),
)


def test_all_of_theirs_goes_and_nothing_else() -> None:
    study = STUDY
    done = withdraw(study, "A-mother")
    assert set(done.removed) == {
        "A-mother", "A1", "c1", "k1", "k8", "j1", "m1", "u1", "u3", "end", "f2"
    }  # fmt: skip
    assert done.changed == ("f1",)
    assert set(done.study.records) == set(study.records) - set(done.removed)
    left = json.dumps([record_json(one) for one in done.study.records.values()])
    assert "A-mother" not in left
    assert done.items == ("informant/A-mother", "interview/A1")
    assert dict(done.tombstone) == {
        "Coding": 2, "Consent": 1, "Informant": 1, "Interview": 1, "Judgement": 1, "Memo": 1,
        "Statement": 2, "ToldEvent": 1, "Following": 1,
    }  # fmt: skip
    assert set(done.to_review) == {"m2", "x1", "f1"}


def test_their_judgement_of_the_outcome_goes_too() -> None:
    assert "o2" in withdraw(full_study(), "B-mother").removed


def test_the_history_follows_from_what_is_left() -> None:
    history = withdraw(STUDY, "A-mother").history
    assert history.informants == ("A-school",)
    assert [choice.set_aside for choice in history.choices] == [frozenset({"u2"})]
    assert [event.id for event in history.events] == ["start"]


def test_what_was_removed_long_before_is_found_in_the_actions() -> None:
    study = full_study()
    old = coding("old", "A1", "click", 60)
    first = Action("a1", "anna", NOW, change_to(study, old))
    there = apply(study, first.changes)
    second = Action("a2", "anna", NOW, removal_of(there, ["old"]))
    others = Action("a3", "anna", NOW, change_to(study, coding("b", "B1", "late")))
    study = apply(there, second.changes)
    assert withdraw(study, "A-mother", (first, second, others)).actions == ("a1", "a2")


def test_nobody_withdraws_twice() -> None:
    study = withdraw(full_study(), "A-mother").study
    with pytest.raises(NotFoundError):
        withdraw(study, "A-mother")


def test_every_record_has_its_key() -> None:
    study = STUDY
    items = {name: item_of(study, record) for name, record in study.records.items()}
    assert items["k1"] == items["m1"] == items["j1"] == items["A1"] == interview_item("A1")
    assert items["c1"] == items["A-mother"] == "informant/A-mother"
    assert items["o2"] == "informant/B-mother"
    assert items["x1"] == items["m2"] == items["late"] == items["o1"] == items["start"] == items["f1"] == ""
    assert (items["u1"], items["u2"]) == ("interview/A1", "informant/A-school")
    mixed = Action("a", "anna", NOW, removal_of(study, ["late"]))
    assert {"", "interview/A1", "interview/C2"} <= items_of_action(study, mixed)


def test_erasing_takes_every_key_and_every_old_backup() -> None:
    keys = KeyFile("s1", 1, 1, (), {"interview/A1": b"", "register": b""})
    now = datetime(2030, 1, 2, tzinfo=UTC)
    backups = [("oud", now - timedelta(days=31)), ("nieuw", now - timedelta(days=2))]
    done = erase(full_study(), keys, backups, now)
    assert done.items == ("interview/A1", "register")
    assert set(done.records) == set(full_study().records)
    assert done.backups == ("oud",)
    assert dict(done.tombstone) == {"records": len(full_study().records), "keys": 2}
