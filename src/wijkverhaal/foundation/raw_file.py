# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file as somebody hands it over: whether it can be opened at all, and what it is inside.

The first 64 kB decide, and the size, so that a huge or a senseless file is refused at once.
"""

import json
import zipfile
from pathlib import Path
from typing import Literal

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, number

FileForm = Literal["text", "spreadsheet", "parquet", "geopackage", "geojson"]

#: The largest table and the largest boundaries that are read, in bytes.
TABLE_LIMIT = 200_000_000
BOUNDARIES_LIMIT = 500_000_000
#: The most that a zipped spreadsheet may hold when unpacked, in bytes.
UNPACKED_LIMIT = 1_000_000_000

_HEAD = 64 * 1024
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = bytes(c for c in range(32) if c not in (9, 10, 12, 13, 26, 27))


def file_form(path: Path) -> FileForm:
    """What kind of file it is, by content.

    Raises
    ------
    InputError
        When it is not there, empty, too large, damaged, or of no form that can be read.
    """
    head, size = _head(path)
    form = _form(path, head)
    limit = BOUNDARIES_LIMIT if form in ("geojson", "geopackage") else TABLE_LIMIT
    if size > limit:
        raise InputError(
            _(
                "Het bestand {file} is met {size} MB te groot (het mag {limit} MB zijn);"
                " laat weg wat niet nodig is."
            ).format(file=path.name, size=number(size / 1e6, 0), limit=number(limit / 1e6, 0))
        )
    return form


def _head(path: Path) -> tuple[bytes, int]:
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        raise InputError(
            _("Het bestand {file} is niet te openen ({reason}); kijk of de naam en de map kloppen.").format(
                file=path, reason=error.strerror
            )
        ) from error
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise InputError(_("Het bestand {file} is leeg; download het opnieuw.").format(file=path.name))
    return head, size


def _form(path: Path, head: bytes) -> FileForm:
    if head.startswith(b"PK"):
        return _spreadsheet(path)
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"SQLite format 3\x00"):
        return "geopackage"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            _("Het bestand {file} is een oud Excel-bestand (.xls); sla het op als .xlsx of .csv.").format(
                file=path.name
            )
        )
    if not head.startswith(_UTF16) and _is_binary(head):
        raise InputError(
            _(
                "Het bestand {file} is geen tabel en geen kaart; geef een csv, xlsx, ods, parquet, GeoJSON"
                " of GeoPackage."
            ).format(file=path.name)
        )
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return "geojson"
    return "text"


def _is_binary(head: bytes) -> bool:
    strange = len(head) - len(head.translate(None, _CONTROL))
    return b"\x00" in head or strange > len(head) / 100


def _spreadsheet(path: Path) -> FileForm:
    try:
        with zipfile.ZipFile(path) as packed:
            members = packed.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise InputError(
            _(
                "Het bestand {file} is niet heel (misschien is het downloaden gestopt); download het opnieuw."
            ).format(file=path.name)
        ) from error
    unpacked = sum(member.file_size for member in members)
    if unpacked > UNPACKED_LIMIT:
        raise InputError(
            _(
                "Het bestand {file} wordt uitgepakt {size} MB en dat is te groot;"
                " sla de tabel op als csv en laat weg wat niet nodig is."
            ).format(file=path.name, size=number(unpacked / 1e6, 0))
        )
    names = {member.filename for member in members}
    if names & {"content.xml", "xl/workbook.xml", "xl/workbook.bin"}:
        return "spreadsheet"
    raise InputError(
        _("Het bestand {file} is een zip zonder rekenblad; pak het uit en geef de bestanden erin.").format(
            file=path.name
        )
    )


def says_fictional(path: Path) -> bool:
    """Whether a GeoJSON file says at its top level that it is of the fictional country.

    >>> import tempfile
    >>> place = Path(tempfile.mkdtemp()) / "kaart.geojson"
    >>> _written = place.write_text('{"type": "FeatureCollection", "fictional": true, "features": []}')
    >>> says_fictional(place)
    True
    """
    if not path.read_bytes()[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    try:
        top = json.loads(path.read_text("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(top, dict) and top.get("fictional") is True
