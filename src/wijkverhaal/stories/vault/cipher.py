# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sealing: what is written can be read only with its key, and only at the place it was written for.

AES-256-GCM with a nonce of 96 random bits. The place goes along as associated data, so that a sealed
text that was put in another field, interview, study or version does not open.
"""

import os
from dataclasses import dataclass
from json.encoder import encode_basestring_ascii

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from wijkverhaal.stories.vault.refusal import TamperedError

KEY_BYTES = 32
_FORMAT = b"\x01"
_NONCE_BYTES = 12


@dataclass(frozen=True)
class Place:
    """Where a sealed text belongs.

    Attributes
    ----------
    study, item, field : str
        `item` is what has a key of its own, mostly an interview.
    version : int
        Raised whenever the field is written again; the caller keeps it beside the sealed text.
    """

    study: str
    item: str
    field: str
    version: int = 1

    def bound(self) -> bytes:
        """The place as bytes, never the same for two places."""
        return bound_to("field", self.study, self.item, self.field, self.version)


def bound_to(*parts: str | int) -> bytes:
    """Words and numbers as bytes, never the same for two lists."""
    # as JSON, written out because a page asks for hundreds of places
    words = (encode_basestring_ascii(one) if isinstance(one, str) else str(one) for one in parts)
    return ",".join(('["wijkverhaal"', *words)).encode() + b"]"


def new_key() -> bytes:
    """A key of 256 random bits."""
    return AESGCM.generate_key(bit_length=8 * KEY_BYTES)


def derived_key(secret: bytes, purpose: bytes, salt: bytes | None = None) -> bytes:
    """A key for one purpose from a secret that is as random as a key (HKDF with SHA-256)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose).derive(secret)


def seal(key: bytes, content: bytes, bound: bytes) -> bytes:
    """Content that opens only with `key`, and only when it is said to belong where it does."""
    nonce = os.urandom(_NONCE_BYTES)
    return _FORMAT + nonce + AESGCM(key).encrypt(nonce, content, bound)


def unseal(key: bytes, sealed: bytes, bound: bytes, what: str = "") -> bytes:
    """The content.

    Raises
    ------
    TamperedError
        When the key is another, or the content was changed or belongs elsewhere; `what` names it.
    """
    nonce, rest = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    if sealed[:1] != _FORMAT or len(nonce) != _NONCE_BYTES:
        raise TamperedError(what)
    try:
        return AESGCM(key).decrypt(nonce, rest, bound)
    except InvalidTag as error:
        raise TamperedError(what) from error


def seal_text(key: bytes, text: str, place: Place) -> bytes:
    """A text sealed at its place."""
    return seal(key, text.encode("utf-8"), place.bound())


def unseal_text(key: bytes, sealed: bytes, place: Place) -> str:
    """A text from its place; see `unseal`."""
    return unseal(key, sealed, place.bound(), place.field).decode("utf-8")
