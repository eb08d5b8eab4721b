# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one place with the keys of a study: who holds them, and the key of every interview, all sealed.

It lies apart from the database and outside its backups. A backup therefore holds no key at all: once a
key is gone from here, what it locked is unreadable in every backup. Each change has a number, and a seal
over the whole shows a change that no holder made.
"""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from wijkverhaal.stories.vault.cipher import derived_key
from wijkverhaal.stories.vault.holder import Holder
from wijkverhaal.stories.vault.key_json import holder_record, sealed_words


@dataclass(frozen=True)
class StudyKey:
    """The open key of a study; never stored as it is, and never shown.

    Attributes
    ----------
    study : str
    epoch : int
        Which key of the study it is; see `KeyFile`.
    key : bytes
    """

    study: str
    epoch: int
    key: bytes = field(repr=False)


@dataclass(frozen=True)
class Destroyed:
    """A key that is gone: what it was for, and when (ISO text). This remains as proof."""

    item: str
    moment: str


@dataclass(frozen=True)
class KeyFile:
    """The keys of a study.

    Attributes
    ----------
    study : str
    epoch : int
        How often the key of the study was renewed, from 1; it is at every destruction.
    change : int
        How often anything here changed; a lower number than was seen before is an old file put back.
    holders : tuple of Holder
        Those who can open the study, the code on paper among them.
    asking : tuple of Holder
        Those whom nobody has admitted yet; not under the seal, and given nothing.
    keys : mapping of str to bytes
        The key of each item, sealed under the key of the study.
    destroyed : tuple of Destroyed
    recovery_due : bool
        A key was destroyed after the code on paper was made: with that paper and an old recovery copy
        the destroyed key can still be found. Make a new code and shred the paper.
    proof : bytes
        The seal over all but `asking`.
    """

    study: str
    epoch: int
    change: int
    holders: tuple[Holder, ...]
    keys: Mapping[str, bytes] = field(default_factory=dict)
    destroyed: tuple[Destroyed, ...] = ()
    recovery_due: bool = False
    asking: tuple[Holder, ...] = ()
    proof: bytes = b""

    def holder(self, holder: str) -> Holder | None:
        """An admitted holder by id."""
        return next((one for one in self.holders if one.id == holder), None)

    def proven(self, study_key: StudyKey) -> bool:
        """Whether a holder of the key made it as it is."""
        return hmac.compare_digest(self.proof, self._proof(study_key))

    def changed(self, study_key: StudyKey, **parts: object) -> "KeyFile":
        """The next file, with other parts and its own seal."""
        following = replace(self, change=self.change + 1, **parts)  # type: ignore[arg-type]
        return replace(following, proof=following._proof(study_key))

    def record(self) -> dict[str, Any]:
        """All that the seal covers, for JSON."""
        return {
            "study": self.study,
            "epoch": self.epoch,
            "change": self.change,
            "holders": [holder_record(one) for one in self.holders],
            "keys": {item: sealed_words(key) for item, key in self.keys.items()},
            "destroyed": [{"item": one.item, "moment": one.moment} for one in self.destroyed],
            "recovery_due": self.recovery_due,
        }

    def _proof(self, study_key: StudyKey) -> bytes:
        words = json.dumps(self.record(), sort_keys=True, separators=(",", ":")).encode()
        return hmac.digest(derived_key(study_key.key, b"wijkverhaal key file"), words, sha256)
