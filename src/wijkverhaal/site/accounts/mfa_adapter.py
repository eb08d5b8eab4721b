# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How secrets of second steps are kept: locked with the secret of the site, which no database holds."""

from base64 import urlsafe_b64encode
from hashlib import sha256

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

_PURPOSE = b"wijkverhaal.second-factor|"


class MfaAdapter(DefaultMFAAdapter):
    """Locks what allauth keeps of second steps."""

    def encrypt(self, text: str) -> str:
        """The text, locked."""
        return _lock().encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """The text; one that no code fits where the site has another secret since."""
        try:
            return _lock().decrypt(encrypted_text.encode("ascii")).decode()
        except InvalidToken:
            return str(generate_totp_secret())


def _lock() -> Fernet:
    return Fernet(urlsafe_b64encode(sha256(_PURPOSE + settings.SECRET_KEY.encode()).digest()))
