# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An interview from a file: what it is shows from its content, never from its name."""

import re
from pathlib import Path

from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _, number
from wijkverhaal.stories.intake import docx_text, odt_text
from wijkverhaal.stories.intake.encoding import decoded
from wijkverhaal.stories.intake.pdf_text import pdf_text
from wijkverhaal.stories.intake.read_text import ReadText, read_text
from wijkverhaal.stories.intake.subtitle_text import is_subtitles, subtitle_text
from wijkverhaal.stories.intake.tongue import is_english
from wijkverhaal.stories.safe_zip import SafeZip

FILE_LIMIT = 50_000_000
#: JSON (as of oTranscribe), HTML or XML.
_PROGRAM = re.compile(
    r"""\{\s*"[^"\n]{1,80}"\s*:|<(?:!doctype|html|head|body|div|p|\?xml)[\s>/]""",
    re.IGNORECASE,
)
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_interview_file(path: Path) -> ReadText:
    """An interview from a file on this machine; see `read_interview`.

    Raises
    ------
    NotFoundError, InputError
    """
    try:
        size = path.stat().st_size
        _check_size(size, path.name)
        return read_interview(path.name, path.read_bytes())
    except OSError as error:
        raise NotFoundError(
            _("Het bestand {file} is niet te openen; kijk of het er is.").format(file=path.name)
        ) from error


def read_interview(name: str, content: bytes) -> ReadText:
    """An interview from the content of a file: txt, docx, odt, vtt, srt or pdf.

    Raises
    ------
    InputError
        One sentence: what is wrong and what to do.
    """
    _check_size(len(content), name)
    if content.startswith(b"PK"):
        found = _packed(name, content)
    elif content[:1024].lstrip().startswith(b"%PDF-"):
        found = pdf_text(content, name)
    elif content.startswith((_OLD_WORD, b"{\\rtf")):
        raise InputError(
            _(
                "Het bestand {file} is van een oude soort of heeft een wachtwoord; sla het op als docx zonder"
                " wachtwoord."
            ).format(file=name)
        )
    else:
        text, findings = decoded(content, name)
        _check_plain(text, name)
        kind = is_subtitles(text)
        found = subtitle_text(text, kind, name) if kind else read_text(name, "txt", text, findings)
    if is_english(found.text):
        remark = _("Dit interview lijkt Engels; woorden voor tijd en namen worden dan minder goed herkend.")
        return ReadText(found.name, found.kind, found.text, (*found.findings, remark))
    return found


def _packed(name: str, content: bytes) -> ReadText:
    packed = SafeZip(content, name)
    try:
        if docx_text.MEMBER in packed.names:
            return docx_text.docx_text(packed, name)
        if odt_text.MEMBER in packed.names:
            return odt_text.odt_text(packed, name)
    finally:
        packed.close()
    raise InputError(
        _("Het bestand {file} is geen docx en geen odt; sla de tekst op als docx.").format(file=name)
    )


def _check_plain(text: str, name: str) -> None:
    """Refuse the file of a program: what is between its signs would count as told."""
    begin = text[:2000].lstrip()
    if _PROGRAM.match(begin):
        raise InputError(
            _(
                "Het bestand {file} is van een programma en geen gewone tekst; sla de tekst daar op als txt"
                " of docx."
            ).format(file=name)
        )


def _check_size(size: int, name: str) -> None:
    if size > FILE_LIMIT:
        raise InputError(
            _("Het bestand {file} is {size} MB en dat is te groot; neem alleen de tekst.").format(
                file=name, size=number(size / 1e6, 0)
            )
        )
