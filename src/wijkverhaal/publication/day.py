# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A day and a month as a reader writes them: 22 november 2026."""

from datetime import date, datetime

from babel.dates import format_date

from wijkverhaal.foundation.language import current_language


def written_day(when: date) -> str:
    """A day in the language of the reader."""
    return str(format_date(when, "d MMMM y", locale=current_language()))


def written_month(text: str) -> str:
    """A month in ISO 8601 in the language of the reader; what is no month stays as it is.

    >>> written_month("2026-01"), written_month("binnenkort")
    ('januari 2026', 'binnenkort')
    """
    try:
        when = datetime.strptime(text, "%Y-%m")
    except ValueError:
        return text
    return str(format_date(when, "MMMM y", locale=current_language()))


def day_of(moment: object) -> str:
    """The day of a moment in ISO 8601, as it was where it was written; what is no moment stays as it is.

    >>> day_of("2026-01-02T03:04:05"), day_of("ooit")
    ('2 januari 2026', 'ooit')
    """
    text = str(moment or "")
    try:
        return written_day(datetime.fromisoformat(text))
    except ValueError:
        return text
