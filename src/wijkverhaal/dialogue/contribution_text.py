# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed, made harmless: the words stay, what could mislead a reader goes.

A text is only ever a text: nothing in it is markup, and who shows it escapes it.
"""

import re
import unicodedata

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, number

LONGEST = 10_000

#: Characters that turn the direction of writing; with them a sentence can show other words than it has.
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
#: Invisible ones that no script needs.
_INVISIBLE = "\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_NO_TEXT = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_GONE = re.compile(f"[{_DIRECTION}{_INVISIBLE}{_CONTROL}{_NO_TEXT}]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACE = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_MARKS = 6

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def tidied(text: str) -> str:
    r"""The text without what could mislead; NFC, line ends as one character, no blanks around it.

    Examples
    --------
    >>> tidied("  e\u0301e\u0301n \u202eretsnom \r\n\r\n\r\n\r\nregel\x00 ")
    'één retsnom\n\nregel'
    >>> tidied("<b>dit blijft tekst</b>")
    '<b>dit blijft tekst</b>'
    """
    text = _GONE.sub("", _LINE_END.sub("\n", text))
    text = unicodedata.normalize("NFC", _few_marks(unicodedata.normalize("NFC", text)))
    lines = [_SPACE.sub(" ", line).strip() for line in text.split("\n")]
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def _few_marks(text: str) -> str:
    """The text with at most six marks on one letter: a pile of them covers other lines."""
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MARKS:
            kept.append(character)
    return "".join(kept)


def cleaned(text: str, longest: int = LONGEST) -> str:
    """What is kept of a contribution.

    Raises
    ------
    InputError
        When nothing is left, or it is too long.
    """
    if len(text) > 2 * longest + 1000:  # far too long to look at
        raise _too_long(len(text), longest)
    kept = tidied(text)
    if not kept:
        raise InputError(_("Er staat nog geen tekst; schrijf iets en verstuur het opnieuw."))
    if len(kept) > longest:
        raise _too_long(len(kept), longest)
    return kept


def cleaned_line(text: str, longest: int) -> str:
    """The same for what stands on one line, such as a name."""
    return cleaned(" ".join(tidied(text[: 2 * longest + 1001]).split()), longest)


def isolated(text: str) -> str:
    """The text for within another: words from right to left do not turn what stands around them."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def _too_long(length: int, longest: int) -> InputError:
    return InputError(
        _("De tekst heeft {length} tekens en er passen er {longest}; maak de tekst korter.").format(
            length=number(length, 0), longest=number(longest, 0)
        )
    )
