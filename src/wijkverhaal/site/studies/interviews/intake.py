# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file that somebody sent: read apart, kept sealed until they say that it is right."""

import json
from datetime import timedelta
from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, current_language
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.models import Draft
from wijkverhaal.stories.apart import run_apart
from wijkverhaal.stories.intake.interview_file import FILE_LIMIT
from wijkverhaal.stories.vault.cipher import bound_to, seal, unseal

_SECONDS = 120
_PATIENCE = timedelta(days=1)
_READER = "wijkverhaal.site.studies.interviews.file_reader"


class InMemory(MemoryFileUploadHandler):
    """Keeps a file in memory and never on disk; a larger one than an interview is left unread."""

    def handle_raw_input(
        self, _input: Any, _meta: Any, content_length: int, _boundary: Any, _encoding: Any = None
    ) -> None:
        self.activated = content_length <= FILE_LIMIT + 100_000

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return super().receive_data_chunk(raw_data, start) if self.activated else None


def read_apart(name: str, content: bytes) -> dict[str, Any]:
    """The text of a file and what was found, as `ReadText`, read in a process of its own.

    Raises
    ------
    InputError
    """
    if len(content) > FILE_LIMIT:
        raise InputError(_("Dit bestand is te groot; neem alleen de tekst."))
    head = json.dumps({"name": name[-100:], "language": current_language()}).encode()
    try:
        found = run_apart(_READER, head + b"\n" + content, _SECONDS)
    except (TimeoutError, ValueError):
        raise InputError(_("Dit bestand is niet te lezen; sla de tekst op als docx of txt.")) from None
    if "refused" in found:
        raise InputError(str(found["refused"]))
    return found


def keep_draft(opened: OpenStudy, key: bytes, draft: dict[str, Any]) -> str:
    """Seal a text that waits for a yes; its id."""
    Draft.objects.filter(made__lt=timezone.now() - _PATIENCE).delete()
    name = storage.new_id()
    content = json.dumps(draft, ensure_ascii=False).encode("utf-8", "surrogatepass")
    Draft.objects.create(study=opened.stored, draft=name, sealed=seal(key, content, _place(opened, name)))
    return name


def draft_of(opened: OpenStudy, key: bytes, name: str) -> dict[str, Any] | None:
    """The text again; None where it is gone. Only the visitor who sent it can open it."""
    row = Draft.objects.filter(study=opened.stored, draft=name).first()
    if row is None:
        return None
    content = unseal(key, bytes(row.sealed), _place(opened, name), "draft")
    read: dict[str, Any] = json.loads(content.decode("utf-8", "surrogatepass"))
    return read


def drop_draft(opened: OpenStudy, name: str) -> None:
    """Throw it away."""
    Draft.objects.filter(study=opened.stored, draft=name).delete()


def has_room(request: HttpRequest) -> bool:
    """Whether what somebody sends may be an interview, by the size that it announces."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0) <= FILE_LIMIT + 100_000
    except ValueError:
        return False


def _place(opened: OpenStudy, name: str) -> bytes:
    return bound_to("draft", opened.id, name)
