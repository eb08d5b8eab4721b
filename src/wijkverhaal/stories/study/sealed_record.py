# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A record as it stands in the database: sealed under the key of its item, at its own place."""

import json
from dataclasses import dataclass

from wijkverhaal.stories.study.record import Record
from wijkverhaal.stories.study.record_json import read_record, record_json
from wijkverhaal.stories.vault.cipher import Place, seal_text, unseal_text


@dataclass(frozen=True)
class SealedRecord:
    """A row.

    Attributes
    ----------
    record : str
        The id; made so that it tells nothing, such as a random one.
    item : str
        Whose key opens it: `item.item_of`, or the item of the study where that is empty.
    version : int
        From 1; one more whenever the record is written again.
    sealed : bytes
    """

    record: str
    item: str
    version: int
    sealed: bytes


def seal_record(study: str, record: Record, item: str, key: bytes, version: int = 1) -> SealedRecord:
    """A record as a row; `key` is of `item`."""
    words = json.dumps(record_json(record), ensure_ascii=False)
    sealed = seal_text(key, words, Place(study, item, f"record/{record.id}", version))
    return SealedRecord(record.id, item, version, sealed)


def open_record(study: str, row: SealedRecord, key: bytes) -> Record:
    """The record of a row.

    Raises
    ------
    TamperedError
        When it was changed, moved, or sealed with another key.
    """
    place = Place(study, row.item, f"record/{row.record}", row.version)
    return read_record(json.loads(unseal_text(key, row.sealed, place)))
