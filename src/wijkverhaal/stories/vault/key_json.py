# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holders and sealed keys as words that JSON can hold."""

import base64
from typing import Any

from wijkverhaal.stories.vault.holder import Holder
from wijkverhaal.stories.vault.passphrase import Stretch


def sealed_words(content: bytes) -> str:
    """Bytes as text."""
    return base64.b64encode(content).decode()


def from_words(words: str) -> bytes:
    """Bytes from text; raises ValueError for anything else."""
    return base64.b64decode(words, validate=True)


def stretch_record(stretch: Stretch) -> dict[str, Any]:
    """A stretch for JSON."""
    return {"way": stretch.way, "cost": list(stretch.cost), "salt": sealed_words(stretch.salt)}


def read_stretch(record: dict[str, Any]) -> Stretch:
    """A stretch from JSON; raises ValueError, TypeError or KeyError for anything else."""
    first, second, third = (int(one) for one in record["cost"])
    return Stretch(str(record["way"]), (first, second, third), from_words(record["salt"]))


def holder_record(holder: Holder) -> dict[str, Any]:
    """A holder for JSON."""
    return {
        "id": holder.id,
        "public": sealed_words(holder.public),
        "stretch": stretch_record(holder.stretch),
        "secret": sealed_words(holder.secret),
        "study_key": sealed_words(holder.study_key),
    }


def read_holder(record: dict[str, Any]) -> Holder:
    """A holder from JSON; raises ValueError, TypeError or KeyError for anything else."""
    public = from_words(record["public"])
    if len(public) != 32:
        raise ValueError(len(public))
    return Holder(
        str(record["id"]),
        public,
        read_stretch(record["stretch"]),
        from_words(record["secret"]),
        from_words(record["study_key"]),
    )
