# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that somebody sends to a study: in memory and never on disk, and not larger than agreed."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.door import View, refused

#: What the rest of a form may add to its file.
_AROUND = 100_000


class InMemory(MemoryFileUploadHandler):
    """Keeps a file in memory; one that announces itself as larger than `most` is left unread."""

    def __init__(self, request: HttpRequest, most: int) -> None:
        super().__init__(request)
        self._most = most

    def handle_raw_input(
        self, _input: Any, _meta: Any, content_length: int, _boundary: Any, _encoding: Any = None
    ) -> None:
        self.activated = content_length <= self._most + _AROUND

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return super().receive_data_chunk(raw_data, start) if self.activated else None


def in_memory(most: int) -> Callable[[View], View]:
    """Let a file stay in memory; this stands around the check of the form, which is the first to read it."""

    def decorate(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def received(request: HttpRequest, study_id: str, **rest: Any) -> HttpResponse:
            if not _has_room(request, most):
                return refused(
                    request, study_id, _("Dit bestand is te groot; laat beeld, geluid en pdf's weg.")
                )
            request.upload_handlers = [InMemory(request, most)]
            return csrf_protect(view)(request, study_id=study_id, **rest)

        return received

    return decorate


def sent_file(request: HttpRequest, name: str = "bestand") -> tuple[str, bytes]:
    """The name and the content of a file that came along.

    Raises
    ------
    InputError
        When there is none.
    """
    sent = request.FILES.get(name)
    if sent is None:
        raise InputError(_("Kies eerst een bestand."))
    return str(sent.name), sent.read()


def _has_room(request: HttpRequest, most: int) -> bool:
    """Whether what somebody sends may be such a file, by the size that it announces."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0) <= most + _AROUND
    except ValueError:
        return False
