# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people write beside an answer: without the answer, the newest of each, and it can be moderated."""

from wijkverhaal.dialogue.moderation import ModerationReason
from wijkverhaal.dialogue.recognition import Recognised, Recognition
from wijkverhaal.dialogue.remark import reasons_of, texts_of, wishes_of
from wijkverhaal.dialogue.valuation import Valuation, Valued

ANSWERS = [
    Recognition("p0", "f", Recognised.NO, 1, "eerst dit"),
    Recognition("p0", "f", Recognised.NO, 2, "toen dat"),
    Recognition("p1", "f", Recognised.YES, 3),
    Recognition("p2", "g", Recognised.YES, 4, "over een ander cijfer"),
    Recognition("p3", "f", Recognised.YES, 5, "ook iets"),
]


def test_of_each_the_newest_is_read_without_the_answer_or_who() -> None:
    found = reasons_of(ANSWERS, "f", {})
    assert texts_of(found) == ("toen dat", "ook iets")
    assert not any(word in repr(found) for word in ("p0", "herkend", "nee"))


def test_what_was_moderated_is_told_by_its_reason_only() -> None:
    found = reasons_of(ANSWERS, "f", {"2": ModerationReason.NAME})
    assert found[0].instead == "Deze bijdrage is weggehaald: er staat een naam in."
    assert texts_of(found) == ("ook iets",)


def test_who_takes_back_the_newest_does_not_bring_back_the_one_before() -> None:
    assert texts_of(reasons_of([*ANSWERS, Recognition("p0", "f", Recognised.NO, 9)], "f", {})) == (
        "ook iets",
    )


def test_wishes_are_read_the_same_way() -> None:
    given = [Valuation("p0", "f", Valued.OTHERWISE, 1, "meer rust"), Valuation("p1", "f", Valued.FINE, 2)]
    assert texts_of(wishes_of(given, "f", {})) == ("meer rust",)
