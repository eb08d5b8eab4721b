# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Zip files from strangers: nothing is unpacked to disk, and nothing becomes larger than agreed."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path, PurePosixPath

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, number

FILE_LIMIT = 500_000_000
MEMBER_LIMIT = 300_000_000
TOTAL_LIMIT = 1_000_000_000
MOST_MEMBERS = 10_000


class SafeZip:
    """The members of a zip file, by name in lower case and with `/`.

    Parameters
    ----------
    source : Path or bytes
        Where it is, or what it holds.
    file : str
        What a person calls it, where `source` is bytes.

    Raises
    ------
    InputError
        When it is no whole zip file, too large, protected by a password, or names a place outside itself.
    """

    def __init__(self, source: Path | bytes, file: str = "") -> None:
        self.file = source.name if isinstance(source, Path) else file
        self._read = 0
        try:
            size = source.stat().st_size if isinstance(source, Path) else len(source)
            if size > FILE_LIMIT:
                raise self._too_large(size)
            self._zip = zipfile.ZipFile(source if isinstance(source, Path) else BytesIO(source))
        except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
            raise self._broken() from error
        self._members: dict[str, zipfile.ZipInfo] = {}
        self._check()

    def _check(self) -> None:
        members = [one for one in self._zip.infolist() if not one.is_dir()]
        total = sum(one.file_size for one in members)
        if len(members) > MOST_MEMBERS or total > TOTAL_LIMIT:
            raise self._too_large(total)
        for one in members:
            name = one.filename.replace("\\", "/")
            if name.startswith("/") or ":" in name.split("/")[0] or ".." in PurePosixPath(name).parts:
                raise InputError(
                    _(
                        "In {file} zit een bestand dat buiten de map wil staan ({name}); vertrouw het niet."
                    ).format(file=self.file, name=name)
                )
            if one.flag_bits & 1:
                raise InputError(
                    _("Het bestand {file} heeft een wachtwoord; sla het op zonder wachtwoord.").format(
                        file=self.file
                    )
                )
            self._members.setdefault(name.lower(), one)

    @property
    def names(self) -> list[str]:
        """The names of the members, in lower case."""
        return list(self._members)

    @property
    def comment(self) -> bytes:
        """What the file says about itself."""
        return self._zip.comment

    def read(self, name: str, limit: int = MEMBER_LIMIT) -> bytes:
        """A member, at most as large as it said it was, and as the limit."""
        member = self._members[name.lower()]
        if member.file_size > limit:
            raise self._too_large(member.file_size)
        try:
            with self._zip.open(member) as stream:
                content = stream.read(member.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise self._broken() from error
        self._read += len(content)
        if len(content) > member.file_size or self._read > TOTAL_LIMIT:
            raise self._too_large(self._read)
        return content

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def _broken(self) -> InputError:
        return InputError(
            _("Het bestand {file} is geen heel zip-bestand; exporteer het opnieuw.").format(file=self.file)
        )

    def _too_large(self, size: int) -> InputError:
        return InputError(
            _("Het bestand {file} wordt uitgepakt {size} MB en dat is te groot; laat weg wat kan.").format(
                file=self.file, size=number(size / 1e6, 0)
            )
        )
