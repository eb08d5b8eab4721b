# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who can open a study: a pair of keys of their own, the secret one under their passphrase.

The key of the study is sealed to the public key (HPKE, RFC 9180), so that it can be renewed for all
holders while only one of them is there, and nobody needs another's passphrase.
"""

import base64
import hashlib
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from wijkverhaal.foundation.language import _
from wijkverhaal.stories.vault.cipher import bound_to, seal, unseal
from wijkverhaal.stories.vault.passphrase import Stretch, new_stretch
from wijkverhaal.stories.vault.refusal import TamperedError, WrongPassphraseError

#: The holder that is a code on paper.
RECOVERY = "recovery"
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass(frozen=True)
class Holder:
    """One holder.

    Attributes
    ----------
    id : str
        Of the account; `RECOVERY` for the code on paper.
    public : bytes
    stretch : Stretch
        From passphrase to the key that locks `secret`.
    secret : bytes
        The secret key of the pair, sealed.
    study_key : bytes
        The key of the study, sealed to `public`; empty until another holder has admitted this one.
    """

    id: str
    public: bytes
    stretch: Stretch
    secret: bytes
    study_key: bytes = b""

    @property
    def admitted(self) -> bool:
        """Whether this holder can open the study."""
        return bool(self.study_key)

    @property
    def fingerprint(self) -> str:
        """What two people read to each other before one admits the other."""
        short = base64.b32encode(hashlib.sha256(self.public).digest())[:16].decode()
        return " ".join(short[place : place + 4] for place in range(0, 16, 4))

    def given(self, study: str, epoch: int, study_key: bytes) -> "Holder":
        """This holder with the key of the study."""
        public = X25519PublicKey.from_public_bytes(self.public)
        sealed = _SUITE.encrypt(study_key, public, bound_to("study key", study, epoch, self.id))
        return replace(self, study_key=sealed)

    def opened(self, study: str, epoch: int, passphrase: str) -> bytes:
        """The key of the study.

        Raises
        ------
        WrongPassphraseError
            When it does not fit.
        TamperedError
            When it fits, but the key of the study was changed.
        """
        secret = X25519PrivateKey.from_private_bytes(self._secret(study, passphrase))
        try:
            return _SUITE.decrypt(self.study_key, secret, bound_to("study key", study, epoch, self.id))
        except (InvalidTag, ValueError) as error:
            raise TamperedError(_("sleutelbestand")) from error

    def relocked(self, study: str, old: str, new: str) -> "Holder":
        """This holder under another passphrase; `old` must fit."""
        secret, stretch = self._secret(study, old), new_stretch()
        return replace(
            self, stretch=stretch, secret=seal(stretch.key(new), secret, _secret_place(study, self.id))
        )

    def _secret(self, study: str, passphrase: str) -> bytes:
        key = self.stretch.key(passphrase)
        try:
            return unseal(key, self.secret, _secret_place(study, self.id))
        except TamperedError as error:
            raise WrongPassphraseError from error


def new_holder(study: str, holder: str, passphrase: str) -> Holder:
    """A holder who cannot open anything yet."""
    pair, stretch = X25519PrivateKey.generate(), new_stretch()
    secret = seal(stretch.key(passphrase), pair.private_bytes_raw(), _secret_place(study, holder))
    return Holder(holder, pair.public_key().public_bytes_raw(), stretch, secret)


def _secret_place(study: str, holder: str) -> bytes:
    return bound_to("holder", study, holder)
