# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Anonymous numbers move in threes: who watches cannot subtract one person's answer."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.dialogue.in_threes import in_threes
from wijkverhaal.dialogue.recognition import Recognised, Recognition, recognition_of

ANSWERS = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(list(Recognised))), max_size=60)


def _answers(told: list[tuple[int, Recognised]]) -> list[Recognition]:
    return [Recognition(f"p{who}", "f", answer, serial) for serial, (who, answer) in enumerate(told)]


@settings(deadline=None)
@given(ANSWERS)
def test_between_two_screens_at_least_three_people_answered(told: list[tuple[int, Recognised]]) -> None:
    answers = _answers(told)
    before: list[Recognition] = []
    for seen in range(len(answers) + 1):
        now = in_threes(answers[:seen])
        added = {one.participant for one in now[len(before) :]}
        assert now[: len(before)] == before
        assert not added or len(added) >= 3
        before = now


@settings(deadline=None)
@given(ANSWERS, st.randoms())
def test_counting_again_gives_the_same(told: list[tuple[int, Recognised]], random: object) -> None:
    answers = _answers(told)
    mixed = list(answers)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert in_threes(mixed) == in_threes(answers)


def test_a_fourth_answer_waits() -> None:
    answers = _answers([(0, Recognised.YES), (1, Recognised.YES), (2, Recognised.YES), (3, Recognised.NO)])
    assert recognition_of(answers, "f").counts[Recognised.NO] == 0
    assert recognition_of(answers, "f", anonymous=False).counts[Recognised.NO] == 1


def test_of_two_people_nothing_is_told() -> None:
    tally = recognition_of(_answers([(0, Recognised.YES), (1, Recognised.NO)]), "f", anonymous=False)
    assert tally.people is None
    assert tally.counts == {}
    assert "2" not in tally.sentence


def test_when_it_is_over_the_ones_left_out_are_told_and_never_more_than_two() -> None:
    for many in range(12):
        answers = _answers([(k, Recognised.NO if k > 2 else Recognised.YES) for k in range(many)])
        tally = recognition_of(answers, "f")
        if tally.people is None:
            assert many < 3
            continue
        assert tally.people + tally.left_out == many
        assert tally.left_out <= 2
        assert ("telt het laatste antwoord niet mee" in tally.outcome) is (tally.left_out > 0)


def test_the_end_shows_no_other_counts_than_the_wall_just_before_it() -> None:
    told = [(0, Recognised.YES), (1, Recognised.YES), (2, Recognised.YES), (3, Recognised.NO)]
    on_the_wall = recognition_of(_answers(told[:3]), "f")
    assert recognition_of(_answers(told), "f").counts == on_the_wall.counts


def test_with_names_everybody_counts() -> None:
    answers = _answers([(k, Recognised.YES) for k in range(5)])
    tally = recognition_of(answers, "f", anonymous=False)
    assert (tally.people, tally.left_out) == (5, 0)
    assert tally.outcome == tally.sentence
