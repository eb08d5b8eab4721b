# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Passages that share their wording with examples come first."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.stories.search.alike import AlikeSearch
from wijkverhaal.stories.search.passage import Passage, passages

TEXTS = {
    "a": "Wij stonden acht maanden op de wachtlijst voor hulp.\nMijn zus kookte elke dinsdag voor iedereen.",
    "b": "Die wachtlijsten, daar word je als ouder helemaal gek van.\nDe juf was aardig en zag hem staan.",
}


def test_other_forms_of_the_words_are_found() -> None:
    found = AlikeSearch(TEXTS).like(["We moesten lang wachten op een wachtlijst."])
    assert [one.passage.interview for one in found[:2]] == ["a", "b"]
    assert "wachtlijst" in TEXTS["a"][found[0].passage.start : found[0].passage.end]
    assert any("wachtlijst" in word for word in found[0].words)
    assert all(1 >= one.likeness >= other.likeness > 0 for one, other in pairwise(found))


def test_the_same_passage_is_entirely_alike_and_what_was_coded_is_left_out() -> None:
    search = AlikeSearch(TEXTS)
    first = search.passages[0]
    example = TEXTS["a"][first.start : first.end]
    assert search.like([example])[0].likeness > 0.999
    left = [one.passage for one in search.like([example], without=[Passage("a", 5, 6)])]
    assert first not in left


def test_nothing_is_like_nothing() -> None:
    assert AlikeSearch({}).like(["wachtlijst"]) == []
    assert AlikeSearch(TEXTS).like([]) == []
    assert AlikeSearch(TEXTS).like(["😀😀😀"]) == []
    assert AlikeSearch({"a": "", "b": "ja"}).like(["xyzzy"]) == []


@given(st.text(" ab.\n😀", max_size=2000))
def test_passages_cover_every_word_once(text: str) -> None:
    found = list(passages("a", text))
    covered = [place for one in found for place in range(one.start, one.end)]
    assert len(covered) == len(set(covered))
    assert {place for place, sign in enumerate(text) if not sign.isspace()} <= set(covered)
    assert all(text[one.start : one.end] == text[one.start : one.end].strip() for one in found)
    assert all(0 < one.end - one.start <= 600 for one in found)
