# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened, as a chain: every entry seals the one before, so that tampering is found.

The chain holds a digest of what was done and not the thing itself. What was done is stored apart, sealed,
and can be erased when somebody withdraws: the chain still holds, and tells nothing about them. The seals
need a key (of the item `LOG_ITEM`), so that somebody with only the database cannot make them.
"""

import hmac
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

#: The item of the key file whose key makes the seals.
LOG_ITEM = "log"


@dataclass(frozen=True)
class LogEntry:
    """An entry.

    Attributes
    ----------
    number : int
        From 1.
    moment, actor, kind : str
        When (ISO text), who, and what sort of thing: "action", "opened-text", "exported", "withdrawn"...
    digest : str
        Of the content, see `content_digest`; empty where there is none.
    previous, seal : str
        The seal of the entry before, and of this one.
    """

    number: int
    moment: str
    actor: str
    kind: str
    digest: str
    previous: str
    seal: str


def content_digest(content: bytes, salt: bytes) -> str:
    """The digest of a content. Erase the salt with the content: then nobody can guess what it was."""
    return hmac.digest(salt, content, sha256).hex()


def new_salt() -> bytes:
    """A salt for one content."""
    return os.urandom(16)


def next_entry(
    last: LogEntry | None, kind: str, actor: str, moment: datetime, key: bytes, digest: str = ""
) -> LogEntry:
    """The entry after `last`."""
    number, previous = (last.number + 1, last.seal) if last else (1, "")
    parts = (number, moment.isoformat(), actor, kind, digest, previous)
    return LogEntry(*parts, _seal(parts, key))


def first_broken(entries: Sequence[LogEntry], key: bytes, head: str = "") -> int | None:
    """The number of the first entry that is not as it was written; None where all are.

    Parameters
    ----------
    head : str
        The seal of the last entry as somebody keeps it elsewhere; it betrays entries cut off at the end.
    """
    previous = ""
    for number, one in enumerate(entries, start=1):
        parts = (one.number, one.moment, one.actor, one.kind, one.digest, one.previous)
        good = one.number == number and one.previous == previous
        if not good or not hmac.compare_digest(one.seal, _seal(parts, key)):
            return number
        previous = one.seal
    return len(entries) + 1 if head and head not in {one.seal for one in entries} else None


def _seal(parts: tuple[int | str, ...], key: bytes) -> str:
    return hmac.digest(key, json.dumps(parts).encode(), sha256).hex()
