# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key file as bytes, and as a file that only its owner can read."""

import json
from pathlib import Path

from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.vault.key_file import Destroyed, KeyFile
from wijkverhaal.stories.vault.key_json import (
    from_words,
    holder_record,
    read_holder,
    sealed_words,
)
from wijkverhaal.stories.vault.refusal import TamperedError
from wijkverhaal.stories.vault.secret_file import write_secret

_FORMAT = 1


def key_bytes(file: KeyFile) -> bytes:
    """The file as it is stored; everything secret in it is sealed."""
    whole = file.record() | {
        "format": _FORMAT,
        "asking": [holder_record(one) for one in file.asking],
        "proof": sealed_words(file.proof),
    }
    return json.dumps(whole, indent=1).encode()


def read_key_bytes(content: bytes) -> KeyFile:
    """The file from its bytes.

    Raises
    ------
    TamperedError
        When they are not such a file. Whether a holder made it shows only when it is opened.
    """
    try:
        read = json.loads(content)
        if read["format"] != _FORMAT:
            raise ValueError(read["format"])
        return KeyFile(
            study=str(read["study"]),
            epoch=int(read["epoch"]),
            change=int(read["change"]),
            holders=tuple(read_holder(one) for one in read["holders"]),
            keys={str(item): from_words(key) for item, key in read["keys"].items()},
            destroyed=tuple(Destroyed(str(one["item"]), str(one["moment"])) for one in read["destroyed"]),
            recovery_due=bool(read["recovery_due"]),
            asking=tuple(read_holder(one) for one in read["asking"]),
            proof=from_words(read["proof"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise TamperedError(_("sleutelbestand")) from error


def save_key_file(path: Path, file: KeyFile) -> None:
    """Put the file in the place of the one before, whole or not at all.

    Load, change and save inside one `secret_file.alone`, or a key that somebody else just made is lost.

    Raises
    ------
    InputError
        When the file there was changed in the meantime; load it again and repeat the change.
    """
    if path.exists():
        there = read_key_bytes(path.read_bytes())
        asked = there.change == file.change and there.proof == file.proof
        if there.change >= file.change and not asked:
            raise InputError(_("De sleutels zijn intussen gewijzigd; doe uw wijziging nog een keer."))
    write_secret(path, key_bytes(file))


def load_key_file(path: Path, least_change: int = 0) -> KeyFile:
    """The file at `path`.

    Parameters
    ----------
    least_change : int
        The highest `change` that the caller has seen; kept in the database, it betrays an old file that
        was put back.

    Raises
    ------
    NotFoundError
        When there is none.
    TamperedError
        When it is no key file, or an older one.
    """
    try:
        file = read_key_bytes(path.read_bytes())
    except FileNotFoundError as error:
        raise NotFoundError(
            _("Het sleutelbestand is er niet; zet het terug met de herstelkopie en de herstelcode.")
        ) from error
    if file.change < least_change:
        raise TamperedError(_("sleutelbestand"))
    return file
