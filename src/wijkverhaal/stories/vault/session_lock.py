# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study that stays open for one visitor, with several workers, and nowhere on disk in the clear.

The key of the study is sealed under a secret that is only in the visitor's cookie; what is sealed lies in
the session store of the server. The one opens nothing without the other. The key itself is in memory
only while a request is answered. It does not matter how somebody logged in: the passphrase of the study
is asked apart from that, so it works the same with a login from elsewhere (OIDC).

The caller sets the secret as a cookie of its own, signed, HttpOnly, Secure, SameSite=Strict, for the
session only; deletes `stored` when somebody leaves; and keeps the store out of backups.
"""

import base64
import json
import os
from dataclasses import dataclass
from datetime import datetime, timedelta

from wijkverhaal.stories.vault.cipher import bound_to, derived_key, seal, unseal
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey
from wijkverhaal.stories.vault.refusal import LockedError, TamperedError

IDLE = timedelta(minutes=20)
LONGEST = timedelta(hours=8)


@dataclass(frozen=True)
class Opened:
    """An open study, and what to store in the place of what was stored."""

    study_key: StudyKey
    stored: str


def new_secret() -> str:
    """The secret for the cookie; one does for all studies that a visitor opens."""
    return base64.urlsafe_b64encode(os.urandom(32)).decode()


def keep_open(secret: str, study_key: StudyKey, visitor: str, now: datetime) -> str:
    """What to store on the server for this visitor and study.

    Parameters
    ----------
    visitor : str
        The account together with the session; a key kept for one does not open for another.
    """
    return _stored(secret, study_key, visitor, now, now)


def still_open(secret: str, stored: str, file: KeyFile, visitor: str, now: datetime) -> Opened:
    """The key of the study again, if it was used lately, is not open too long, and was not renewed.

    Raises
    ------
    LockedError
        In every other case; remove what was stored, and ask for the passphrase.
    """
    try:
        read = json.loads(stored)
        since, used = datetime.fromisoformat(read["since"]), datetime.fromisoformat(read["used"])
        epoch, sealed = int(read["epoch"]), base64.b64decode(read["sealed"], validate=True)
        late = now - used > IDLE or now - since > LONGEST or now < used - IDLE
        if late or epoch != file.epoch:
            raise LockedError
        place = _place(file.study, epoch, visitor, since, used)
        study_key = StudyKey(file.study, epoch, unseal(_key(secret), sealed, place))
    except (ValueError, TypeError, KeyError, TamperedError) as error:
        raise LockedError from error
    if not file.proven(study_key):
        raise LockedError
    return Opened(study_key, _stored(secret, study_key, visitor, since, now))


def _stored(secret: str, study_key: StudyKey, visitor: str, since: datetime, used: datetime) -> str:
    place = _place(study_key.study, study_key.epoch, visitor, since, used)
    return json.dumps(
        {
            "epoch": study_key.epoch,
            "since": since.isoformat(),
            "used": used.isoformat(),
            "sealed": base64.b64encode(seal(_key(secret), study_key.key, place)).decode(),
        }
    )


def _place(study: str, epoch: int, visitor: str, since: datetime, used: datetime) -> bytes:
    return bound_to("session", study, epoch, visitor, since.isoformat(), used.isoformat())


def _key(secret: str) -> bytes:
    raw = base64.urlsafe_b64decode(secret.encode())
    if len(raw) != 32:
        raise ValueError(len(raw))
    return derived_key(raw, b"wijkverhaal session")
