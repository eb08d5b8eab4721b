# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A folded text leads back to its own words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.stories.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("JOSÉ", "jose"),
        (unicodedata.normalize("NFD", "José"), "jose"),
        ("Sem’s", "sem's"),
        ("Lin\u00adda\u200b", "linda"),
        ("İstanbul", "istanbul"),
        ("Øystein Łukasz", "oystein lukasz"),
        ("Straße 😀", "straße 😀"),
    ],
)
def test_what_becomes_the_same(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(st.text())
def test_every_place_leads_back(text: str) -> None:
    folded = fold(text)
    assert folded.original(0, len(folded.text))[1] == len(text) or not folded.text
    here = 0
    for place in range(len(folded.text)):
        start, end = folded.original(place, place + 1)
        assert here <= start < end <= len(text)
        assert fold(text[start:end]).text == folded.text[place]
        here = end
