# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bytes of a text file turned into characters, whatever program wrote them."""

import codecs
import re

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD = (("cp1252", "Windows"), ("mac_roman", "Macintosh"), ("cp850", "DOS"))
#: Signs beyond ASCII that Dutch speech written down has.
_USUAL = frozenset("éëïöüáóèàêçñäîôûÉËÏÖÜÁÓÈÀ‘’“”–—…•€°½´·")
_MISREAD = re.compile(r"Ã[\x80-\xbf©«¯¶¼¡³¨ ]|â€[™œ\x9d“”˜¦]")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(content: bytes, file: str) -> tuple[str, tuple[str, ...]]:
    """The text, and what a person should check of it.

    Raises
    ------
    InputError
        When it is no text.
    """
    text, findings = _by_mark(content, file) or _unmarked(content, file)
    if _MISREAD.search(text):
        findings = (
            *findings,
            _("Letters met een accent zijn al eerder verkeerd opgeslagen (Ã©); verbeter het bestand."),
        )
    return text, findings


def _by_mark(content: bytes, file: str) -> tuple[str, tuple[str, ...]] | None:
    for mark, name in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(name), ()
            except UnicodeDecodeError as error:
                raise _no_text(file) from error
    return None


def _unmarked(content: bytes, file: str) -> tuple[str, tuple[str, ...]]:
    wide = _wide(content)
    if wide:
        return wide, ()
    if len(_BINARY.findall(content)) * 200 > len(content):
        raise _no_text(file)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _old(content)


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every other byte of Dutch text is zero."""
    half = len(content) // 2
    if len(content) % 2 or not half:
        return ""
    for name, zeros in (("utf-16-le", content[1::2]), ("utf-16-be", content[::2])):
        if zeros.count(0) > 0.8 * half:
            try:
                return content.decode(name)
            except UnicodeDecodeError:
                return ""
    return ""


def _old(content: bytes) -> tuple[str, tuple[str, ...]]:
    """One byte for a letter: the reading with the most letters that Dutch has."""
    best = max(_OLD, key=lambda one: _likeness(content.decode(one[0], "replace")))
    finding = _(
        "Het bestand zegt niet hoe letters met een accent zijn opgeslagen; gelezen als {name}. Kijk of é en ë"
        " kloppen."
    ).format(name=best[1])
    return content.decode(best[0], "replace"), (finding,)


def _likeness(text: str) -> float:
    odd = [sign for sign in text if ord(sign) > 127]
    return sum(1.0 if sign in _USUAL else -1.0 for sign in odd)


def _no_text(file: str) -> InputError:
    return InputError(
        _("Het bestand {file} is geen tekst; kies txt, docx, odt, vtt, srt of pdf.").format(file=file)
    )
