# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that come in: straight to disk, in pieces, under random names that only we can read."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from wijkverhaal.foundation.language import _
from wijkverhaal.site.jobs.batch import Sent, clean_name, new_token
from wijkverhaal.site.jobs.child import full_sentence

FIELD = "bestanden"
#: Of one file and of one form, in bytes; and how many files.
FILE_MOST, FORM_MOST, MOST_FILES = 200_000_000, 600_000_000, 12
#: What stays free on the disk.
_SPARE = 200_000_000
_FULL = (errno.ENOSPC, errno.EDQUOT)
_OWNER_ONLY = 0o600


class IntoBatch(FileUploadHandler):
    """Writes the files of a form into the folder of a batch; what is wrong with one ends in `trouble`."""

    chunk_size = 1 << 20

    def __init__(self, request: HttpRequest, folder: Path) -> None:
        super().__init__(request)
        self.folder = folder
        self.sent: list[Sent] = []
        self.trouble = ""
        self._stored, self._size = "", 0
        self._stream: BinaryIO | None = None

    def new_file(self, field_name: str, *arguments: Any, **options: Any) -> None:
        super().new_file(field_name, *arguments, **options)
        if field_name != FIELD or self.trouble:
            raise SkipFile
        if len(self.sent) >= MOST_FILES:
            self._refuse(_("U stuurde te veel bestanden; stuur er hoogstens {most}.").format(most=MOST_FILES))
        self._stored, self._size = new_token(), 0
        try:
            handle = os.open(self.folder / self._stored, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        except OSError as error:
            self._refuse(_of_disk(error))
        self._stream = os.fdopen(handle, "wb")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        stream = self._stream
        if stream is None:
            raise SkipFile
        self._size += len(raw_data)
        if self._size > FILE_MOST:
            self._refuse(
                _("Het bestand {file} is te groot; een bestand mag hoogstens {most} MB zijn.").format(
                    file=self._name, most=FILE_MOST // 1_000_000
                )
            )
        try:
            stream.write(raw_data)
        except OSError as error:
            self._refuse(_of_disk(error))

    def file_complete(self, file_size: int) -> None:
        try:
            self.close()
        except OSError as error:
            self.trouble = _of_disk(error)
            return
        self.sent.append(Sent(self._stored, self._name, file_size))

    @property
    def _name(self) -> str:
        return clean_name(self.file_name or "")

    def _refuse(self, sentence: str) -> None:
        self.trouble = sentence
        # what could not be written is thrown away with the rest
        with suppress(OSError):
            self.close()
        raise SkipFile

    def close(self) -> None:
        """Let go of the file that is being written."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()


def announced(request: HttpRequest, folder: Path) -> str:
    """Why a form of this size is not even read; empty where it is."""
    try:
        size = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        size = 0
    if size > FORM_MOST:
        return _("Samen zijn deze bestanden te groot; stuur hoogstens {most} MB in één keer.").format(
            most=FORM_MOST // 1_000_000
        )
    return full_sentence() if shutil.disk_usage(folder).free < size + _SPARE else ""


def _of_disk(error: OSError) -> str:
    if error.errno in _FULL:
        return full_sentence()
    return _("Het bestand is niet te bewaren ({reason}); vraag het de beheerder.").format(
        reason=error.strerror
    )
