# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a zipped file becomes when it is unpacked: measured, not believed."""

import copy
import zipfile
import zlib
from pathlib import Path

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.raw_file import UNPACKED_LIMIT

MOST_MEMBERS = 10_000
#: More than this many times its own size no table becomes; a file that does was made to do harm.
MOST_TIMES = 200
_CHUNK = 1 << 20
#: Below this size it does no harm, however well it was packed.
_SMALL = 50_000_000


def refuse_bomb(path: Path) -> None:
    """Unpack a zipped file into nothing, and stop where it becomes too large.

    What the file itself says of its sizes may be a lie, and another library may not check it.

    Raises
    ------
    InputError
        When it becomes too large, has too many files in it, or is damaged.
    """
    with path.open("rb") as stream:
        if stream.read(2) != b"PK":
            return
    most = min(UNPACKED_LIMIT, max(_SMALL, MOST_TIMES * path.stat().st_size))
    try:
        with zipfile.ZipFile(path) as packed:
            members = packed.infolist()
            if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > most:
                raise _too_large(path)
            size = 0
            for member in members:
                size += _size(packed, member, most - size)
                if size > most:
                    raise _too_large(path)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as error:
        raise InputError(
            _(
                "Het bestand {file} is niet heel of heeft een wachtwoord;"
                " sla het opnieuw op zonder wachtwoord."
            ).format(file=path.name)
        ) from error


def _size(packed: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> int:
    """How large a member becomes; stops a little beyond `most`."""
    unbelieved = copy.copy(member)
    # Python reads as far as the file says; so that it reads to the end, the file says nothing
    unbelieved.file_size, unbelieved.CRC = 1 << 62, None  # type: ignore[assignment]
    size = 0
    with packed.open(unbelieved) as stream:
        while size <= most and (chunk := stream.read(_CHUNK)):
            size += len(chunk)
    return size


def _too_large(path: Path) -> InputError:
    return InputError(
        _(
            "Het bestand {file} wordt bij het uitpakken veel te groot; sla de tabel op als csv"
            " en laat weg wat niet nodig is."
        ).format(file=path.name)
    )
