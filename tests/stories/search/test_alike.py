# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Passages that share their wording with examples come first."""

from collections import Counter
from itertools import pairwise
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.stories.folding import fold
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


def _plain_likeness(texts: list[str], example: str) -> list[float]:
    """The same with a dictionary of strings, for texts so short that no two strings share a bucket."""

    def counted(text: str) -> Counter[str]:
        words = [f" {word} " for word in fold(text).text.split()]
        return Counter(
            word[start : start + length]
            for word in words
            for length in (3, 4, 5)
            for start in range(len(word) - length + 1)
        )

    counts = [counted(text) for text in texts]
    used = Counter(one for each in counts for one in each)

    def vector(count: Counter[str]) -> dict[str, float]:
        raw = {
            one: (1 + log(times)) * (log((1 + len(texts)) / (1 + used[one])) + 1)
            for one, times in count.items()
        }
        length = sqrt(sum(value * value for value in raw.values()))
        return {one: value / length for one, value in raw.items()}

    wanted = vector(counted(example))
    return [sum(value * wanted.get(one, 0) for one, value in vector(each).items()) for each in counts]


def test_it_is_the_cosine_of_weighted_strings_of_letters() -> None:
    text = "Wacht wacht, de wachtlijst.\nDé zus wácht niet.\nJa hoor."
    told = [text[one.start : one.end] for one in passages("a", text)]
    found = AlikeSearch({"a": text}).like(["wachten op de lijst"])
    expected = {
        (one.start, one.end): value
        for one, value in zip(passages("a", text), _plain_likeness(told, "wachten op de lijst"), strict=True)
        if value
    }
    assert {(one.passage.start, one.passage.end) for one in found} == set(expected)
    for one in found:
        assert one.likeness == pytest.approx(expected[one.passage.start, one.passage.end], abs=1e-5)


@given(st.lists(st.text("ab é\u0301\n.😀\xad", max_size=60), min_size=1, max_size=4), st.integers(0, 3))
def test_what_is_asked_for_is_found_wherever_folding_moved_it(texts: list[str], which: int) -> None:
    named = {str(place): text for place, text in enumerate(texts)}
    search = AlikeSearch(named)
    for passage in search.passages[which : which + 1]:
        example = named[passage.interview][passage.start : passage.end]
        found = search.like([example], most=100)
        if fold(example).text.strip():
            assert found[0].likeness > 0.999
            assert max(one.likeness for one in found if one.passage == passage) > 0.999
        assert all(0 < one.likeness <= 1 for one in found)
