# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An invitation: a link of 128 random bits that opens one session, until it ends or is taken back."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wijkverhaal.foundation.language import _

_BYTES = 16


class InvitationState(StrEnum):
    """Whether a link opens its session."""

    OPEN = "open"
    EXPIRED = "verlopen"
    REVOKED = "ingetrokken"

    @property
    def sentence(self) -> str:
        """What somebody with the link reads."""
        sentences = {
            InvitationState.OPEN: _("Deze link geeft toegang tot het gesprek."),
            InvitationState.EXPIRED: _("Deze link is verlopen; vraag de gespreksleider om een nieuwe."),
            InvitationState.REVOKED: _("Deze link is ingetrokken; vraag de gespreksleider om een nieuwe."),
        }
        return sentences[self]


@dataclass(frozen=True)
class Invitation:
    """What the server keeps of a link: a fingerprint, never the link itself.

    Attributes
    ----------
    session : str
    fingerprint : str
        SHA-256 of the token; of 128 random bits it cannot be turned back.
    expires : datetime
        By the server's clock, with its timezone.
    revoked : bool
    """

    session: str
    fingerprint: str
    expires: datetime
    revoked: bool = False

    def state(self, now: datetime) -> InvitationState:
        """Whether the link still works; `now` is the server's."""
        if self.revoked:
            return InvitationState.REVOKED
        return InvitationState.EXPIRED if now >= self.expires else InvitationState.OPEN

    def opens(self, session: str, token: str, now: datetime) -> bool:
        """Whether this token opens this session now."""
        same = hmac.compare_digest(self.fingerprint, fingerprint(token))
        return same and session == self.session and self.state(now) is InvitationState.OPEN


def new_token() -> str:
    """128 random bits for in a link, 22 characters.

    >>> len(new_token()), new_token() == new_token()
    (22, False)
    """
    return secrets.token_urlsafe(_BYTES)


def fingerprint(token: str) -> str:
    """What the server keeps of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
