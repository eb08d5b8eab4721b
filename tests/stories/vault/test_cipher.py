# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A sealed text opens only with its key, only where it belongs, and only unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.stories.vault.cipher import Place, new_key, seal_text, unseal_text
from wijkverhaal.stories.vault.refusal import TamperedError

_NAMES = st.text(max_size=6)
_PLACES = st.builds(Place, _NAMES, _NAMES, _NAMES, st.integers(0, 9))
KEY = new_key()


@given(st.text(), _PLACES)
def test_what_is_sealed_opens_at_its_place(text: str, place: Place) -> None:
    sealed = seal_text(KEY, text, place)
    assert unseal_text(KEY, sealed, place) == text


@given(_PLACES, _PLACES)
def test_it_opens_nowhere_else(place: Place, other: Place) -> None:
    sealed = seal_text(KEY, "Het begon toen hij drie was.", place)
    if place == other:
        return
    with pytest.raises(TamperedError):
        unseal_text(KEY, sealed, other)


@given(st.integers(0, 60), st.integers(1, 255))
def test_a_changed_byte_is_seen(where: int, change: int) -> None:
    place = Place("s", "i", "text")
    sealed = bytearray(seal_text(KEY, "Het begon toen hij drie was.", place))
    sealed[where % len(sealed)] ^= change
    with pytest.raises(TamperedError):
        unseal_text(KEY, bytes(sealed), place)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01" + bytes(11), b"\x01" + bytes(12), b"platte tekst"])
def test_what_was_never_sealed_does_not_open(sealed: bytes) -> None:
    with pytest.raises(TamperedError):
        unseal_text(KEY, sealed, Place("s", "i", "text"))


def test_another_key_does_not_open_it() -> None:
    place = Place("s", "i", "text")
    with pytest.raises(TamperedError):
        unseal_text(new_key(), seal_text(KEY, "tekst", place), place)


def test_the_same_text_is_never_sealed_the_same() -> None:
    place = Place("s", "i", "text")
    assert seal_text(KEY, "tekst", place) != seal_text(KEY, "tekst", place)


def test_nothing_readable_is_left() -> None:
    sealed = seal_text(KEY, "Toen kwam de juf langs" * 20, Place("s", "i", "text"))
    assert b"juf" not in sealed
