# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything can be taken back, and taken back again; others are left alone."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.stories.example import NOW, coding, families, full_study, study_of
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.study.action import Action, Change, apply, change_to, removal_of
from wijkverhaal.stories.study.record import Coding, Record
from wijkverhaal.stories.study.record_json import action_bytes, read_action
from wijkverhaal.stories.study.undo import redo, undo


@given(st.lists(st.sampled_from(sorted(full_study().records)), min_size=1, max_size=4))
def test_a_removal_and_its_opposite_return_to_the_start(names: list[str]) -> None:
    study = full_study()
    changes = removal_of(study, names)
    action = Action("x", "anna", NOW, changes)
    gone = apply(study, changes)
    assert not set(names) & set(gone.records)
    assert apply(gone, action.opposite).records == study.records
    assert read_action(action_bytes(action)) == action


def test_somebody_elses_change_is_not_overwritten() -> None:
    study = full_study()
    mine = change_to(study, coding("k1", "A1", "late", 5))
    theirs = apply(study, change_to(study, coding("k1", "A1", "late", 7)))
    with pytest.raises(InputError, match="Iemand anders"):
        apply(theirs, mine)


class _Session(RuleBasedStateMachine):
    """One person codes, takes back and does again; another codes in between."""

    def __init__(self) -> None:
        super().__init__()
        self.study = study_of(*families())
        self.actions: list[Action] = []
        self.mine = [dict(self.study.records)]
        self.here = 0
        self.numbers = count()

    def _do(self, actor: str, *after: Record) -> None:
        changes = change_to(self.study, *after)
        self.actions.append(Action(f"a{next(self.numbers)}", actor, NOW, changes))
        self.study = apply(self.study, changes)

    @rule(start=st.integers(0, 900))
    def code(self, start: int) -> None:
        self._do("anna", coding(f"k{next(self.numbers)}", "A1", "late", start))
        self._note()

    @rule(start=st.integers(0, 900))
    def move(self, start: int) -> None:
        own = [one for one in self.study.all(Coding) if one.coder == "anna"]
        if own and own[0].start != start:
            self._do("anna", replace(own[0], start=start, end=start + 10))
            self._note()

    @rule()
    def remove(self) -> None:
        own = [one.id for one in self.study.all(Coding) if one.coder == "anna"]
        if own:
            changes = removal_of(self.study, own[:1])
            self.actions.append(Action(f"a{next(self.numbers)}", "anna", NOW, changes))
            self.study = apply(self.study, changes)
            self._note()

    @rule()
    def somebody_else(self) -> None:
        name = f"b{next(self.numbers)}"
        self._do("bo", replace(coding(name, "B1", "click"), coder="bo"))

    @rule()
    def take_back(self) -> None:
        self._step(undo, self.here > 0, -1)

    @rule()
    def do_again(self) -> None:
        self._step(redo, self.here < len(self.mine) - 1, 1)

    def _step(self, way: object, possible: bool, move: int) -> None:
        name = f"a{next(self.numbers)}"
        if not possible:
            with pytest.raises(InputError):
                way(self.actions, "anna", name, NOW)  # type: ignore[operator]
            return
        action: Action = way(self.actions, "anna", name, NOW)  # type: ignore[operator]
        self.actions.append(action)
        self.study = apply(self.study, action.changes)
        self.here += move

    def _note(self) -> None:
        self.here += 1
        self.mine = [*self.mine[: self.here], self._own()]

    def _own(self) -> dict[str, Record]:
        return {
            name: one
            for name, one in self.study.records.items()
            if not (isinstance(one, Coding) and one.coder == "bo")
        }

    @invariant()
    def it_is_as_it_was_then(self) -> None:
        assert self._own() == self.mine[self.here]


TestSession = _Session.TestCase


def test_a_change_of_nothing_has_an_opposite() -> None:
    change = Change("k1", None, coding("k1", "A1", "late"))
    assert change.opposite.opposite == change
