# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words are found where they stand, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.search.word_search import WordSearch

SEARCH = WordSearch({"a": "De crèche was dicht.\nDe juf, de  juffen en de\njuf.", "b": "Geen jufs creche."})


@pytest.mark.parametrize(
    ("words", "whole", "found"),
    [
        ("creche", False, ["crèche", "creche"]),
        ("CRÈCHE", True, ["crèche", "creche"]),
        ("juf", False, ["juf", "juf", "juf", "juf"]),
        ("juf", True, ["juf", "juf"]),
        ("de juf", False, ["De juf", "de  juf", "de\njuf"]),
        ("dejuf", False, []),
        ("uf", False, []),
        ("juf,", False, ["juf,"]),
    ],
)
def test_what_is_found(words: str, whole: bool, found: list[str]) -> None:
    assert [one.words for one in SEARCH.find(words, whole=whole)] == found


def test_the_words_around_it_and_how_many() -> None:
    first = SEARCH.find("crèche")[0]
    assert (first.interview, first.start, first.before, first.after[:4]) == ("a", 3, "De ", " was")
    assert len(SEARCH.find("juf", most=2)) == 2
    assert SEARCH.count("juf") == {"a": 3, "b": 1}


@pytest.mark.parametrize("words", ["", " ", "a", "\u0301"])
def test_there_must_be_something_to_look_for(words: str) -> None:
    with pytest.raises(InputError):
        SEARCH.find(words)


@given(st.text("aé\u0301 b", max_size=40), st.text("aéb", min_size=2, max_size=3))
def test_what_is_found_is_what_was_asked(text: str, words: str) -> None:
    for one in WordSearch({"a": text}).find(words):
        assert one.words == text[one.start : one.end]
        assert WordSearch({"a": one.words}).find(words)
