# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing is replaced that nobody decided, and a reader waits until all is. All names are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.capital_hit import capital_hits
from wijkverhaal.stories.hit import Hit
from wijkverhaal.stories.hit_decision import (
    HitDecision,
    decide,
    decide_everywhere,
    pseudonymised,
    text_for_readers,
    undecided,
)
from wijkverhaal.stories.pseudonym import RosterEntry, find_hits

ROSTER = [RosterEntry(("Sem",), "[kind-A]"), RosterEntry(("Roos",), "[zus-A]")]
TEXT = "Sem kocht een roos. Daarna ging Sem weg, met Roos."
HITS = find_hits(TEXT, ROSTER)


def test_each_hit_is_decided_by_itself() -> None:
    decisions = [decide(hit, hit.text != "roos", "anna") for hit in HITS]
    text, _moved = text_for_readers(TEXT, HITS, decisions)
    assert text == "[kind-A] kocht een roos. Daarna ging [kind-A] weg, met [zus-A]."


def test_everywhere_is_everywhere_that_says_the_same() -> None:
    decisions = decide_everywhere(HITS, HITS[0], True, "anna")
    assert [TEXT[one.start : one.end] for one in decisions] == ["Sem", "Sem"]
    assert [hit.text for hit in undecided(HITS, decisions)] == ["roos", "Roos"]


def test_everywhere_is_per_spelling() -> None:
    decisions = decide_everywhere(HITS, HITS[1], False, "anna")
    assert [TEXT[one.start : one.end] for one in decisions] == ["roos"]
    assert [hit.text for hit in undecided(HITS, decisions)] == ["Sem", "Sem", "Roos"]


def test_a_word_that_may_stay_says_nothing_about_a_name() -> None:
    word = Hit(HITS[0].start, HITS[0].end, "Sem", "[naam]", "capital")
    stays = decide(word, False, "anna")
    assert undecided([word], [stays]) == []
    assert undecided(HITS[:1], [stays]) == HITS[:1]
    assert undecided(HITS[:1], [HitDecision(0, 3, False, "", "anna")]) == HITS[:1]  # as it was kept before
    assert undecided(HITS[:1], [decide(HITS[0], False, "anna")]) == []


def test_of_decisions_that_overlap_nothing_stays() -> None:
    decisions = [HitDecision(0, 9, True, "[a]"), HitDecision(4, 18, True, "[b]")]
    assert pseudonymised("Sem kocht een roos, zei hij.", decisions)[0] == "[b], zei hij."


def test_a_name_within_a_longer_word_is_left_to_be_found() -> None:
    text = "Toen kwam Kevin Bos langs."
    named = find_hits(text, [RosterEntry(("Bos",), "[oom-A]")])
    assert [hit.text for hit in capital_hits(text, named)] == ["Kevin"]


def test_a_reader_waits() -> None:
    with pytest.raises(InputError, match="4 namen"):
        text_for_readers(TEXT, HITS, [])
    with pytest.raises(InputError, match="1 naam"):
        text_for_readers(TEXT, HITS, [decide(hit, True, "anna") for hit in HITS[1:]])


def test_another_replacement_and_a_passage_of_ones_own() -> None:
    own = HitDecision(TEXT.index("een roos"), TEXT.index("een roos") + 8, True, "[cadeau]", "anna")
    text, _moved = pseudonymised(TEXT, [decide(HITS[0], True, "anna", "[jongen]"), own])
    assert text.startswith("[jongen] kocht [cadeau]. Daarna")


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9), st.booleans()), max_size=8))
def test_codings_outside_every_decision_stay_on_their_words(places: list[tuple[int, int, bool]]) -> None:
    decisions = [
        HitDecision(start, min(start + length, len(TEXT)), accepted, "[rol]", "anna")
        for start, length, accepted in places
    ]
    new, moved = pseudonymised(TEXT, decisions)
    covered = {place for one in decisions if one.accepted for place in range(one.start, one.end)}
    for start in range(len(TEXT)):
        if start not in covered:
            assert new[slice(*moved.to_new(start, start + 1))] == TEXT[start]
            assert moved.to_old(*moved.to_new(start, start + 1)) == (start, start + 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Toen kwam Lotte Brands langs.", ["Lotte Brands"]),
        ("Ze woonde in Horn. Daar was niets.", ["Horn"]),
        ("I: Hoe ging het?\nMoeder: Goed.", []),
        ("Ik zei: “Ga weg.” En ik bedoelde het.", []),
        ("bij de GGZ en de IB'er, met Kerst", ["IB'er"]),
        ("de heer [vader-A] zei", []),
        ("Mevrouw J. zei niets", ["J"]),
    ],
)
def test_capitals_inside_a_sentence(text: str, found: list[str]) -> None:
    assert [hit.text for hit in capital_hits(text)] == found
