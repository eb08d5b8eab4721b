# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a file held: the text, normalised once, and what a person should check."""

import re
from dataclasses import dataclass

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, number

#: Longer than any interview: 40 hours of talk.
MOST_CHARACTERS = 3_000_000
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class CueTurn:
    """Somebody's turn as the file itself has it: the text, who, and the second it begins."""

    text: str
    speaker: str = ""
    seconds: float | None = None


@dataclass(frozen=True)
class ReadText:
    """An interview before it is frozen.

    Attributes
    ----------
    name : str
        Of the file; it may tell who it is about, so it is not kept.
    kind : str
        "txt", "docx", "odt", "vtt", "srt" or "pdf".
    text : str
        Line ends `\\n`, no byte order mark, no control characters; else as it was, accents too.
    findings : tuple of str
        Sentences for the person who imports it.
    """

    name: str
    kind: str
    text: str
    findings: tuple[str, ...] = ()


def normalised(text: str) -> str:
    """One kind of line end and nothing that cannot be seen; letters and marks stay as they are.

    Not put in one Unicode form: that would change texts that other programs hold too, and with them the
    places of codings.

    >>> normalised("a\\r\\nb\\rc\\x00")
    'a\\nb\\nc'
    """
    return _CONTROL.sub("", _LINE_ENDS.sub("\n", text))


def read_text(name: str, kind: str, text: str, findings: tuple[str, ...] = ()) -> ReadText:
    """The text of a file, normalised.

    Raises
    ------
    InputError
        When there is no text in it, or far too much.
    """
    clean = normalised(text).strip("\n")
    if not clean.strip():
        raise InputError(_("In {file} staat geen tekst; kies een ander bestand.").format(file=name))
    if len(clean) > MOST_CHARACTERS:
        raise InputError(
            _("In {file} staan {count} tekens en dat is te veel voor één interview; splits het.").format(
                file=name, count=number(len(clean), 0)
            )
        )
    return ReadText(name, kind, clean, findings)
