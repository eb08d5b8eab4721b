# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""No files where none are asked for: how much a form may send before anything of it is read."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

#: Of any form, in bytes. The pages on which somebody sends files have a handler and a limit of their own.
MOST = 100_000


class UploadGuard(FileUploadHandler):
    """Stands before the other handlers and refuses a form by the size that it announces.

    The check of a form's origin reads the whole form, and does so before anybody asks who sent it.
    """

    def handle_raw_input(
        self, _input: Any, _meta: Any, content_length: int, _boundary: Any, _encoding: Any = None
    ) -> None:
        if content_length > MOST:
            raise RequestDataTooBig

    def receive_data_chunk(self, raw_data: bytes, _start: int) -> bytes:
        return raw_data

    def file_complete(self, _file_size: int) -> None:
        return None
