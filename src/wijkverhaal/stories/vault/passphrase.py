# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a passphrase to a key, slowly: Argon2id, or scrypt where the machine has no Argon2id.

The way and its parameters are stored beside what they lock, so that they can become heavier later.
Argon2id with the second choice of RFC 9106 (64 MiB, 3 rounds, 4 lanes).
"""

import os
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.vault.cipher import KEY_BYTES
from wijkverhaal.stories.vault.refusal import TamperedError

LEAST_CHARACTERS = 15
_LEAST_DIFFERENT = 6
#: Least and most of (rounds or cost, memory in KiB or block size, lanes) that is believed of a file:
#: less would make guessing easy, more would stop the machine.
_ROOM = {
    "argon2id": ((2, 10), (19 * 1024, 1024 * 1024), (1, 8)),
    "scrypt": ((2**15, 2**20), (8, 16), (1, 4)),
}


@dataclass(frozen=True)
class Stretch:
    """How a passphrase becomes a key.

    Attributes
    ----------
    way : str
        "argon2id" (rounds, KiB of memory, lanes) or "scrypt" (n, r, p).
    cost : tuple of int
        The three numbers of that way.
    salt : bytes
    """

    way: str
    cost: tuple[int, int, int]
    salt: bytes

    def key(self, passphrase: str) -> bytes:
        """The key; takes tenths of a second on purpose.

        Raises
        ------
        TamperedError
            When the parameters are such as this program never writes.
        """
        self._check()
        secret = spoken(passphrase).encode("utf-8", "surrogatepass")
        first, second, third = self.cost
        if self.way == "scrypt":
            return Scrypt(salt=self.salt, length=KEY_BYTES, n=first, r=second, p=third).derive(secret)
        return Argon2id(
            salt=self.salt, length=KEY_BYTES, iterations=first, lanes=third, memory_cost=second
        ).derive(secret)

    def _check(self) -> None:
        room = _ROOM.get(self.way)
        if room is None or len(self.salt) < 16 or len(self.cost) != len(room):
            raise TamperedError(self.way)
        power = self.way != "scrypt" or self.cost[0] & (self.cost[0] - 1) == 0
        if not power or any(not low <= one <= high for one, (low, high) in zip(self.cost, room, strict=True)):
            raise TamperedError(self.way)


def new_stretch() -> Stretch:
    """The way this machine does it now, with a salt of its own."""
    best = Stretch("argon2id", (3, 64 * 1024, 4), os.urandom(16))
    try:
        Argon2id(salt=best.salt, length=KEY_BYTES, iterations=1, lanes=1, memory_cost=8)
    except UnsupportedAlgorithm:
        return Stretch("scrypt", (2**17, 8, 1), best.salt)
    return best


def spoken(passphrase: str) -> str:
    """A passphrase as it is meant: accents in one form, blanks single and none around it.

    >>> spoken("  vier   groene  stoelen ")
    'vier groene stoelen'
    """
    return " ".join(unicodedata.normalize("NFC", passphrase).split())


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too easy.

    Raises
    ------
    InputError
        When it is short or has few different characters.
    """
    meant = spoken(passphrase)
    if len(meant) < LEAST_CHARACTERS or len(set(meant.lower())) < _LEAST_DIFFERENT:
        raise InputError(
            _(
                "Deze wachtzin is te makkelijk; neem vier of meer losse woorden,"
                " samen minstens {count} tekens."
            ).format(count=LEAST_CHARACTERS)
        )
