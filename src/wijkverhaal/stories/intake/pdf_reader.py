# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run as a program: a PDF on standard input, its text as JSON on standard output."""

import json
import logging
import sys
from io import BytesIO

MOST_PAGES = 2_000
_MOST_CHARACTERS = 5_000_000
_MEMORY = 1_500_000_000
_SECONDS = 60


def main() -> None:
    """Read within limits; whatever goes wrong, say so in JSON."""
    _limit()
    logging.disable()
    sys.stdout.write(json.dumps(_read(sys.stdin.buffer.read())))


def _read(content: bytes) -> dict[str, object]:
    from pypdf import PdfReader

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"password": True}
        about = [str(value) for value in (reader.metadata or {}).values()]
        pages: list[str] = []
        left = _MOST_CHARACTERS
        if len(reader.pages) > MOST_PAGES:
            return {"error": "pages"}
        for page in reader.pages:
            pages.append(page.extract_text().encode("utf-8", "ignore").decode())
            left -= len(pages[-1])
            if left < 0:
                return {"error": "characters"}
    except Exception as error:  # a bad PDF makes pypdf fail in every way there is
        return {"error": type(error).__name__}
    return {"pages": pages, "about": about}


def _limit() -> None:
    """Little memory and time, where the system can hold a process to it."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


if __name__ == "__main__":
    main()
