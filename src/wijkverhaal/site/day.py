# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A day and a moment as a reader writes them: 22 november 2026 08:15."""

from datetime import datetime

from babel.dates import format_datetime
from django.utils import timezone

from wijkverhaal.foundation.language import current_language
from wijkverhaal.publication.day import written_day


def day(moment: str) -> str:
    """The day of a moment in ISO 8601; what is no moment stays as it is."""
    try:
        when = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return written_day(timezone.localtime(when) if timezone.is_aware(when) else when)


def moment(when: datetime) -> str:
    """A moment in the language of the reader."""
    return str(format_datetime(timezone.localtime(when), "d MMMM y HH:mm", locale=current_language()))
