# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person reads: Dutch as written in the code, English from the catalogue.

The Dutch sentence in the code is the message id, so that Dutch is right even where no
catalogue is installed; `locale/en/LC_MESSAGES/wijkverhaal.po` holds the English.
"""

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.resources import as_file, files

from babel.numbers import format_decimal

LANGUAGES = ("nl", "en")

_language: ContextVar[str] = ContextVar("language", default="nl")
_catalogues: dict[str, _gettext.NullTranslations] = {"nl": _gettext.NullTranslations()}


def use_language(language: str) -> None:
    """Show everything from here on in `language` ("nl" or "en").

    Raises
    ------
    ValueError
        When the language is not one of `LANGUAGES`.
    """
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}, known are {', '.join(LANGUAGES)}")
    _language.set(language)


def current_language() -> str:
    """The language in which people are addressed now."""
    return _language.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Use `language` for a while, and afterwards the one from before.

    >>> with speaking("en"):
    ...     number(1234.5)
    '1,234.5'
    """
    before = current_language()
    use_language(language)
    try:
        yield
    finally:
        use_language(before)


def catalogue() -> _gettext.NullTranslations:
    """The catalogue of the current language; falls back to the Dutch in the code."""
    language = current_language()
    if language not in _catalogues:
        with as_file(files("wijkverhaal") / "locale") as folder:
            _catalogues[language] = _gettext.translation(
                "wijkverhaal", localedir=folder, languages=[language], fallback=True
            )
    return _catalogues[language]


def _(message: str) -> str:
    """The message in the current language; of an empty text nothing."""
    return catalogue().gettext(message) if message else ""


def mark(message: str) -> str:
    """The message itself: for the catalogue, where a text stands before the language is known.

    >>> mark("inwoners")
    'inwoners'
    """
    return message


def ngettext(singular: str, plural: str, number: int) -> str:
    """The message for `number` things, in the current language."""
    return catalogue().ngettext(singular, plural, number)


def number(value: float, decimals: int = 1) -> str:
    """A number as the reader writes it: 1.234,5 in Dutch, 1,234.5 in English.

    >>> number(1234.56)
    '1.234,6'
    """
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(round(value, decimals) + 0.0, format=pattern, locale=current_language())


def percentage(value: float | None, decimals: int = 1) -> str:
    """A percentage as the reader writes it; an en dash where there is none.

    >>> percentage(8.94)
    '8,9%'
    """
    if value is None or value != value:
        return "–"
    return number(value, decimals) + "%"
