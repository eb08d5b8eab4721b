# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people type: words stay, what misleads goes, markup stays text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.dialogue.contribution_text import LONGEST, cleaned, cleaned_line, isolated, tidied
from wijkverhaal.foundation.errors import InputError

ANY = st.text(st.characters(), max_size=200)
TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@settings(deadline=None)
@given(ANY)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert tidied(tidied(text)) == tidied(text)


@settings(deadline=None)
@given(ANY)
def test_nothing_that_turns_or_controls_is_left(text: str) -> None:
    kept = tidied(text + TURNING + text)
    assert not set(kept) & set(TURNING)
    assert not any(unicodedata.category(one) in ("Cc", "Cs") for one in kept.replace("\n", ""))
    assert kept == unicodedata.normalize("NFC", kept)
    kept.encode("utf-8")


@settings(deadline=None)
@given(st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=100))
def test_words_of_every_script_stay(text: str) -> None:
    normal = unicodedata.normalize("NFC", text)
    assert tidied(normal) == unicodedata.normalize("NFC", normal)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "<b>vet</b> & zo",
        "=1+1",
        "**vet**",
        "\u05e9\u05dc\u05d5\u05dd",
    ],
)
def test_markup_and_other_scripts_stay_text(text: str) -> None:
    assert cleaned(text) == text


def test_emoji_of_several_parts_stay_whole() -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    assert tidied(family) == family


def test_a_pile_of_marks_is_cut() -> None:
    assert len(tidied("a" + "\u0321" * 500)) < 10


def test_ten_thousand_characters_fit_and_one_more_does_not() -> None:
    assert len(cleaned("a" * LONGEST)) == LONGEST
    with pytest.raises(InputError, match=r"10\.001 tekens"):
        cleaned("a" * (LONGEST + 1))
    with pytest.raises(InputError, match="korter"):
        cleaned("a" * 10_000_000)


@pytest.mark.parametrize("text", ["", "  \n\t ", "\u202e\u200b", "\x00"])
def test_nothing_is_no_contribution(text: str) -> None:
    with pytest.raises(InputError, match="nog geen tekst"):
        cleaned(text)


def test_a_name_stands_on_one_line() -> None:
    assert cleaned_line(" Juf\n Anna\t de  Vries ", 80) == "Juf Anna de Vries"
    with pytest.raises(InputError, match="korter"):
        cleaned_line("a" * 81, 80)


def test_words_from_right_to_left_are_shut_in() -> None:
    assert isolated("\u05e9") == "\u2068\u05e9\u2069"
