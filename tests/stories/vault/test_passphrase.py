# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a passphrase to a key: slowly, the same every time, with a way for old machines."""

from typing import Any

import pytest
from cryptography.exceptions import UnsupportedAlgorithm

from wijkverhaal.stories.vault import passphrase
from wijkverhaal.stories.vault.passphrase import Stretch, new_stretch
from wijkverhaal.stories.vault.refusal import TamperedError

WORDS = "vier groene stoelen op dinsdag"


def test_the_same_words_give_the_same_key_and_another_salt_another() -> None:
    stretch = new_stretch()
    assert stretch.way == "argon2id"
    assert stretch.key(WORDS) == stretch.key(WORDS)
    assert stretch.key(WORDS) != new_stretch().key(WORDS)


def test_accents_may_be_typed_in_two_ways() -> None:
    stretch = Stretch("argon2id", (2, 19 * 1024, 1), b"s" * 16)
    assert stretch.key("een café in Limburg") == stretch.key("een cafe\u0301 in Limburg")


def test_a_machine_without_argon_uses_scrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(**_words: Any) -> None:
        raise UnsupportedAlgorithm("not here")

    monkeypatch.setattr(passphrase, "Argon2id", missing)
    stretch = new_stretch()
    assert stretch.way == "scrypt"
    assert stretch.cost[0] >= 2**17
    light = Stretch("scrypt", (2**15, 8, 1), stretch.salt)
    assert light.key(WORDS) != light.key(WORDS + "!")


@pytest.mark.parametrize(
    "stretch",
    [
        Stretch("md5", (3, 65536, 4), b"s" * 16),
        Stretch("argon2id", (1, 65536, 4), b"s" * 16),
        Stretch("argon2id", (3, 8, 4), b"s" * 16),
        Stretch("argon2id", (3, 65536, 4), b"kort"),
        Stretch("argon2id", (3, 2**40, 4), b"s" * 16),
        Stretch("scrypt", (2**14, 8, 1), b"s" * 16),
        Stretch("scrypt", (2**15 + 1, 8, 1), b"s" * 16),
        Stretch("scrypt", (2**30, 8, 1), b"s" * 16),
    ],
)
def test_a_way_that_this_program_never_writes_is_refused(stretch: Stretch) -> None:
    with pytest.raises(TamperedError):
        stretch.key(WORDS)
